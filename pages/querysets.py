"""The words of reading press releases and pages."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Self

from django.db.models import Exists, F, OuterRef, Prefetch, Q, Subquery

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

    def outdated(self) -> Self:
        """Public ones with a translation that was made from another revision than the original has."""
        from pages.models import PageText  # noqa: PLC0415  models import this module

        read = PageText.objects.filter(state=TextState.PUBLISHED)
        original = read.filter(page=OuterRef("page"), language=OuterRef("page__language")).values("revision")
        behind = read.filter(page=OuterRef("pk")).exclude(language=F("page__language"))
        return self.public().filter(Exists(behind.exclude(of_revision=Subquery(original))))

    def lacking(self, languages: Iterable[str]) -> Self:
        """Public pages of the site without one of the languages that must stand together; press releases may be."""
        return self.public().filter(kind=PageKind.PAGE).exclude(title__has_keys=list(languages))

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
