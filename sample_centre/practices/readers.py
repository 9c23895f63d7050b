"""Readers of the library: bodies that take a practice home, officials who put some aside, officers who link them."""

from collections.abc import Iterator
from typing import Any

from events.actions.practices import link_practice
from events.models import Session
from people.models import User
from practices.actions import adopting, asking_adopters, shelves
from practices.enums import Answerer, StillSo
from practices.models import Adoption, AdoptionAnswer, AdoptionReport, Practice
from sample_centre.content import readers as said
from sample_centre.events.play import Deed
from sample_centre.practices.library import Library

BEGUN_BEFORE = 10  # working days from the beginning of a stage to its report


class Readers(Library):
    """Each act by whoever does it, long after what was read has been published."""

    def deeds(self) -> list[Deed]:
        return [
            *(deed for one in said.ADOPTIONS for deed in self._one_after_the_other(self._home(one))),
            *self._one_after_the_other(self._asked()),
            self.back(6, "16:30", "officer", "put_together"),
            self.back(7, "10:15", "officer", "link_sessions"),
            *(deed for name in said.BOOKMARKS for deed in self._one_after_the_other(self._marks(name))),
        ]

    def _home(self, one: said.Homecoming) -> Iterator[Deed]:
        for number, report in enumerate(one.reports):
            yield self.back(report.ago, "10:40", one.writer, "report", one=one, number=number)
            yield self.back(report.ago - 2, "15:10", one.signs, "file", one=one)
            if one.is_confirmed or number + 1 < len(one.reports):
                yield self.back(report.ago - 6, "14:20", one.owner, "confirm_stage", one=one)

    def _asked(self) -> Iterator[Deed]:
        key, body, signs = said.ASKED
        yield self.back(12, "06:50", "", "ask_adopters", key=key, body=body)
        yield self.back(9, "11:30", signs, "answer", key=key, body=body)

    def _marks(self, name: str) -> Iterator[Deed]:
        for number, key in enumerate(said.BOOKMARKS[name]):
            yield self.back(9, f"12:{10 + number}", name, "bookmark", key=key)

    # --- Deeds -------------------------------------------------------------------------------------------------------

    def report(self, *, by: User, one: said.Homecoming, number: int) -> None:
        report = one.reports[number]
        amount, currency, year = report.cost or (None, "", None)
        written: dict[str, Any] = {
            "stage": report.stage,
            "since_on": self._days_back[report.ago + BEGUN_BEFORE - 1],
            "language": one.language,
            "adaptations": report.adaptations,
            "evidence": report.evidence,
            "lessons": report.lessons,
            "cost_amount": amount,
            "cost_currency": currency,
            "cost_year": year,
        }
        if number:
            adopting.begin_report(self._adoption(one.key, one.body), by=by, **written)
        else:
            adopting.begin_adoption(self._entry(one.key), by=by, adopter=self.house.bodies[one.body], **written)

    def file(self, *, by: User, one: said.Homecoming) -> None:
        adopting.file_report(self._under_way(one), by=by)

    def confirm_stage(self, *, by: User, one: said.Homecoming) -> None:
        adopting.confirm_report(self._under_way(one), by=by)

    def ask_adopters(self, *, key: str, body: str) -> None:
        asking_adopters.ask_both(self._adoption(key, body))

    def answer(self, *, by: User, key: str, body: str) -> None:
        asked = AdoptionAnswer.objects.get(adoption=self._adoption(key, body), side=Answerer.ADOPTER)
        asking_adopters.answer_question(asked, by=by, still=StillSo.YES)

    def bookmark(self, *, by: User, key: str) -> None:
        shelves.bookmark(self._entry(key), by=by)

    def put_together(self, *, by: User) -> None:
        name, note, items = said.COLLECTION
        collection = shelves.create_collection(by=by, name=name, note=note)
        for key, why in items:
            shelves.add_to_collection(collection, by=by, practice=self._entry(key), note=why)
        shelves.share_collection(collection, by=by, shared=True)

    def link_sessions(self, *, by: User) -> None:
        for title, keys in said.PRESENTED.items():
            session = Session.objects.get(event__year=2017, title__en=title)
            for key in keys:
                link_practice(session, by=by, practice=self._entry(key))

    # --- Rows --------------------------------------------------------------------------------------------------------

    def _entry(self, key: str) -> Practice:
        story = self.stories[key]
        return Practice.objects.get(**{f"title__{story.language}": story.texts[story.language]["title"]})

    def _adoption(self, key: str, body: str) -> Adoption:
        rows = Adoption.objects.select_related("practice__centre")
        return rows.get(practice=self._entry(key), adopter=self.house.bodies[body])

    def _under_way(self, one: said.Homecoming) -> AdoptionReport:
        rows = AdoptionReport.objects.select_related("adoption__practice__centre").exclude(state="confirmed")
        return rows.get(adoption=self._adoption(one.key, one.body))
