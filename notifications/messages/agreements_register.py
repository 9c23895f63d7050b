"""What is told of agreements, and of what was promised in them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from django.utils.dateparse import parse_date
from django.utils.translation import gettext_lazy as _

from agreements import signals
from agreements.enums import AgreementStatus, AlertKind, CommitmentStatus
from agreements.models import Agreement, Commitment
from agreements.workflow import fulfilling, recording
from calendars.moments import write_day
from notifications.audience import agreements_register as to
from notifications.messages.kind import Kind, Said, entry_of

if TYPE_CHECKING:
    from datetime import date

    from notifications.matters.matter import Reader
    from notifications.news import News


def _written(day: date | None) -> str:
    return write_day(day, "weekday") if day else ""


def _awaited(news: News, _reader: Reader) -> dict[str, Any]:
    """Whether the reader's key is among those that are missing."""
    awaited = Agreement.objects.filter(recording.awaiting(news.reader), pk=news.record.pk).exists()
    return {"awaited": bool(news.reader) and awaited}


def _reasons(said: Said) -> dict[str, Any]:
    return {"entry": entry_of(said["agreement"])}


def _reasons_of_commitment(said: Said) -> dict[str, Any]:
    return {"entry": entry_of(said["commitment"])}


def _alert(said: Said) -> dict[str, Any]:
    alert = said["alert"]
    return {"of": alert.kind, "months": alert.months, "day": alert.day.isoformat()}


def _alert_words(news: News) -> dict[str, Any]:
    day = parse_date(news.row.context.get("day", ""))
    return {"day": _written(day), "is_notice": news.row.context.get("of") == AlertKind.NOTICE}


def _still_runs_out(news: News) -> bool:
    """Not prolonged, changed or ended since."""
    record: Agreement = news.record
    day = record.notice_by() if news.row.context.get("of") == AlertKind.NOTICE else record.ends_on
    is_same = bool(day) and day.isoformat() == news.row.context.get("day")  # type: ignore[union-attr]
    return is_same and record.status in AgreementStatus.standing()


def _last_day(news: News) -> dict[str, Any]:
    return {"day": _written(news.record.ends_on), "end": news.record.get_end_kind_display()}


def _end_words(news: News) -> dict[str, Any]:
    return {"day": _written(news.record.ended_on), "end": news.record.get_end_kind_display()}


def _due(news: News) -> dict[str, Any]:
    return {"day": _written(news.record.due_on)}


def _chased(said: Said) -> object:
    commitment: Commitment = said["commitment"]
    at = commitment.reminded_at
    return f"{commitment.pk}:{at.isoformat() if at else ''}"


def _is_owed(news: News) -> bool:
    return bool(news.record.status == CommitmentStatus.OPEN)


def _own_key(news: News, _reader: Reader) -> dict[str, Any]:
    awaited = Commitment.objects.filter(fulfilling.awaiting(news.reader), pk=news.record.pk).exists()
    return {"awaited": bool(news.reader) and awaited}


of_agreement = partial(Kind, about="agreement", rule="agreements.view")
of_commitment = partial(Kind, about="commitment", rule="agreements.view_commitment", words=_due)

MESSAGES: list[Kind] = [
    of_agreement(
        "agreement_proposed",
        signals.agreement_proposed,
        _("The record of an agreement waits for my key"),
        to.told_directors,
        asks_in=AgreementStatus.PROPOSED,
        letter_words=_awaited,
    ),
    of_agreement(
        "agreement_key_turned",
        signals.agreement_key_turned,
        _("The other side signed for an agreement"),
        to.told_other_side,
        letter_words=_awaited,
        at_once=True,
    ),
    of_agreement(
        "agreement_recorded",
        signals.agreement_recorded,
        _("An agreement was put into the register"),
        to.told_recorded,
    ),
    of_agreement(
        "agreement_returned",
        signals.agreement_returned,
        _("The record of an agreement was returned to me"),
        to.told_author,
        context=_reasons,
    ),
    of_agreement(
        "agreement_end_proposed",
        signals.agreement_end_proposed,
        _("It is proposed that an agreement ends"),
        to.told_directors,
        context=_reasons,
        words=_end_words,
        letter_words=_awaited,
        at_once=True,
    ),
    of_agreement(
        "agreement_kept",
        signals.agreement_kept,
        _("An agreement stays in force"),
        to.told_staff,
        context=_reasons,
    ),
    of_agreement(
        "agreement_ended",
        signals.agreement_ended,
        _("An agreement has ended"),
        to.told_ended,
        words=_end_words,
    ),
    of_agreement(
        "agreement_prolonged",
        signals.agreement_prolonged,
        _("An agreement was prolonged by itself"),
        to.told_staff,
        words=_last_day,
    ),
    of_agreement(
        "agreement_alert",
        signals.agreement_alert,
        _("An agreement expires, or the last day for notice is near"),
        to.told_staff,
        event=lambda said: said["alert"].pk,
        context=_alert,
        words=_alert_words,
        in_office_hours=True,
        is_still_due=_still_runs_out,
    ),
    of_commitment(
        "commitment_reported",
        signals.commitment_reported,
        _("A commitment was reported as fulfilled"),
        to.told_reported,
        asks_in=CommitmentStatus.REPORTED,
        letter_words=_own_key,
    ),
    of_commitment(
        "commitment_confirmed",
        signals.commitment_confirmed,
        _("The other side confirmed a commitment"),
        to.told_confirmed,
    ),
    of_commitment(
        "commitment_refused",
        signals.commitment_refused,
        _("The other side returned the report of a commitment"),
        to.told_owing,
        context=_reasons_of_commitment,
    ),
    of_commitment(
        "commitment_key_turned",
        signals.commitment_key_turned,
        _("The other side would drop a commitment"),
        to.told_other_key,
        at_once=True,
    ),
    of_commitment(
        "commitment_dropped",
        signals.commitment_dropped,
        _("A commitment was dropped by both sides"),
        to.told_dropped,
    ),
    of_commitment(
        "commitment_due",
        signals.commitment_due,
        _("A commitment of ours is due or late"),
        to.told_owing,
        event=_chased,
        in_office_hours=True,
        is_still_due=_is_owed,
    ),
]
