"""Site visits as pages show them: how full, whose seat, what the reader can do. Reads only."""

from dataclasses import dataclass
from typing import Any

from django.db.models import OuterRef, Prefetch, QuerySet, Subquery
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from core import policies
from events.enums import EventStatus, SessionKind
from events.models import Event, Participant, Seat, Session, VisitGroup
from events.travel import Part

PHRASES: dict[str, str | Promise] = {
    "save_visit": _("Visit changed"),
    "save_group": _("Group saved"),
    "remove_group": _("Group removed"),
    "book_seat": _("Seat taken for somebody"),
    "give_back_seat": _("Seat given back for somebody"),
    "assign_group": _("People put into a group"),
    "balance_groups": _("Visitors divided into groups"),
    "make_gate_list": _("List for the gate made"),
    "send_gate_list": _("List for the gate sent to the host"),
    "gate_list_due": _("Travel desk reminded of the list for the gate"),
}


@dataclass(frozen=True)
class Filling:
    """How many seats of how many are taken. `percent` is the length of the bar; a full one stays within its frame."""

    taken: int
    of: int

    @property
    def percent(self) -> int:
        return min(99, round(99 * self.taken / self.of)) if self.of else 0

    @property
    def is_full(self) -> bool:
        return self.taken >= self.of


@dataclass(frozen=True)
class Place:
    """A session in which seats are given, for one reader: filling, groups, own seat, and what can be done."""

    session: Session
    groups: list[VisitGroup]
    filling: Filling | None
    has_seat: bool
    group: VisitGroup | None
    may_book: bool
    may_give_back: bool

    @property
    def visit(self) -> Any:
        return getattr(self.session, "visit", None)

    @property
    def is_booked(self) -> bool:
        """Whether one needs a seat at all."""
        return self.session.seats is not None or bool(self.groups)

    @property
    def fillings(self) -> list[tuple[VisitGroup, Filling | None]]:
        return [(one, Filling(one.seats_taken, one.seats) if one.seats else None) for one in self.groups]


def filling_of(session: Session, groups: list[VisitGroup]) -> Filling | None:
    """The seats of the session; of all its groups where only these are counted."""
    if session.seats is not None:
        return Filling(session.seats_taken, session.seats)
    seats = [one.seats for one in groups]
    if not seats or None in seats:
        return None
    return Filling(session.seats_taken, sum(one for one in seats if one is not None))


def with_place(rows: QuerySet[Session], user: Any) -> QuerySet[Session]:
    """Each session with its visit, and with the reader's own place in the event and own seat; groups cost one query."""
    rows = rows.select_related("stop", "visit__organisation")
    rows = rows.prefetch_related(Prefetch("visit__groups", VisitGroup.objects.select_related("guide")))
    if not user.is_authenticated:
        return rows
    mine = Participant.objects.seated().filter(event=OuterRef("event"), user=user)
    seats = Seat.objects.filter(session=OuterRef("pk"), participant__user=user)
    return rows.annotate(
        mine_pk=Subquery(mine.values("pk")[:1]),
        seat_pk=Subquery(seats.values("pk")[:1]),
        seat_group=Subquery(seats.values("group")[:1]),
    )


def place_of(session: Session) -> Place:
    """The seats of a session that was read by `with_place`: no query."""
    visit = getattr(session, "visit", None)
    groups = list(visit.groups.all()) if visit is not None else []
    filling = filling_of(session, groups)
    open_now = (
        getattr(session, "mine_pk", None) is not None
        and session.event.status == EventStatus.ANNOUNCED
        and session.is_released
        and session.cancelled_at is None
        and (session.starts_at is None or session.starts_at > timezone.now())
        and (session.seats is not None or bool(groups))
    )
    has_seat = getattr(session, "seat_pk", None) is not None
    group = next((one for one in groups if one.pk == getattr(session, "seat_group", None)), None)
    free = filling is None or not filling.is_full
    may_book = open_now and (len(groups) > 1 if has_seat else free)
    return Place(session, groups, filling, has_seat, group, may_book, open_now and has_seat)


def mine_in(event: Event, user: Any) -> Participant | None:
    """The reader's own place in the event."""
    return Participant.objects.seated().filter(event=event, user=user).first()


def visits_of(event: Event, user: Any) -> list[Place]:
    """All visits of the event that this reader may see, in their order: two queries."""
    may = policies.q("events.view_visit", user)
    found = list(with_place(Session.objects.filter(may, event=event, kind=SessionKind.VISIT), user))
    for session in found:
        session.event = event
    return [place_of(session) for session in found]


def visitors(event: Event, session: Session) -> QuerySet[Participant]:
    """Everybody with a place in the event, each with the number of the group, and whether there is a seat."""
    seats = Seat.objects.filter(session=session, participant=OuterRef("pk"))
    rows = Participant.objects.seated().filter(event=event).select_related("country")
    return rows.annotate(group_pk=Subquery(seats.values("group")[:1]), seat_pk=Subquery(seats.values("pk")[:1]))


def lacks_passport(participant: Participant) -> bool:
    """Whether the list for the gate has a gap here; nothing is opened to say so."""
    file = getattr(participant, "travel", None)
    return file is None or Part.PASSPORT not in file.known
