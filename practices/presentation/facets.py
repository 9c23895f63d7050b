"""By what the list is narrowed: groups of choices with their counts, and what was chosen. Reads only."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.http import QueryDict
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from core.localised import LANGUAGE_NAMES, sort_key
from people import directory
from practices.enums import CostBand, Operation
from practices.finding.library import GROUPS
from practices.goals import GOALS
from practices.models import PracticeTopic

BAND = 5
EARLIEST, LATEST = 1950, 2100
SHOWN = 8  # choices of a group that stand open; the others are unfolded
PAGES = ("older", "newer", "page", "exact")  # what belongs to the list that was, not to the next one
LEGENDS = {
    "topic": _("Topic"),
    "country": _("Country"),
    "status": _("State of the system"),
    "cost": _("Cost to build"),
    "language": _("Language of the text"),
    "goal": _("Sustainable Development Goal"),
    "law": _("Needed a new law"),
    "year": _("In use since"),
}
NAMED = ("language", "law", "year")  # groups whose choices say nothing alone
LAW = {"no": pgettext_lazy("law", "No"), "yes": pgettext_lazy("law", "Yes")}


@dataclass(frozen=True)
class Choice:
    """One line of a group: its words, and how many entries it stands for."""

    group: str
    value: str
    words: Any
    count: int
    is_chosen: bool

    @property
    def lang(self) -> str:
        """The language of the words, where it is not the page's."""
        return self.value if self.group == "language" else ""


@dataclass(frozen=True)
class Group:
    """A group of choices: the first ones, and those that are unfolded."""

    name: str
    legend: Any
    shown: list[Choice]
    more: list[Choice]


def words_of_facets() -> dict[str, dict[str, Any]]:
    """Every value that there is, in its order, with the words for it. One query, for the topics."""
    countries = sorted(directory.countries(), key=lambda one: sort_key(one.name))
    return {
        "topic": {topic.key: topic.name for topic in PracticeTopic.objects.all()},
        "country": {country.pk: country.name for country in countries},
        "status": {**dict(Operation.choices), "retired": _("Retired from the library")},
        "cost": dict(CostBand.choices),
        "language": LANGUAGE_NAMES,
        "goal": {str(number): f"{number}. {words}" for number, words in GOALS.items()},
        "law": LAW,
        "year": {str(year): f"{year}–{year + BAND - 1}" for year in range(LATEST, EARLIEST - 1, -BAND)},
    }


def chosen_of(asked: QueryDict, words: Mapping[str, Mapping[str, Any]]) -> dict[str, list[str]]:
    """What was chosen in each group; nonsense counts as not chosen."""
    found = {group: [value for value in words[group] if value in asked.getlist(group)] for group in GROUPS}
    return {group: values for group, values in found.items() if values}


def groups_of(
    words: Mapping[str, Mapping[str, Any]], chosen: Mapping[str, list[str]], counts: Mapping[str, int]
) -> list[Group]:
    """The groups with the choices that lead to something. Countries with the most entries come first."""
    found = []
    for name in GROUPS:
        choices = [
            Choice(name, value, label, counts.get(f"{name}:{value}", 0), value in chosen.get(name, ()))
            for value, label in words[name].items()
        ]
        choices = [one for one in choices if one.count or one.is_chosen]
        if name == "country":
            choices.sort(key=lambda one: -one.count)
        open_ones = [one for at, one in enumerate(choices) if at < SHOWN or one.is_chosen]
        if choices:
            found.append(Group(name, LEGENDS[name], open_ones, [one for one in choices if one not in open_ones]))
    return found


def removable(
    asked: QueryDict, words: Mapping[str, Mapping[str, Any]], chosen: Mapping[str, list[str]]
) -> list[tuple[Any, str]]:
    """What was chosen, in words, each with the query without it."""
    found = []
    for group, values in chosen.items():
        for value in values:
            query = without_pages(asked)
            query.setlist(group, [other for other in values if other != value])
            found.append((_in_words(group, words[group][value]), query.urlencode()))
    return found


def _in_words(group: str, words: Any) -> Any:
    """A choice that says nothing without the name of its group bears it: "Needed a new law: No"."""
    return _("%(group)s: %(choice)s") % {"group": LEGENDS[group], "choice": words} if group in NAMED else words


def without_pages(asked: QueryDict) -> QueryDict:
    """The query of the first page of the same list."""
    query = asked.copy()
    for gone in PAGES:
        query.pop(gone, None)
    return query
