"""Who is told when a kind of report was made."""

from django.db import transaction

from core import policies
from people.models import Centre, User
from reports.kinds.registry import kind_of
from reports.models import Subscription


@transaction.atomic
def subscribe(kind: str, centre: Centre, *, by: User) -> Subscription:
    """Tell this person of every report of the kind. Done twice, it stays done. Refused for those who are no staff."""
    policies.require(by, "reports.make", centre)
    kind_of(kind)
    return Subscription.objects.get_or_create(user=by, kind=kind, centre=centre)[0]


@transaction.atomic
def unsubscribe(kind: str, centre: Centre, *, by: User) -> None:
    """Tell this person no longer. Who never subscribed is not told either."""
    Subscription.objects.filter(user=by, kind=kind, centre=centre).delete()
