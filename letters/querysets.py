"""The words of reading letters."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from django.db.models import Q

from core import policies
from core.search import query
from letters.enums import LetterState

if TYPE_CHECKING:
    from letters.models import Letter, LetterRun, LetterTemplate  # noqa: F401  in quotes below


class TemplateQuerySet(policies.PolicyQuerySet["LetterTemplate"]):
    view_permission = "letters.manage"

    def active(self) -> Self:
        """Those that letters are written from."""
        return self.filter(is_active=True)


class LetterRunQuerySet(policies.PolicyQuerySet["LetterRun"]):
    view_permission = "letters.manage"


class LetterQuerySet(policies.PolicyQuerySet["Letter"]):
    """Letters, as the person who asks may read them."""

    view_permission = "letters.view"

    def drafts(self) -> Self:
        """Those that will be issued with their run."""
        return self.filter(state=LetterState.DRAFT)

    def numbered(self) -> Self:
        """Those that were issued, also where they were withdrawn later."""
        return self.filter(issued_at__isnull=False)

    def matching(self, text: str) -> Self:
        """Those that hold the words, or bear the number."""
        found = query(text)
        named = Q(reference__startswith=text.strip().upper()) if text.strip()[:1].isalnum() else Q(pk__in=[])
        return self.filter(Q(search=found) | named) if found else self.filter(named)

    def for_list(self) -> Self:
        """With what a row of a list shows, and without the words."""
        return self.select_related("run", "country").defer("body", "values", "signatories", "search")

    def for_paper(self) -> Self:
        """With what the paper shows."""
        return self.select_related("centre__side_a__calendar", "centre__side_b__calendar", "run").defer("search")
