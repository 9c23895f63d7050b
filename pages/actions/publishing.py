"""The way to the readers: proposed by whoever wrote, published by somebody else, withdrawn with reasons."""

from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from core.localised import LANGUAGE_NAMES, LocalisedText
from core.refusal import RefusedError, expect_read
from core.search import document
from core.seen import mark
from pages.actions.writing import facts_mark, working_texts
from pages.enums import TextState
from pages.models import Page, PageText
from pages.signals import page_proposed, page_published, page_returned, page_withdrawn
from pages.workflow import lifecycle
from people.models import User


@transaction.atomic
def propose(page: Page, *, by: User) -> Page:
    """Ask a colleague to read and publish what is being written: a first text, or a change to what readers see.

    Refused when nothing has changed, and for a page of the site that lacks a language in which it must stand.
    """
    page = lifecycle.lock(page)
    step = "propose" if page.published_at is None else "propose_change"
    page = lifecycle.take(page, step, by=by, moved_at=timezone.now())
    if page.published_at and not page.texts.filter(state=TextState.DRAFT).exists():
        raise RefusedError(_("Nothing is being written: change a text first."))
    expect_parallel(page)
    page_proposed.send(Page, page=page, by=by)
    return page


@transaction.atomic
def publish(page: Page, *, by: User, seen: str = "") -> Page:
    """Let readers see every text that waits. What they read until now is kept as past.

    `seen` marks the texts that the page of the confirmation showed.
    """
    page = lifecycle.lock(page)
    lifecycle.expect(page, "publish", by=by)
    waiting = waiting_texts(page, working_texts(page))
    expect_read(seen, reading_mark(page, waiting))
    drafts = sorted((text for text in waiting if text.state == TextState.DRAFT), key=lambda one: one.language)
    now = timezone.now()
    moments: dict[str, Any] = {
        "published_at": page.published_at or now,
        "renewed_at": now,
        "moved_at": now,
        "updated_at": now,
    }
    page = lifecycle.take(page, "publish", by=by, **moments)
    for draft in drafts:
        before = page.texts.filter(language=draft.language, state=TextState.PUBLISHED).first()
        if before:
            before.state = TextState.PAST
            before.save(update_fields=["state"])
        draft.is_correction = before is not None and words_of(before) != words_of(draft)
        draft.state, draft.published_at, draft.published_by = TextState.PUBLISHED, now, by
        draft.save(update_fields=["state", "is_correction", "published_at", "published_by"])
    _name_by_published(page)
    page_published.send(Page, page=page, by=by, languages=[draft.language for draft in drafts])
    return page


@transaction.atomic
def send_back(page: Page, *, by: User, reason: str) -> Page:
    """Give what waits back to whoever writes; readers go on reading what was published."""
    page = lifecycle.lock(page)
    step = "return" if page.published_at is None else "return_change"
    page = lifecycle.take(page, step, by=by, reason=reason, moved_at=timezone.now())
    page_returned.send(Page, page=page, by=by, reason=reason)
    return page


@transaction.atomic
def withdraw(page: Page, *, by: User, reason: str) -> Page:
    """Take it from the readers, or give up what was never published. Its number stays, and says so to whoever asks."""
    now = timezone.now()
    page = lifecycle.take(page, "withdraw", by=by, reason=reason, withdrawn_at=now, moved_at=now, updated_at=now)
    page_withdrawn.send(Page, page=page, by=by, reason=reason)
    return page


@transaction.atomic
def reopen(page: Page, *, by: User) -> Page:
    """Take up again what was withdrawn: it is a draft with the words it had, and goes the whole way to the readers."""
    return lifecycle.take(page, "reopen", by=by, withdrawn_at=None, published_at=None, moved_at=timezone.now())


def expect_parallel(page: Page) -> None:
    """Refuse a page of the site that lacks a language in which such pages must stand together.

    Belarus asks of the core pages of public bodies that they stand in both of its languages (Resolution 645 of 2010);
    which languages these are is a setting. Press releases are not bound by it.
    """
    if page.is_release:
        return
    lacking = [code for code in settings.PARALLEL_LANGUAGES if code not in working_texts(page)]
    if lacking:
        raise RefusedError(
            _("A page of the site stands in these languages together. Write it in: %(languages)s.")
            % {"languages": ", ".join(LANGUAGE_NAMES[code] for code in lacking)}
        )


def waiting_texts(page: Page, working: dict[str, PageText]) -> list[PageText]:
    """What readers would have next, of the newest texts: what is being written.

    Of a page that was withdrawn and taken up again also what they once had: nobody reads it until it is published anew.
    """
    return [text for text in working.values() if text.state == TextState.DRAFT or page.published_at is None]


def reading_mark(page: Page, drafts: list[PageText]) -> str:
    """A mark of what whoever publishes has read: the texts that wait, the day, the place, and what it is about."""
    return mark([*sorted((draft.language, draft.revision) for draft in drafts), facts_mark(page)])


def words_of(text: PageText) -> tuple[str, str, str]:
    """What readers read of it."""
    return text.title, text.lead, text.body


def _name_by_published(page: Page) -> None:
    """Lists, feeds and the search follow what readers see."""
    texts = list(page.texts.filter(state=TextState.PUBLISHED))
    page.title = LocalisedText({text.language: text.title for text in texts})
    page.lead = LocalisedText({text.language: text.lead for text in texts if text.lead})
    page.save(update_fields=["title", "lead"])
    words = [part for text in texts for part in words_of(text)]
    Page.objects.filter(pk=page.pk).update(search=document([page.reference, *words]))
