"""Who may see and do what with people, as queries."""

from typing import Any

from django.db.models import Q

from core.policies import EVERYBODY, NOBODY, rule
from people.enums import Function
from people.models import Appointment, Country, User


@rule("people.view_user")
def view_user(user: User) -> Q:
    """Oneself, and colleagues of the same organisations; administrators see everybody.

    Other apps show the people of a consultation to each other on its own page, with name and post only.
    """
    if user.standing.is_administrator:
        return EVERYBODY
    colleagues = Appointment.objects.current().filter(organisation_id__in=user.standing.organisation_ids())
    return Q(pk=user.pk) | Q(pk__in=colleagues.values("user_id"), is_active=True)


@rule("people.edit_profile")
def edit_profile(user: User) -> Q:
    """Oneself. Administrators use the admin site, where the journal notes it."""
    return Q(pk=user.pk)


@rule("people.invite")
def invite(user: User) -> Q:
    """On an organisation: its focal points, for members of its staff; administrators, everywhere and for every post."""
    if user.standing.is_administrator:
        return EVERYBODY
    return Q(pk__in=user.standing.organisation_ids(Function.FOCAL_POINT))


@rule("people.view_invitation")
def view_invitation(user: User) -> Q:
    """Those of the organisations one may invite to."""
    if user.standing.is_administrator:
        return EVERYBODY
    return Q(organisation_id__in=user.standing.organisation_ids(Function.FOCAL_POINT))


@rule("people.manage_invitation")
def manage_invitation(user: User) -> Q:
    """Send again, revoke: a focal point only what a focal point may send, an invitation to the staff."""
    if user.standing.is_administrator:
        return EVERYBODY
    return view_invitation(user) & Q(function=Function.MEMBER)


@rule("people.decide_access_request")
def decide_access_request(user: User) -> Q:
    """The focal points of the organisation that is named in it, and administrators."""
    if user.standing.is_administrator:
        return EVERYBODY
    return Q(organisation_id__in=user.standing.organisation_ids(Function.FOCAL_POINT))


@rule("people.appoint")
def appoint(user: User) -> Q:
    """Start, end and move appointments: administrators."""
    return EVERYBODY if user.standing.is_administrator else NOBODY


@rule("people.anonymise")
def anonymise(user: User) -> Q:
    """Administrators, on everybody but themselves."""
    return ~Q(pk=user.pk) if user.standing.is_administrator else NOBODY


def _of_own_centres(user: User) -> Any:
    """The countries of the centres where this person is an officer: both sides, and those they serve."""
    centres = user.standing.centre_ids(Function.OFFICER)
    ours = Q(centres_as_a__in=centres) | Q(centres_as_b__in=centres) | Q(served_by__in=centres)
    return Country.objects.filter(ours).values("pk") if centres else None


@rule("people.import_people")
def import_people(user: User) -> Q:
    """On an organisation: administrators, everywhere; officers, in the countries of their centre.

    An administrator's row is an invitation. An officer's row asks the organisation's focal point, who lets people in.
    """
    if user.standing.is_administrator:
        return EVERYBODY
    countries = _of_own_centres(user)
    return NOBODY if countries is None else Q(country__in=countries)


@rule("people.import_organisations")
def import_organisations(user: User) -> Q:
    """On a country whose organisations are registered: administrators, every one; officers, those of their centre."""
    if user.standing.is_administrator:
        return EVERYBODY
    countries = _of_own_centres(user)
    return NOBODY if countries is None else Q(pk__in=countries)


@rule("people.view_expert")
def view_expert(user: User) -> Q:
    """Oneself; officers and co-directors of a centre see who agrees to be listed there: its staff, its two sides."""
    centres = user.standing.centre_ids(Function.OFFICER, Function.CO_DIRECTOR)
    if not centres:
        return Q(user=user)
    sides = Country.objects.filter(Q(centres_as_a__in=centres) | Q(centres_as_b__in=centres))
    held = Appointment.objects.current().filter(Q(centre__in=centres) | Q(organisation__country__in=sides.values("pk")))
    return Q(user=user) | Q(consent_to_be_listed=True, user__is_active=True, user__in=held.values("user_id"))
