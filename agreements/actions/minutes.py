"""The minutes of a session: drafted, proposed, agreed by two keys, corrected."""

from collections.abc import Mapping

from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from agreements import signals
from agreements.enums import MinutesState, SessionStatus
from agreements.models import CommitteeSession, SessionMinutes
from agreements.workflow import meeting, minuting
from core import journal, policies
from core.localised import LocalisedText
from core.refusal import RefusedError
from core.turning import turn_key
from people.models import User

OPEN = (MinutesState.DRAFT, MinutesState.PROPOSED)


@transaction.atomic
def begin_minutes(session: CommitteeSession, *, by: User, text: Mapping[str, str]) -> SessionMinutes:
    """Begin a version of the minutes, once the session is convened.

    On a closed session this begins a correction: the session is reopened, and the agreed version stays in force until
    both sides agree to the new one. Refused while another version is in preparation.
    """
    row = meeting.lock(session)
    policies.require(by, "agreements.run_session", row)
    if row.status not in (SessionStatus.CONVENED, *SessionStatus.over()):
        raise RefusedError(_("Minutes are written of a session that was convened."))
    if row.minutes.filter(state__in=OPEN).exists():
        raise RefusedError(_("A version of the minutes is in preparation already. Go on with that one."))
    if row.status == SessionStatus.CLOSED:
        row = meeting.take(row, "reopen", by=None, moved_at=timezone.now())
    return _begin(row, by=by, text=LocalisedText(text), acted=by)


def _begin(session: CommitteeSession, *, by: User, text: LocalisedText, acted: User) -> SessionMinutes:
    version = (session.minutes.aggregate(last=Max("version"))["last"] or 0) + 1
    minutes = SessionMinutes.objects.create(session=session, version=version, text=text, by=by)
    journal.write(minutes, "begin", by=acted)
    return minutes


@transaction.atomic
def edit_minutes(minutes: SessionMinutes, *, by: User, seen: int, text: Mapping[str, str]) -> SessionMinutes:
    """Save the draft. `seen` is the revision the writer had before him.

    Refused when a colleague has saved another since, so that nobody's words are lost, and once it is proposed.
    """
    row = minuting.lock(minutes)
    policies.require(by, "agreements.edit_minutes", row)
    if row.state != MinutesState.DRAFT:
        raise RefusedError(_("This version has been proposed: it cannot be changed any more."))
    if row.revision != seen:
        raise RefusedError(
            _("A colleague has saved the minutes after you opened them. Both texts stand below: join them, then save.")
        )
    row.text, row.revision, row.updated_at = LocalisedText(text), row.revision + 1, timezone.now()
    row.save(update_fields=["text", "revision", "updated_at"])
    return row


@transaction.atomic
def propose_minutes(minutes: SessionMinutes, *, by: User, seen: int | None = None) -> SessionMinutes:
    """Lay the draft before both sides; from here on its text is frozen, and silence counts after five joint days.

    `seen` is the revision that was read: refused when it has changed since, without a text, and before the session
    was held.
    """
    session = meeting.lock(minutes.session)
    row = minuting.lock(minutes)
    minuting.expect(row, "propose", by=by)
    if session.status != SessionStatus.HELD:
        raise RefusedError(_("Record that the session was held before you propose its minutes."))
    if not row.text:
        raise RefusedError(_("Write the minutes before you propose them."))
    if seen is not None and seen != row.revision:
        raise RefusedError(_("The minutes have changed since you read them. Read them again, then propose them."))
    row = minuting.take(row, "propose", by=by, proposed_at=timezone.now())
    signals.minutes_proposed.send(SessionMinutes, minutes=row, by=by)
    return row


@transaction.atomic
def agree_minutes(minutes: SessionMinutes, *, by: User | None, reason: str = "") -> SessionMinutes:
    """Turn one's own side's key; `by=None` signs for the sides that were silent. The second key makes it the record.

    An earlier agreed version is replaced by this one, and the session is closed.
    """
    session = meeting.lock(CommitteeSession(pk=_session_of(minutes)))
    if _is_last_key(minutes, by=by):  # the database keeps one agreed version: the earlier one gives way first
        for earlier in session.minutes.agreed():
            minuting.take(earlier, "replace", by=None)
    row, happened, sides = turn_key(minuting, minutes, "agree", by=by, reason=reason, agreed_at=timezone.now())
    if not happened:
        for side in sides:
            signals.minutes_key_turned.send(SessionMinutes, minutes=row, side=side, by=by)
        return row
    meeting.take(session, "close", by=None, moved_at=timezone.now())
    signals.minutes_agreed.send(SessionMinutes, minutes=row, by=by)
    return row


def _is_last_key(minutes: SessionMinutes, *, by: User | None) -> bool:
    """Whether this key makes the version the record; asked while its session is locked."""
    row = minuting.lock(minutes)
    minuting.expect(row, "agree", by=by)
    keys = minuting.steps["agree"].keys
    if keys is None or by is None:
        return True
    turned = {one.key for one in minuting.live(row) if one.step == "agree"}
    return set(keys.names) <= turned | keys.of(by, row)


def _session_of(minutes: SessionMinutes) -> int:
    """Its session, which is always locked before its minutes, so that no two acts wait for each other."""
    return SessionMinutes.objects.values_list("session_id", flat=True).get(pk=minutes.pk)


@transaction.atomic
def send_back_minutes(minutes: SessionMinutes, *, by: User, reason: str) -> SessionMinutes:
    """Object, with reasons: the version is over, and the next one begins from its text. Returns the new draft.

    Keys that were turned are cleared. Refused without reasons.
    """
    if not reason.strip():
        raise RefusedError(_("Give the reasons: the officers write the next version by them."))
    session = meeting.lock(minutes.session)
    row = minuting.take(minutes, "send_back", by=by, reason=reason)
    draft = _begin(session, by=row.by, text=row.text, acted=by)
    signals.minutes_sent_back.send(SessionMinutes, minutes=row, reason=reason, by=by)
    return draft
