"""What an expert says about oneself."""

from collections.abc import Collection, Mapping
from datetime import date

from django.db import transaction
from django.utils import timezone

from core import policies
from people.actions.consents import set_listing
from people.models import AvailabilityWindow, ExpertArea, Expertise, ExpertProfile, SpokenLanguage, User


@transaction.atomic
def edit_expert_profile(
    user: User,
    *,
    by: User,
    areas: Mapping[ExpertArea, int],
    languages: Mapping[str, str],
    windows: Collection[tuple[date, date, str]],
    systems: str = "",
    years_of_practice: int | None = None,
    is_listed: bool = False,
) -> ExpertProfile:
    """Write the whole profile anew: what is not named any more is gone. Today it counts as reviewed by its owner."""
    user = User.objects.select_for_update().get(pk=user.pk)  # two windows of one browser
    policies.require(by, "people.edit_profile", user)
    profile, _is_new = ExpertProfile.objects.get_or_create(user=user)
    profile.systems, profile.years_of_practice = systems, years_of_practice
    profile.consent_to_be_listed = is_listed
    profile.updated_at, profile.reviewed_on = timezone.now(), timezone.localdate()
    profile.save()
    set_listing(user, by=by, is_listed=is_listed)
    for rows in (profile.expertise, profile.languages, profile.windows):
        rows.all().delete()
    Expertise.objects.bulk_create(Expertise(profile=profile, area=area, level=level) for area, level in areas.items())
    SpokenLanguage.objects.bulk_create(
        SpokenLanguage(profile=profile, language=language, level=level) for language, level in languages.items()
    )
    AvailabilityWindow.objects.bulk_create(
        AvailabilityWindow(profile=profile, from_on=first, until_on=last, note=note) for first, last, note in windows
    )
    return profile
