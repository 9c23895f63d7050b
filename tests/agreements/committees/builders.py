"""Committees and what belongs to them, one line each: rows as they stand, past every action."""

from datetime import UTC, date, datetime, timedelta
from itertools import count
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from agreements.enums import DecisionStatus, MemberRole, MinutesState, Presence, SessionStatus
from agreements.models import (
    Action,
    AgendaItem,
    Committee,
    CommitteePaper,
    CommitteeSession,
    Decision,
    SessionMember,
    SessionMinutes,
)
from files import actions as files
from files.models import StoredFile
from people.models import Centre, Organisation, User

_number = count(1)
HELD_AT = datetime(2026, 3, 30, 7, tzinfo=UTC)  # a Monday both sides work: 10:00 in Minsk, 16:00 in Seoul
HOURS = timedelta(hours=2)
OVER = (SessionStatus.CONVENED, SessionStatus.HELD, SessionStatus.CLOSED)


def make_committee(centre: Centre, **fields: Any) -> Committee:
    number = next(_number)
    values = {"code": f"JSC{number}", "name": {"en": f"Joint Steering Committee {number}"}, **fields}
    return Committee.objects.create(centre=centre, **values)


def make_session(committee: Committee, by: User, **fields: Any) -> CommitteeSession:
    """A session in any state, held on 30 March 2026 when nothing else is said."""
    number = fields.pop("number", None) or next(_number)
    values: dict[str, Any] = {
        "programme_year": 2,
        "starts_at": HELD_AT,
        "ends_at": fields.get("starts_at", HELD_AT) + HOURS,
        "zone": "Europe/Minsk",
        "status": SessionStatus.HELD,
        **fields,
    }
    if values["status"] in OVER:
        values.setdefault("convened_at", HELD_AT - timedelta(days=30))
    return CommitteeSession.objects.create(
        committee=committee, number=number, reference=f"{committee.code}-{number}", by=by, **values
    )


def make_member(session: CommitteeSession, organisation: Organisation, **fields: Any) -> SessionMember:
    """A member who is there."""
    values = {"side": "a", "role": MemberRole.MEMBER, "presence": Presence.PRESENT, "name": "Aksana Sample", **fields}
    return SessionMember.objects.create(session=session, organisation=organisation, **values)


def seat_both(session: CommitteeSession, cast: Any) -> tuple[SessionMember, SessionMember]:
    """The heads of both delegations: the co-directors, present."""
    people, bodies = cast.people, cast.organisations
    a, b = people["director_by"], people["director_kr"]
    return (
        make_member(session, bodies["ministry_by"], user=a, name=a.display_name, role=MemberRole.HEAD),
        make_member(session, bodies["nia"], user=b, name=b.display_name, role=MemberRole.HEAD, side="b"),
    )


def make_item(session: CommitteeSession, **fields: Any) -> AgendaItem:
    number = fields.pop("number", None) or session.items.count() + 1
    return AgendaItem.objects.create(session=session, number=number, **{"title": {"en": f"Item {number}"}, **fields})


def make_paper(session: CommitteeSession, by: User, **fields: Any) -> CommitteePaper:
    number = session.papers.count() + 1
    values = {"title": {"en": f"Paper {number}"}, **fields}
    return CommitteePaper.objects.create(
        session=session, number=number, symbol=f"{session.reference}/P{number}", by=by, **values
    )


def make_text(paper: CommitteePaper, by: User, language: str = "en") -> StoredFile:
    return files.store(
        upload(f"{language}.txt"), by=by, about=paper, permission="agreements.view_paper", language=language
    )


def upload(name: str = "paper.txt", content: bytes = b"What is proposed.") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content, "text/plain")


def make_decision(session: CommitteeSession, by: User, **fields: Any) -> Decision:
    """A decision in any state, a draft in two languages when nothing else is said."""
    number = session.decisions.count() + 1
    status = fields.get("status", DecisionStatus.DRAFT)
    values: dict[str, Any] = {
        "title": {"en": f"Decision {number}", "ko": f"결정 {number}"},
        "text": {"en": "The committee decides.", "ko": "위원회는 결정한다."},
        **fields,
    }
    if status != DecisionStatus.DRAFT:
        values.setdefault("proposed_at", HELD_AT)
    if status == DecisionStatus.ADOPTED:
        values.setdefault("adopted_at", HELD_AT)
    return Decision.objects.create(
        session=session, number=number, reference=f"{session.reference}-{number:02d}", by=by, **values
    )


def make_action(decision: Decision, **fields: Any) -> Action:
    """An action that side A owes by the end of June 2026."""
    number = decision.actions.count() + 1
    values = {"text": {"en": f"Action {number}"}, "owner": "a", "due_on": date(2026, 6, 30), **fields}
    return Action.objects.create(decision=decision, number=number, **values)


def make_minutes(session: CommitteeSession, by: User, **fields: Any) -> SessionMinutes:
    version = session.minutes.count() + 1
    values = {"text": {"en": "Both sides met."}, "state": MinutesState.DRAFT, **fields}
    return SessionMinutes.objects.create(session=session, version=version, by=by, **values)
