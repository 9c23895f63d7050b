"""Which text of the original a translation was made from, and what has changed since."""

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
