"""What was told to somebody is that person's: it goes when the name goes."""

from django.db.models import Q

from notifications.models import DeskVisit, Digest, DigestWish, Notification, Preference
from people.models import User


def forget(user: User, *, address: str) -> None:
    """Delete the inbox, the letters and the wishes of a person, with those that went to the plain address before."""
    Notification.objects.filter(Q(user=user) | Q(user=None, address__iexact=address)).delete()
    Digest.objects.filter(user=user).delete()
    DigestWish.objects.filter(user=user).delete()
    DeskVisit.objects.filter(user=user).delete()
    Preference.objects.filter(user=user).delete()
