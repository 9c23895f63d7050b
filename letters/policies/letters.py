"""Who writes letters and who reads them."""

from typing import Any

from django.db.models import Q

from core.policies import NOBODY, rule
from letters.enums import LetterState
from people.enums import Function

SENT = Q(state__in=LetterState.sent())


def writes(user: Any) -> list[int]:
    """The centres for which the person writes letters."""
    found: list[int] = user.standing.centre_ids(Function.OFFICER, Function.CO_DIRECTOR)
    return found


@rule("letters.manage")
def manage(user: Any) -> Q:
    """Officers and co-directors of the centre: templates, runs, and letters from the draft to the withdrawal."""
    centres = writes(user)
    return Q(centre__in=centres) if centres else NOBODY


@rule("letters.write")
def write(user: Any) -> Q:
    """The same, asked of the centre: `people.Centre`."""
    centres = writes(user)
    return Q(pk__in=centres) if centres else NOBODY


@rule("letters.view")
def view(user: Any) -> Q:
    """The centre; what was issued also whom it is addressed to: the person, the body, the contact point of its country.

    A personal letter is read by the person and by the focal points of the body.
    """
    found = manage(user) | Q(person=user) & SENT
    if bodies := user.standing.organisation_ids(Function.FOCAL_POINT):
        found |= Q(organisation__in=bodies) & SENT
    if bodies := user.standing.organisation_ids(Function.MEMBER):
        found |= Q(organisation__in=bodies, is_personal=False) & SENT
    if countries := user.standing.country_codes(Function.CONTACT_POINT):
        found |= Q(organisation__country__in=countries, is_personal=False) & SENT
    return found
