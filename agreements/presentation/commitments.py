"""One commitment as its page says it. Reads only."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from agreements.enums import CommitmentStatus, Owner
from agreements.models import Commitment
from agreements.presentation.record import StepLink
from agreements.presentation.register import COMMITMENT_PHRASES, days_left, owner_words, state_of_commitment
from agreements.workflow import fulfilling
from core import policies
from core.models import Signature
from people.days import today_at
from people.history import history_of
from people.keys import keys_of

ROUTES = {
    "report": (_("Report as fulfilled"), "agreements:report_commitment"),
    "confirm": (pgettext_lazy("commitment", "Confirm"), "agreements:confirm_commitment"),
    "refuse": (_("Return with reasons"), "agreements:refuse_commitment"),
    "drop": (_("Propose to drop it"), "agreements:drop_commitment"),
}
ASKED = tuple(dict.fromkeys(step.permission for step in fulfilling.steps.values()))
OPEN = (CommitmentStatus.OPEN, CommitmentStatus.REPORTED)


def commitment_page(commitment: Commitment, user: Any) -> dict[str, Any]:
    """The context of the page. Who reported what, with names, is read by those who have a part in it."""
    agreement, today = commitment.agreement, today_at(commitment.agreement.centre)
    granted = policies.granted(user, ASKED, commitment) if user.is_authenticated else set()
    is_open = commitment.status in OPEN
    steps = [step for step in fulfilling.here(commitment) if step.permission in granted]
    inside = bool(granted) or (user.is_authenticated and user.standing.centre_ids())
    url = {step.name: reverse(ROUTES[step.name][1], args=[agreement.reference, commitment.number]) for step in steps}
    keys = None
    if "agreements.drop_commitment" in granted and commitment.status != CommitmentStatus.FULFILLED:
        turned = Signature.objects.about(commitment).filter(step="drop", cleared_at=None).exists()
        keys = keys_of(commitment, fulfilling, "drop", user, centre=agreement.centre) if turned else None
    return {
        "commitment": commitment,
        "agreement": agreement,
        "owner": owner_words(commitment.owner, agreement.centre),
        "state": state_of_commitment(commitment, today),
        "left": days_left(commitment.due_on, today) if commitment.due_on and is_open else "",
        "next": Commitment.objects.filter(follows=commitment).select_related("agreement").first(),
        "shows_report": bool(commitment.report) and bool(inside),
        "steps": [
            StepLink(ROUTES[step.name][0], url[step.name], step.name in ("report", "confirm"))
            for step in steps
            if not (keys and step.name == "drop")
        ],
        "keys": keys,
        "sign_url": url.get("drop", ""),
        "sign": _("Drop it for my side"),
        "history": history_of(commitment, COMMITMENT_PHRASES, centre=agreement.centre) if inside else [],
    }


def asks_side(commitment: Commitment, user: Any) -> bool:
    """Whether a report has to say for which side it is: an officer's, of what both owe."""
    if commitment.owner != Owner.BOTH or user.standing.sides(commitment.agreement.centre_id):
        return False
    body, centre = commitment.organisation, commitment.agreement.centre
    return body is None or body.country_id not in (centre.side_a_id, centre.side_b_id)
