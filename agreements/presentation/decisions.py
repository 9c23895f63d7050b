"""A decision in words: its keys, its actions; and the registers of both. Reads only."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import F, Q, QuerySet
from django.utils.translation import gettext as _

from agreements.enums import ActionStatus, DecisionStatus, Owner
from agreements.holding import DECISION_TEXTS, holding
from agreements.models import Action, CommitteeSession, Decision
from agreements.presentation.committee_words import State, state_of_action, state_of_decision
from core import policies
from core.models import Signature
from people.days import today_at
from people.enums import Side
from people.keys import Keys, KeyView, both_keys, may_turn, sides_of
from people.models import Centre, Country

ASKED = (
    "agreements.edit_decision",
    "agreements.propose_decision",
    "agreements.countersign",
    "agreements.write_action",
)
RELATED = (
    "item",
    "by",
    "session__committee__centre__side_a__calendar",
    "session__committee__centre__side_b__calendar",
)


def with_granted(rows: QuerySet[Decision], user: Any) -> QuerySet[Decision]:
    """Decisions with a column for each permission that their pages ask about."""
    return rows.annotate(**{_column(name): policies.as_column(policies.q(name, user)) for name in ASKED})


def granted_on(decision: Decision) -> set[str]:
    """Which of them hold: no query."""
    return {name for name in ASKED if getattr(decision, _column(name))}


def _column(permission: str) -> str:
    return permission.replace("agreements.", "may_")


# --- Keys ------------------------------------------------------------------------------------------------------------


def keys_of_decision(decision: Decision, user: Any) -> Keys | None:
    """Both keys, own side first, for the decision or against it; None while it is a draft. One query."""
    if decision.proposed_at is None or decision.status == DecisionStatus.DRAFT:
        return None
    centre = decision.session.centre
    rows = Signature.objects.about(decision).filter(step__in=("adopt", "reject"), cleared_at=None)
    keys = both_keys(centre, {one.key: one for one in rows.select_related("by")}, user, against="reject")
    is_open = decision.status == DecisionStatus.PROPOSED
    return Keys(keys, _outcome(decision, keys), is_open and may_turn(keys, centre, user))


def _outcome(decision: Decision, keys: list[KeyView]) -> str:
    if decision.status == DecisionStatus.ADOPTED:
        return _("Both keys. The decision is adopted.")
    if decision.status == DecisionStatus.REJECTED:
        return _("Both keys. The decision is not adopted.")
    turned = [key for key in keys if key.signature]
    if len(turned) == len(keys):
        return _("The two sides disagree. It is decided when both turn their keys the same way.")
    if turned:
        return _("One key of two. The decision is not in force.")
    return _("No key of two. The decision is not in force.")


# --- Actions ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class ActionLine:
    """An action with whoever owes it, the reader's own side first, and where it stands."""

    row: Any
    owners: list[Country]
    state: State
    may_settle: bool = False


CENTRE = "decision__session__committee__centre"
ACTION_RELATED = (
    "decision__session__committee__centre__side_a__calendar",
    "decision__session__committee__centre__side_b__calendar",
    "organisation",
)


def owners_of(centre: Centre, owner: str, user: Any) -> list[Country]:
    """The countries that owe it, the reader's own first."""
    sides = sides_of(centre, user) if owner == Owner.BOTH else [owner]
    return [centre.side_country(side) for side in sides]


def actions_seen(user: Any) -> QuerySet[Action]:
    """The actions a reader may see, with what a line says and whether the reader answers for them."""
    rows = Action.objects.visible_to(user).select_related(*ACTION_RELATED)
    return rows.with_permissions(user, can_settle="agreements.settle_action")


def action_lines(rows: Iterable[Any], user: Any) -> list[ActionLine]:
    return [action_line(row, user) for row in rows]


def action_line(row: Any, user: Any) -> ActionLine:
    centre = row.decision.session.centre
    return ActionLine(
        row,
        owners_of(centre, row.owner, user),
        state_of_action(row, today_at(centre)),
        row.can_settle and row.status == ActionStatus.OPEN,
    )


def owed_by(user: Any, whose: str) -> Q:
    """Actions by whose they are, as the reader's posts have it."""
    standing = user.standing
    if whose == "body":
        return Q(organisation__in=standing.organisation_ids())
    if whose == "both":
        return Q(owner=Owner.BOTH)
    found = Q(pk__in=[])
    country = standing.country.pk if standing.country else ""
    for side, other in ((Side.A.value, Side.B.value), (Side.B.value, Side.A.value)):
        owner = side if whose == "own" else other
        of_country = Q(**{f"{CENTRE}__side_{side}": country})
        appointed = [held.centre_id for held in standing.holding() if held.side == side]
        found |= (of_country | Q(**{f"{CENTRE}__in": appointed})) & Q(owner=owner)
    return found


def in_state(rows: Any, state: str, today: date) -> Any:
    """Open ones unless asked otherwise; `late` are those whose day has passed."""
    match state:
        case "late":
            return rows.overdue(today)
        case "done" | "dropped":
            return rows.filter(status=state)
        case "all":
            return rows
    return rows.open()


# --- The register of decisions ---------------------------------------------------------------------------------------


@dataclass(frozen=True)
class DecisionLine:
    """A decision as one line of the register."""

    row: Decision
    state: State


def decisions_of(session: CommitteeSession, user: Any) -> list[Decision]:
    """The decisions of a session that the reader may see, in their order; one query."""
    return list(Decision.objects.visible_to(user).filter(session=session).select_related("item").order_by("number"))


def decision_lines(rows: Iterable[Decision]) -> list[DecisionLine]:
    return [DecisionLine(row, state_of_decision(row)) for row in rows]


def registered(user: Any, chosen: dict[str, Any]) -> QuerySet[Decision]:
    """The decisions a reader may see, narrowed, with the moment their session began."""
    rows = Decision.objects.visible_to(user).select_related(*RELATED).annotate(held_at=F("session__starts_at"))
    paths = {
        "committee": "session__committee__code",
        "session": "session__reference",
        "year": "session__starts_at__year",
        "kind": "kind",
        "state": "status",
    }
    words = holding(chosen.get("q", ""), *DECISION_TEXTS)
    return rows.filter(words, **{paths[name]: value for name, value in chosen.items() if name in paths})
