"""A session of a committee: prepared, convened, held, called off; and when what was closed is released."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from agreements import signals
from agreements.enums import SessionStatus
from agreements.models import Committee, CommitteeSession
from agreements.workflow import meeting
from core import journal, policies
from core.localised import LocalisedText
from core.refusal import RefusedError, refusing
from people.enums import Function
from people.models import User

AHEAD = (SessionStatus.PLANNED, SessionStatus.CONVENED)
MOVED = ("starts_at", "ends_at", "zone", "place")  # what members have to know of anew


def may_run(user: Any, committee: Committee) -> bool:
    """Whether the person prepares the sessions of this committee: officers of its centre do."""
    return bool(user.is_authenticated and user.standing.holds(Function.OFFICER, centre_id=committee.centre_id))


def _refusing() -> Any:
    taken = _("The committee has a session with this number.")
    return refusing(
        {
            "committee_one_session_a_number": taken,
            "agreements_committeesession_reference_key": taken,  # whichever of the two the database looks at first
            "committee_session_in_order": _("A session cannot end before it begins."),
            "committee_only_closed_is_released": _("Only a closed meeting has a day of release."),
        }
    )


@transaction.atomic
def create_session(
    committee: Committee,
    *,
    by: User,
    number: int,
    programme_year: int,
    starts_at: datetime,
    ends_at: datetime,
    zone: str,
    place: Mapping[str, str] | None = None,
    is_closed: bool = False,
    release_on: date | None = None,
    papers_due_on: date | None = None,
) -> CommitteeSession:
    """Prepare a session; members see it from the day it is convened.

    Its number counts meetings and its programme year the years of the programme: neither follows from the other.
    Refused when the committee has a session with this number.
    """
    if not may_run(by, committee):
        raise PermissionDenied("agreements.run_session")
    with _refusing():
        row = CommitteeSession.objects.create(
            committee=committee,
            number=number,
            programme_year=programme_year,
            reference=f"{committee.code}-{number}",
            starts_at=starts_at,
            ends_at=ends_at,
            zone=zone,
            place=LocalisedText(place or {}),
            is_closed=is_closed,
            release_on=release_on,
            papers_due_on=papers_due_on,
            by=by,
        )
    journal.write(row, "create", by=by)
    return row


def lock_ahead(session: CommitteeSession, *, by: User) -> CommitteeSession:
    """The session, held for a change of what it will be; refused once it was held or called off."""
    row = meeting.lock(session)
    policies.require(by, "agreements.run_session", row)
    expect_ahead(row)
    return row


def expect_ahead(session: CommitteeSession) -> None:
    """Refuse in words what is changed only before the session: agenda, members, presence, hours."""
    if session.status not in AHEAD:
        raise RefusedError(
            _("The session is in the state “%(state)s”: this can no longer be changed.")
            % {"state": session.get_status_display()}
        )


@transaction.atomic
def edit_session(
    session: CommitteeSession,
    *,
    by: User,
    programme_year: int,
    starts_at: datetime,
    ends_at: datetime,
    zone: str,
    place: Mapping[str, str] | None = None,
    is_closed: bool = False,
    release_on: date | None = None,
    papers_due_on: date | None = None,
) -> CommitteeSession:
    """Change what the session will be. Its number stays: papers and decisions carry it.

    Members are told of new days, hours and places once it is convened. Refused after it was held or called off.
    """
    row = lock_ahead(session, by=by)
    values = {
        "programme_year": programme_year,
        "starts_at": starts_at,
        "ends_at": ends_at,
        "zone": zone,
        "place": LocalisedText(place or {}),
        "is_closed": is_closed,
        "release_on": release_on,
        "papers_due_on": papers_due_on,
    }
    changed = [name for name, value in values.items() if getattr(row, name) != value]
    if not changed:
        return row
    for name in changed:
        setattr(row, name, values[name])
    with _refusing():
        row.save(update_fields=changed)
    journal.write(row, "edit", by=by, data={"changed": changed})
    if row.status == SessionStatus.CONVENED and set(changed) & set(MOVED):
        signals.session_moved.send(CommitteeSession, session=row, by=by)
    return row


@transaction.atomic
def release_session(
    session: CommitteeSession, *, by: User, is_closed: bool, release_on: date | None = None
) -> CommitteeSession:
    """Say who may read of a session that was held: everybody, or its members until a day."""
    row = meeting.lock(session)
    policies.require(by, "agreements.run_session", row)
    if row.status not in SessionStatus.over():
        raise RefusedError(_("The session has not been held yet: this is said with its other details."))
    row.is_closed, row.release_on = is_closed, release_on
    with _refusing():
        row.save(update_fields=["is_closed", "release_on"])
    journal.write(row, "release", by=by, data={"is_closed": is_closed, "release_on": str(release_on or "")})
    return row


@transaction.atomic
def convene(session: CommitteeSession, *, by: User) -> CommitteeSession:
    """Call the members together: from here on they see agenda and papers, and are told of changes.

    Refused without an agenda and without a head of delegation of either side.
    """
    row = meeting.lock(session)
    meeting.expect(row, "convene", by=by)
    if not row.items.exists():
        raise RefusedError(_("Write the agenda before you convene the session."))
    heads = set(row.members.filter(role="head").values_list("side", flat=True))
    if len(heads) < 2:  # noqa: PLR2004  two sides
        raise RefusedError(_("Name the heads of delegation of both sides before you convene the session."))
    row = _take(row, "convene", by=by, convened_at=timezone.now())
    signals.session_convened.send(CommitteeSession, session=row, by=by)
    return row


@transaction.atomic
def hold(session: CommitteeSession, *, by: User) -> CommitteeSession:
    """Record that it was held. Refused before it has begun and while there is no quorum of both sides."""
    row = meeting.lock(session)
    meeting.expect(row, "hold", by=by)
    if row.starts_at > timezone.now():
        raise RefusedError(_("The session has not begun yet."))
    return _take(row, "hold", by=by)


@transaction.atomic
def call_off(session: CommitteeSession, *, by: User, reason: str) -> CommitteeSession:
    """Call it off, with reasons. Members are told when they had been called together."""
    if not reason.strip():
        raise RefusedError(_("Give the reasons: the members read them."))
    row = meeting.lock(session)
    was_convened = row.status == SessionStatus.CONVENED
    row = _take(row, "call_off", by=by, reason=reason)
    if was_convened:
        signals.session_called_off.send(CommitteeSession, session=row, reason=reason, by=by)
    return row


def _take(row: CommitteeSession, step: str, *, by: User | None, reason: str = "", **changes: Any) -> CommitteeSession:
    return meeting.take(row, step, by=by, reason=reason, moved_at=timezone.now(), **changes)
