"""Which text of the original a translation was made from, and what has changed since."""

from collections.abc import Mapping
from hashlib import blake2b

from practices.models import Translation, Version
from practices.sections import KEYS


def revisions_after(before: Version | None, sections: dict[str, str]) -> dict[str, int]:
    """The revision of each section: one more where the text differs from what was read, or where it was not there."""
    old, counted = (before.sections, before.revisions) if before is not None else ({}, {})
    return {
        key: counted.get(key, 0) + (sections.get(key, "") != old.get(key, ""))
        for key in KEYS
        if key in sections or key in counted
    }


def number_of(text: str) -> int:
    """What a text goes by that was never published: below zero, and the same as long as the text is. None is 0."""
    return -1 - int.from_bytes(blake2b(text.encode(), digest_size=6).digest()) if text else 0


def revisions_of(version: Version) -> dict[str, int]:
    """The revision of each section of what was published; of what was not, the number each text goes by until then."""
    if version.live_at:
        return dict(version.revisions)
    return {key: number_of(text) for key, text in version.sections.items() if text}


def settled(made_from: Mapping[str, int], live: Version) -> dict[str, int]:
    """The same with the revision of each text that has been published since; one that changed until then has none."""
    return {
        key: live.revisions[key] if number < 0 and number == number_of(live.sections.get(key, "")) else number
        for key, number in made_from.items()
    }


def behind(made_from: Mapping[str, int], texts: Mapping[str, str], version: Version) -> list[str]:
    """The sections whose original is another one than the text was made from, in their order.

    A section that the original no longer has, or the translation does not have yet, counts as well: a reader of the
    language gets something else than a reader of the original.
    """
    now = revisions_of(version)
    return [
        key
        for key in KEYS
        if now.get(key, 0) != made_from.get(key, 0) and (version.sections.get(key) or texts.get(key))
    ]


def outdated_sections(translation: Translation, version: Version) -> list[str]:
    """The sections of what readers of the language see that lag behind the version."""
    return behind(translation.of_revisions, translation.sections, version)
