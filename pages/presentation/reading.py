"""The text as one reader gets it: in the best language there is, told which. Asks no database but for the texts."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.http import HttpRequest

from core.localised import LANGUAGES, active_language, reading_order
from pages.core_pages import CORE
from pages.enums import TextState
from pages.models import Page, PageText


@dataclass(frozen=True)
class Tongue:
    """A language it can be read in."""

    code: str
    url: str
    is_current: bool
    is_original: bool


@dataclass(frozen=True)
class Reading:
    """One text. `wanted` is the language that the reader asked for, `languages` are those that there are."""

    page: Page
    text: PageText
    wanted: str
    languages: list[str]
    is_outdated: bool

    @property
    def language(self) -> str:
        return self.text.language

    @property
    def is_original(self) -> bool:
        return self.language == self.page.language

    @property
    def is_fallback(self) -> bool:
        """The reader gets another language than asked for."""
        return self.language != self.wanted

    @property
    def corrected_at(self) -> datetime | None:
        """Since when it reads otherwise than before."""
        return self.text.published_at if self.text.is_correction else None

    @property
    def tongues(self) -> list[Tongue]:
        """All languages it can be read in, each with its address."""
        at = self.page.get_absolute_url()
        return [
            Tongue(code, f"{at}?language={code}", code == self.language, code == self.page.language)
            for code in self.languages
        ]


def reading(page: Page, texts: Iterable[PageText], wanted: str | None = None) -> Reading | None:
    """The text in the language `wanted` (the active one), or in the nearest that there is; none where there is none."""
    wanted = wanted if wanted in LANGUAGES else active_language()
    by_language = {text.language: text for text in texts}
    if not by_language:
        return None
    order = (*reading_order(wanted), page.language, *LANGUAGES)
    language = next(code for code in order if code in by_language)
    found = [code for code in LANGUAGES if code in by_language]
    text = by_language[language]
    return Reading(page, text, wanted, found, is_behind(text, by_language.get(page.language)))


def is_behind(text: PageText, original: PageText | None) -> bool:
    """The original has another revision than the one that was translated."""
    return bool(original and text.language != original.language and text.of_revision != original.revision)


def published_texts(page: Page) -> list[PageText]:
    """What readers see of it, in all its languages: one query."""
    return list(page.texts.filter(state=TextState.PUBLISHED))


def asked_language(request: HttpRequest) -> str | None:
    """The language that the address names, if it is one of the portal's."""
    asked = request.GET.get("language", "")
    return asked if asked in LANGUAGES else None


def core_text(reference: str, language: str | None = None) -> PageText | None:
    """What the centre has published in the reader's language in place of a built-in text: one query."""
    found = PageText.objects.filter(
        page__in=Page.objects.public().filter(reference=reference),
        state=TextState.PUBLISHED,
        language=language or active_language(),
    )
    return found.first()


MOST_LISTED = 30


def listed_pages() -> list[Page]:
    """The pages of the site that are listed beside “About the centre”: one query."""
    rows = Page.objects.public().filter(is_listed=True).exclude(reference__in=CORE)
    return list(rows.only("kind", "reference", "title").order_by("reference")[:MOST_LISTED])
