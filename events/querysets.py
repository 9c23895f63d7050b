"""The words of reading events."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Self

from django.db.models import Q
from django.utils import timezone

from core import policies
from core.search import query
from events.enums import (
    CertificateStatus,
    DelegationStatus,
    EventStatus,
    ListStatus,
    OutcomeStatus,
    ParticipantStatus,
    QuestionnaireStatus,
    ReleaseStatus,
)

if TYPE_CHECKING:
    from events.models import (  # noqa: F401
        ActionPlan,
        Certificate,
        CertificateRun,
        Delegation,
        Event,
        Material,
        Minutes,
        Outcome,
        Participant,
        ParticipantList,
        Programme,
        Questionnaire,
        Release,
        Session,
        TripReport,
    )


class ProgrammeQuerySet(policies.PolicyQuerySet["Programme"]):
    view_permission = "events.view_programme"


class EventQuerySet(policies.PolicyQuerySet["Event"]):
    """Events, as the person who asks may see them."""

    view_permission = "events.view"

    def announced(self) -> Self:
        """Those the public, or the invited, know of; not those that were called off before."""
        return self.filter(status__in=(EventStatus.ANNOUNCED, EventStatus.CLOSED))

    def coming(self, today: date | None = None) -> Self:
        """Those that have not ended."""
        return self.filter(ends_on__gte=today or timezone.localdate()).exclude(status=EventStatus.CANCELLED)

    def past(self, today: date | None = None) -> Self:
        return self.filter(ends_on__lt=today or timezone.localdate()).exclude(status=EventStatus.CANCELLED)

    def matching(self, text: str) -> Self:
        """Those that hold the words, or bear the number."""
        found = query(text)
        named = Q(reference__startswith=text.strip().upper()) if text.strip()[:1].isalnum() else Q(pk__in=[])
        return self.filter(Q(search=found) | named) if found else self.filter(named)

    def for_list(self) -> Self:
        """With what a row of a list shows, and without the long texts."""
        return (
            self.select_related("programme", "centre").prefetch_related("stops__country").defer("description", "search")
        )


class SessionQuerySet(policies.PolicyQuerySet["Session"]):
    """Sessions: the draft for those who plan, what is released for everybody who may see the event."""

    view_permission = "events.view_session"

    def standing(self) -> Self:
        """Those that are held."""
        return self.filter(cancelled_at=None)

    def timed(self) -> Self:
        return self.filter(starts_at__isnull=False)


class ReleaseQuerySet(policies.PolicyQuerySet["Release"]):
    view_permission = "events.view_release"

    def proposed(self) -> Self:
        return self.filter(status=ReleaseStatus.PROPOSED)


class DelegationQuerySet(policies.PolicyQuerySet["Delegation"]):
    view_permission = "events.view_delegation"

    def coming(self) -> Self:
        """Those from whom people and papers are expected."""
        return self.filter(status__in=DelegationStatus.coming())

    def in_order(self) -> Self:
        """The order of protocol: states by their English short name."""
        return self.select_related("country", "organisation").order_by("country__name__en", "pk")


class EventParticipantQuerySet(policies.PolicyQuerySet["Participant"]):
    view_permission = "events.view_participant"

    def present(self) -> Self:
        """Those who have not dropped out."""
        return self.filter(status__in=ParticipantStatus.present())

    def seated(self) -> Self:
        """Those who hold a place."""
        return self.filter(status__in=ParticipantStatus.seated())

    def waiting(self) -> Self:
        """The waiting list, first come first."""
        return self.filter(status=ParticipantStatus.WAITING).order_by("queued_at", "pk")

    def registered(self) -> Self:
        """Those who came on their own, not in a delegation."""
        return self.filter(delegation=None)


class ListQuerySet(policies.PolicyQuerySet["ParticipantList"]):
    view_permission = "events.view_list"

    def proposed(self) -> Self:
        return self.filter(status=ListStatus.PROPOSED)


class MaterialQuerySet(policies.PolicyQuerySet["Material"]):
    view_permission = "events.view_material"


class QuestionnaireQuerySet(policies.PolicyQuerySet["Questionnaire"]):
    view_permission = "events.view_questionnaire"

    def open(self) -> Self:
        """Those that take answers now."""
        now = timezone.now()
        return self.filter(Q(closes_at=None) | Q(closes_at__gt=now), status=QuestionnaireStatus.OPEN)


class MinutesQuerySet(policies.PolicyQuerySet["Minutes"]):
    view_permission = "events.view_minutes"


class OutcomeQuerySet(policies.PolicyQuerySet["Outcome"]):
    view_permission = "events.view_outcome"

    def open(self) -> Self:
        return self.filter(status=OutcomeStatus.OPEN)


class PlanQuerySet(policies.PolicyQuerySet["ActionPlan"]):
    view_permission = "events.view_plan"

    def written(self) -> Self:
        """Those that have a name: an empty row lies there from the end of the wrap-up meeting on."""
        return self.exclude(title="")


class TripReportQuerySet(policies.PolicyQuerySet["TripReport"]):
    view_permission = "events.view_trip_report"


class RunQuerySet(policies.PolicyQuerySet["CertificateRun"]):
    view_permission = "events.view_run"


class CertificateQuerySet(policies.PolicyQuerySet["Certificate"]):
    view_permission = "events.view_certificate"

    def known(self) -> Self:
        """Those that were ever given out: a stranger with the code is told about these."""
        return self.filter(status__in=(CertificateStatus.ISSUED, CertificateStatus.REPLACED, CertificateStatus.REVOKED))
