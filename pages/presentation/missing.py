"""Which languages are missing or outdated: of pages of the site, of which some stand together, and of news."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy, pgettext_lazy

from core.localised import LANGUAGE_NAMES, LANGUAGES
from pages.core_pages import CORE, CORE_NAMES
from pages.enums import PageKind, PageStatus, TextState
from pages.models import Page
from pages.presentation.reading import is_behind

BUILT_IN = gettext_lazy("Built-in text")
OUTDATED = gettext_lazy("Outdated")
MISSING = pgettext_lazy("translation", "Missing")
THERE = pgettext_lazy("translation", "There")


@dataclass(frozen=True)
class Cell:
    """One language of a line: in words, and whether something is to be done about it."""

    code: str
    words: str | Promise
    is_wanting: bool
    must: bool
    url: str = ""

    @property
    def name(self) -> str:
        return LANGUAGE_NAMES[self.code]


@dataclass(frozen=True)
class Missing:
    """One press release or page with its languages, those that must stand together first."""

    name: Any
    reference: str
    url: str
    cells: list[Cell]

    @property
    def is_whole(self) -> bool:
        """Nothing that must be there is wanting."""
        return not any(cell.is_wanting and cell.must for cell in self.cells)


def languages_in_order() -> list[str]:
    """The languages that must stand together, then the others."""
    parallel = [code for code in settings.PARALLEL_LANGUAGES if code in LANGUAGES]
    return [*parallel, *(code for code in LANGUAGES if code not in parallel)]


def core_lines(rows: Any) -> list[Missing]:
    """All pages of the site that are public, and the core pages whose text is still the built-in one."""
    pages = {
        page.reference: page
        for page in rows.filter(kind=PageKind.PAGE).exclude(status=PageStatus.WITHDRAWN).order_by("reference")[:100]
    }
    core = [_line(pages.pop(reference, None), reference) for reference in CORE]
    return [*core, *(_line(page, page.reference) for page in pages.values() if page.is_public)]


def lines_of(rows: Iterable[Page]) -> list[Missing]:
    """Press releases, in their order."""
    return [_line(row, row.reference) for row in rows]


def _line(page: Page | None, reference: str) -> Missing:
    if page is None:
        url = f"{reverse('pages:write_page')}?address={reference}"
        cells = [Cell(code, BUILT_IN, is_wanting=False, must=_must(code)) for code in languages_in_order()]
        return Missing(CORE_NAMES[reference], reference, url, cells)
    live = {text.language: text for text in page.found_texts if text.state == TextState.PUBLISHED}  # type: ignore[attr-defined]
    cells = [_cell(page, live, code) for code in languages_in_order()]
    return Missing(page.title_text, reference, reverse("pages:progress", args=[reference]), cells)


def _cell(page: Page, live: dict[str, Any], code: str) -> Cell:
    url = reverse("pages:edit", args=[page.reference, code]) if page.status != PageStatus.CHANGED else ""
    text = live.get(code)
    if text is None:
        is_built_in = page.reference in CORE
        return Cell(code, BUILT_IN if is_built_in else MISSING, is_wanting=True, must=_must(code), url=url)
    if is_behind(text, live.get(page.language)):
        return Cell(code, OUTDATED, is_wanting=True, must=_must(code), url=url)
    return Cell(code, THERE, is_wanting=False, must=_must(code))


def _must(code: str) -> bool:
    return code in settings.PARALLEL_LANGUAGES
