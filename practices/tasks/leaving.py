"""People leave their bodies by the calendar, with nobody acting on that day: the clock looks each night."""

from celery import shared_task
from django.db.models import Exists, OuterRef

from people.models import Appointment
from practices.actions.leaving import drop_contact
from practices.actions.reviewing import release_reviewer
from practices.models import Practice, Review

BATCH = 500


@shared_task
def notice_who_has_left() -> int:
    """Entries lose a contact person who has left the owner; reviews of people without a post are taken back."""
    at_owner = Appointment.objects.current().filter(user=OuterRef("contact"), organisation=OuterRef("owner"))
    left = Practice.objects.filter(~Exists(at_owner), contact__isnull=False)
    dropped = sum(drop_contact(row) is not None for row in left.order_by("pk")[:BATCH])
    posts = Appointment.objects.current().filter(user=OuterRef("reviewer"))
    owing = Review.objects.asked().filter(~Exists(posts)).select_related("reviewer").order_by("reviewer", "pk")
    reviewers = {row.reviewer_id: row.reviewer for row in owing[:BATCH]}
    for reviewer in reviewers.values():
        release_reviewer(reviewer, by=None)
    return dropped + len(reviewers)
