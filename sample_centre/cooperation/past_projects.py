"""The six joint projects of 2017 and 2018: proposed, decided, registered, carried out, closed, asked about later."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from core.localised import LocalisedText
from people.models import User
from projects.actions import checking, closing, legacy, starting
from projects.enums import CostGroup, EntryKind, TransferKind
from projects.models import PostCheck
from sample_centre.content.committees import NAMES
from sample_centre.content.projects.archive import sample
from sample_centre.content.projects.others import ON_PAPER, PASTS, Past
from sample_centre.cooperation.committee import SteeringCommittee
from sample_centre.cooperation.joint_projects import ONE, JointProject
from sample_centre.cooperation.register import Register
from sample_centre.events.play import Deed
from sample_centre.scene import House

OFFICER, DIRECTORS = "officer_2017", ("director_by_2017", "director_kr_2017")
SESSION = {2017: 1, 2018: 3}
LAST_DAYS = {2017: date(2017, 12, 14), 2018: date(2018, 12, 13)}
PRESENT = -14  # months: those in post today took over what was left unanswered
LINE = sample("Work of the year", "Работы года", "Работы года", "당해 연도 사업비")


class PastProject(JointProject):
    """One of the six. Its money is a sample."""

    agreement = "agreement_2016"

    def __init__(self, house: House, today: date, register: Register, committee: SteeringCommittee, past: Past) -> None:
        super().__init__(house, today, register, committee)
        self.past, self.number = past, PASTS.index(past)
        self.key, self.kind, self.leads = past.key, past.kind, (past.lead_a, past.lead_b)
        self.name, self.summary = NAMES[past.key], past.summary
        self.concept = {**ON_PAPER, "objective": past.summary}
        self.asked = (Decimal("15000.00"), Decimal(past.amount))
        self.days = (date(past.year, 5, 15), LAST_DAYS[past.year])

    def deeds(self) -> list[Deed]:
        held, last = self.committee.held_on(SESSION[self.past.year]), LAST_DAYS[self.past.year]
        leaders = (f"leader_{self.past.lead_a}_2017", f"leader_{self.past.lead_b}_2017")
        approved = self.day(held, plus=3)
        number = f"2/{self.past.year % 100}/000{410 + self.number}"
        return [
            *self.to_the_committee(
                held - timedelta(days=60 - self.number), OFFICER, OFFICER, DIRECTORS, SESSION[self.past.year]
            ),
            *self.to_the_start(approved, OFFICER, leaders, number=number, contractor=self.past.contractor),
            self.at(approved, "11:00", OFFICER, "budget", plus=5, lines=(self._line(),)),
            *self._year(leaders, last),
            *self._afterwards(last),
        ]

    def _line(self) -> dict[str, Any]:
        year = self.past.year
        return {
            "title": LINE,
            "side": "b",
            "source": self.past.lead_b,
            "group": CostGroup.SERVICES,
            "nature": "cash",
            "amount": Decimal(self.past.amount),
            "currency": "USD",
            "rate": ONE,
            "rate_source": "USD",
            "rate_on": date(year, 1, 1),
            "starts_on": date(year, 1, 1),
            "ends_on": date(year, 12, 31),
        }

    def _year(self, leaders: tuple[str, str], last: date) -> list[Deed]:
        spent = (Decimal(self.past.amount) * Decimal("0.96")).quantize(Decimal("0.01"))
        signed, paid = self.day(date(self.past.year, 7, 10)), self.day(date(self.past.year, 11, 20))
        return [
            self.at(signed, "10:30", leaders[1], "enter", kind=EntryKind.COMMITMENT, on=signed, amount=spent),
            self.at(signed, "15:20", DIRECTORS[1], "approve_books", plus=1, numbers=(1,)),
            self.at(paid, "10:30", leaders[1], "enter", kind=EntryKind.EXPENDITURE, on=paid, amount=spent),
            self.at(paid, "15:20", DIRECTORS[1], "approve_books", plus=1, numbers=(2,)),
            self.at(last, "11:45", OFFICER, "leave_behind"),
            self.at(last, "10:10", leaders[0], "finish", plus=1),
            self.at(last, "16:00", leaders[1], "finish", plus=1),
            self.at(last, "10:25", DIRECTORS[0], "close", plus=3),
            self.at(last, "16:15", DIRECTORS[1], "close", plus=3),
        ]

    def _afterwards(self, last: date) -> list[Deed]:
        """Asked after one year and after three; whoever holds the key of the side then answers, or those of today."""
        closed = self.day(last, plus=3)
        deeds = []
        for years in (1, 3):
            asked = closed.replace(year=closed.year + years)
            deeds.append(self.at(asked, "06:20", "", "ask", plus=1, years=years))
            for side, director, until in (
                ("a", "director_by", date(2021, 6, 1)),
                ("b", "director_kr", date(2020, 2, 1)),
            ):
                when = asked + timedelta(days=12)
                early = when < until
                person = f"{director}_2017" if early else director
                answered = self.at(when if early else PRESENT, "14:40", person, "answer", years=years, side=side)
                deeds.append(answered)
        return deeds

    # --- Deeds -------------------------------------------------------------------------------------------------------

    def enter(self, *, by: User, kind: str, on: date, amount: Decimal) -> None:
        self.book(by=by, side="b", line=1, kind=kind, on=on, amount=amount, currency="USD", description=LINE, paper="")

    def leave_behind(self, *, by: User) -> None:
        kind, name = self.past.gave
        legacy.save_transfer(
            self.project,
            by=by,
            kind=TransferKind(kind),
            name=LocalisedText(name),
            version="",
            licence="",
            source=self.house.bodies[self.past.lead_b],
            receiver=self.house.bodies[self.past.lead_a],
            on=LAST_DAYS[self.past.year],
        )

    def finish(self, *, by: User) -> None:
        starting.finish(self.project, by=by)

    def close(self, *, by: User) -> None:
        closing.close(self.project, by=by)

    def ask(self, *, years: int) -> None:
        for check in PostCheck.objects.filter(project=self.pk, years=years):
            checking.ask_check(check)

    def answer(self, *, by: User, years: int, side: str) -> None:
        check = PostCheck.objects.get(project=self.pk, years=years, side=side)
        checking.answer_check(check, by=by, still_used=True, text=self.past.still_used)
