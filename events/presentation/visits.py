"""Site visits as pages show them: how full, whose seat, what the reader can do. Reads only."""

from dataclasses import dataclass
from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery
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
    seat: Seat | None
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


def place_of(session: Session, mine: Participant | None, *, seat: Seat | None = None) -> Place:
    """The seats of one session. `mine` is the reader's own place in the event; no query where groups are prefetched."""
    visit = getattr(session, "visit", None)
    groups = list(visit.groups.all()) if visit is not None else []
    filling = filling_of(session, groups)
    open_now = (
        mine is not None
        and session.event.status == EventStatus.ANNOUNCED
        and session.is_released
        and session.cancelled_at is None
        and (session.starts_at is None or session.starts_at > timezone.now())
        and (session.seats is not None or bool(groups))
    )
    free = filling is None or not filling.is_full
    may_book = open_now and (len(groups) > 1 if seat else free)
    return Place(session, groups, filling, seat, may_book, open_now and seat is not None)


def mine_in(event: Event, user: Any) -> Participant | None:
    """The reader's own place in the event."""
    if not user.is_authenticated:
        return None
    return Participant.objects.seated().filter(event=event, user=user).first()


def seat_in(session: Session, mine: Participant | None) -> Seat | None:
    """The own seat, with its group."""
    return Seat.objects.select_related("group").filter(session=session, participant=mine).first() if mine else None


def visits_of(event: Event, user: Any) -> list[Place]:
    """All visits of the event that this reader may see, in their order: four queries."""
    rows = (
        Session.objects.filter(policies.q("events.view_visit", user), event=event, kind=SessionKind.VISIT)
        .select_related("stop", "visit__organisation")
        .prefetch_related("visit__groups")
    )
    mine = mine_in(event, user)
    held = Seat.objects.filter(participant=mine, session__event=event).select_related("group") if mine else []
    seats = {one.session_id: one for one in held}
    found = []
    for session in rows:
        session.event = event
        found.append(place_of(session, mine, seat=seats.get(session.pk)))
    return found


def visitors(event: Event, session: Session) -> QuerySet[Participant]:
    """Everybody with a place in the event, each with the number of the group, and whether there is a seat."""
    seats = Seat.objects.filter(session=session, participant=OuterRef("pk"))
    rows = Participant.objects.seated().filter(event=event).select_related("country")
    return rows.annotate(group_pk=Subquery(seats.values("group")[:1]), seat_pk=Subquery(seats.values("pk")[:1]))


def lacks_passport(participant: Participant) -> bool:
    """Whether the list for the gate has a gap here; nothing is opened to say so."""
    file = getattr(participant, "travel", None)
    return file is None or Part.PASSPORT not in file.known
