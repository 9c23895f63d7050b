"""The other projects of today: one late with its report, one not registered yet, one before both sides, one on paper."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

from agreements.days import months_after
from core.localised import LocalisedText
from people.models import User
from projects.actions import drafting, reports
from sample_centre.content.committees import NAMES
from sample_centre.content.projects import others as said
from sample_centre.content.projects.archive import sample
from sample_centre.cooperation.archive_pilot import quarter_ending_before
from sample_centre.cooperation.joint_projects import ONE, JointProject
from sample_centre.events.play import Deed

OFFICER, DIRECTORS = "officer", ("director_by", "director_kr")
BEGUN = -10  # months


class Auditors(JointProject):
    """It runs, and nobody has begun to write about the last quarter."""

    key, kind = "auditors_now", said.AUDITORS.kind
    leads = (said.AUDITORS.lead_a, said.AUDITORS.lead_b)
    name, summary = NAMES["auditors_now"], said.AUDITORS.summary
    concept = {**said.TODAY, **said.CONCEPTS["auditors"]}
    asked = (Decimal("12000.00"), Decimal(said.AUDITORS.amount))

    def deeds(self) -> list[Deed]:
        self.days = (self.exact(-7), self.exact(4))
        approved = self.day(self.committee.held_on(5), plus=3)
        leaders = ("leader2_by", "leader2_kr")
        first, last = quarter_ending_before(self.today - timedelta(days=40))  # its report was due by now
        number = f"2/{approved.year % 100}/001409"
        return [
            *self.to_the_committee(BEGUN, leaders[0], OFFICER, DIRECTORS, 5),
            *self.to_the_start(approved, OFFICER, leaders, number=number, contractor=said.AUDITORS.contractor),
            self.at(approved, "11:30", OFFICER, "budget", plus=6, lines=(self._line(),)),
            self.at(last, "07:20", "", "begin_report", plus=1, year=first.year, quarter=(first.month + 2) // 3),
        ]

    def _line(self) -> dict[str, Any]:
        first = self.exact(-7).replace(day=1)
        return {
            "title": sample("Courses and examination", "Курсы и экзамен", "Курсы і экзамен", "교육과 시험"),
            "side": "b",
            "source": said.AUDITORS.lead_b,
            "group": "training",
            "nature": "cash",
            "amount": Decimal(said.AUDITORS.amount),
            "currency": "USD",
            "rate": ONE,
            "rate_source": "USD",
            "rate_on": first,
            "starts_on": first,
            "ends_on": months_after(first, 12) - timedelta(days=1),
        }

    def begin_report(self, *, year: int, quarter: int) -> None:
        reports.begin_report(self.project, year=year, quarter=quarter)


class Proactive(JointProject):
    """Approved; three of the five papers of its registration are ready."""

    key, kind = "proactive_now", said.PROACTIVE.kind
    leads = (said.PROACTIVE.lead_a, said.PROACTIVE.lead_b)
    name, summary = NAMES["proactive_now"], said.PROACTIVE.summary
    concept = {**said.TODAY, **said.CONCEPTS["proactive"]}
    asked = (Decimal("20000.00"), Decimal("61000.00"))

    def deeds(self) -> list[Deed]:
        self.days = (self.exact(-2), self.exact(8))
        approved = self.day(self.committee.held_on(5), plus=3)
        return [
            *self.to_the_committee(BEGUN, "ministry_by", OFFICER, DIRECTORS, 5),
            self.at(approved, "12:20", OFFICER, "gather", plus=30, papers=3),
        ]


class Metering(JointProject):
    """Submitted; one side has given its opinion."""

    kind = said.METERING.kind
    leads = (said.METERING.lead_a, said.METERING.lead_b)
    name, summary = said.METERING.name, said.METERING.summary
    concept = {**said.TODAY, **said.CONCEPTS["metering"]}
    asked = (Decimal("35000.00"), Decimal("80000.00"))

    def deeds(self) -> list[Deed]:
        self.days = (self.exact(5), self.exact(16))
        return [
            self.at(-1, "10:00", "official_by", "write"),
            self.at(-1, "15:40", "official_by", "submit", plus=3),
            self.at(-1, "11:20", "director_by", "support", plus=8),
        ]


class Assistant(JointProject):
    """A concept paper that is being written."""

    kind = said.ASSISTANT.kind
    leads = (said.ASSISTANT.lead_a, said.ASSISTANT.lead_b)
    name = said.ASSISTANT.name

    def deeds(self) -> list[Deed]:
        return [self.back(6, "14:30", "official_by", "begin"), self.back(5, "10:30", "official_by", "go_on")]

    def go_on(self, *, by: User) -> None:
        row = self.project
        situation = LocalisedText(said.CONCEPTS["proactive"]["situation"])
        drafting.save_draft(row, by=by, seen=row.revision, situation=situation, place=self.place)


OTHERS = (Auditors, Proactive, Metering, Assistant)
