"""The list for the gate of a site visit: made for its host, due before the visit, gone soon after it."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from calendars.directory import calendar_of
from calendars.working_time import working_days_between
from core import journal, policies
from core.refusal import RefusedError
from core.sealing import UnreadableError
from events import signals
from events.enums import EventStatus
from events.models import Participant, Session, Visit
from events.travel import KEEP_AFTER, open_sealed
from events.visitors import visitors_of
from people.models import User

SOON = 2  # working days of the host
NEAR = timedelta(days=14)  # no list farther away is looked at; even long holidays fit in
BATCH = 200


@dataclass(frozen=True)
class Line:
    """One visitor, as the gate wants him. Nationality and number only where the gate asks for passports."""

    participant: Participant
    group: Any
    nationality: str = ""
    number: str = ""


def gone_at(session: Session) -> datetime | None:
    """From when on the list is not made any more."""
    return session.ends_at + KEEP_AFTER if session.ends_at else None


@transaction.atomic
def make_gate_list(session: Session, *, by: User, form: str) -> list[Line]:
    """The visitors with what the gate asks for. Each making stands in the journal: who, when, of whom; no fact.

    Refused for a visit that is cancelled, and five days after it: nobody needs the numbers any more.
    """
    policies.require(by, "events.view_gate_list", session)
    gone = gone_at(session)
    if session.cancelled_at is not None:
        raise RefusedError(_("The visit is cancelled: there is no list for its gate."))
    if gone is not None and gone <= timezone.now():
        raise RefusedError(_("The visit is over: its list for the gate is not made any more."))
    visit = Visit.objects.filter(session=session).first()
    asks = visit is not None and visit.needs_passport
    lines = [_line(one, group, asks=asks) for one, group in visitors_of(session)]
    journal.write(
        session, "make_gate_list", by=by, data={"form": form, "people": [one.participant.pk for one in lines]}
    )
    return lines


def _line(participant: Participant, group: Any, *, asks: bool) -> Line:
    file = getattr(participant, "travel", None) if asks else None
    if file is None:
        return Line(participant, group)
    try:
        facts = open_sealed(file).facts
    except UnreadableError:  # stands as missing: the page of the person says why
        return Line(participant, group)
    return Line(participant, group, facts.get("nationality", ""), facts.get("passport_number", ""))


@transaction.atomic
def mark_gate_list_sent(session: Session, *, by: User) -> Visit:
    """Note that the host has the list. Done again after a change, the newest sending counts."""
    policies.require(by, "events.view_gate_list", session)
    if session.cancelled_at is not None:
        raise RefusedError(_("The visit is cancelled: there is no list for its gate."))
    Visit.objects.get_or_create(session=session)
    visit = Visit.objects.select_for_update().get(session=session)
    visit.gate_list_sent_at = timezone.now()
    visit.save(update_fields=["gate_list_sent_at"])
    journal.write(session, "send_gate_list", by=by)
    return visit


# --- By the clock ----------------------------------------------------------------------------------------------------


def lists_near() -> list[int]:
    """The visits whose list may have to be reminded of."""
    rows = Visit.objects.filter(
        gate_list_sent_at=None,
        gate_reminded_at=None,
        gate_list_due_at__lte=timezone.now() + NEAR,
        session__cancelled_at=None,
        session__ends_at__gt=timezone.now(),
        session__event__status=EventStatus.ANNOUNCED,
    )
    return list(rows.order_by("gate_list_due_at", "pk").values_list("pk", flat=True)[:BATCH])


@transaction.atomic
def remind_of_gate_list(pk: int) -> bool:
    """Tell the travel desk once, two working days of the host before the list is due."""
    rows = Visit.objects.select_for_update(of=("self",), skip_locked=True).select_related(
        "session__event", "session__stop__country"
    )
    visit = rows.filter(pk=pk, gate_list_sent_at=None, gate_reminded_at=None).first()
    if visit is None or visit.gate_list_due_at is None:
        return False
    calendar = calendar_of(visit.session.stop.country.calendar_id)
    if working_days_between(timezone.now(), visit.gate_list_due_at, calendar) > SOON:
        return False
    visit.gate_reminded_at = timezone.now()
    visit.save(update_fields=["gate_reminded_at"])
    journal.write(visit.session, "gate_list_due", by=None)
    signals.gate_list_due.send(Session, session=visit.session, by=None)
    return True
