"""The words of reading press releases and pages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from django.db.models import Prefetch, Q

from core.policies import PolicyQuerySet
from core.search import query
from pages.enums import PageKind, PageStatus, TextState

if TYPE_CHECKING:
    from pages.models import Page  # noqa: F401


class PageQuerySet(PolicyQuerySet["Page"]):
    """Press releases and pages, as the person who asks may see them."""

    view_permission = "pages.view"

    def releases(self) -> Self:
        return self.filter(kind=PageKind.RELEASE)

    def public(self) -> Self:
        """Those whose text everybody reads."""
        return self.filter(status__in=PageStatus.public())

    def in_language(self, language: str) -> Self:
        """Those that are written in it."""
        return self.filter(title__has_key=language)

    def matching(self, text: str) -> Self:
        """Those that hold the words, or bear the number."""
        found = query(text)
        named = Q(reference__startswith=text.strip().upper()) if text.strip()[:1].isalnum() else Q(pk__in=[])
        return self.filter(Q(search=found) | named) if found else self.filter(named)

    def with_texts(self, *states: TextState) -> Self:
        """With their texts in these states as `found_texts`, without the words of the body: one query more."""
        from pages.models import PageText  # noqa: PLC0415  models import this module

        texts = PageText.objects.filter(state__in=states or (TextState.DRAFT, TextState.PUBLISHED)).defer(
            "body", "lead"
        )
        return self.prefetch_related(Prefetch("texts", texts.select_related("by"), to_attr="found_texts"))

    def for_list(self) -> Self:
        """With what a row of a list shows."""
        return self.select_related("centre").defer("search")
