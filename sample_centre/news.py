"""News of the sample centre: written by officers, translated, published by somebody else, one of them corrected."""

from datetime import date
from typing import Any

from django.db.models import Model

from pages.actions import publishing, writing
from pages.models import Page
from people.models import User
from sample_centre.content import news as said
from sample_centre.content.news import News
from sample_centre.cooperation.register import Register
from sample_centre.events.play import Deed, Play
from sample_centre.scene import House

OPENED = 36  # working days back: the forum was announced, and its registration opened


class CentreNews(Play):
    """The two founding texts in four languages; the opening and the forum in those of the host country; one draft."""

    def __init__(self, house: House, today: date, register: Register, tied: dict[str, Play]) -> None:
        super().__init__(house, today)
        self.register, self.tied = register, tied
        self.numbers: dict[str, int] = {}

    def deeds(self) -> list[Deed]:
        early = {"agreement": date(2016, 9, 9), "opening": date(2017, 3, 28), "edition_2017": date(2017, 11, 3)}
        forum = self.forum_day
        return [
            self.on("2016-10-24 10:20", "officer_2017", "write", news=said.AGREEMENT, day=early["agreement"]),
            self.on("2016-10-25 11:15", "director_by_2017", "publish", key="agreement"),
            self.on("2017-03-28 15:10", "officer_2017", "write", news=said.OPENING, day=early["opening"]),
            self.on("2017-03-28 16:30", "director_by_2017", "publish", key="opening"),
            self.on("2017-03-29 10:05", "officer_2017", "correct_opening"),
            self.on("2017-03-29 11:40", "director_by_2017", "publish", key="opening"),
            self.on("2017-11-03 17:20", "officer_kr_2017", "write", news=said.EDITION, day=early["edition_2017"]),
            self.on("2017-11-06 10:30", "director_kr_2017", "publish", key="edition_2017"),
            self.back(OPENED, "12:10", "officer", "write", news=said.FORUM, day=forum),
            self.back(OPENED - 1, "09:50", "director_by", "publish", key="forum"),
            self.back(OPENED - 6, "10:15", "officer", "add_to_forum"),
            self.back(OPENED - 7, "15:20", "director_by", "publish", key="forum"),
            self.back(3, "16:05", "officer", "write", news=said.DRAFT, day=self.today),
        ]

    @property
    def forum_day(self) -> date:
        """The day on which its registration was announced."""
        return self._days_back[OPENED - 1]

    def page(self, key: str) -> Page:
        """The press release as it stands now."""
        return Page.objects.get(pk=self.numbers[key])

    def write(self, *, by: User, news: News, day: date) -> None:
        """The original, its translations, and the proposal; a draft in one language stays one."""
        language, *others = news.words
        page = writing.write_release(
            self.house.centre, by=by, language=language, day=day, about=self._about(news.key), **_words(news, language)
        )
        self.numbers[news.key] = page.pk
        for other in others:
            writing.edit_text(page, by=by, language=other, seen=0, shown=1, **_words(news, other))
        if others:
            publishing.propose(page, by=by)

    def publish(self, *, by: User, key: str) -> None:
        publishing.publish(self.page(key), by=by)

    def correct_opening(self, *, by: User) -> None:
        """One word was wrong in the original; the translation had the right one, and follows it."""
        page, ((wrong, right), note) = self.page("opening"), said.OPENING_CORRECTED
        words = _words(said.OPENING, "ru")
        words["body"] = words["body"].replace(wrong, right)
        writing.edit_text(page, by=by, language="ru", seen=1, note=note, **words)
        translated = _words(said.OPENING, "be")
        writing.edit_text(page, by=by, language="be", seen=1, shown=2, follows=True, **translated)
        publishing.propose(page, by=by)

    def add_to_forum(self, *, by: User) -> None:
        """One sentence more in the original and in Russian: the English translation is outdated from here."""
        page = self.page("forum")
        for language, more in said.FORUM_ADDED.items():
            words = _words(said.FORUM, language)
            words["body"] += more
            writing.edit_text(page, by=by, language=language, seen=1, shown=2, follows=True, **words)
        publishing.propose(page, by=by)

    def _about(self, key: str) -> list[Model]:
        """The records that it speaks of, as they stand."""
        founding = self.register.agreement("agreement_2016")
        if key == "agreement":
            return [founding]
        event = [self.tied[key].event] if key in ("opening", "edition_2017", "forum") else []
        return [*event, founding] if key == "opening" else [*event]


def _words(news: News, language: str) -> dict[str, Any]:
    title, lead, body = news.words[language]
    return {"title": title, "lead": lead, "body": body}
