"""A version becomes what everybody reads."""

from typing import Any

from django.utils import timezone

from core.localised import LANGUAGES, LocalisedText
from practices.enums import TranslationState, VersionState
from practices.models import Practice, Translation, Version
from practices.sections import KEYS
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


def revisions_after(before: Version | None, sections: dict[str, str]) -> dict[str, int]:
    """The revision of each section: one more where the text differs from what was read, or where it was not there."""
    old, counted = (before.sections, before.revisions) if before is not None else ({}, {})
    return {
        key: counted.get(key, 0) + (sections.get(key, "") != old.get(key, ""))
        for key in KEYS
        if key in sections or key in counted
    }


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


def outdated_sections(translation: Translation, live: Version) -> list[str]:
    """The sections whose original has another revision than the translated one, in their order.

    A section that the original no longer has, or the translation does not have yet, counts as well: a reader of the
    language gets something else than a reader of the original.
    """
    return [
        key
        for key in KEYS
        if live.revisions.get(key, 0) != translation.of_revisions.get(key, 0)
        and (live.sections.get(key) or translation.sections.get(key))
    ]


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
