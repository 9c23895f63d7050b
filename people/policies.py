"""Who may see and do what with people, as queries."""

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


@rule("people.view_expert")
def view_expert(user: User) -> Q:
    """Oneself; officers and co-directors of a centre see who agrees to be listed there: its staff, its two sides."""
    centres = user.standing.centre_ids(Function.OFFICER, Function.CO_DIRECTOR)
    if not centres:
        return Q(user=user)
    sides = Country.objects.filter(Q(centres_as_a__in=centres) | Q(centres_as_b__in=centres))
    held = Appointment.objects.current().filter(Q(centre__in=centres) | Q(organisation__country__in=sides.values("pk")))
    return Q(user=user) | Q(consent_to_be_listed=True, user__is_active=True, user__in=held.values("user_id"))
