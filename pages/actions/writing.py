"""Writing a press release or a page: the original, its translations, and what it is about."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Model
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core import journal, policies
from core.localised import LocalisedText
from core.numbering import next_number
from core.refusal import RefusedError, refusing
from pages.enums import PageKind, PageStatus, TextState
from pages.links import links_mark, set_links
from pages.models import Page, PageText
from pages.policies.pages import may_write_for
from pages.workflow import lifecycle
from people.models import Centre, User

WAITS = _("The text waits for publication. Return it with reasons before you change it.")
GONE = _("This was withdrawn: it is no longer changed.")


class ChangedTextError(RefusedError):
    """A colleague has saved the same text meanwhile; `theirs` is what it says now."""

    def __init__(self, theirs: PageText) -> None:
        super().__init__(_("A colleague has saved this text meanwhile. Compare both, and save again what is to stand."))
        self.theirs = theirs


@transaction.atomic
def write_release(
    centre: Centre, *, by: User, language: str, day: date, title: str, lead: str, body: str, about: Iterable[Model] = ()
) -> Page:
    """Begin a press release in the language of its original. Its number is that of the year it speaks of."""
    may_write_for(by, centre)
    number = next_number(f"PR-{day.year}")
    page = Page.objects.create(
        kind=PageKind.RELEASE,
        reference=f"PR-{day.year}-{number:02d}",
        centre=centre,
        day=day,
        language=language,
        author=by,
    )
    return _begin(page, by=by, title=title, lead=lead, body=body, about=about)


@transaction.atomic
def write_page(
    centre: Centre,
    *,
    by: User,
    reference: str,
    language: str,
    title: str,
    lead: str,
    body: str,
    is_listed: bool = False,
    about: Iterable[Model] = (),
) -> Page:
    """Begin a page of the site under an address of its own. Refused where the address is taken."""
    may_write_for(by, centre)
    with refusing({"one_page_an_address": _("There is a page at this address already.")}):
        page = Page.objects.create(
            kind=PageKind.PAGE,
            reference=reference,
            centre=centre,
            is_listed=is_listed,
            language=language,
            author=by,
        )
    return _begin(page, by=by, title=title, lead=lead, body=body, about=about)


def _begin(page: Page, *, by: User, title: str, lead: str, body: str, about: Iterable[Model]) -> Page:
    PageText.objects.create(page=page, language=page.language, title=title, lead=lead, body=body, by=by)
    set_links(page, about)
    name_by_drafts(page)
    journal.write(page, "write", by=by, to_state=page.status, data={"kind": page.kind})
    return page


@transaction.atomic
def edit_text(
    page: Page,
    *,
    by: User,
    language: str,
    title: str,
    lead: str,
    body: str,
    seen: int,
    shown: int = 0,
    follows: bool = False,
    note: str = "",
) -> PageText:
    """Save one language. What readers see stays until somebody else has published the new wording.

    `seen` is the revision of this text that the writer had before him, `shown` that of the original beside it. A new
    translation is made from what was shown; one that was there keeps its revision until somebody says (`follows`) that
    it says what the original says now. Refused while the text waits for publication, and where a colleague was quicker.
    """
    page = lifecycle.lock(page)
    policies.require(by, "pages.write", page)
    expect_open(page)
    working = working_texts(page)
    now = working.get(language)
    if (now.revision if now else 0) != seen:
        if now:
            raise ChangedTextError(now)
        raise RefusedError(_("This text was discarded meanwhile. Open the page again."))
    words = {"title": title, "lead": lead, "body": body}
    made_from = _made_from(page, working, now, language, shown=shown, follows=follows)
    is_same = now and all(getattr(now, name) == value for name, value in words.items())
    if now and is_same and now.of_revision == made_from and now.note == note:
        return now
    if now and now.state == TextState.DRAFT:
        text = now
        text.revision += 1
    else:
        text = PageText(page=page, language=language, revision=now.revision + 1 if now else 1)
    for name, value in {**words, "of_revision": made_from, "note": note, "by": by}.items():
        setattr(text, name, value)
    text.updated_at = timezone.now()
    text.save()
    _touch(page)
    journal.write(page, "edit_text", by=by, data={"language": language, "revision": text.revision})
    return text


@transaction.atomic
def discard_text(page: Page, *, by: User, language: str) -> Page:
    """Throw away what is being written in one language. What readers see stays.

    The only text of the original stays: a page without one is withdrawn instead.
    """
    page = lifecycle.lock(page)
    policies.require(by, "pages.write", page)
    expect_open(page)
    if page.published_at is None and language == page.language:
        raise RefusedError(_("This is the only text of the original. Withdraw the whole page instead."))
    if not page.texts.filter(language=language, state=TextState.DRAFT).delete()[0]:
        raise RefusedError(_("Nothing is being written in this language."))
    _touch(page)
    journal.write(page, "discard_text", by=by, data={"language": language})
    return page


@transaction.atomic
def edit_facts(
    page: Page, *, by: User, seen: str, about: Iterable[Model], day: date | None = None, is_listed: bool | None = None
) -> Page:
    """Say what it is about, of which day it is, where it is listed. The day stays once readers have it.

    Refused while a text waits: whoever publishes has read the day and the links along with the words.
    """
    page = lifecycle.lock(page)
    policies.require(by, "pages.write", page)
    expect_open(page)
    if seen != facts_mark(page):
        raise RefusedError(_("A colleague has changed this meanwhile. Open the page again, and look at it first."))
    if page.is_release and day and day != page.day:
        if page.published_at is not None:
            raise RefusedError(_("The press release is published: its day stays."))
        page.day = day
    if not page.is_release and is_listed is not None:
        page.is_listed = is_listed
    set_links(page, about)
    page.updated_at = timezone.now()
    page.save(update_fields=["day", "is_listed", "updated_at"])
    journal.write(page, "edit_facts", by=by)
    return page


# --- What both the acts and their screens ask ------------------------------------------------------------------------


def expect_open(page: Page) -> None:
    """Refuse a change while texts wait for publication, and once the page is withdrawn."""
    if page.status in (PageStatus.PROPOSED, PageStatus.CHANGED):
        raise RefusedError(WAITS)
    if page.status == PageStatus.WITHDRAWN:
        raise RefusedError(GONE)


def working_texts(page: Page) -> dict[str, PageText]:
    """The newest text of each language: what is being written, else what readers see."""
    texts = (
        page.texts.filter(state__in=(TextState.DRAFT, TextState.PUBLISHED)).select_related("by").order_by("revision")
    )
    return {text.language: text for text in texts}


def facts_mark(page: Page) -> str:
    """A mark of what `edit_facts` changes."""
    return f"{page.day}:{page.is_listed}:{links_mark(page)}"


def name_by_drafts(page: Page) -> None:
    """Before anybody reads it, lists call a page by what is being written."""
    texts = working_texts(page).values()
    page.title = LocalisedText({text.language: text.title for text in texts})
    page.lead = LocalisedText({text.language: text.lead for text in texts if text.lead})
    page.save(update_fields=["title", "lead"])


def _touch(page: Page) -> None:
    page.updated_at = timezone.now()
    page.save(update_fields=["updated_at"])
    if page.published_at is None:
        name_by_drafts(page)


def _made_from(
    page: Page, working: dict[str, PageText], now: PageText | None, language: str, *, shown: int, follows: bool
) -> Any:
    """Which revision of the original the text follows; none for the original itself."""
    if language == page.language:
        return None
    if now is None or follows:
        return min(shown, working[page.language].revision)
    return now.of_revision
