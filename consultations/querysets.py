"""The words of reading requests."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, Self

from django.db import models
from django.db.models import Q
from django.utils import timezone

from consultations.enums import Role, Status
from core import policies
from core.search import query

if TYPE_CHECKING:
    from consultations.models import Consultation, Message, Participant  # noqa: F401


class Unpacked(models.Func):
    """True of every row, at the price of unpacking its search vector: see the migration `what_a_search_costs`."""

    function = "consultations_unpacked"
    output_field = models.BooleanField()


class ConsultationQuerySet(policies.PolicyQuerySet["Consultation"]):
    """Requests, as the person who asks may see them."""

    view_permission = "consultations.view"

    def open(self) -> Self:
        """Those from which something is still to come."""
        return self.filter(status__in=Status.open())

    def awaiting(self, user: Any) -> Self:
        """Those whose next move is this person's."""
        from consultations.workflow import lifecycle  # noqa: PLC0415  the table needs the model

        return self.filter(lifecycle.awaiting(user), status__in=Status.open())

    def awaiting_others(self, user: Any) -> Self:
        """Open ones this person has a part in, while the move is somebody else's."""
        from consultations.policies import concerns  # noqa: PLC0415  policies know the models
        from consultations.workflow import lifecycle  # noqa: PLC0415

        return self.filter(concerns(user), ~lifecycle.awaiting(user), status__in=Status.open())

    def overdue(self, now: datetime | None = None) -> Self:
        """Those whose running time is over."""
        return self.open().filter(due_at__lt=now or timezone.now())

    def due_within(self, days: int) -> Self:
        """Those due in the coming calendar days."""
        now = timezone.now()
        return self.open().filter(due_at__gte=now, due_at__lt=now + timedelta(days=days))

    def matching(self, text: str) -> Self:
        """Those that hold the words, or bear the number."""
        found = query(text)
        # A number is written in capitals; asked for as such, it is found by the index beside the words, not row by row.
        named = Q(reference__startswith=text.strip().upper()) if text.strip()[:1].isalnum() else Q(pk__in=[])
        return self.filter(Q(search=found) | named, Unpacked("pk")) if found else self.filter(named)

    def about(self, practice: Any) -> Self:
        """Those that ask about this entry of the library."""
        return self.filter(practice=practice)

    def for_list(self) -> Self:
        """With what a row of a list shows, and without the long texts."""
        return self.select_related("organisation", "country__calendar", "requester", "topic").defer(
            "state_of_play", "legal_basis", "expected_result", "search", "earlier_help", "feedback", "use_reason"
        )


class ParticipantQuerySet(models.QuerySet["Participant"]):
    """People who work on requests."""

    def now(self) -> Self:
        """Those who have not handed over."""
        return self.filter(until=None)

    def answering(self) -> Self:
        """Those who write the answer."""
        return self.filter(role__in=(Role.LEAD, Role.ADVISOR))


class MessageQuerySet(policies.PolicyQuerySet["Message"]):
    """Messages and notes, as the person who asks may see them."""

    view_permission = "consultations.view_message"
