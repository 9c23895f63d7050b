"""The words of reading for agreements and committees."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Self

from django.db.models import Q

from agreements.enums import ActionStatus, AgreementStatus, CommitmentStatus, DecisionStatus, MinutesState
from core import policies
from core.localised import LANGUAGES

if TYPE_CHECKING:
    from agreements.models import (  # noqa: F401  in quotes below
        Action,
        Agreement,
        Commitment,
        CommitteePaper,
        CommitteeSession,
        Decision,
        SessionMinutes,
    )

MOST_WORDS = 8  # of a search: each of them is looked for in every language


class AgreementQuerySet(policies.PolicyQuerySet["Agreement"]):
    """Agreements, as the person who asks may see them."""

    view_permission = "agreements.view"

    def in_force(self, day: date) -> Self:
        """Those that bind both sides on that day: until their last one, and beyond it where they prolong themselves."""
        running = Q(ends_on=None) | Q(ends_on__gte=day) | Q(renewal_months__gt=0)
        standing = Q(status__in=AgreementStatus.standing()) & running
        return self.filter(standing | Q(status=AgreementStatus.ENDED, ended_on__gte=day), in_force_on__lte=day)

    def matching(self, text: str) -> Self:
        """Those that hold every word in a title, in what they are about, or in a number."""
        found = self
        for word in text.split()[:MOST_WORDS]:
            asked = Q(reference__icontains=word) | Q(own_number__icontains=word)
            for language in LANGUAGES:
                asked |= Q(**{f"title__{language}__icontains": word}) | Q(**{f"subject__{language}__icontains": word})
            found = found.filter(asked)
        return found

    def for_list(self) -> Self:
        """With what a row of a list shows."""
        return self.select_related("centre__side_a__calendar", "centre__side_b__calendar", "parent")


class CommitmentQuerySet(policies.PolicyQuerySet["Commitment"]):
    """Commitments, as the person who asks may see them."""

    view_permission = "agreements.view_commitment"

    def open(self) -> Self:
        """Those somebody owes."""
        return self.filter(status=CommitmentStatus.OPEN)


class CommitteeSessionQuerySet(policies.PolicyQuerySet["CommitteeSession"]):
    """Sessions of committees, as the person who asks may see them."""

    view_permission = "agreements.view_session"

    def for_list(self) -> Self:
        """With what a row of a list shows."""
        return self.select_related("committee__centre__side_a__calendar", "committee__centre__side_b__calendar")


class CommitteePaperQuerySet(policies.PolicyQuerySet["CommitteePaper"]):
    """Papers of sessions, as the person who asks may see them."""

    view_permission = "agreements.view_paper"


class SessionMinutesQuerySet(policies.PolicyQuerySet["SessionMinutes"]):
    """Minutes of sessions, as the person who asks may see them."""

    view_permission = "agreements.view_minutes"

    def agreed(self) -> Self:
        """The record."""
        return self.filter(state=MinutesState.AGREED)


class DecisionQuerySet(policies.PolicyQuerySet["Decision"]):
    """Decisions, as the person who asks may see them."""

    view_permission = "agreements.view_decision"

    def adopted(self) -> Self:
        """Those both sides have countersigned."""
        return self.filter(status=DecisionStatus.ADOPTED)


class ActionQuerySet(policies.PolicyQuerySet["Action"]):
    """Actions, as the person who asks may see them."""

    view_permission = "agreements.view_action"

    def open(self) -> Self:
        """Those somebody owes."""
        return self.filter(status=ActionStatus.OPEN)

    def overdue(self, day: date) -> Self:
        """Those whose day has passed."""
        return self.open().filter(due_on__lt=day)
