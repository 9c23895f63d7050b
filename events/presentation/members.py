"""The page of one participant: facts, what the reader may do, where the other pages of the person are. Reads only."""

from typing import Any

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy, pgettext_lazy

from events.enums import CheckPoint, DelegationStatus, ParticipantStatus
from events.models import Event, NomineeCheck, Participant
from events.presentation.delegations import Button
from events.workflow import taking_part

PHRASES: dict[str, Promise] = {
    "nominate": gettext_lazy("Nominated"),
    "edit_nominee": gettext_lazy("Facts corrected"),
    "check": gettext_lazy("Nomination checked"),
    "uncheck": gettext_lazy("Check taken back"),
    "accept": gettext_lazy("Accepted by both sides"),
    "reserve": gettext_lazy("Put on the reserve list by both sides"),
    "decline": gettext_lazy("Not accepted by both sides"),
    "take_over": gettext_lazy("Accepted in somebody’s place"),
    "replace": gettext_lazy("Named to come in somebody’s place"),
    "confirm": gettext_lazy("Participation confirmed"),
    "attend": gettext_lazy("Marked as present"),
    "unattend": gettext_lazy("Mark of presence taken back"),
    "withdraw": pgettext_lazy("participant", "Withdrawn"),
    "register": gettext_lazy("Registered"),
    "change_registration": gettext_lazy("Registration changed"),
    "approve": gettext_lazy("Registration approved"),
    "queue": gettext_lazy("Put on the waiting list"),
    "promote": gettext_lazy("Given a free seat"),
    "refuse": gettext_lazy("Registration refused"),
    "claim": gettext_lazy("Claimed by the person"),
    "renew_links": gettext_lazy("Links of letters given up"),
}
ASKED = (
    *("events.edit_participant", "events.check_participant", "events.confirm_participation"),
    *("events.withdraw_participant", "events.replace_participant", "events.owe_papers", "events.view_travel"),
    "events.renew_links",
)
# Pages of the person, kept by other parts of the app, and what opens each; "" where the page itself asks.
PAGES = (("travel_file", gettext_lazy("Journey and visa"), "events.view_travel"),)


def buttons_of(one: Participant, event: Event, user: Any, granted: set[str]) -> dict[str, Button]:
    """What the reader may do with this person now, by name."""
    if one.delegation is None:
        if one.user_id != user.pk:
            return _renewing(one, event, granted)
        own = reverse("events:registration", args=[one.secret])
        return {
            "registration": Button(gettext_lazy("See your registration"), own),
            **_renewing(one, event, granted),
        }
    steps = {step.name for step in taking_part.available(one, user, granted=granted)}
    came_in = one.delegation.status == DelegationStatus.FORWARDED
    offered = (
        ("check_participant", gettext_lazy("Check the nomination"), "check" in steps and came_in),
        ("uncheck_participant", gettext_lazy("Take the check back"), "uncheck" in steps),
        ("confirm_participation", gettext_lazy("Confirm participation"), "confirm" in steps),
        (
            "edit_nominee",
            gettext_lazy("Correct the facts"),
            "events.edit_participant" in granted and one.status in ParticipantStatus.present(),
        ),
        (
            "replace_participant",
            gettext_lazy("Replace by an alternate"),
            "events.replace_participant" in granted and _may_be_replaced(one),
        ),
        (
            "withdraw_participant",
            gettext_lazy("Withdraw the person"),
            "withdraw" in steps and (one.status != ParticipantStatus.NOMINATED or came_in),
        ),
        (
            "remove_nominee",
            gettext_lazy("Remove from the nomination"),
            "events.nominate" in granted and one.delegation.status == DelegationStatus.INVITED,
        ),
    )
    found = {
        name: Button(label, reverse(f"events:{name}", args=[event.reference, one.pk]))
        for name, label, is_offered in offered
        if is_offered
    }
    return found | _renewing(one, event, granted)


def _renewing(one: Participant, event: Event, granted: set[str]) -> dict[str, Button]:
    """Where a letter may have come into other hands."""
    if "events.renew_links" not in granted or one.anonymised_at is not None:
        return {}
    url = reverse("events:renew_links", args=[event.reference, one.pk])
    return {"renew_links": Button(gettext_lazy("Give up the links of letters"), url)}


def _may_be_replaced(one: Participant) -> bool:
    undecided = (ParticipantStatus.NOMINATED, ParticipantStatus.CHECKED)
    if one.status in undecided:
        return one.delegation is not None and one.delegation.status == DelegationStatus.FORWARDED
    if one.status == ParticipantStatus.WITHDRAWN:
        return one.accepted_at is not None and not one.replaced_by.exists()
    return one.status in (ParticipantStatus.ACCEPTED, ParticipantStatus.ATTENDING)


def points_of(check: NomineeCheck) -> list[tuple[str, bool]]:
    """Every point of the check, and whether it holds."""
    return [(str(label), value in check.points) for value, label in CheckPoint.choices]


def pages_of(one: Participant, event: Event, granted: set[str]) -> list[Button]:
    """Where the other pages of this person are, as far as they may be opened."""
    if one.status not in ParticipantStatus.seated():
        return []
    return [
        Button(label, reverse(f"events:{route}", args=[event.reference, one.pk]))
        for route, label, permission in PAGES
        if not permission or permission in granted
    ]
