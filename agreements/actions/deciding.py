"""Decisions of a committee: written in both languages, laid before both sides, countersigned or not."""

from collections.abc import Mapping

from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from agreements import signals
from agreements.enums import ActionStatus, DecisionStatus, SessionStatus
from agreements.models import Action, AgendaItem, CommitteeSession, Decision
from agreements.workflow import deciding, meeting
from core import journal, policies
from core.localised import LocalisedText
from core.refusal import RefusedError, expect_read
from core.turning import turn_key
from people.models import User

LANGUAGES_OF_A_DECISION = 2  # it binds two governments: each reads it in a language it works in


def _item_of(session: CommitteeSession, item: AgendaItem | None) -> AgendaItem | None:
    if item is not None and item.session_id != session.pk:
        message = "An item belongs to its own session"
        raise ValueError(message)
    return item


@transaction.atomic
def write_decision(
    session: CommitteeSession,
    *,
    by: User,
    kind: str,
    title: Mapping[str, str],
    text: Mapping[str, str],
    item: AgendaItem | None = None,
    is_public: bool = True,
) -> Decision:
    """Draft a decision, which gets the next number of the session. Officers and co-directors alone see the draft.

    Refused on a session that was called off. Numbers are never given twice.
    """
    row = meeting.lock(session)
    policies.require(by, "agreements.run_session", row)
    if row.status == SessionStatus.CANCELLED:
        raise RefusedError(_("The session was called off: it decides nothing."))
    number = (row.decisions.aggregate(last=Max("number"))["last"] or 0) + 1
    decision = Decision.objects.create(
        session=row,
        item=_item_of(row, item),
        number=number,
        reference=f"{row.reference}-{number:02d}",
        kind=kind,
        title=LocalisedText(title),
        text=LocalisedText(text),
        is_public=is_public,
        by=by,
    )
    journal.write(decision, "write", by=by)
    return decision


@transaction.atomic
def edit_decision(
    decision: Decision,
    *,
    by: User,
    seen: int,
    kind: str,
    title: Mapping[str, str],
    text: Mapping[str, str],
    item: AgendaItem | None = None,
    is_public: bool = True,
) -> Decision:
    """Save the draft. `seen` is the revision the writer had before him.

    Refused when a colleague has saved another since, and from the proposal on: what is signed does not change.
    """
    row = deciding.lock(decision)
    policies.require(by, "agreements.propose_decision", row)
    if row.status != DecisionStatus.DRAFT:
        raise RefusedError(_("The decision has been laid before both sides: its text cannot be changed any more."))
    if row.revision != seen:
        raise RefusedError(
            _("A colleague has saved the decision after you opened it. Both texts stand below: join them, then save.")
        )
    row.kind, row.title, row.text = kind, LocalisedText(title), LocalisedText(text)
    row.item, row.is_public, row.revision = _item_of(row.session, item), is_public, row.revision + 1
    row.save(update_fields=["kind", "title", "text", "item", "is_public", "revision"])
    return row


@transaction.atomic
def propose_decision(decision: Decision, *, by: User, seen: int | None = None) -> Decision:
    """Lay the draft before both sides; from here on its text is frozen.

    Refused before the session was held with a quorum, while title and text are not in two languages, and when it has
    changed since it was read (`seen`).
    """
    row = deciding.lock(decision)
    deciding.expect(row, "propose", by=by)
    if row.session.status not in SessionStatus.over():
        raise RefusedError(_("Record that the session was held: without a quorum a committee decides nothing."))
    if len(languages_of(row)) < LANGUAGES_OF_A_DECISION:
        raise RefusedError(
            _("Write title and text in two languages at least: both sides sign what they read in their own.")
        )
    if seen is not None and seen != row.revision:
        raise RefusedError(
            _("The decision has changed since you read it. Read it again, then lay it before both sides.")
        )
    row = deciding.take(row, "propose", by=by, proposed_at=timezone.now(), moved_at=timezone.now())
    signals.decision_proposed.send(Decision, decision=row, by=by)
    return row


def languages_of(decision: Decision) -> list[str]:
    """The languages in which both title and text are written."""
    return [language for language, text in decision.text.items() if text and decision.title.get(language)]


def mark_of(decision: Decision) -> str:
    """What both sides have before them: the text, its actions and what was laid with it, as they were proposed."""
    return f"{decision.revision}:{decision.proposed_at.isoformat() if decision.proposed_at else ''}"


@transaction.atomic
def countersign(decision: Decision, *, by: User, accepts: bool, reason: str = "", seen: str = "") -> Decision:
    """Turn one's own side's key, for the decision or against it, with reasons against.

    `seen` is the mark of what was read: refused when the decision was worded anew meanwhile.

    The second key the same way decides. A side that changes its mind before that turns its key the other way. Once
    adopted, whoever owes an action of it is told.
    """
    if not accepts and not reason.strip():
        raise RefusedError(_("Give the reasons: the other side and the officers read them."))
    now = timezone.now()
    step = "adopt" if accepts else "reject"
    row = deciding.lock(decision)
    deciding.expect(row, step, by=by)
    expect_read(seen, mark_of(row))
    changes = {"adopted_at": now} if accepts else {}
    row, happened, sides = turn_key(deciding, decision, step, by=by, reason=reason, moved_at=now, **changes)
    if not happened:
        for side in sides:
            signals.decision_key_turned.send(Decision, decision=row, side=side, accepts=accepts, by=by)
        return row
    if not accepts:
        signals.decision_rejected.send(Decision, decision=row, by=by)
        return row
    signals.decision_adopted.send(Decision, decision=row, by=by)
    for action in row.actions.filter(status=ActionStatus.OPEN):
        signals.action_given.send(Action, action=action, by=by)
    return row


@transaction.atomic
def return_decision(decision: Decision, *, by: User, reason: str) -> Decision:
    """Give it back to the officers with reasons: it is a draft again, and keys that were turned are cleared."""
    if not reason.strip():
        raise RefusedError(_("Give the reasons: the officers word the decision anew by them."))
    row = deciding.take(decision, "return", by=by, reason=reason, moved_at=timezone.now())
    signals.decision_returned.send(Decision, decision=row, reason=reason, by=by)
    return row
