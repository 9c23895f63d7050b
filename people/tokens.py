"""The links of invitations: signed, so they cannot be guessed; with a key of the row, so the newest one alone works."""

from django.core import signing

from people.models import Invitation

SALT = "people.invitation"


def sign(invitation: Invitation) -> str:
    return signing.dumps([invitation.pk, invitation.key], salt=SALT)


def read(token: str) -> Invitation | None:
    """The invitation the link was made for, in whatever state; None when the link is not, or no longer, ours."""
    try:
        pk, key = signing.loads(token, salt=SALT)
    except (signing.BadSignature, ValueError):
        return None
    return Invitation.objects.select_related("organisation__country__calendar", "centre").filter(pk=pk, key=key).first()
