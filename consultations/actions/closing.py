"""Accept the answer, reopen it, withdraw; ask later what became of the advice; hand over a leaver's work."""

from collections.abc import Iterable
from datetime import timedelta

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from consultations import signals
from consultations.actions import clocks
from consultations.enums import ClockKind, Role, Status, Use
from consultations.models import Consultation, Participant
from consultations.workflow import lifecycle
from core import journal, policies
from core.refusal import RefusedError
from people.enums import Function
from people.models import User

REOPEN_DAYS = 30
ASK_ABOUT_USE_AFTER = timedelta(days=182)
REOPENED_TARGET = 5  # working days for the corrected version


@transaction.atomic
def accept_answer(
    consultation: Consultation, *, by: User, usefulness: int | None = None, feedback: str = ""
) -> Consultation:
    """Accept the answer and close the request. `usefulness` is 1 to 5."""
    now = timezone.now()
    row = lifecycle.take(
        consultation,
        "accept_answer",
        by=by,
        usefulness=usefulness,
        feedback=feedback,
        closed_at=now,
        moved_at=now,
        updated_at=now,
    )
    clocks.end_all(row)
    signals.answer_accepted.send(Consultation, consultation=row, by=by)
    return row


@transaction.atomic
def reopen(consultation: Consultation, *, by: User, reason: str) -> Consultation:
    """Give the answer back to the advisors, with reasons; refused more than thirty days after it was sent."""
    row = lifecycle.lock(consultation)
    if row.answered_at and timezone.now() - row.answered_at > timedelta(days=REOPEN_DAYS):
        raise RefusedError(_("An answer can be reopened for thirty days. Ask a new question in a new request."))
    now = timezone.now()
    row = lifecycle.take(row, "reopen", by=by, reason=reason, answer_state="", moved_at=now, updated_at=now)
    clocks.end(row, ClockKind.ACCEPTANCE)
    lead = row.participants.now().filter(role=Role.LEAD).select_related("user").first()
    held = lead.user.standing.holding(Function.ADVISOR, centre_id=row.centre_id) if lead else []
    country = held[0].organisation.country if held else row.centre.side_b
    clocks.start(row, ClockKind.ANSWER, country, days=REOPENED_TARGET)
    signals.answer_reopened.send(Consultation, consultation=row, by=by, reason=reason)
    return row


@transaction.atomic
def withdraw(consultation: Consultation, *, by: User, reason: str = "") -> Consultation:
    """Take the request back. It stays on record; nothing more is owed.

    Once it was sent, refused without reasons: others have worked on it.
    """
    now = timezone.now()
    was_sent = lifecycle.lock(consultation).submitted_at is not None
    if was_sent and not reason.strip():
        raise RefusedError(_("Give the reasons for withdrawing: those who have worked on the request read them."))
    row = lifecycle.take(consultation, "withdraw", by=by, reason=reason, moved_at=now, updated_at=now)
    clocks.end_all(row)
    if was_sent:
        signals.consultation_withdrawn.send(Consultation, consultation=row, by=by, reason=reason)
    return row


@transaction.atomic
def ask_about_use(consultation: Consultation) -> Consultation | None:
    """Ask, half a year after the answer was accepted, what became of the advice. Asked once."""
    row = lifecycle.lock(consultation)
    if row.status != Status.CLOSED or row.use_asked_at:
        return None
    row.use_asked_at = timezone.now()
    row.save(update_fields=["use_asked_at"])
    journal.write(row, "ask_about_use", by=None)
    signals.use_asked.send(Consultation, consultation=row, by=None)
    return row


@transaction.atomic
def report_use(consultation: Consultation, *, by: User, use: str, reason: str) -> Consultation:
    """Say whether the advice was used, and why. Refused a second time: what was said is on record."""
    row = lifecycle.lock(consultation)
    if row.use_reported_at:
        raise RefusedError(_("The use of this advice has been reported already."))
    policies.require(by, "consultations.report_use", row)
    row.use, row.use_reason, row.use_reported_at = Use(use), reason, timezone.now()
    row.updated_at = row.use_reported_at
    row.save(update_fields=["use", "use_reason", "use_reported_at", "updated_at"])
    journal.write(row, "report_use", by=by, reason=reason, data={"use": use})
    signals.use_reported.send(Consultation, consultation=row, by=by)
    return row


@transaction.atomic
def hand_over(leaver: User, successor: User, *, by: User | None, functions: Iterable[str]) -> int:
    """Give the open work of someone who leaves to the successor; returns how many requests changed hands.

    Past parts keep the leaver's name: only what is still open moves. Where the successor has a part already, the
    leaver's ends.
    """
    now, held, moved = timezone.now(), set(functions), set()
    parted = Participant.objects.now().filter(user=leaver).values("consultation")
    concerned = Q(requester=leaver) | Q(officer=leaver) | Q(pk__in=parted)
    # Every act locks its request first; several are locked in one order, so that nobody waits in a ring.
    list(Consultation.objects.open().filter(concerned).order_by("pk").select_for_update(of=("self",)))
    if held & {Function.MEMBER, Function.FOCAL_POINT}:
        own = Consultation.objects.open().filter(
            requester=leaver,
            organisation__in=successor.standing.organisation_ids(Function.MEMBER, Function.FOCAL_POINT),
        )
        for row in own.select_for_update(of=("self",)):
            row.requester = successor
            row.save(update_fields=["requester"])
            moved.add(row)
    if Function.OFFICER in held:
        for row in Consultation.objects.open().filter(officer=leaver).select_for_update(of=("self",)):
            row.officer = successor
            row.save(update_fields=["officer"])
            moved.add(row)
    parts = Participant.objects.now().filter(user=leaver, consultation__status__in=Status.open())
    if Function.ADVISOR not in held:
        parts = parts.exclude(role__in=(Role.LEAD, Role.ADVISOR))
    for part in parts.select_related("consultation").select_for_update(of=("self",)):
        Participant.objects.filter(pk=part.pk).update(until=now)
        taken = Participant.objects.now().filter(consultation=part.consultation, user=successor)
        if part.role == Role.LEAD:
            taken.update(until=now)
        if not taken.exists():
            Participant.objects.create(consultation=part.consultation, user=successor, role=part.role, since=now)
        moved.add(part.consultation)
    for row in moved:
        journal.write(row, "hand_over", by=by, data={"from": leaver.pk, "to": successor.pk})
    return len(moved)
