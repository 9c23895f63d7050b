"""Who goes on a visit: those with a seat where seats are given, else everybody who comes to the event. Reads only."""

from typing import Any

from events.models import Participant, Seat, Session


def has_groups(session: Session) -> bool:
    """Whether visitors are divided into groups."""
    visit = getattr(session, "visit", None)
    return visit is not None and visit.groups.exists()


def takes_bookings(session: Session) -> bool:
    """Whether one has to have a seat: where seats are counted, or visitors go in groups."""
    return session.seats is not None or has_groups(session)


def visitors_of(session: Session) -> list[tuple[Participant, Any]]:
    """The people with their group, groups first, then by name as in the passport: two or three queries."""
    seated = Participant.objects.seated().filter(event=session.event_id)
    if not takes_bookings(session):
        rows = seated.select_related("country", "travel", "delegation__organisation")
        return [(one, None) for one in rows.order_by("family_name", "given_name", "pk")]
    seats = Seat.objects.filter(session=session, participant__in=seated).select_related(
        "group", "participant__country", "participant__travel", "participant__delegation__organisation"
    )
    order = ("group__position", "group", "participant__family_name", "participant__given_name", "participant")
    return [(seat.participant, seat.group) for seat in seats.order_by(*order)]
