"""A list of participants as both sides read it. Reads only."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.db.models import Count
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from events.enums import ListStatus, Verdict
from events.models import Delegation, Event, ListEntry, ParticipantList
from events.presentation.state import State

LIST_PHRASES: dict[str, Promise] = {
    "propose": _("List laid before both sides"),
    "accept": _("List accepted"),
    "withdraw": _("List withdrawn"),
}
SHAPES = {
    ListStatus.PROPOSED: "is-waiting",
    ListStatus.ACCEPTED: "is-done",
    ListStatus.WITHDRAWN: "is-stopped",
}
VERDICT_SHAPES = {Verdict.ACCEPT: "is-done", Verdict.RESERVE: "is-waiting", Verdict.DECLINE: "is-stopped"}


def state_of_list(row: ParticipantList) -> State:
    return State(SHAPES[ListStatus(row.status)], row.get_status_display())


@dataclass(frozen=True)
class Line:
    """One person of the list."""

    entry: ListEntry
    shape: str


@dataclass(frozen=True)
class Group:
    """The people of one delegation."""

    delegation: Delegation | None
    lines: list[Line]


def groups_of(row: ParticipantList) -> list[Group]:
    """The entries by delegation in the order of protocol; one query."""
    entries = row.entries.select_related(
        "participant__delegation__organisation", "participant__delegation__country", "participant__nominee_check"
    ).order_by(
        "participant__delegation__country__name__en",
        "participant__delegation",
        "participant__is_alternate",
        "participant__order",
        "pk",
    )
    return list(_grouped(entries, row.event))


def _grouped(entries: Iterable[ListEntry], event: Event) -> Iterator[Group]:
    group: Group | None = None
    for entry in entries:
        delegation = entry.participant.delegation
        entry.participant.event = event
        if delegation:
            delegation.event = event
        if group is None or group.delegation != delegation:
            if group:
                yield group
            group = Group(delegation, [])
        group.lines.append(Line(entry, VERDICT_SHAPES[Verdict(entry.verdict)]))
    if group:
        yield group


def lists_of(event: Event) -> list[ParticipantList]:
    """The lists of an event, newest first, with how many stand on each."""
    return list(event.participant_lists.annotate(size=Count("entries")).order_by("-number"))
