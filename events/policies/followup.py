"""Who may ask, answer, agree, plan, report and sign after an event."""

from typing import Any

from django.db.models import Exists, OuterRef, Q

from core.policies import NOBODY, rule
from events.enums import (
    CertificateStatus,
    EventStatus,
    MinutesStatus,
    OutcomeStatus,
    ParticipantStatus,
    PlanStatus,
    QuestionnaireStatus,
)
from events.models import Ballot, Event, Participant
from events.policies.parts import (
    KNOWN,
    SENT,
    attended_by,
    delegated_by,
    delegation_of,
    held_by,
    invited_by_delegation,
    keys_of_parts,
    nominated_by,
    part_of,
    run_by,
    served_by,
    within,
)
from people.enums import Function


def of_participant(condition: Q) -> Q:
    """A condition on participants, asked of what belongs to one: of that one, for many people satisfy it."""
    return Q(Exists(Participant.objects.filter(condition, pk=OuterRef("participant"))))


def both_sides(user: Any) -> Q:
    found = NOBODY
    for condition in keys_of_parts(user).values():
        found |= condition
    return found


# --- Questionnaires --------------------------------------------------------------------------------------------------


@rule("events.view_questionnaire")
def view_questionnaire(user: Any) -> Q:
    """Officers and co-directors; those who came, once it is open."""
    return within(held_by(user)) | ~Q(status=QuestionnaireStatus.DRAFT) & within(attended_by(user))


@rule("events.view_questionnaires")
def view_questionnaires(user: Any) -> Q:
    """On an event: officers and co-directors, and those who came, who answer them."""
    return held_by(user) | attended_by(user)


@rule("events.answer_questionnaires")
def answer_questionnaires(user: Any) -> Q:
    """On an event: those who came, officers among them too."""
    return attended_by(user)


@rule("events.evaluate")
def evaluate(user: Any) -> Q:
    """On an event: programme officers, who begin its questionnaires."""
    return run_by(user)


@rule("events.build_questionnaire")
def build_questionnaire(user: Any) -> Q:
    """Programme officers."""
    return within(run_by(user))


@rule("events.answer_questionnaire")
def answer_questionnaire(user: Any) -> Q:
    """Those who came and have not answered yet."""
    came = Participant.objects.seated().filter(event=OuterRef("event"), user=user)
    answered = Ballot.objects.filter(
        questionnaire=OuterRef("pk"), participant__user=user, participant__event=OuterRef("event")
    )
    return Q(Exists(came)) & ~Q(Exists(answered)) & Q(status=QuestionnaireStatus.OPEN)


@rule("events.view_results")
def view_results(user: Any) -> Q:
    """On an event: everybody appointed to its centre. Those who came, once it is closed."""
    return held_by(user) | served_by(user) & KNOWN | attended_by(user) & Q(status=EventStatus.CLOSED)


# --- Minutes, decisions, actions -------------------------------------------------------------------------------------


@rule("events.wrap_up")
def wrap_up(user: Any) -> Q:
    """On an event: programme officers, who write its minutes, decisions and actions, also after it is closed."""
    return run_by(user)


@rule("events.view_minutes")
def view_minutes(user: Any) -> Q:
    """Agreed versions: everybody with a part in the event. Drafts and proposals: officers and co-directors."""
    return within(held_by(user)) | Q(status=MinutesStatus.AGREED) & within(part_of(user))


@rule("events.edit_minutes")
def edit_minutes(user: Any) -> Q:
    """Programme officers."""
    return within(run_by(user))


@rule("events.agree_minutes")
def agree_minutes(user: Any) -> Q:
    """The co-director of either side."""
    return both_sides(user)


@rule("events.view_outcome")
def view_outcome(user: Any) -> Q:
    """Everybody with a part in the event, and those of the country and the body that owe it."""
    return within(part_of(user)) | owed_by(user)


def owed_by(user: Any) -> Q:
    """The contact point of the country that owes it, the focal points of the body that owes it."""
    found = NOBODY
    if countries := user.standing.country_codes(Function.CONTACT_POINT):
        found |= Q(country__in=countries)
    if bodies := user.standing.organisation_ids(Function.FOCAL_POINT):
        found |= Q(organisation__in=bodies)
    return found


@rule("events.edit_outcome")
def edit_outcome(user: Any) -> Q:
    """Programme officers."""
    return within(run_by(user)) & Q(status=OutcomeStatus.OPEN)


@rule("events.settle_outcome")
def settle_outcome(user: Any) -> Q:
    """Officers, the contact point of the country that owes it, the focal points of the body that owes it."""
    return (within(run_by(user)) | owed_by(user)) & Q(status=OutcomeStatus.OPEN)


# --- Plans and reports -----------------------------------------------------------------------------------------------


@rule("events.owe_papers")
def owe_papers(user: Any) -> Q:
    """On a participant: the person who writes the plan and the report of the journey."""
    return Q(user=user, status__in=ParticipantStatus.seated())


@rule("events.view_plan")
def view_plan(user: Any) -> Q:
    """Its author, the body and the contact point that sent him, officers and both co-directors."""
    mine = Q(user=user) | delegation_of(delegated_by(user) & SENT) | within(held_by(user))
    return of_participant(mine)


@rule("events.edit_plan")
def edit_plan(user: Any) -> Q:
    """Its author, until it is endorsed."""
    return of_participant(Q(user=user)) & Q(status=PlanStatus.DRAFT)


@rule("events.submit_plan")
def submit_plan(user: Any) -> Q:
    """Its author."""
    return of_participant(Q(user=user))


@rule("events.endorse_plan")
def endorse_plan(user: Any) -> Q:
    """The focal points of the body that sent the author, and the contact point of the country; never the author."""
    return of_participant(delegation_of(nominated_by(user)) & ~Q(user=user))


@rule("events.report_progress")
def report_progress(user: Any) -> Q:
    """Its author, once the plan is endorsed."""
    return of_participant(Q(user=user)) & Q(status=PlanStatus.ENDORSED)


@rule("events.view_trip_report")
def view_trip_report(user: Any) -> Q:
    """Its author, the body and contact point, officers and co-directors; other participants if the author allows."""
    mine = Q(user=user) | delegation_of(delegated_by(user) & SENT) | within(held_by(user))
    shared = Participant.objects.filter(event__in=Event.objects.filter(attended_by(user)).values("pk"))
    return of_participant(mine) | Q(participant__in=shared.values("pk"), may_publish=True, submitted_at__isnull=False)


@rule("events.edit_trip_report")
def edit_trip_report(user: Any) -> Q:
    """Its author, until it is handed in."""
    return of_participant(Q(user=user)) & Q(submitted_at=None)


@rule("events.view_follow_up")
def view_follow_up(user: Any) -> Q:
    """On an event: officers and co-directors for all; those who came and the invited bodies for their own rows."""
    return held_by(user) | attended_by(user) | invited_by_delegation(user)


@rule("events.remind_follow_up")
def remind_follow_up(user: Any) -> Q:
    """On an event: its officers."""
    return run_by(user)


# --- Certificates ----------------------------------------------------------------------------------------------------


@rule("events.view_run")
def view_run(user: Any) -> Q:
    """Officers and both co-directors."""
    return within(held_by(user))


@rule("events.propose_certificates")
def propose_certificates(user: Any) -> Q:
    """On an event: its officers, once it was announced."""
    return run_by(user) & Q(status__in=(EventStatus.ANNOUNCED, EventStatus.CLOSED))


@rule("events.sign_certificates")
def sign_certificates(user: Any) -> Q:
    """The co-director of either side."""
    return both_sides(user)


@rule("events.withdraw_run")
def withdraw_run(user: Any) -> Q:
    """Programme officers."""
    return within(run_by(user))


@rule("events.view_certificate")
def view_certificate(user: Any) -> Q:
    """Its holder once it is issued, officers and both co-directors. Anybody else needs its code."""
    held = of_participant(Q(user=user)) & ~Q(status__in=(CertificateStatus.PROPOSED, CertificateStatus.WITHDRAWN))
    return held | of_participant(within(held_by(user)))


@rule("events.revoke_certificate")
def revoke_certificate(user: Any) -> Q:
    """Programme officers, with reasons."""
    return of_participant(within(run_by(user)))


# --- Reports ---------------------------------------------------------------------------------------------------------


@rule("events.view_report")
def view_report(user: Any) -> Q:
    """On an event: everybody appointed to its centre; everybody with a part in it, once it is closed."""
    return held_by(user) | part_of(user) & Q(status=EventStatus.CLOSED) | served_by(user) & KNOWN
