"""A concept paper part by part, and how two who write it at once lose nothing.

A part is a fact, or a text in one language: leading bodies of two countries write on one paper, each in its own. A page
carries a mark of each part as it was when the page was opened; only a part that both have changed is asked about.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from core.localised import LANGUAGES, LocalisedText
from practices.texts import marks_of, same
from projects.models import Project

# On which page of the form a part is written (F8 of the domain).
GROUPS: dict[str, tuple[str, ...]] = {
    "what": (
        "name",
        "kind",
        "summary",
        "country",
        "place",
        "lead_a",
        "lead_b",
        "agreement",
        "resubmits",
        "planned_start_on",
        "planned_end_on",
    ),
    "why": ("situation", "problem", "objective", "beneficiaries", "national_plan"),
    "how": ("activities", "sustainability", "assumptions"),
    "money": ("currency", "asked_a", "asked_b", "asked_other"),
}
GROUP_OF = {part: group for group, parts in GROUPS.items() for part in parts}
RELATED = ("country", "lead_a", "lead_b", "agreement", "resubmits")  # kept as numbers, so that they can be compared
TEXTS = ("name", "summary", "place", *GROUPS["why"], *GROUPS["how"])
PARTS = tuple(GROUP_OF)

__all__ = ("GROUPS", "GROUP_OF", "PARTS", "RELATED", "TEXTS", "flat", "marks_of_parts", "merged", "parts_of", "same")


def parts_of(project: Project, *names: str) -> dict[str, Any]:
    """What the paper holds of the parts (all when none is named), as plain values."""
    return {name: getattr(project, f"{name}_id" if name in RELATED else name) for name in names or PARTS}


def flat(parts: Mapping[str, Any]) -> dict[str, Any]:
    """The same with each language of a text for itself: `name:ko`."""
    found: dict[str, Any] = {}
    for name, value in parts.items():
        if name in TEXTS:
            found |= {f"{name}:{language}": (value or {}).get(language, "") for language in LANGUAGES}
        else:
            found[name] = value
    return found


def marks_of_parts(parts: Mapping[str, Any]) -> dict[str, str]:
    """A short mark of each part and language."""
    return marks_of(flat(parts))


def merged(
    now: Mapping[str, Any], mine: Mapping[str, Any], read: Mapping[str, str]
) -> tuple[dict[str, Any], dict[str, Any]]:
    """Of each part the words of whoever changed it; and what the other wrote in those that both have changed."""
    stored, sent = flat(now), flat(mine)
    theirs, marks = marks_of(stored), marks_of(sent)
    kept: dict[str, Any] = {}
    both: dict[str, Any] = {}
    for name, value in sent.items():
        if same(value, stored[name]) or marks[name] == read.get(name):
            continue
        (kept if theirs[name] == read.get(name) else both)[name] = value
    return _whole(now, kept), {name: now[name] for name in _names(both)}


def _whole(now: Mapping[str, Any], kept: Mapping[str, Any]) -> dict[str, Any]:
    """Texts with the languages that were kept put into what is stored."""
    found: dict[str, Any] = {}
    for name, value in kept.items():
        whole, _colon, language = name.partition(":")
        if not language:
            found[name] = value
            continue
        text = {**(found.get(whole) or now[whole]), language: value}
        found[whole] = LocalisedText({one: words for one, words in text.items() if words})
    return found


def _names(parts: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(name.partition(":")[0] for name in parts))
