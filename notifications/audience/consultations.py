"""Who is told of what on a request, before anybody asks whether they may see it."""

from collections.abc import Iterable
from typing import Any

from consultations.enums import AnswerState, ClockKind, MessageKind, Role, Status
from consultations.models import Answer, Clock, Consultation, Message, Participant
from people.audience import holders_in_centre, holders_in_country, holders_in_organisation
from people.enums import Function, Side
from people.models import User

# --- Groups ----------------------------------------------------------------------------------------------------------


def asking(consultation: Consultation) -> list[User]:
    """The requester; the focal points of the body when he no longer belongs to it."""
    requester = consultation.requester
    if consultation.organisation_id in requester.standing.organisation_ids(Function.MEMBER, Function.FOCAL_POINT):
        return [requester]
    return list(holders_in_organisation(consultation.organisation, Function.FOCAL_POINT))


def checking(consultation: Consultation) -> list[User]:
    """The contact points of the asking country."""
    return list(holders_in_country(consultation.country, Function.CONTACT_POINT))


def desk(consultation: Consultation) -> list[User]:
    """The officer in charge; all officers of the centre while nobody is."""
    officer = consultation.officer
    if officer is not None and officer.standing.holds(Function.OFFICER, centre_id=consultation.centre_id):
        return [officer]
    return list(holders_in_centre(consultation.centre, Function.OFFICER))


def directing(consultation: Consultation, side: str = "") -> list[User]:
    """The co-directors, or the one of a side."""
    return list(holders_in_centre(consultation.centre, Function.CO_DIRECTOR, side=side))


def working(consultation: Consultation, *roles: Role) -> list[User]:
    """People named in the request, in one of the roles; in any when none is given."""
    named = Participant.objects.now().filter(consultation=consultation).select_related("user")
    return [one.user for one in (named.filter(role__in=roles) if roles else named)]


def advising(consultation: Consultation) -> list[User]:
    """The advisors."""
    return working(consultation, Role.LEAD, Role.ADVISOR)


def translating(consultation: Consultation) -> list[User]:
    """The named translator; where there is none, the officers translate."""
    return working(consultation, Role.TRANSLATOR) or desk(consultation)


def holding(consultation: Consultation) -> list[User]:
    """Those on whose side of the table the request lies now, beside the requester."""
    if consultation.status == Status.SUBMITTED:
        return checking(consultation)
    if consultation.status == Status.REGISTERED:
        return [*directing(consultation), *desk(consultation)]
    return [*working(consultation), *desk(consultation)]


# --- Audiences: each takes what its signal says ----------------------------------------------------------------------


def told_registered(*, consultation: Consultation, **_said: Any) -> Iterable[User]:
    return [*asking(consultation), *directing(consultation), *desk(consultation)]


def told_key(*, consultation: Consultation, side: str, **_said: Any) -> Iterable[User]:
    """The other side: its key is the one that is missing."""
    return directing(consultation, Side.B if side == Side.A else Side.A)


def told_decision(*, consultation: Consultation, **_said: Any) -> Iterable[User]:
    return [*asking(consultation), *checking(consultation), *desk(consultation), *directing(consultation)]


def told_part(*, participants: list[Participant], **_said: Any) -> Iterable[User]:
    return [one.user for one in participants]


def told_lead(*, consultation: Consultation, participants: list[Participant], **_said: Any) -> Iterable[User]:
    """The requester, when it is the lead advisor who is new."""
    return asking(consultation) if any(one.role == Role.LEAD for one in participants) else []


def told_message(*, consultation: Consultation, **_said: Any) -> Iterable[User]:
    """The asking side, those who work on it now, and whoever has written in the thread before."""
    spoken = Message.objects.filter(consultation=consultation).exclude(kind=MessageKind.NOTE)
    authors = User.objects.active().filter(pk__in=spoken.values("author"))
    return [*asking(consultation), *holding(consultation), *authors]


def told_note(*, consultation: Consultation, **_said: Any) -> Iterable[User]:
    """Staff with a part in the request; who of them reads this note is the rule's to say."""
    return [*checking(consultation), *desk(consultation), *directing(consultation), *working(consultation)]


def told_handover(*, consultation: Consultation, answer: Answer, **_said: Any) -> Iterable[User]:
    return translating(consultation) if answer.state == AnswerState.TRANSLATION else desk(consultation)


def told_author(*, answer: Answer, **_said: Any) -> Iterable[User]:
    return [answer.by]


def told_answer(*, consultation: Consultation, **_said: Any) -> Iterable[User]:
    return [*asking(consultation), *checking(consultation), *directing(consultation)]


def told_acceptance(*, consultation: Consultation, **_said: Any) -> Iterable[User]:
    return [*advising(consultation), *desk(consultation), *directing(consultation)]


def told_advisors_and_desk(*, consultation: Consultation, **_said: Any) -> Iterable[User]:
    return [*advising(consultation), *desk(consultation)]


def told_withdrawal(*, consultation: Consultation, **_said: Any) -> Iterable[User]:
    """Everybody who had it before them."""
    if consultation.registered_at is None:
        return checking(consultation)
    return [*told_decision(consultation=consultation), *working(consultation)]


def told_due(*, consultation: Consultation, clock: Clock, **_said: Any) -> Iterable[User]:
    """Those who must act for this clock."""
    if clock.kind == ClockKind.CHECK:
        return checking(consultation)
    if clock.kind in {ClockKind.REPLY, ClockKind.ACCEPTANCE}:
        return asking(consultation)
    if clock.kind == ClockKind.ASSIGN or consultation.answer_state == AnswerState.CHECK:
        return desk(consultation)
    if consultation.answer_state == AnswerState.TRANSLATION:
        return translating(consultation)
    return advising(consultation) or desk(consultation)


def told_overdue(*, consultation: Consultation, clock: Clock, **said: Any) -> Iterable[User]:
    """Those who must act; the officer too, once there is one."""
    late = told_due(consultation=consultation, clock=clock, **said)
    return [*late, *desk(consultation)] if consultation.registered_at else late
