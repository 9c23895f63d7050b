"""Who may do what with committees: those who sit in them, those who run them, and everybody once it is released."""

from typing import Any

from django.db.models import Exists, OuterRef, Q
from django.db.models.functions import Now, TruncDate

from agreements.enums import DecisionStatus, MinutesState, Owner, SessionStatus
from agreements.models import CommitteeSession, Decision, SessionMember
from core.policies import NOBODY, rule
from people.enums import Function

CONVENED = Q(convened_at__isnull=False)  # also what was called off later: its members are told why
OVER = Q(status__in=SessionStatus.over())


# What was open from the beginning, and what was closed until a day that has come.
RELEASED = Q(is_closed=False) | Q(release_on__lte=TruncDate(Now()))
PUBLIC_SESSION = OVER & RELEASED


def of_session(condition: Q) -> Q:
    """The same, asked of what belongs to a session."""
    return Q(session__in=CommitteeSession.objects.filter(condition).values("pk"))


def of_decision(condition: Q) -> Q:
    """The same, asked of what belongs to a decision."""
    return Q(decision__in=Decision.objects.filter(condition).values("pk"))


def sat_in_by(user: Any) -> Q:
    """Members of the session, from the day it is convened."""
    if not user.standing.appointments:
        return NOBODY
    seats = SessionMember.objects.filter(session=OuterRef("pk"), user=user)
    return Q(Exists(seats)) & CONVENED


def run_by(user: Any) -> Q:
    """Programme officers of the centre."""
    centres = user.standing.centre_ids(Function.OFFICER)
    return Q(committee__centre__in=centres) if centres else NOBODY


def directed_by(user: Any) -> Q:
    """Both co-directors of the centre."""
    centres = user.standing.centre_ids(Function.CO_DIRECTOR)
    return Q(committee__centre__in=centres) if centres else NOBODY


def attended_by_staff(user: Any) -> Q:
    """Evaluators and leaders of projects of the centre read what was decided, closed meetings excepted."""
    centres = user.standing.centre_ids(Function.EVALUATOR, Function.PROJECT_LEADER, Function.ADVISOR)
    return Q(committee__centre__in=centres, is_closed=False) & OVER if centres else NOBODY


def keys_of_session_rows(user: Any) -> dict[str, Q]:
    """The keys of both sides, asked of minutes and decisions."""
    return user.standing.keys("session__committee__centre")


@rule("agreements.view_session", public=PUBLIC_SESSION)
def view_session(user: Any) -> Q:
    """Members from the day it is convened; officers and co-directors always; others once it is over and released."""
    return sat_in_by(user) | run_by(user) | directed_by(user) | attended_by_staff(user)


@rule("agreements.run_session")
def run_session(user: Any) -> Q:
    """Programme officers of the centre."""
    return run_by(user)


@rule("agreements.view_session_history")
def view_session_history(user: Any) -> Q:
    """Members, officers, co-directors: who did what, with names."""
    return sat_in_by(user) | run_by(user) | directed_by(user)


# --- Papers and minutes ----------------------------------------------------------------------------------------------


def _inside(user: Any) -> Q:
    """Those who read everything of a session."""
    return of_session(sat_in_by(user) | run_by(user) | directed_by(user))


@rule("agreements.view_paper", public=RELEASED & of_session(PUBLIC_SESSION))
def view_paper(user: Any) -> Q:
    """Members, officers, co-directors; others what is neither closed itself nor of a closed session that is over."""
    return _inside(user) | RELEASED & of_session(attended_by_staff(user))


@rule("agreements.edit_paper")
def edit_paper(user: Any) -> Q:
    """Programme officers."""
    return of_session(run_by(user))


@rule("agreements.view_minutes", public=Q(state=MinutesState.AGREED) & of_session(PUBLIC_SESSION))
def view_minutes(user: Any) -> Q:
    """Once agreed, whoever sees the session; while proposed, its members; as a draft, officers and co-directors."""
    staff = of_session(run_by(user) | directed_by(user))
    members = of_session(sat_in_by(user)) & ~Q(state=MinutesState.DRAFT)
    return staff | members | Q(state=MinutesState.AGREED) & of_session(view_session(user))


@rule("agreements.edit_minutes")
def edit_minutes(user: Any) -> Q:
    """Programme officers."""
    return of_session(run_by(user))


@rule("agreements.agree_minutes")
def agree_minutes(user: Any) -> Q:
    """The co-director of either side."""
    return of_session(directed_by(user))


# --- Decisions and actions -------------------------------------------------------------------------------------------

ADOPTED = Q(status=DecisionStatus.ADOPTED)


@rule("agreements.view_decision", public=ADOPTED & Q(is_public=True) & of_session(PUBLIC_SESSION))
def view_decision(user: Any) -> Q:
    """Members once it is proposed; officers and co-directors always; the centre's people and all, once adopted."""
    inside = of_session(run_by(user) | directed_by(user)) | of_session(sat_in_by(user)) & ~Q(
        status=DecisionStatus.DRAFT
    )
    return inside | ADOPTED & of_session(attended_by_staff(user))


@rule("agreements.edit_decision")
def edit_decision(user: Any) -> Q:
    """Programme officers, until it is proposed."""
    return of_session(run_by(user)) & Q(status=DecisionStatus.DRAFT)


@rule("agreements.propose_decision")
def propose_decision(user: Any) -> Q:
    """Programme officers."""
    return of_session(run_by(user))


@rule("agreements.countersign")
def countersign(user: Any) -> Q:
    """The co-director of either side."""
    return of_session(directed_by(user))


@rule("agreements.view_action")
def view_action(user: Any) -> Q:
    """Who sees the decision, and the focal points of the body that owes it."""
    bodies = user.standing.organisation_ids(Function.FOCAL_POINT, Function.MEMBER)
    owing = Q(organisation__in=bodies) & of_decision(ADOPTED) if bodies else NOBODY
    return of_decision(view_decision(user)) | owing


@rule("agreements.write_action")
def write_action(user: Any) -> Q:
    """On a decision: programme officers."""
    return of_session(run_by(user))


@rule("agreements.settle_action")
def settle_action(user: Any) -> Q:
    """Who owes it: the co-director of the side, the focal points of the body; officers write for either side."""
    found = of_decision(of_session(run_by(user)))
    for held in user.standing.holding(Function.CO_DIRECTOR):
        found |= Q(decision__session__committee__centre=held.centre_id, owner__in=(held.side, Owner.BOTH))
    if bodies := user.standing.organisation_ids(Function.FOCAL_POINT):
        found |= Q(organisation__in=bodies)
    return found & of_decision(ADOPTED)
