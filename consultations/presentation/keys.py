"""The two keys and the criteria, own side first, and what they amount to. Reads only."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from consultations.enums import Status
from consultations.models import Consultation
from core.localised import LocalisedText
from core.models import Signature
from people.keys import Keys, KeyView, both_keys, may_turn, sides_of


def decision_of(consultation: Consultation, signatures: Sequence[Signature], user: Any) -> Keys | None:
    """The two keys of the decision on the request; none before it is registered."""
    if consultation.registered_at is None or consultation.status in (Status.DRAFT, Status.SUBMITTED):
        return None
    shown = {one.key: one for one in signatures if one.cleared_at is None and one.step in ("decide", "decline")}
    if not shown and consultation.status == Status.WITHDRAWN:
        return None
    centre, is_open = consultation.centre, consultation.status == Status.REGISTERED
    keys = both_keys(centre, shown, user, against="decline")
    due_at = consultation.due_at if is_open else None
    return Keys(keys, _outcome(consultation, keys), is_open and may_turn(keys, centre, user), due_at)


def _outcome(consultation: Consultation, keys: list[KeyView]) -> str:
    if consultation.status == Status.DECLINED:
        return _("Both keys. The request is declined.")
    if consultation.status != Status.REGISTERED:
        return _("Both keys. The request is accepted.") if all(key.signature for key in keys) else ""
    turned = [key for key in keys if key.signature]
    if not turned:
        return _("No key of two. The request is not decided.")
    if len(turned) < len(keys):
        if turned[0].objects:
            return _("One key of two, against. Silence does not decide any more.")
        return _("One key of two. The request is not decided.")
    return _("The two sides disagree. The request is decided when both turn their keys the same way.")


@dataclass(frozen=True)
class Scores:
    """The criteria as the two sides scored them, own side first, with the weighted mean of each."""

    countries: list[Any]
    rows: list[tuple[LocalisedText, list[int | None]]]
    means: list[float | None]


def scores_of(consultation: Any, granted: set[str], user: Any) -> Scores | None:
    """For those who decide or run the request; the other side's scores only when the decision has been made."""
    if not granted & {"consultations.decide", "consultations.check_answer"}:
        return None
    own = user.standing.side_in(consultation.centre)
    sides = sides_of(consultation.centre, user)
    is_open = consultation.status == Status.REGISTERED
    shown = [one for one in consultation.scored if not is_open or one["side"] == own]
    if not shown:
        return None
    rows: dict[str, tuple[LocalisedText, dict[str, int]]] = {}
    for one in shown:
        name = LocalisedText(one["name"])
        rows.setdefault(str(name), (name, {}))[1][one["side"]] = one["score"]
    return Scores(
        [consultation.centre.side_country(side) for side in sides],
        [(name, [given.get(side) for side in sides]) for name, given in rows.values()],
        [_mean([one for one in shown if one["side"] == side]) for side in sides],
    )


def _mean(scores: list[dict[str, Any]]) -> float | None:
    weights = sum(one["weight"] for one in scores)
    return round(sum(one["score"] * one["weight"] for one in scores) / weights, 1) if weights else None
