"""The page of a session in words: delegations, quorum, agenda with papers, what a reader may do. Reads only."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from agreements.enums import AgreementStatus, MemberRole, Presence, SessionStatus
from agreements.models import AgendaItem, Agreement, CommitteePaper, CommitteeSession, SessionMember
from agreements.quorum import lacking
from agreements.workflow import meeting
from core import policies
from files.columns import files_column, from_column
from files.models import StoredFile
from people.keys import sides_of
from people.models import Country

# Asked of every session a page is about, together with the session itself: no query of its own.
ASKED = ("agreements.run_session", "agreements.view_session_history")
RELATED = (
    "committee__centre__side_a__calendar",
    "committee__centre__side_b__calendar",
    "committee__agreement",
)
ROLES = {role: place for place, role in enumerate(MemberRole.values)}


def with_granted(rows: QuerySet[CommitteeSession], user: Any) -> QuerySet[CommitteeSession]:
    """Sessions with a column for each permission that their pages ask about."""
    return rows.annotate(**{_column(name): policies.as_column(policies.q(name, user)) for name in ASKED})


def granted_on(session: CommitteeSession) -> set[str]:
    """Which of them hold: no query, they stand in the columns of `with_granted`."""
    return {name for name in ASKED if getattr(session, _column(name))}


def _column(permission: str) -> str:
    return permission.replace("agreements.", "may_")


def steps_of(session: CommitteeSession, granted: Collection[str], members: Iterable[SessionMember]) -> set[str]:
    """The steps that the reader may take now; without a query, since the quorum is counted from members read."""
    found = {step.name for step in meeting.here(session) if not step.by_clock and step.permission in granted}
    return found - {"hold"} if lacking(members, session.committee.quorum) else found


# --- Delegations and quorum ------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Delegation:
    """The members of one side, its head first. `short` is how many are missing for a quorum."""

    side: str
    country: Country | None
    is_own: bool
    members: list[SessionMember] = field(default_factory=list)
    present: int = 0
    short: int = 0


def members_of(session: CommitteeSession, *, is_inside: bool) -> list[SessionMember]:
    """Heads first, then members, secretaries, observers; one query. Others than those inside read who was present."""
    rows = session.members.select_related("organisation", "user").order_by("pk")
    found = list(rows if is_inside else rows.filter(presence=Presence.PRESENT))
    return sorted(found, key=lambda one: ROLES[one.role])


def delegations_of(session: CommitteeSession, members: list[SessionMember], user: Any) -> list[Delegation]:
    """Both sides, the reader's own first; then observers of neither."""
    short = lacking(members, session.committee.quorum)
    sides = sides_of(session.centre, user)
    own = user.standing.side_in(session.centre) if user.is_authenticated else ""
    found = []
    for side in sides:
        seated = [one for one in members if one.side == side]
        present = sum(one.presence == Presence.PRESENT for one in seated)
        country = session.centre.side_country(side)
        found.append(Delegation(side, country, side == own, seated, present, short.get(side, 0)))
    if others := [one for one in members if not one.side]:
        found.append(Delegation("", None, is_own=False, members=others))
    return found


def quorum_of(session: CommitteeSession, delegations: list[Delegation]) -> str:
    """What a quorum asks for, and whether there was, is, or would be one."""
    needed = session.committee.quorum
    rule = ngettext(
        "A quorum is %(count)d member of each side with its head of delegation.",
        "A quorum is %(count)d members of each side, its head of delegation among them.",
        needed,
    ) % {"count": needed}
    if session.status in SessionStatus.over():
        return " ".join([rule, _("There was a quorum.")])
    missing = [one for one in delegations if one.short and one.country]
    if not missing:
        return " ".join([rule, _("There is a quorum of those recorded as present.")])
    parts = [
        ngettext("%(country)s lacks %(count)d.", "%(country)s lacks %(count)d.", one.short)
        % {"country": one.country.name, "count": one.short}
        for one in missing
        if one.country
    ]
    return " ".join([rule, _("By those recorded as present there is none yet."), *parts])


def founding_of(session: CommitteeSession) -> Agreement | None:
    """The agreement that founded the committee, where everybody may read it."""
    agreement = session.committee.agreement
    is_read = agreement is not None and agreement.is_public and agreement.status in AgreementStatus.settled()
    return agreement if is_read else None


# --- Agenda and papers -----------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Paper:
    """A paper with its texts, one a language."""

    row: CommitteePaper
    files: list[StoredFile]


@dataclass(frozen=True)
class Item:
    """An item of the agenda with the papers under it and the decisions taken under it."""

    row: AgendaItem
    papers: list[Paper]
    decisions: list[Any]


def papers_of(session: CommitteeSession, user: Any) -> list[Paper]:
    """The papers the reader may see, by number, each with its files: one query."""
    texts = files_column(CommitteePaper, permission="agreements.view_paper", of="pk")
    rows: Any = CommitteePaper.objects.visible_to(user).filter(session=session).annotate(texts=texts)
    return [Paper(row, from_column(row.texts)) for row in rows.order_by("number")]


def agenda_of(
    session: CommitteeSession, papers: list[Paper], decisions: Iterable[Any]
) -> tuple[list[Item], list[Paper]]:
    """The items in their order, one query; and the papers of the session as a whole."""
    laid: dict[int | None, list[Paper]] = defaultdict(list)
    for paper in papers:
        laid[paper.row.item_id].append(paper)
    decided: dict[int | None, list[Any]] = defaultdict(list)
    for decision in decisions:
        decided[decision.item_id].append(decision)
    items = [Item(row, laid[row.pk], decided[row.pk]) for row in session.items.order_by("number")]
    return items, laid[None]
