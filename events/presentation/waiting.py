"""What waits for a person in events: asked once for the desk, and once for the page of one event. Reads only.

Each kind of work is one subquery that answers with the number of the first row that waits, so that the whole desk
costs one query however many kinds there are.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db.models import IntegerField, Model, OuterRef, Q, QuerySet, Subquery
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from core import policies
from events.enums import EventStatus, OutcomeKind, OutcomeStatus, ParticipantStatus, PlanStatus
from events.models import (
    ActionPlan,
    CertificateRun,
    Delegation,
    Event,
    Minutes,
    Outcome,
    Participant,
    ParticipantList,
    PlanCheck,
    Questionnaire,
    Release,
    TripReport,
)
from events.workflow import accepting, inviting, minuting, releasing, signing, taking_part
from people.enums import Function

OUTCOMES_AHEAD = timedelta(days=30)


@dataclass(frozen=True)
class Work:
    """One kind of work: which rows wait for this person, what is wanted, and where it is done."""

    name: str
    rows: Callable[[Any], QuerySet[Any]]
    sentence: Promise
    route: str
    column: str = "pk"
    path: str = "event"
    functions: tuple[Function, ...] = ()

    def concerns(self, user: Any) -> bool:
        """Whether anybody with the functions of this person can have such work."""
        return not self.functions or user.standing.holds(*self.functions)

    def url(self, event: Event, value: int) -> str:
        """The page where it is done."""
        args = [event.reference, value] if self.column else [event.reference]
        return reverse(f"events:{self.route}", args=args)


def _signing(model: type[Model], workflow: Any, step: str) -> Callable[[Any], QuerySet[Any]]:
    return lambda user: model._default_manager.filter(workflow.awaiting(user), status__in=workflow.steps[step].sources)


def _nominating(user: Any) -> QuerySet[Any]:
    here = inviting.steps["submit"].sources
    return Delegation.objects.filter(policies.q("events.nominate", user), status__in=here)


def _forwarding(user: Any) -> QuerySet[Any]:
    here = inviting.steps["forward"].sources
    return Delegation.objects.filter(policies.q("events.forward_nomination", user), status__in=here)


def _checking(user: Any) -> QuerySet[Any]:
    here = taking_part.steps["check"].sources
    return Participant.objects.filter(policies.q("events.check_participant", user), status__in=here)


def _approving(user: Any) -> QuerySet[Any]:
    here = taking_part.steps["approve"].sources
    return Participant.objects.filter(policies.q("events.approve_registration", user), status__in=here)


def _confirming(user: Any) -> QuerySet[Any]:
    return Participant.objects.filter(user=user, status=ParticipantStatus.ACCEPTED, delegation__isnull=False)


def _answering(user: Any) -> QuerySet[Any]:
    return Questionnaire.objects.open().filter(policies.q("events.answer_questionnaire", user))


def _planning(user: Any) -> QuerySet[Any]:
    """The plan that was asked for and is not sent: a row lies there from the end of the wrap-up meeting on."""
    return Participant.objects.seated().filter(user=user, plan__status=PlanStatus.DRAFT)


def _progress(user: Any) -> QuerySet[Any]:
    return PlanCheck.objects.filter(
        plan__participant__user=user, plan__status=PlanStatus.ENDORSED, asked_at__isnull=False, answered_at=None
    )


def _reporting(user: Any) -> QuerySet[Any]:
    return TripReport.objects.filter(participant__user=user, submitted_at=None)


def _endorsing(user: Any) -> QuerySet[Any]:
    return ActionPlan.objects.filter(policies.q("events.endorse_plan", user), status=PlanStatus.SUBMITTED)


def _owing(user: Any) -> QuerySet[Any]:
    near = timezone.localdate() + OUTCOMES_AHEAD
    owed = Outcome.objects.filter(kind=OutcomeKind.ACTION, status=OutcomeStatus.OPEN, due_on__lte=near)
    found = policies.NOBODY
    if countries := user.standing.country_codes(Function.CONTACT_POINT):
        found |= Q(country__in=countries)
    if bodies := user.standing.organisation_ids(Function.FOCAL_POINT):
        found |= Q(organisation__in=bodies)
    return owed.filter(found)


def _owing_here(user: Any) -> QuerySet[Any]:
    return _owing(user).filter(event__announced_at__isnull=False)


def _owing_ahead(user: Any) -> QuerySet[Any]:
    """What was carried to an edition that is not announced is known by the one it came from."""
    return _owing(user).filter(event__announced_at=None)


SIGNERS = (Function.CO_DIRECTOR,)
SENDERS = (Function.FOCAL_POINT, Function.CONTACT_POINT)
STAFF = (Function.OFFICER,)

OWED = _("Say what became of the actions your side owes.")

WORKS = (
    Work("release", _signing(Release, releasing, "release"), _("Sign the programme."), "release", "version", functions=SIGNERS),
    Work("list", _signing(ParticipantList, accepting, "accept"), _("Sign the list of participants."), "participant_list", "number", functions=SIGNERS),
    Work("minutes", _signing(Minutes, minuting, "agree"), _("Sign the minutes."), "minutes", "version", functions=SIGNERS),
    Work("run", _signing(CertificateRun, signing, "sign"), _("Sign the certificates."), "certificate_run", "number", functions=SIGNERS),
    Work("nominate", _nominating, _("Nominate your participants."), "delegation", functions=SENDERS),
    Work("forward", _forwarding, _("Check the nomination, then forward it or return it with reasons."), "delegation", functions=SENDERS),
    Work("check", _checking, _("Check the nominations that have come in."), "delegations", "", functions=STAFF),
    Work("approve", _approving, _("Decide on the registrations that wait."), "participants", "", functions=STAFF),
    Work("endorse", _endorsing, _("Endorse the action plans of your colleagues."), "plan", "participant_id", "participant__event", functions=SENDERS),
    Work("owe", _owing_here, OWED, "wrap_up", "", functions=SENDERS),
    Work("owe_ahead", _owing_ahead, OWED, "wrap_up", "", "carried_from__event", functions=SENDERS),
    Work("confirm", _confirming, _("Confirm that you come."), "participant"),
    Work("answer", _answering, _("Answer the questionnaire."), "questionnaire"),
    Work("plan", _planning, _("Write your action plan and send it to your superior."), "plan"),
    Work("progress", _progress, _("Say how far your action plan has come."), "plan", "plan__participant_id", "plan__participant__event"),
    Work("report", _reporting, _("Write the report of your journey."), "trip_report", "participant_id", "participant__event"),
)  # fmt: skip


@dataclass(frozen=True)
class Asked:
    """What is wanted from this reader in one event: a sentence, and the page where it is done."""

    sentence: str | Promise
    url: str
    name: str


def with_waiting(rows: Any, user: Any) -> Any:
    """Events with a column for each kind of work this person can have: the number of the first row that waits."""
    columns = {}
    for work in _works_of(user):
        found = work.rows(user).filter(**{work.path: OuterRef("pk")}).order_by("pk")
        columns[f"waits_{work.name}"] = Subquery(found.values(work.column or "pk")[:1], output_field=IntegerField())
    return rows.annotate(**columns)


def waiting_events(user: Any) -> Any:
    """The events in which something waits for this person: found from what waits, for the archive only grows."""
    works = _works_of(user)
    if not works:
        return with_waiting(Event.objects.none(), user)
    first, *others = (work.rows(user).order_by().values_list(work.path) for work in works)
    rows = Event.objects.filter(pk__in=first.union(*others)).exclude(status=EventStatus.CANCELLED)
    return with_waiting(rows, user)


def asked_of(event: Event, user: Any) -> list[Asked]:
    """What waits for this person in one event, from the columns of `with_waiting`; none for a visitor."""
    if not user.is_authenticated:
        return []
    found = []
    for work in _works_of(user):
        value = getattr(event, f"waits_{work.name}", None)
        if value is not None:
            found.append(Asked(work.sentence, work.url(event, value), work.name))
    return found


def _works_of(user: Any) -> list[Work]:
    return [work for work in WORKS if work.concerns(user)] if user.is_authenticated else []


def nominations_due(event: Event) -> datetime | None:
    """The moment that hangs over an event on the desk."""
    now = timezone.now()
    moments = [one for one in (event.nominations_due_at, event.papers_due_at) if one and one > now]
    return min(moments) if moments else None
