"""Write an action plan, have it endorsed, and say what became of it.

`by=None` is an author without an account, or a superior: both come by a link that only they were sent, and the view has
found the row by its secret.
"""

import hmac
from collections.abc import Iterable
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from core import journal, policies
from core.refusal import RefusedError
from events import signals
from events.enums import PlanMonth, PlanStatus, Progress
from events.following import after_months
from events.models import ActionPlan, Participant, PlanActivity, PlanCheck, Session
from events.models.delegations import new_secret
from events.workflow import planning
from people.models import User

TEXTS = ("title", "problem", "objective", "stakeholders", "resources", "outputs", "risks", "support")
Activity = dict[str, Any]  # what, owner, from_month, to_month


def expect_author(participant: Participant, *, by: User | None) -> None:
    """Raise unless the person may write for the participant. Who has an account signs in: the link is not enough."""
    if by is not None:
        policies.require(by, "events.owe_papers", participant)
    elif participant.user_id is not None:
        raise PermissionDenied("events.owe_papers")
    if not participant.holds_a_seat():
        raise RefusedError(_("Only those who hold a place in the event write a plan and a report."))


def _author_locked(participant: Participant, *, by: User | None) -> Participant:
    row = Participant.objects.select_for_update(of=("self",)).select_related("event").get(pk=participant.pk)
    expect_author(row, by=by)
    return row


def expect_draft(plan: ActionPlan) -> None:
    """Refuse to edit what others have before them, in words."""
    if plan.status != PlanStatus.DRAFT:
        raise RefusedError(
            _("Only a draft is edited: the plan is now in the state “%(state)s”.")
            % {"state": planning.state_label(plan.status)}
        )


@transaction.atomic
def write_plan(
    participant: Participant,
    *,
    by: User | None,
    seen: int,
    language: str,
    session: Session | None = None,
    activities: Iterable[Activity] = (),
    **texts: str,
) -> ActionPlan:
    """Keep what was written; nothing has to be complete before the plan is sent.

    `seen` is the revision the writer had before him (1 for a plan not yet begun): refused when it was saved elsewhere
    since, so that a second window overwrites nothing.
    """
    person = _author_locked(participant, by=by)
    plan, created = ActionPlan.objects.select_for_update().get_or_create(participant=person)
    expect_draft(plan)
    if plan.revision != seen:
        raise RefusedError(
            _(
                "The plan was saved in another window after you opened it."
                " Open it anew and add what you have written here."
            )
        )
    if unknown := set(texts) - set(TEXTS):
        message = f"Not texts of a plan: {sorted(unknown)}"
        raise TypeError(message)
    if session is not None and session.event_id != person.event_id:
        raise RefusedError(_("Choose a session of this event."))
    for name, text in texts.items():
        setattr(plan, name, text)
    plan.language, plan.session = language, session
    is_first = created or plan.revision == 1
    plan.revision += 1
    plan.updated_at = timezone.now()
    plan.save()
    plan.activities.all().delete()
    PlanActivity.objects.bulk_create(
        PlanActivity(plan=plan, position=position, **activity) for position, activity in enumerate(activities, 1)
    )
    if is_first:
        journal.write(plan, "begin", by=by, reason="" if by else person.display_name)
    return plan


def lacking(plan: ActionPlan) -> list[str]:
    """What a plan still lacks before it may be sent, a sentence each."""
    wanted = [
        (plan.title, _("Give the plan a title.")),
        (plan.problem, _("Describe the problem.")),
        (plan.objective, _("Write the objective.")),
        (plan.activities.exists(), _("Name at least one activity.")),
        (plan.outputs, _("Write the expected results, and how they are measured.")),
    ]
    return [sentence for value, sentence in wanted if not value]


@transaction.atomic
def submit_plan(plan: ActionPlan, *, by: User | None, superior_name: str, superior_email: str) -> ActionPlan:
    """Send the plan to the superior, who gets a link that opens it once; the focal points may endorse it as well.

    Refused while something is missing, without anybody who could endorse it, and where one would endorse the own plan.
    """
    row = planning.lock(plan)
    person = _author_locked(row.participant, by=by)
    expect_draft(row)
    if sentences := lacking(row):
        raise RefusedError(" ".join(sentences))
    if not superior_email and person.delegation_id is None:
        raise RefusedError(_("Write the e-mail address of your superior: nobody else can endorse the plan."))
    if superior_email and superior_email.lower() in {person.email.lower(), by.email if by else ""}:
        raise RefusedError(_("Write the address of your superior: nobody endorses the own plan."))
    person.superior_name, person.superior_email = superior_name, superior_email
    person.save(update_fields=["superior_name", "superior_email"])
    now = timezone.now()
    row = planning.take(
        row,
        "submit",
        by=by,
        reason="" if by else person.display_name,
        submitted_at=now,
        updated_at=now,
        returned_reason="",
        secret=new_secret(),  # the link of an earlier sending opens nothing any more
    )
    signals.plan_submitted.send(ActionPlan, plan=row, by=by)
    return row


@transaction.atomic
def endorse_plan(plan: ActionPlan, *, by: User) -> ActionPlan:
    """Endorse a plan as focal point or contact point. From here it is asked about for a year."""
    row = _take(plan, "endorse", by=by, endorsed_at=timezone.now(), endorsed_by_name=by.name_of_record())
    return _after_endorsing(row, by=by)


@transaction.atomic
def return_plan(plan: ActionPlan, *, by: User, reason: str) -> ActionPlan:
    """Give the plan back with reasons; the author edits it and sends it again."""
    _expect_reasons(reason)
    row = _take(plan, "return", by=by, reason=reason, returned_reason=reason, submitted_at=None)
    signals.plan_returned.send(ActionPlan, plan=row, by=by, reason=reason)
    return row


@transaction.atomic
def endorse_plan_by_link(plan: ActionPlan, *, secret: str, name: str) -> ActionPlan:
    """Endorse a plan as the superior, by the link in the letter; the journal keeps the name that was typed.

    Refused without a name, once the link was used, and with the link of an earlier sending.
    """
    opened = _opened_by(plan, secret, name)
    row = _take(opened, "endorse", by=None, reason=name, endorsed_at=timezone.now(), endorsed_by_name=name)
    return _after_endorsing(row, by=None)


@transaction.atomic
def return_plan_by_link(plan: ActionPlan, *, secret: str, name: str, reason: str) -> ActionPlan:
    """Give the plan back as the superior, with reasons."""
    opened = _opened_by(plan, secret, name)
    _expect_reasons(reason)
    said = f"{name}: {reason}"
    row = _take(opened, "return", by=None, reason=said, returned_reason=reason, submitted_at=None)
    signals.plan_returned.send(ActionPlan, plan=row, by=None, reason=reason)
    return row


def _opened_by(plan: ActionPlan, secret: str, name: str) -> ActionPlan:
    row = planning.lock(plan)
    if not hmac.compare_digest(row.secret, secret) or row.status != PlanStatus.SUBMITTED:
        raise RefusedError(_("This link has been used, or a newer version of the plan was sent since."))
    if not name.strip():
        raise RefusedError(_("Write your name: the plan bears it."))
    return row


def _expect_reasons(reason: str) -> None:
    if not reason.strip():
        raise RefusedError(_("Give the reasons: the author reads them and revises the plan."))


def _take(plan: ActionPlan, step: str, *, by: User | None, reason: str = "", **changes: Any) -> ActionPlan:
    return planning.take(plan, step, by=by, reason=reason, updated_at=timezone.now(), **changes)


def _after_endorsing(plan: ActionPlan, *, by: User | None) -> ActionPlan:
    _open_checks(plan)
    signals.plan_endorsed.send(ActionPlan, plan=plan, by=by)
    return plan


def _open_checks(plan: ActionPlan) -> None:
    """Lay down when the plan is asked about. What was past before the endorsement is not asked, but for the last."""
    days = {month: after_months(plan.participant.event.ends_on, month) for month in PlanMonth}
    today = timezone.localdate()
    wanted = [month for month in PlanMonth if days[month] >= today] or [PlanMonth.TWELVE]
    PlanCheck.objects.bulk_create(PlanCheck(plan=plan, months=month, due_on=days[month]) for month in wanted)


@transaction.atomic
def report_progress(
    check: PlanCheck, *, by: User | None, progress: str, reason: str = "", evidence: str = ""
) -> PlanCheck:
    """Say where the plan stands. Late answers are welcome; a second one is refused: what was said is on record.

    Refused before it was asked, and when the plan was dropped without a reason.
    """
    row = PlanCheck.objects.select_for_update(of=("self",)).select_related("plan__participant").get(pk=check.pk)
    plan = row.plan
    if by is not None:
        policies.require(by, "events.report_progress", plan)
    expect_author(plan.participant, by=by)
    if row.answered_at:
        raise RefusedError(_("This question has been answered already. The next one can say what changed."))
    if row.asked_at is None and row.due_on > timezone.localdate():
        raise RefusedError(_("The plan has not been asked about yet."))
    if Progress(progress) == Progress.DROPPED and not reason.strip():
        raise RefusedError(_("Say why the plan was dropped: those who advise others read it."))
    row.progress, row.reason, row.evidence = Progress(progress), reason, evidence
    row.answered_at = timezone.now()
    row.asked_at = row.asked_at or row.answered_at
    row.save(update_fields=["progress", "reason", "evidence", "answered_at", "asked_at"])
    name = "" if by else plan.participant.display_name
    journal.write(plan, "report_progress", by=by, reason=name, data={"months": row.months, "progress": row.progress})
    signals.plan_progress_reported.send(ActionPlan, plan=plan, check=row, by=by)
    return row
