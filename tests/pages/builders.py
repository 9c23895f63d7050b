"""Press releases and pages in any state, one line each, made by the acts that people take."""

from datetime import date
from itertools import count
from typing import Any

from pages.actions import publishing, writing
from pages.models import Page
from tests.cast import Cast

_number = count(1)
WORDS = {
    "en": "A centre opens",
    "ru": "Открывается центр",
    "be": "Адкрываецца цэнтр",
    "ko": "센터가 문을 엽니다",
}


def words(language: str, more: str = "") -> dict[str, str]:
    """Title, lead and text in a language."""
    title = f"{WORDS[language]}{more}"
    return {"title": title, "lead": f"{title}: lead.", "body": f"{title}: text.\n\n## {title}\n\n- one\n- two"}


def make_draft(cast: Cast, *languages: str, more: str = "", **fields: Any) -> Page:
    """A press release that the officer is writing; the first language is that of the original, English when none."""
    first, *others = languages or ("en",)
    values: dict[str, Any] = {"day": date(2017, 3, 28), **fields}
    page = writing.write_release(cast.centre, by=cast.people["officer"], language=first, **words(first, more), **values)
    return _translated(cast, page, others, more)


def make_page(cast: Cast, *languages: str, reference: str = "", **fields: Any) -> Page:
    """A page of the site that the officer is writing, in Belarusian and Russian when nothing else is said."""
    first, *others = languages or ("be", "ru")
    page = writing.write_page(
        cast.centre,
        by=cast.people["officer"],
        reference=reference or f"page-{next(_number)}",
        language=first,
        **words(first),
        **fields,
    )
    return _translated(cast, page, others, "")


def _translated(cast: Cast, page: Page, languages: list[str], more: str) -> Page:
    for language in languages:
        writing.edit_text(page, by=cast.people["officer"], language=language, seen=0, shown=1, **words(language, more))
    return fresh(page)


def publish(cast: Cast, page: Page) -> Page:
    """Proposed by the officer, published by the co-director of side A."""
    publishing.propose(page, by=cast.people["officer"])
    return publishing.publish(page, by=cast.people["director_by"])


def make_release(cast: Cast, *languages: str, **fields: Any) -> Page:
    """A published press release."""
    return publish(cast, make_draft(cast, *languages, **fields))


def correct(cast: Cast, page: Page, language: str, more: str = " again", **fields: Any) -> Page:
    """Change one language of a published one, and publish the change."""
    text = writing.working_texts(page)[language]
    writing.edit_text(
        page, by=cast.people["officer"], language=language, seen=text.revision, **words(language, more), **fields
    )
    return publish(cast, page)


def fresh(page: Page) -> Page:
    return Page.objects.get(pk=page.pk)
