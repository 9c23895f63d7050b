"""A person's own data: taken along, or taken away."""

from collections.abc import Iterator

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.utils import timezone
from django.utils.crypto import get_random_string
from django.utils.translation import gettext_lazy as _

from core import journal, policies
from core.refusal import RefusedError
from people import export, signals
from people.actions.posts import today_at
from people.models import AccessRequest, ExpertProfile, Invitation, User

NAMELESS = "Former official"  # in the database; readers are shown it in their language
NOWHERE = "anonymous.invalid"  # RFC 2606: no mail ever reaches it


def export_data(user: User, *, by: User) -> Iterator[str]:
    """Everything the house keeps about oneself, as JSON. The journal says that it was taken, not what was in it."""
    policies.require(by, "people.edit_profile", user)
    journal.write(user, "export_data", by=by)
    return export.document(user)


@transaction.atomic
def anonymise(user: User, *, by: User, reason: str) -> User:
    """Take name, address, profile and every way to sign in from an account for good; what was done in public stays.

    Journal and signatures hold copies of name and title of their day, appointments and consents hold no name: they stay
    as they are. Refused while a post has not ended or work is open: both are ended or handed over first.
    """
    user = User.objects.select_for_update().get(pk=user.pk)
    policies.require(by, "people.anonymise", user)
    if not reason.strip():
        raise RefusedError(_("Write why. The journal keeps it."))
    if user.anonymised_at:
        raise RefusedError(_("This account was anonymised already."))
    for held in user.appointments.for_standing():
        if held.ends_on is None or held.ends_on > today_at(held.organisation):
            raise RefusedError(_("End this appointment first: %(post)s.") % {"post": held})
    signals.account_closing.send(User, user=user, by=by)
    address = user.email
    _close(user)
    _empty(user)
    _empty_papers(user, address)
    journal.write(user, "anonymise", by=by, reason=reason)
    signals.account_anonymised.send(User, user=user, address=address, by=by)
    return user


def _close(user: User) -> None:
    """No session, no key, no password."""
    for session in UserSession.objects.filter(user_id=user.pk):
        session.end()
    Authenticator.objects.filter(user_id=user.pk).delete()
    EmailAddress.objects.filter(user_id=user.pk).delete()
    user.set_unusable_password()  # ends the sessions that nobody listed
    user.is_active, user.is_superuser, user.last_login = False, False, None


def _empty(user: User) -> None:
    blank = User(
        email=f"former-{user.pk}-{get_random_string(12).lower()}@{NOWHERE}",
        given_name=NAMELESS,
        family_name=str(user.pk),
    )
    kept = {"id", "password", "last_login", "is_active", "is_superuser", "joined_at", "anonymised_at"}
    for field in user._meta.concrete_fields:
        if field.name not in kept:
            setattr(user, field.attname, getattr(blank, field.attname))
    user.anonymised_at = timezone.now()
    user.save()
    ExpertProfile.objects.filter(user=user).delete()


def _empty_papers(user: User, address: str) -> None:
    """The letters that let the person in, and what the admin site noted about the account."""
    names = {"email": user.email, "given_name": user.given_name, "family_name": user.family_name}
    for invitation in Invitation.objects.filter(accepted_by=user) | Invitation.objects.filter(email__iexact=address):
        Invitation.objects.filter(pk=invitation.pk).update(**names)
    AccessRequest.objects.filter(email__iexact=address).update(**names, reason="", decision_reason="")
    seen = ContentType.objects.get_for_model(User)
    LogEntry.objects.filter(content_type=seen, object_id=str(user.pk)).update(object_repr=str(user))
