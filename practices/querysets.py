"""The words of reading the library."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Self

from core import policies
from practices.enums import ReportState, ReviewState, Status, TranslationState, VersionState

if TYPE_CHECKING:
    from practices.models import (  # noqa: F401  in quotes below
        Adoption,
        AdoptionReport,
        Collection,
        Practice,
        Review,
        Translation,
        Version,
    )


class PracticeQuerySet(policies.PolicyQuerySet["Practice"]):
    """Entries, as the person who asks may see them."""

    view_permission = "practices.view"

    def public(self) -> Self:
        """What everybody reads, what was retired among it."""
        return self.filter(status__in=Status.public())

    def current(self) -> Self:
        """What the centre stands by today."""
        return self.filter(status__in=(Status.PUBLISHED, Status.DUE))

    def awaiting(self, user: Any) -> Self:
        """Those whose next move is this person's."""
        from practices.workflow import lifecycle  # noqa: PLC0415  the table needs the model

        return self.filter(lifecycle.awaiting(user))

    def awaiting_others(self, user: Any) -> Self:
        """Those on their way that this person has a part in, while the move is somebody else's."""
        from practices.policies.practices import concerns  # noqa: PLC0415  policies know the models
        from practices.workflow import lifecycle  # noqa: PLC0415

        return self.filter(concerns(user), ~lifecycle.awaiting(user), status__in=(*Status.under_way(), Status.DUE))

    def to_recheck(self, day: date) -> Self:
        """Published ones whose year is over."""
        return self.filter(status=Status.PUBLISHED, recheck_on__lte=day)

    def for_list(self) -> Self:
        """With what a row of a list shows."""
        return self.select_related("owner", "country__calendar")


class VersionQuerySet(policies.PolicyQuerySet["Version"]):
    """Versions of entries, as the person who asks may see them."""

    view_permission = "practices.view_version"

    def live(self) -> Self:
        """What is read."""
        return self.filter(state=VersionState.LIVE)

    def pending(self) -> Self:
        """What is being changed."""
        return self.filter(state__in=VersionState.pending())

    def with_facts(self) -> Self:
        """With the rows beside it: four queries however many versions."""
        return self.prefetch_related("names", "evidence", "links", "topics", "preconditions__capability")


class TranslationQuerySet(policies.PolicyQuerySet["Translation"]):
    """Languages of entries, as the person who asks may see them."""

    view_permission = "practices.view_translation"

    def readable(self) -> Self:
        """Those that readers get."""
        return self.filter(state=TranslationState.CHECKED)

    def outdated(self) -> Self:
        """Those whose original has moved on."""
        return self.filter(outdated__gt=0)

    def to_check(self) -> Self:
        """Those handed over for the check."""
        return self.filter(handed_at__isnull=False)


class ReviewQuerySet(policies.PolicyQuerySet["Review"]):
    """Reviews, as the person who asks may see them."""

    view_permission = "practices.view_review"

    def asked(self) -> Self:
        """Those that are owed."""
        return self.filter(state=ReviewState.ASKED)

    def given(self) -> Self:
        """Those that count."""
        return self.filter(state=ReviewState.GIVEN)


class AdoptionQuerySet(policies.PolicyQuerySet["Adoption"]):
    """Adoptions, as the person who asks may see them."""

    view_permission = "practices.view_adoption"

    def confirmed(self) -> Self:
        """Those that both sides stand by."""
        return self.filter(confirmed_at__isnull=False)

    def for_list(self) -> Self:
        """With what a row of a list shows."""
        return self.select_related("practice__country__calendar", "adopter", "country__calendar", "owner")


class ReportQuerySet(policies.PolicyQuerySet["AdoptionReport"]):
    """Reports of adoptions, as the person who asks may see them."""

    view_permission = "practices.view_report"

    def confirmed(self) -> Self:
        """Those that both sides have signed."""
        return self.filter(state=ReportState.CONFIRMED)


class CollectionQuerySet(policies.PolicyQuerySet["Collection"]):
    """Collections, as the person who asks may see them."""

    view_permission = "practices.view_collection"
