"""What is to be done because of a decision: given to a side, chased by the clock, settled with what became of it."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta

from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from agreements import signals
from agreements.enums import ActionStatus, DecisionStatus, Owner
from agreements.models import Action, Decision
from agreements.workflow import deciding
from agreements.working_days import working_days_until
from calendars.directory import calendar_of, joint
from calendars.working_time import OfficeCalendar
from core import journal, policies
from core.localised import LocalisedText
from core.refusal import RefusedError
from people.models import Centre, Organisation, User

MOST = 50  # of one decision
WARNED = 3  # working days of the owner before it is due
FARTHEST = 30  # days: no three working days lie further apart
AGAIN = timedelta(days=7)


def owner_calendar(centre: Centre, owner: str) -> OfficeCalendar:
    """The days of whoever must act: of the side, or those that both sides work."""
    if owner == Owner.BOTH:
        return joint(*centre.side_codes())
    return calendar_of(centre.side_country(owner).calendar_id)


@transaction.atomic
def write_action(
    decision: Decision,
    *,
    by: User,
    text: Mapping[str, str],
    owner: str,
    due_on: date,
    organisation: Organisation | None = None,
) -> Action:
    """Write down what a side, or both, owe because of the decision. Whoever owes it is told once it is adopted.

    Refused while both sides have the decision before them, since they sign it with its actions, and of one that was
    not adopted.
    """
    row = deciding.lock(decision)
    policies.require(by, "agreements.write_action", row)
    expect_open(row)
    number = (row.actions.aggregate(last=Max("number"))["last"] or 0) + 1
    if number > MOST:
        raise RefusedError(_("%(count)d actions are the most a decision has.") % {"count": MOST})
    action = Action.objects.create(
        decision=row,
        number=number,
        text=LocalisedText(text),
        owner=owner,
        organisation=organisation,
        due_on=due_on,
    )
    journal.write(action, "write", by=by)
    if row.status == DecisionStatus.ADOPTED:
        signals.action_given.send(Action, action=action, by=by)
    return action


def expect_open(decision: Decision) -> None:
    """Refuse in words where nothing is added to what is to be done."""
    if decision.status == DecisionStatus.PROPOSED:
        raise RefusedError(_("Both sides have the decision before them: they sign it with the actions it has."))
    if decision.status == DecisionStatus.REJECTED:
        raise RefusedError(_("The decision was not adopted: nothing is to be done because of it."))


@transaction.atomic
def edit_action(
    action: Action,
    *,
    by: User,
    text: Mapping[str, str],
    owner: str,
    due_on: date,
    organisation: Organisation | None = None,
) -> Action:
    """Word it anew, while the decision is a draft. What both sides have signed is changed by a later decision."""
    decision = deciding.lock(action.decision)
    policies.require(by, "agreements.write_action", decision)
    if decision.status != DecisionStatus.DRAFT:
        raise RefusedError(_("What was laid before both sides is changed by a later decision, not here."))
    row = Action.objects.select_for_update(of=("self",)).get(pk=action.pk, decision=decision)
    row.text, row.owner, row.organisation, row.due_on = LocalisedText(text), owner, organisation, due_on
    row.save(update_fields=["text", "owner", "organisation", "due_on"])
    journal.write(row, "edit", by=by)
    return row


def expect_owed(action: Action, *, by: User) -> None:
    """403 for whoever does not answer for it; refused in words when it is settled, or not owed yet."""
    if action.decision.status != DecisionStatus.ADOPTED:
        policies.require(by, "agreements.view_action", action)
        raise RefusedError(_("The decision has not been adopted: nobody owes this yet."))
    policies.require(by, "agreements.settle_action", action)
    if action.status != ActionStatus.OPEN:
        raise RefusedError(_("This action is settled already: %(state)s.") % {"state": action.get_status_display()})


@transaction.atomic
def settle_action(action: Action, *, by: User, status: str, result: str) -> Action:
    """Say what became of it, and be chased no more: done, or dropped. Refused without a word on it."""
    if status not in (ActionStatus.DONE, ActionStatus.DROPPED):
        message = f"Nothing is settled as {status}"
        raise ValueError(message)
    if not result.strip():
        raise RefusedError(_("Say what became of it: the next session begins with that."))
    row = Action.objects.select_for_update(of=("self",)).select_related("decision").get(pk=action.pk)
    expect_owed(row, by=by)
    centre = row.decision.session.centre
    row.status, row.result = status, result.strip()
    row.settled_on = owner_calendar(centre, row.owner).date_of(timezone.now())
    row.save(update_fields=["status", "result", "settled_on"])
    journal.write(row, "settle", by=by, reason=row.result, from_state=ActionStatus.OPEN, to_state=status)
    signals.action_settled.send(Action, action=row, by=by)
    return row


# --- By the clock ----------------------------------------------------------------------------------------------------


@transaction.atomic
def remind_of_action(action: Action, *, now: datetime | None = None) -> bool:
    """Tell those who owe it: three working days of theirs before, and each week once it is late.

    Returns whether anybody was told. The day is that of whoever owes it.
    """
    row = (
        Action.objects.select_for_update(of=("self",), skip_locked=True)
        .select_related("decision__session__committee__centre__side_a", "decision__session__committee__centre__side_b")
        .filter(pk=action.pk, status=ActionStatus.OPEN, decision__status=DecisionStatus.ADOPTED)
        .first()
    )
    if row is None:
        return False
    calendar = owner_calendar(row.decision.session.centre, row.owner)
    today = calendar.date_of(now or timezone.now())
    if not _is_to_be_told(row, today, calendar):
        return False
    row.reminded_on = today
    row.save(update_fields=["reminded_on"])
    signals.action_due.send(Action, action=row, by=None)
    return True


def _is_to_be_told(action: Action, today: date, calendar: OfficeCalendar) -> bool:
    told = action.reminded_on
    if today > action.due_on:
        return told is None or told <= action.due_on or today - told >= AGAIN
    if told is not None or (action.due_on - today).days > FARTHEST:
        return False
    return working_days_until(action.due_on, today, calendar) <= WARNED
