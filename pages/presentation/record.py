"""Where a press release or page stands, in words; who may do what with it next. Reads only."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext, pgettext_lazy

from core.localised import LANGUAGES
from core.workflow import Step
from pages.enums import PageStatus, TextState
from pages.models import Page, PageText
from pages.presentation.reading import is_behind
from pages.workflow import lifecycle
from people.history import Line, history_of
from people.standing import preload

# Asked together with the record itself: no query of its own.
ASKED = ("pages.write", "pages.publish", "pages.withdraw")
SHAPES: dict[str, str] = {
    PageStatus.DRAFT: "is-new",
    PageStatus.PROPOSED: "is-waiting",
    PageStatus.PUBLISHED: "is-done",
    PageStatus.CHANGED: "is-waiting",
    PageStatus.WITHDRAWN: "is-stopped",
}
PHRASES: dict[str, str | Promise] = {
    "write": pgettext_lazy("page", "Begun"),
    "edit_text": pgettext_lazy("page", "Text written"),
    "discard_text": pgettext_lazy("page", "Draft discarded"),
    "edit_facts": gettext_lazy("Day, place or links changed"),
    "propose": gettext_lazy("Proposed for publication"),
    "propose_change": gettext_lazy("Change proposed for publication"),
    "publish": pgettext_lazy("page", "Published"),
    "return": pgettext_lazy("page", "Returned with reasons"),
    "return_change": gettext_lazy("Change returned with reasons"),
    "withdraw": pgettext_lazy("page", "Withdrawn"),
    "reopen": pgettext_lazy("page", "Taken up again"),
}
# The screen of a step, where it bears another name.
SCREENS = {"propose_change": "propose", "return": "send_back", "return_change": "send_back"}


@dataclass(frozen=True)
class State:
    """A shape of the look, and the words beside it."""

    shape: str
    words: str | Promise


@dataclass(frozen=True)
class Button:
    """What the reader may do here."""

    label: str | Promise
    url: str
    is_main: bool = False


@dataclass(frozen=True)
class LanguageLine:
    """One language on the page of those who write: what readers see, what is being written."""

    code: str
    is_original: bool
    state: State
    published_at: datetime | None
    written_at: datetime | None
    writer: Any
    edit_url: str
    discard_url: str


def state_of(page: Page) -> State:
    return State(SHAPES[page.status], page.get_status_display())


def buttons_of(page: Page, user: Any, granted: set[str], texts: list[PageText]) -> list[Button]:
    """The steps that the reader may take now; `texts` are those of the page."""
    return [
        _button(page, step) for step in lifecycle.available(page, user, granted=granted) if _makes_sense(step, texts)
    ]


def _makes_sense(step: Step, texts: list[PageText]) -> bool:
    """A change is proposed when something is being written."""
    return step.name != "propose_change" or any(text.state == TextState.DRAFT for text in texts)


def _button(page: Page, step: Step) -> Button:
    name = SCREENS.get(step.name, step.name)
    url = reverse(f"pages:{name}", args=[page.reference])
    return Button(step.label, url, is_main=name in {"propose", "publish"})


def languages_of(page: Page, texts: list[PageText], *, may_write: bool) -> list[LanguageLine]:
    """All languages of the portal, the original first."""
    drafts = {text.language: text for text in texts if text.state == TextState.DRAFT}
    live = {text.language: text for text in texts if text.state == TextState.PUBLISHED}
    original = drafts.get(page.language) or live.get(page.language)
    codes = sorted(LANGUAGES, key=lambda code: code != page.language)
    is_open = may_write and page.is_open
    return [_line(page, code, drafts.get(code), live.get(code), original, is_open=is_open) for code in codes]


def _line(
    page: Page, code: str, draft: PageText | None, live: PageText | None, original: PageText | None, *, is_open: bool
) -> LanguageLine:
    args = [page.reference, code]
    may_discard = is_open and draft is not None and (page.published_at is not None or code != page.language)
    return LanguageLine(
        code,
        code == page.language,
        state_of_language(draft, live, original),
        live.published_at if live else None,
        draft.updated_at if draft else None,
        draft.by if draft else None,
        reverse("pages:edit", args=args) if is_open else "",
        reverse("pages:discard", args=args) if may_discard else "",
    )


def state_of_language(draft: PageText | None, live: PageText | None, original: PageText | None) -> State:
    """Missing, being written, outdated, or as it should be."""
    text = draft or live
    if text is None:
        return State("is-new", pgettext("translation", "Missing"))
    if is_behind(text, original):
        return State("is-late", _("Outdated"))
    if draft:
        return State("is-going", pgettext("translation", "Draft"))
    return State("is-done", pgettext("page", "Published"))


def history(page: Page) -> list[Line]:
    """Who did what, with names: for the staff."""
    return history_of(page, PHRASES, centre=page.centre)


def with_writers(page: Page, texts: list[PageText]) -> None:
    """Read once who the writers are, for the names on the page: the same person is one, however many texts he wrote."""
    people = {page.author_id: page.author}
    for text in texts:
        text.by = people.setdefault(text.by_id, text.by)
    preload(people.values())
