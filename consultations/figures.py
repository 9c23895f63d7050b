"""What anybody may know of the work with requests. Counted anew when one has changed: the first page is everybody's."""

from django.db.models import Count, Q

from consultations.enums import Status, Use
from consultations.models import Consultation
from core import changes


def public_figures() -> dict[str, int]:
    """How many requests were answered, for how many countries, and how much advice was used of that asked about."""
    return changes.kept("consultations:figures", [Consultation._meta.db_table], _count)


def _count() -> dict[str, int]:
    rows = Consultation.objects.filter(status__in=(Status.ANSWERED, Status.CLOSED))
    return rows.aggregate(
        answered=Count("pk"),
        countries=Count("country", distinct=True),
        reported=Count("pk", filter=~Q(use="")),
        used=Count("pk", filter=Q(use__in=(Use.USED, Use.PARTLY))),
    )
