"""A version becomes what everybody reads."""

from typing import Any

from django.utils import timezone

from core.localised import LANGUAGES, LocalisedText
from practices.enums import TranslationState, VersionState
from practices.models import Practice, Translation, Version
from practices.revisions import outdated_sections, revisions_after, settled
from practices.signals import entry_changed


def make_live(version: Version, *, by: Any, before: Version | None = None) -> Version:
    """Put the version in the place of the one that was read until now. Called inside the transaction of a step.

    A step that makes the version live itself has put the other one aside first (`put_aside`) and passes it as `before`.

    Each section that differs gets a new revision, so that a translation of the one before is seen to be outdated. What
    readers see has changed from here on: the titles, the counts of outdated sections and the index follow at once.
    """
    practice = version.practice
    # First the entry, then its languages: whoever checks a translation waits in the same order.
    Practice.objects.select_for_update(of=("self",)).get(pk=practice.pk)
    now = timezone.now()
    before = before or put_aside(practice)
    version.revisions = revisions_after(before, version.sections)
    version.state, version.live_at, version.updated_at = VersionState.LIVE, now, now
    version.save(update_fields=["revisions", "state", "live_at", "updated_at"])
    open_languages(practice)
    recount(practice, version)
    follow(practice, by=by)
    return version


def put_aside(practice: Practice) -> Version | None:
    """Make what is read an earlier version: there is never more than one that is read."""
    live = Version.objects.select_for_update().filter(practice=practice, state=VersionState.LIVE).first()
    if live is not None:
        live.state, live.past_at = VersionState.PAST, timezone.now()
        live.save(update_fields=["state", "past_at"])
    return live


def open_languages(practice: Practice) -> None:
    """A row for every further language, so that what is missing can be listed."""
    others = [language for language in LANGUAGES if language != practice.language]
    Translation.objects.bulk_create(
        [Translation(practice=practice, language=language) for language in others], ignore_conflicts=True
    )


def recount(practice: Practice, version: Version) -> None:
    """How many sections of each checked translation lag behind the original.

    With the first publication the texts that were translated until then get the revisions they have become.
    """
    for translation in Translation.objects.select_for_update().filter(practice=practice):
        before = translation.outdated, translation.of_revisions, translation.draft_of
        if version.live_at:
            translation.of_revisions = settled(translation.of_revisions, version)
            translation.draft_of = settled(translation.draft_of, version)
        is_read = translation.state == TranslationState.CHECKED
        translation.outdated = len(outdated_sections(translation, version)) if is_read else 0
        if before != (translation.outdated, translation.of_revisions, translation.draft_of):
            translation.save(update_fields=["outdated", "of_revisions", "draft_of"])


def follow(practice: Practice, *, by: Any) -> None:
    """Let what is derived follow what readers see: the titles by language, then whoever listens to `entry_changed`."""
    live = practice.versions.live().first()
    if live is None:
        return
    titles = {practice.language: live.sections.get("title", "")}
    for translation in practice.translations.readable():
        titles[translation.language] = translation.sections.get("title", "")
    practice.title = LocalisedText({language: title for language, title in titles.items() if title})
    practice.updated_at = timezone.now()
    practice.save(update_fields=["title", "updated_at"])
    entry_changed.send(Practice, practice=practice, by=by)
