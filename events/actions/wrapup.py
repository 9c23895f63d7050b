"""Decisions and actions of the wrap-up meeting: written down, settled, carried to the next edition."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta

from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from calendars.directory import calendar_of
from core import journal, policies
from core.localised import LocalisedText
from core.refusal import RefusedError
from events import signals
from events.enums import EventStatus, OutcomeKind, OutcomeStatus
from events.models import Event, Outcome
from people.models import Country, Organisation, User

SOON = timedelta(days=7)


@transaction.atomic
def add_outcome(
    event: Event,
    *,
    by: User,
    kind: str,
    text: Mapping[str, str],
    country: Country | None = None,
    organisation: Organisation | None = None,
    due_on: date | None = None,
) -> Outcome:
    """Write down a decision or an action, under the next number of its kind.

    Refused for an action without the country that owes it and a date, and for a body of another country.
    """
    policies.require(by, "events.wrap_up", event)
    _refuse_ownerless(kind, country, organisation, due_on)
    row = Outcome.objects.create(
        event=event,
        kind=kind,
        number=_next_number(event, kind),
        text=LocalisedText(text),
        country=country,
        organisation=organisation,
        due_on=due_on,
    )
    journal.write(row, "add", by=by)
    return row


def _next_number(event: Event, kind: str) -> int:
    """The next number of the event; its row is held, so that two who write at once get two numbers."""
    Event.objects.select_for_update(of=("self",)).get(pk=event.pk)
    return (event.outcomes.filter(kind=kind).aggregate(last=Max("number"))["last"] or 0) + 1


def _refuse_ownerless(
    kind: str, country: Country | None, organisation: Organisation | None, due_on: date | None
) -> None:
    if kind == OutcomeKind.ACTION and (country is None or due_on is None):
        raise RefusedError(_("An action names the country that owes it and a date."))
    if organisation and country and organisation.country_id != country.pk:
        raise RefusedError(_("The body that owes it belongs to another country."))


def _open(outcome: Outcome, *, by: User, permission: str) -> Outcome:
    """The locked row; refused when it was settled or carried on."""
    row = Outcome.objects.select_for_update(of=("self",)).get(pk=outcome.pk)
    expect_open(row, by=by, permission=permission)
    return row


def expect_open(row: Outcome, *, by: User, permission: str) -> None:
    """Whether this person may change or settle it now, without doing so: for the page that asks for what it needs."""
    if row.status != OutcomeStatus.OPEN and Outcome.objects.visible_to(by).filter(pk=row.pk).exists():
        raise RefusedError(
            _("This is no longer open: it is now in the state “%(state)s”.") % {"state": row.get_status_display()}
        )
    policies.require(by, permission, row)


@transaction.atomic
def edit_outcome(
    outcome: Outcome,
    *,
    by: User,
    text: Mapping[str, str],
    country: Country | None = None,
    organisation: Organisation | None = None,
    due_on: date | None = None,
) -> Outcome:
    """Word it anew, or move its date; whoever owes it is reminded by the new date. Refused once it is settled."""
    row = _open(outcome, by=by, permission="events.edit_outcome")
    _refuse_ownerless(row.kind, country, organisation, due_on)
    if due_on != row.due_on:
        row.reminded_at = None
    before = row.due_on
    row.text, row.country, row.organisation, row.due_on = LocalisedText(text), country, organisation, due_on
    row.save(update_fields=["text", "country", "organisation", "due_on", "reminded_at"])
    journal.write(row, "edit", by=by, data={"due_before": str(before or ""), "due_on": str(due_on or "")})
    return row


@transaction.atomic
def settle_outcome(outcome: Outcome, *, by: User, status: str, result: str) -> Outcome:
    """Say that it was carried out, or dropped, and what became of it. Refused without that sentence."""
    if status not in {OutcomeStatus.DONE, OutcomeStatus.DROPPED}:
        message = f"Nothing is settled as {status}"
        raise ValueError(message)
    if not result.strip():
        raise RefusedError(_("Say what became of it: the next edition begins with that."))
    row = _open(outcome, by=by, permission="events.settle_outcome")
    _end(row, status, by=by, result=result.strip())
    signals.outcome_settled.send(Outcome, outcome=row, by=by)
    return row


def _end(row: Outcome, status: str, *, by: User, result: str = "") -> None:
    before, row.status, row.result, row.settled_at = row.status, status, result, timezone.now()
    row.save(update_fields=["status", "result", "settled_at"])
    journal.write(row, "settle", by=by, reason=result, from_state=before, to_state=status)


@transaction.atomic
def carry_outcomes(event: Event, *, to: Event, by: User) -> list[Outcome]:
    """Carry the open actions of an event to another edition, with owner and date; there they get new numbers.

    What was carried before, or settled, stays where it is, so that carrying twice changes nothing. Refused towards the
    same event and towards one that was cancelled.
    """
    policies.require(by, "events.wrap_up", event)
    policies.require(by, "events.wrap_up", to)
    if event.pk == to.pk or to.status == EventStatus.CANCELLED:
        raise RefusedError(_("Actions are carried to another edition that has not been cancelled."))
    list(Event.objects.select_for_update(of=("self",)).filter(pk__in=(event.pk, to.pk)).order_by("pk"))
    rows = Outcome.objects.open().filter(event=event, kind=OutcomeKind.ACTION).select_for_update(of=("self",))
    carried = []
    for number, row in enumerate(rows.order_by("number"), _next_number(to, OutcomeKind.ACTION)):
        copy = Outcome.objects.create(
            event=to,
            kind=row.kind,
            number=number,
            text=row.text,
            country_id=row.country_id,
            organisation_id=row.organisation_id,
            due_on=row.due_on,
            carried_from=row,
            reminded_at=row.reminded_at,
        )
        journal.write(copy, "carry", by=by, data={"from": row.pk})
        _end(row, OutcomeStatus.CARRIED, by=by)
        carried.append(copy)
    return carried


@transaction.atomic
def remind_of_outcome(outcome: Outcome, *, now: datetime | None = None) -> bool:
    """Tell those who owe it that the date is near, and once more when it has passed; returns whether anybody was told.

    The day is that of the country that owes it.
    """
    now = now or timezone.now()
    row = (
        Outcome.objects.select_for_update(of=("self",), skip_locked=True)
        .select_related("country")
        .filter(pk=outcome.pk, status=OutcomeStatus.OPEN, due_on__isnull=False)
        .first()
    )
    if row is None or row.country is None or row.due_on is None:
        return False
    calendar = calendar_of(row.country.calendar_id)
    today = calendar.date_of(now)
    reminded_on = calendar.date_of(row.reminded_at) if row.reminded_at else None
    if row.due_on < today and (reminded_on is None or reminded_on <= row.due_on):
        signal = signals.outcome_overdue
    elif today <= row.due_on <= today + SOON and reminded_on is None:
        signal = signals.outcome_due_soon
    else:
        return False
    row.reminded_at = now
    row.save(update_fields=["reminded_at"])
    signal.send(Outcome, outcome=row, by=None)
    return True
