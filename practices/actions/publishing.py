"""A version becomes what everybody reads."""

from typing import Any

from django.utils import timezone

from core.localised import LANGUAGES, LocalisedText
from practices.enums import TranslationState, VersionState
from practices.models import Practice, Translation, Version
from practices.revisions import outdated_sections, revisions_after
from practices.signals import entry_changed


def make_live(version: Version, *, by: Any) -> Version:
    """Put the version in the place of the one that was read until now. Called inside the transaction of a step.

    Each section that differs gets a new revision, so that a translation of the one before is seen to be outdated. What
    readers see has changed from here on: the titles, the counts of outdated sections and the index follow at once.
    """
    practice = version.practice
    now = timezone.now()
    before = Version.objects.select_for_update().filter(practice=practice, state=VersionState.LIVE).first()
    if before is not None:
        before.state, before.past_at = VersionState.PAST, now
        before.save(update_fields=["state", "past_at"])
    version.revisions = revisions_after(before, version.sections)
    version.state, version.live_at, version.updated_at = VersionState.LIVE, now, now
    version.save(update_fields=["revisions", "state", "live_at", "updated_at"])
    open_languages(practice)
    recount(practice, version)
    follow(practice, by=by)
    return version


def open_languages(practice: Practice) -> None:
    """A row for every further language, so that what is missing can be listed."""
    others = [language for language in LANGUAGES if language != practice.language]
    Translation.objects.bulk_create(
        [Translation(practice=practice, language=language) for language in others], ignore_conflicts=True
    )


def recount(practice: Practice, live: Version) -> None:
    """How many sections of each checked translation lag behind the original."""
    for translation in Translation.objects.select_for_update().filter(practice=practice):
        outdated = len(outdated_sections(translation, live)) if translation.state == TranslationState.CHECKED else 0
        if outdated != translation.outdated:
            translation.outdated = outdated
            translation.save(update_fields=["outdated"])


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
