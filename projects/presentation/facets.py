"""By what lists of projects are narrowed: groups of choices with their counts, and what was chosen. Reads only."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from agreements.models import Agreement
from core.localised import sort_key
from people import directory
from people.models import Organisation
from projects.enums import ProjectKind, Stage
from projects.finding import GROUPS, Asked, Counts

SHOWN = 8  # choices of a group that stand open; the others are unfolded
MOST = 40  # choices of a group; what has fewer projects is found by the search
PAGES = ("older", "newer")
LEGENDS = {
    "stage": _("State"),
    "kind": _("Kind"),
    "year": _("Programme year"),
    "country": _("Country"),
    "body": _("Leading body"),
    "agreement": _("Agreement"),
}


@dataclass(frozen=True)
class Choice:
    """One line of a group: its words, and how many projects it stands for."""

    group: str
    value: Any
    words: Any
    count: int
    is_chosen: bool


@dataclass(frozen=True)
class Group:
    """A group of choices: the first ones, those that are unfolded, and whether there are others still."""

    name: str
    legend: Any
    shown: list[Choice]
    more: list[Choice]
    is_cut: bool


Words = dict[str, dict[Any, Any]]


def words_of(counts: Counts, asked: Asked, user: Any) -> Words:
    """The words for the values that most projects have, in the order of their group; and for what was chosen.

    Two queries: bodies, and agreements.
    """
    occurring = {
        group: {*(value for value, _number in counts.of[group].most_common(MOST)), *asked.chosen.get(group, ())}
        for group in GROUPS
    }
    bodies = Organisation.objects.filter(pk__in=occurring["body"]).only("name", "acronym")
    agreements = Agreement.objects.visible_to(user).filter(pk__in=occurring["agreement"])
    return {
        "stage": {value: label for value, label in Stage.choices if value in occurring["stage"]},
        "kind": {value: label for value, label in ProjectKind.choices if value in occurring["kind"]},
        "year": {year: str(year) for year in sorted(occurring["year"], reverse=True)},
        "country": {one.pk: one.name for one in directory.countries() if one.pk in occurring["country"]},
        "body": _sorted({one.pk: one.name for one in bodies}),
        "agreement": {
            one.pk: f"{one.reference} {one.title}"
            for one in agreements.only("reference", "title").order_by("-signed_on", "-pk")
        },
    }


def groups_of(words: Words, asked: Asked, counts: Counts) -> list[Group]:
    """The groups with the choices that lead to something. Bodies with the most projects come first."""
    found = []
    for name in GROUPS:
        chosen = asked.chosen.get(name, ())
        choices = [
            Choice(name, value, label, counts.of[name][value], value in chosen) for value, label in words[name].items()
        ]
        choices = [one for one in choices if one.count or one.is_chosen]
        if name == "body":
            choices.sort(key=lambda one: -one.count)
        open_ones = [one for at, one in enumerate(choices) if at < SHOWN or one.is_chosen]
        if choices:
            more = [one for one in choices if one not in open_ones]
            found.append(Group(name, LEGENDS[name], open_ones, more, is_cut=len(counts.of[name]) > MOST))
    return found


def removable(query: QueryDict, words: Words, asked: Asked) -> list[tuple[Any, str]]:
    """What was chosen, in words, each with the query without it."""
    found = []
    for group, values in asked.chosen.items():
        for value in values:
            if value not in words[group]:
                continue
            other = without_pages(query)
            other.setlist(group, [one for one in query.getlist(group) if one != str(value)])
            label = words[group][value]
            if group == "year":
                label = _("%(group)s: %(choice)s") % {"group": LEGENDS[group], "choice": label}
            found.append((label, other.urlencode()))
    return found


def without_pages(query: QueryDict) -> QueryDict:
    """The query of the first page of the same list."""
    other = query.copy()
    for gone in PAGES:
        other.pop(gone, None)
    return other


def only(query: QueryDict, *names: str) -> str:
    """The query with nothing but these names."""
    other = QueryDict(mutable=True)
    for name in names:
        if values := query.getlist(name):
            other.setlist(name, values)
    return other.urlencode()


def _sorted(words: dict[Any, Any], key: Callable[[Any], str] = sort_key) -> dict[Any, Any]:
    return dict(sorted(words.items(), key=lambda pair: key(pair[1])))
