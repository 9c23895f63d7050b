"""The register of agreements: recorded by officers, confirmed by both co-directors, fulfilled, ended by the clock."""

from datetime import date, timedelta
from typing import Any

from agreements.actions import committing, recording, registering, warning
from agreements.days import months_before
from agreements.enums import TextKind
from agreements.models import Agreement, Commitment
from core.localised import LocalisedText
from people.models import User
from sample_centre.content.agreements import PAPERS, Paper, Promise
from sample_centre.cooperation.moments import SignedPlay
from sample_centre.events.papers import points
from sample_centre.events.play import Deed
from sample_centre.scene import House

FIRST_DAYS = date(2016, 10, 10)  # what was signed before the centre was there was recorded in its first weeks
BACK = -15  # months: longer ago nobody of today was in post
SHARED = (("a", "director_by"), ("b", "director_kr"))


class Register(SignedPlay):
    """Each paper is recorded within days, reported on when it is due, and ends when its term is over."""

    def __init__(self, house: House, today: date) -> None:
        super().__init__(house, today)
        self.numbers: dict[str, int] = {}

    def deeds(self) -> list[Deed]:
        return [deed for number, paper in enumerate(PAPERS) for deed in self._paper(paper, number)]

    def agreement(self, key: str) -> Agreement:
        """The paper as it stands now."""
        return Agreement.objects.get(pk=self.numbers[key])

    def recorded_on(self, paper: Paper) -> date:
        """When its record was begun."""
        signed = self.exact(paper.signed)
        if signed < FIRST_DAYS:
            return FIRST_DAYS
        late = self.exact(BACK)
        return max(signed, late) if signed > date(2020, 1, 1) else signed

    def _paper(self, paper: Paper, number: int) -> list[Deed]:
        begun = self.recorded_on(paper) + timedelta(days=number % 3)
        officer, *directors = self.in_post(begun, "officer", "director_by", "director_kr")
        deeds = [
            self.at(begun, "10:10", officer, "write", paper=paper),
            self.at(begun, "11:30", officer, "propose", key=paper.key),
            self.at(begun, "10:20", directors[0], "confirm", plus=2, key=paper.key),
            self.at(begun, "16:40", directors[1], "confirm", plus=2, key=paper.key),
        ]
        for place, promise in enumerate(paper.promises):
            deeds += self._promise(paper, place, promise, begun)
        if paper.end == "expired" and paper.ends is not None:
            deeds.append(self.at(paper.ends, "00:10", "", "expire", plus=3, key=paper.key))
        elif paper.ends is not None and self.exact(paper.ends) > self.today:
            deeds += self._alerts(paper, begun)
        return deeds

    def _promise(self, paper: Paper, place: int, promise: Promise, begun: date) -> list[Deed]:
        if not promise.done:
            return []
        due = max(self.exact(promise.due) if promise.due is not None else begun, begun + timedelta(days=7))
        owner, other = SHARED if promise.owner != "b" else SHARED[::-1]
        teller, judge = self.in_post(due, owner[1], other[1])
        said: dict[str, Any] = {"key": paper.key, "place": place}
        return [
            self.at(due, "10:45", teller, "report", report=promise.done, **said),
            self.at(due, "15:15", judge, "agree", plus=4, **said),
        ]

    def _alerts(self, paper: Paper, begun: date) -> list[Deed]:
        """The clock warns each morning; it is asked on the days on which it has something to say."""
        ends = self.exact(paper.ends or 0)
        days = [ends, months_before(ends, paper.notice_months)] if paper.notice_months else [ends]
        asked = {months_before(day, months) for day in days for months in (12, 6, 3)}
        return [
            self.at(day, "06:10", "", "warn", key=paper.key)
            for day in sorted(asked)
            if begun + timedelta(days=7) < day < self.today - timedelta(days=7)
        ]

    # --- Deeds -------------------------------------------------------------------------------------------------------

    def write(self, *, by: User, paper: Paper) -> None:
        row = registering.create_agreement(
            self.house.centre, by=by, kind=paper.kind, title=paper.title, **self._facts(paper)
        )
        self.numbers[paper.key] = row.pk
        parties = [
            {
                "organisation": self.house.bodies[one.body],
                "signatory": one.name,
                "signatory_own": one.own,
                "signatory_title": one.title,
            }
            for one in paper.parties
        ]
        articles = [{"number": number, "title": title, "text": text} for number, title, text in paper.articles]
        row = registering.save_parties(row, by=by, seen=row.revision, rows=parties)
        row = registering.save_articles(row, by=by, seen=row.revision, rows=articles)
        if paper.promises:
            numbers = {article.number: article.pk for article in row.articles.all()}
            promises = [self._owed(one, numbers[one.article]) for one in paper.promises]
            row = registering.save_commitments(row, by=by, seen=row.revision, rows=promises)
        language = paper.languages[0]
        chapters = [(f"{number}. {title[language]}", text[language]) for number, title, text in paper.articles]
        document = points(row.reference, chapters, by=by, language=language)
        registering.add_text(row, by=by, kind=TextKind.AUTHENTIC, language=language, document=document)

    def _facts(self, paper: Paper) -> dict[str, Any]:
        linked = {
            name: self.agreement(key)
            for name, key in (("parent", paper.parent), ("amends", paper.amends), ("supersedes", paper.supersedes))
            if key
        }
        return {
            "subject": LocalisedText(paper.subject),
            "own_number": paper.own_number,
            "signed_on": self.exact(paper.signed),
            "signed_at": LocalisedText(paper.place),
            "in_force_on": self.exact(paper.in_force),
            "ends_on": self.exact(paper.ends) if paper.ends is not None else None,
            "renewal_months": paper.renewal_months,
            "notice_months": paper.notice_months,
            "languages": list(paper.languages),
            "prevailing": paper.prevailing,
            "depositary": self.house.bodies[paper.depositary] if paper.depositary else None,
            "original_at": paper.original_at,
            **linked,
        }

    def _owed(self, promise: Promise, article: int) -> dict[str, Any]:
        return {
            "article_id": article,
            "text": promise.text,
            "owner": promise.owner,
            "organisation": self.house.bodies[promise.body] if promise.body else None,
            "due_on": self.exact(promise.due) if promise.due is not None else None,
            "recurs": promise.recurs,
        }

    def propose(self, *, by: User, key: str) -> None:
        recording.propose(self.agreement(key), by=by)

    def confirm(self, *, by: User, key: str) -> None:
        recording.record(self.agreement(key), by=by)

    def report(self, *, by: User, key: str, place: int, report: str) -> None:
        committing.report_commitment(self._commitment(key, place), by=by, report=report)

    def agree(self, *, by: User, key: str, place: int) -> None:
        committing.confirm_commitment(self._commitment(key, place), by=by)

    def _commitment(self, key: str, place: int) -> Commitment:
        return Commitment.objects.get(agreement=self.numbers[key], number=place + 1)

    def expire(self, *, key: str) -> None:
        recording.expire(self.agreement(key))

    def warn(self, *, key: str) -> None:
        warning.give_alerts(self.agreement(key))
