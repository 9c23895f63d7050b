"""Seats in sessions and visits: taken, given back, and divided into groups.

Every act holds the session first, so acts on one session follow each other; the database counts as well (`seats_taken`
of session and group), and refuses one too many whatever this file believes.
"""

from collections.abc import Iterable, Sequence

from django.db import transaction
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core import journal, policies
from core.refusal import RefusedError, refusing
from events.enums import EventStatus
from events.models import Participant, Seat, Session, VisitGroup
from events.visitors import takes_bookings
from people.models import User

MOST = 500  # put into groups at once
FULL: dict[str, str | Promise] = {
    "session_never_oversold": gettext_lazy("All seats are taken."),
    "group_never_oversold": gettext_lazy("All seats of this group are taken. Choose another one."),
    "one_seat_a_participant": gettext_lazy("The seat is taken already: one a person."),
}


def _lock(session: Session) -> Session:
    rows = Session.objects.select_for_update(no_key=True, of=("self",)).select_related("event", "visit")
    return rows.get(pk=session.pk)


def _expect_open(row: Session) -> None:
    """Refused while the programme is not released, for what is cancelled, and once it has begun."""
    if row.event.status != EventStatus.ANNOUNCED or not row.is_released:
        raise RefusedError(_("Seats are given once the programme is released."))
    if row.cancelled_at is not None:
        raise RefusedError(_("This is no longer held."))
    if row.starts_at is not None and row.starts_at <= timezone.now():
        raise RefusedError(_("It has begun: seats are neither taken nor given back any more."))


@transaction.atomic
def book_seat(session: Session, participant: Participant, *, by: User, group: VisitGroup | None = None) -> Seat:
    """Take a seat, in a group where there are groups. Whoever has one and names another group moves to it.

    Refused when all are taken: exact, however many come at one moment.
    """
    row = _lock(session)
    policies.require(by, "events.book_seat", participant)
    _expect_open(row)
    if participant.event_id != row.event_id or not takes_bookings(row):
        raise RefusedError(_("No seat is needed here: everybody comes."))
    groups = groups_of(row)
    if groups and (group is None or group.pk not in {one.pk for one in groups}):
        raise RefusedError(_("Choose a group."))
    held = Seat.objects.filter(session=row, participant=participant).first()
    if held is not None and group is not None and held.group_id != group.pk:
        held.group = group
        with refusing(FULL):
            held.save(update_fields=["group"])
        return held
    with refusing(FULL):
        seat = Seat.objects.create(session=row, participant=participant, group=group if groups else None)
    if participant.user_id != by.pk:
        journal.write(row, "book_seat", by=by, data={"participant": participant.pk})
    return seat


@transaction.atomic
def give_back_seat(session: Session, participant: Participant, *, by: User) -> None:
    """Leave the seat to somebody else. Given back twice, it stays given back."""
    row = _lock(session)
    policies.require(by, "events.book_seat", participant)
    _expect_open(row)
    deleted, _rows = Seat.objects.filter(session=row, participant=participant).delete()
    if deleted and participant.user_id != by.pk:
        journal.write(row, "give_back_seat", by=by, data={"participant": participant.pk})


def free_seats_of(participant: Participant) -> int:
    """Give back the seats of somebody who no longer comes, in all that has not begun; returns how many."""
    ahead = Seat.objects.filter(participant=participant, session__starts_at__gt=timezone.now())
    freed = 0
    for session in Session.objects.filter(pk__in=ahead.values("session")).order_by("pk"):
        _lock(session)
        freed += Seat.objects.filter(session=session, participant=participant).delete()[0]
    return freed


# --- Groups ----------------------------------------------------------------------------------------------------------


def groups_of(session: Session) -> list[VisitGroup]:
    """The groups of a visit, in their order; none of other sessions."""
    return list(VisitGroup.objects.filter(visit__session=session))


@transaction.atomic
def assign_group(session: Session, chosen: Iterable[Participant], *, by: User, group: VisitGroup) -> int:
    """Put people into a group, whoever has no seat yet gets one; returns how many. Refused when not all fit in."""
    row = _lock(session)
    policies.require(by, "events.edit_visit", row)
    people = _seated(row, [one.pk for one in chosen])
    if not people:
        raise RefusedError(_("Choose at least one person."))
    if group.pk not in {one.pk for one in groups_of(row)}:
        raise RefusedError(_("Choose a group of this visit."))
    with refusing(FULL):
        Seat.objects.filter(session=row, participant__in=people).update(group=group)
        _give_seats(row, people, group)
    journal.write(row, "assign_group", by=by, data={"group": group.pk, "people": [one.pk for one in people]})
    return len(people)


@transaction.atomic
def balance_groups(session: Session, *, by: User) -> int:
    """Divide all visitors into the groups anew: by language first, then as evenly as the seats allow; returns how many.

    Where seats are not limited everybody comes, so everybody gets one. Refused when the groups have fewer seats than
    there are visitors.
    """
    row = _lock(session)
    policies.require(by, "events.edit_visit", row)
    groups = groups_of(row)
    if not groups:
        raise RefusedError(_("The visit has no groups yet."))
    if row.seats is None:
        people = _seated(row)
    else:
        people = _seated(row, list(Seat.objects.filter(session=row).values_list("participant", flat=True)))
    placed = share_out(people, groups)
    Seat.objects.filter(session=row).update(group=None)
    with refusing(FULL):
        for group, members in placed:
            Seat.objects.filter(session=row, participant__in=members).update(group=group)
            _give_seats(row, members, group)
    journal.write(row, "balance_groups", by=by, data={"people": len(people)})
    return len(people)


def share_out(
    people: Sequence[Participant], groups: Sequence[VisitGroup]
) -> list[tuple[VisitGroup, list[Participant]]]:
    """Who goes with which group. Refused when they do not all fit in."""
    members: dict[int, list[Participant]] = {group.pk: [] for group in groups}

    def room(group: VisitGroup) -> bool:
        return group.seats is None or len(members[group.pk]) < group.seats

    def place(one: Participant, among: list[VisitGroup]) -> bool:
        free = [group for group in among if room(group)]
        if free:
            members[min(free, key=lambda group: len(members[group.pk])).pk].append(one)
        return bool(free)

    known = {group.language for group in groups}
    spoken = [one for one in people if (one.needs_language or one.language) in known]
    others = [one for one in people if (one.needs_language or one.language) not in known]
    for one in spoken:
        language = one.needs_language or one.language
        if not place(one, [group for group in groups if group.language == language]):
            others.append(one)
    for one in others:
        if not place(one, list(groups)):
            raise RefusedError(
                _("The groups have fewer seats than there are visitors. Give them more, or add a group.")
            )
    return [(group, members[group.pk]) for group in groups]


def _seated(row: Session, pks: list[int] | None = None) -> list[Participant]:
    """Those who hold a place in the event, among the chosen; by name."""
    rows = Participant.objects.seated().filter(event=row.event_id)
    if pks is not None:
        rows = rows.filter(pk__in=pks)
    found = list(rows.order_by("family_name", "given_name", "pk")[: MOST + 1])
    if len(found) > MOST:
        raise RefusedError(_("Choose at most %(most)s people at a time.") % {"most": MOST})
    return found


def _give_seats(row: Session, people: Sequence[Participant], group: VisitGroup) -> None:
    held = set(Seat.objects.filter(session=row, participant__in=people).values_list("participant", flat=True))
    Seat.objects.bulk_create(Seat(session=row, participant=one, group=group) for one in people if one.pk not in held)
