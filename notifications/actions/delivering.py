"""Sending letters: one connection a batch, one transaction a letter."""

from datetime import datetime, timedelta
from smtplib import SMTPDataError, SMTPException, SMTPRecipientsRefused, SMTPResponseException, SMTPServerDisconnected
from types import TracebackType
from typing import Any, Self

import structlog
from django.core.mail import get_connection
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from calendars.working_time import add_working_time
from core.kept import steady
from notifications.digests import compose_digest
from notifications.enums import State
from notifications.hours import country_of, is_open, next_open, offices_of
from notifications.letters import compose
from notifications.messages.registry import KINDS
from notifications.models import Delivery

BATCH = 100
MOST_ATTEMPTS = 8
FIRST_WAIT, LONGEST_WAIT = timedelta(minutes=1), timedelta(hours=6)
PERMANENT = range(500, 600)
SERVICE_CLOSES = 421
log = structlog.get_logger("portal.mail")


class UnreachableError(Exception):
    """The mail server cannot be reached, or has hung up: the batch ends here."""


class Line:
    """The connection of one batch, opened when there is a first letter to send."""

    def __init__(self) -> None:
        self.backend: Any = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self.backend is not None:
            self.backend.close()

    def open(self) -> Any:
        """The open connection. Raises UnreachableError when there is none to be had."""
        if self.backend is None:
            backend = get_connection()
            try:
                backend.open()
            except OSError as error:  # SMTPException is one
                raise UnreachableError(_said(error)) from error
            self.backend = backend
        return self.backend


def deliver_due(limit: int = BATCH) -> int:
    """Send what is due, at most `limit` letters; returns how many were dealt with, whatever became of them.

    Several workers may do this at once: each letter is locked by the one that sends it. A worker that is killed leaves
    its letter unsent, or sent and not marked; the next attempt then repeats it under the same Message-ID. While the
    server cannot be reached, no letter uses up an attempt.
    """
    done = 0
    with Line() as line:
        try:
            while done < limit and _deliver_next(line):
                done += 1
        except UnreachableError as error:
            log.warning("mail_server_unreachable", error=str(error), sent=done)
    return done


@transaction.atomic
def send_again(letters: QuerySet[Delivery]) -> int:
    """Give letters that failed a fresh start, under the Message-ID they had; returns how many."""
    fresh = {"state": State.PENDING, "attempts": 0, "next_try_at": timezone.now(), "last_error": ""}
    return letters.filter(state=State.FAILED).update(**fresh)


@steady()
def _deliver_next(line: Line) -> bool:
    """Deal with the letter that waits longest, in a transaction of its own. False when none is due."""
    hung_up = None
    with transaction.atomic():
        waiting = Delivery.objects.due().select_related(
            "notification__user", "notification__content_type", "digest__user"
        )
        letter = waiting.select_for_update(skip_locked=True, of=("self",)).first()
        if letter is None:
            return False
        if (opens := _may_go_at(letter)) > timezone.now():
            letter.next_try_at = opens
            letter.save(update_fields=["next_try_at"])
            return True
        try:
            with transaction.atomic():
                message = compose_digest(letter) if letter.digest_id else compose(letter)
            if message is None:
                letter.state = State.CANCELLED
            else:
                message.connection = line.open()
                message.send()
                letter.state, letter.sent_at, letter.last_error = State.SENT, timezone.now(), ""
        except UnreachableError:
            raise
        except Exception as error:  # noqa: BLE001  a letter that cannot be written must not hold up the others
            hung_up = _note(letter, error)
        letter.save(update_fields=["state", "sent_at", "attempts", "next_try_at", "last_error", "address"])
    if hung_up is not None:
        raise UnreachableError(hung_up)
    return True


def _may_go_at(letter: Delivery) -> datetime:
    """Now; for what can wait when the reader's offices are open, by the calendar of today. Costs no attempt."""
    now, row = timezone.now(), letter.notification
    if row is None:
        return _digest_may_go_at(letter, now)
    kind = KINDS.get(row.kind)
    return next_open(country_of(row, row.user), now) if kind and kind.in_office_hours else now


def _digest_may_go_at(letter: Delivery, now: datetime) -> datetime:
    """Now, while offices are open; the day may have ended since it was written."""
    assert letter.digest  # noqa: S101  a letter has the one or the other
    offices = offices_of(letter.digest.user)
    return now if is_open(offices, now) else add_working_time(now, timedelta(0), offices)


def _note(letter: Delivery, error: Exception) -> str | None:
    """Write down what went wrong and when to try again. Returns the error when it has cost the connection."""
    letter.attempts += 1
    letter.last_error = _said(error)[:2000]
    if _is_final(error) or letter.attempts >= MOST_ATTEMPTS:
        letter.state = State.FAILED
    else:
        letter.next_try_at = timezone.now() + wait_after(letter.attempts)
    # What a mail server says names the reader, so it stays in the row; a fault of ours is shown with its lines.
    fault = None if isinstance(error, OSError) else error
    log.warning("letter_not_sent", letter=letter.pk, attempts=letter.attempts, state=str(letter.state), exc_info=fault)
    return letter.last_error if _breaks(error) else None


def wait_after(attempts: int) -> timedelta:
    """1, 4, 16, 64 minutes, 4¼ hours, then every six."""
    return min(FIRST_WAIT * 4 ** (attempts - 1), LONGEST_WAIT)


def _is_final(error: Exception) -> bool:
    """The server will never take this letter: no such mailbox, or it refuses the content for good."""
    if isinstance(error, SMTPRecipientsRefused):
        return all(code in PERMANENT for code, _text in error.recipients.values())
    return isinstance(error, SMTPDataError) and error.smtp_code in PERMANENT


def _breaks(error: Exception) -> bool:
    if isinstance(error, SMTPRecipientsRefused):
        return any(code == SERVICE_CLOSES for code, _text in error.recipients.values())
    if isinstance(error, SMTPResponseException):
        return error.smtp_code == SERVICE_CLOSES
    return isinstance(error, SMTPServerDisconnected) or (
        isinstance(error, OSError) and not isinstance(error, SMTPException)
    )


def _said(error: Exception) -> str:
    """The server's own words, for the administrator."""
    if isinstance(error, SMTPRecipientsRefused):
        return "; ".join(f"{to}: {code} {_text(text)}" for to, (code, text) in error.recipients.items())
    if isinstance(error, SMTPResponseException):
        return f"{error.smtp_code} {_text(error.smtp_error)}"
    return f"{type(error).__name__}: {error}"


def _text(said: Any) -> str:
    return said.decode(errors="replace") if isinstance(said, bytes) else str(said)
