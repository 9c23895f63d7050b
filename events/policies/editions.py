"""Who may plan, see and release programmes and events."""

from typing import Any

from django.db.models import Exists, OuterRef, Q

from core.policies import NOBODY, rule
from events.enums import Duty, EventStatus, MaterialAudience, ReleaseStatus, SessionKind
from events.models import Delegation, Event, Participant, Session, SessionPart
from events.policies.parts import (
    KNOWN,
    SENT,
    delegated_by,
    entered_by,
    expected_at,
    held_by,
    keys_of_parts,
    named_for,
    part_of,
    run_by,
    served_by,
    within,
)
from people.enums import Function

OPEN = Q(status__in=(EventStatus.PLANNED, EventStatus.ANNOUNCED))
IS_PUBLIC = KNOWN & Q(is_public=True)


def may_organise(user: Any) -> bool:
    """Whether the person may begin an event: officers of a centre. Asked of no row, so not a rule."""
    return bool(user.is_authenticated and user.standing.holds(Function.OFFICER))


@rule("events.view_programme", public=Q(is_public=True))
def view_programme(user: Any) -> Q:
    """Public ones everybody; others those who are appointed to the centre."""
    return served_by(user)


@rule("events.view", public=IS_PUBLIC)
def view(user: Any) -> Q:
    """Officers and co-directors from the first plan; from the announcement on everybody who has a part in it.

    Whoever dropped out or was turned down sees what event it was, to find the own row, but not what is held: `follow`.
    """
    return part_of(user) | entered_by(user) & KNOWN


@rule("events.follow", public=IS_PUBLIC)
def follow(user: Any) -> Q:
    """The released programme and what belongs to it: whoever has a part in the event or is still to come to it."""
    return part_of(user) | expected_at(user) & KNOWN


@rule("events.view_whole")
def view_whole(user: Any) -> Q:
    """Lists of people, delegations, attendance, drafts: officers and both co-directors."""
    return held_by(user)


@rule("events.edit")
def edit(user: Any) -> Q:
    """Programme officers of the centre, until the event is closed."""
    return run_by(user) & OPEN


@rule("events.announce")
def announce(user: Any) -> Q:
    """Programme officers of the centre."""
    return run_by(user)


@rule("events.cancel")
def cancel(user: Any) -> Q:
    """Programme officers of the centre."""
    return run_by(user)


@rule("events.close")
def close(user: Any) -> Q:
    """Programme officers of the centre."""
    return run_by(user)


@rule("events.name_officers")
def name_officers(user: Any) -> Q:
    """Both co-directors and the officers: whoever opens travel facts is named, and the naming stands in the journal."""
    return held_by(user) & OPEN


@rule("events.take_part")
def take_part(user: Any) -> Q:
    """What only those with a part in the event read: notes, agreed minutes, decisions."""
    return part_of(user)


# --- Timetable -------------------------------------------------------------------------------------------------------


@rule("events.edit_timetable")
def edit_timetable(user: Any) -> Q:
    """Programme officers of the centre, until the event is closed."""
    return run_by(user) & OPEN


@rule("events.view_session", public=Q(is_released=True) & within(IS_PUBLIC))
def view_session(user: Any) -> Q:
    """Drafts: officers and co-directors. Released ones: whoever may follow the event."""
    return within(held_by(user)) | Q(is_released=True) & within(follow(user))


@rule("events.view_release", public=Q(status=ReleaseStatus.RELEASED) & within(IS_PUBLIC))
def view_release(user: Any) -> Q:
    """Proposed and withdrawn versions: officers and co-directors. Released ones: whoever may follow the event."""
    return within(held_by(user)) | Q(status=ReleaseStatus.RELEASED) & within(follow(user))


@rule("events.release")
def release(user: Any) -> Q:
    """The co-director of either side."""
    found = NOBODY
    for condition in keys_of_parts(user).values():
        found |= condition
    return found


@rule("events.withdraw_release")
def withdraw_release(user: Any) -> Q:
    """Programme officers who find a mistake, co-directors who do not agree; as long as both keys are not turned."""
    return within(held_by(user))


@rule("events.edit_contributor")
def edit_contributor(user: Any) -> Q:
    """On somebody who speaks: officers in whose events the person has a part, and nowhere else.

    An address joins a speaker with an account, and the account with the event: no other centre may write it.
    """
    mine = Event.objects.filter(run_by(user)).values("pk")
    parts = SessionPart.objects.filter(contributor=OuterRef("pk"))
    return Q(Exists(parts.filter(session__event__in=mine))) & ~Q(Exists(parts.exclude(session__event__in=mine)))


# --- Visits and materials --------------------------------------------------------------------------------------------


@rule("events.view_visit")
def view_visit(user: Any) -> Q:
    """Meeting point, rules and notes: whoever has a part in the event, once the visit is in the released programme."""
    visits = Q(kind=SessionKind.VISIT)
    return visits & (within(held_by(user)) | Q(is_released=True) & within(part_of(user)))


@rule("events.edit_visit")
def edit_visit(user: Any) -> Q:
    """Programme officers, until the event is closed."""
    return within(run_by(user) & OPEN) & Q(kind=SessionKind.VISIT)


@rule("events.view_gate_list")
def view_gate_list(user: Any) -> Q:
    """The travel desk: the list holds passport numbers."""
    return within(named_for(user, Duty.TRAVEL)) & Q(kind=SessionKind.VISIT)


@rule("events.write_visit_note")
def write_visit_note(user: Any) -> Q:
    """Whoever has a part in the event, once the visit is in the released programme."""
    return view_visit(user)


# What belongs to a session of the draft is a draft as well: it would name the session.
SHOWN = Q(session=None) | Q(session__is_released=True)


@rule("events.view_material", public=Q(audience=MaterialAudience.PUBLIC) & SHOWN & within(IS_PUBLIC))
def view_material(user: Any) -> Q:
    """As its audience says: everybody who may follow the event, those with a part in it, or officers and co-directors.

    That of a session not before the session is released. Whoever handed it in keeps seeing it.
    """
    return (
        within(held_by(user))
        | Q(audience=MaterialAudience.PUBLIC) & SHOWN & within(follow(user))
        | Q(audience=MaterialAudience.PARTICIPANTS) & SHOWN & within(part_of(user))
        | Q(by=user)
    )


@rule("events.add_material")
def add_material(user: Any) -> Q:
    """On an event: its officers."""
    return run_by(user)


@rule("events.add_session_material")
def add_session_material(user: Any) -> Q:
    """On a session: officers, its speakers, and the participants and focal points of the delegation that presents."""
    speaks = SessionPart.objects.filter(session=OuterRef("pk"), contributor__user=user)
    presents = Participant.objects.seated().filter(delegation=OuterRef("delegation"), user=user)
    mine = Delegation.objects.filter(delegated_by(user) & SENT).values("pk")
    return within(run_by(user)) | Q(Exists(speaks)) | Q(Exists(presents)) | Q(delegation__in=mine)


@rule("events.edit_material")
def edit_material(user: Any) -> Q:
    """Officers; whoever added it, as long as he may add to that session, until the event is closed."""
    own = Session.objects.filter(add_session_material(user)).values("pk")
    return within(run_by(user)) | Q(by=user, session__in=own, event__in=Event.objects.filter(OPEN).values("pk"))


@rule("events.travel_desk")
def travel_desk(user: Any) -> Q:
    """On an event: those named for its travel desk."""
    return named_for(user, Duty.TRAVEL)
