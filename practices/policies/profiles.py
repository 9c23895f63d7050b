"""Who keeps the profile of a country."""

from typing import Any

from django.db.models import Q

from core.policies import NOBODY, rule
from people.enums import Function
from people.models import Centre


@rule("practices.edit_profile")
def edit_profile(user: Any) -> Q:
    """On a country: its contact point, and the programme officers of a centre that serves it or is a side of it."""
    found = NOBODY
    if codes := user.standing.country_codes(Function.CONTACT_POINT):
        found |= Q(pk__in=codes)
    if centres := user.standing.centre_ids(Function.OFFICER):
        rows = Centre.objects.filter(pk__in=centres)
        served = Centre.countries.through.objects.filter(centre__in=centres)
        found |= Q(pk__in=served.values("country"))
        found |= Q(pk__in=rows.values("side_a")) | Q(pk__in=rows.values("side_b"))
    return found
