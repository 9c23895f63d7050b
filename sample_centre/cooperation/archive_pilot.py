"""The pilot of a digital archive: a project of today in full, by the acts of both leaders, directors and the officer."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from agreements.days import months_after
from people.models import User
from projects.actions import (
    arranging,
    delivering,
    leading,
    library,
    periods,
    reconciling,
    reports,
    risks,
    scheduling,
    values,
)
from projects.actions.reconciling import figures_of, mark_of
from projects.enums import PartnerRole, ResultLevel, TaskKind
from projects.models import (
    Category,
    Deliverable,
    DeliverableVersion,
    Dimension,
    Entry,
    Measure,
    Period,
    QuarterReport,
    Reconciliation,
    ReportedValue,
    ReportPart,
    Risk,
)
from sample_centre.content.committees import NAMES
from sample_centre.content.countries import four
from sample_centre.content.projects import archive as said
from sample_centre.content.projects.archive import Booking, Gauge, Product, Work
from sample_centre.cooperation.archive_lately import LatelyAtTheArchive
from sample_centre.events.papers import points
from sample_centre.events.play import Deed, first_of_working_days

OFFICER, DIRECTORS, LEADERS = "officer", ("director_by", "director_kr"), ("leader_by", "leader_kr")
BEGUN, START = -10, -7  # months
OF_SIDE = {"a": (LEADERS[0], DIRECTORS[0]), "b": (LEADERS[1], DIRECTORS[1]), "both": (LEADERS[0], DIRECTORS[0])}
SEXES = (("women", four("women", "женщины", "жанчыны", "여성")), ("men", four("men", "мужчины", "мужчыны", "남성")))
SEX = four("sex", "пол", "пол", "성별")


def quarter_ending_before(day: date) -> tuple[date, date]:
    """The first and the last day of the last quarter that is over."""
    year, quarter = reports.quarter_before(day)
    first = date(year, 3 * quarter - 2, 1)
    return first, months_after(first, 3) - timedelta(days=1)


class ArchivePilot(LatelyAtTheArchive):
    """Some eleven weeks to the start, seven months of work, and much that waits for somebody today."""

    key, kind, leads = "archive_now", "pilot", ("archives_by", "archives_kr")
    name, summary, concept = NAMES["archive_now"], said.SUMMARY, said.CONCEPT
    asked = (Decimal("250000.00"), Decimal("358000.00"))

    def deeds(self) -> list[Deed]:
        self.days = (self.exact(START), self.exact(7))
        self.last = quarter_ending_before(self.today - timedelta(days=14))
        self.earlier = quarter_ending_before(self.last[0])
        approved = self.day(self.committee.held_on(5), plus=3)
        number = f"2/{approved.year % 100}/001417"
        return [
            *self.to_the_committee(BEGUN, LEADERS[0], OFFICER, DIRECTORS, 5),
            *self.to_the_start(approved, OFFICER, LEADERS, number=number, contractor="ktnet"),
            self.at(approved, "10:20", OFFICER, "name_partners", plus=5),
            self.at(approved, "11:20", OFFICER, "propose_lines", plus=6),
            self.at(approved, "09:30", OFFICER, "plan", plus=8),
            self.at(approved, "14:10", OFFICER, "arrange", plus=10),
            self.at(approved, "12:30", LEADERS[0], "agree_on_plan", plus=20),
            *self._books(),
            *self._risks(),
            *self._deliverables(),
            *self._values(),
            *self._reports(),
            *self.of_late(),
        ]

    def lately_or(self, day: date, ago: int) -> date:
        """A day, or so many days before today where it has not come."""
        return min(day, self.today - timedelta(days=ago))

    # --- Before the start --------------------------------------------------------------------------------------------

    def name_partners(self, *, by: User) -> None:
        for body, role, side in (
            ("msit", PartnerRole.FUNDING, "b"),
            ("ministry_by", PartnerRole.ACCOUNTABLE, "a"),
            ("nirs", PartnerRole.IMPLEMENTING, "b"),
        ):
            leading.add_partner(self.project, by=by, organisation=self.house.bodies[body], role=role, side=side)

    def propose_lines(self, *, by: User) -> None:
        first = self.exact(START).replace(day=1)
        lines = tuple(
            {
                "title": line.title,
                "side": line.side,
                "source": line.body,
                "group": line.group,
                "nature": line.nature,
                "amount": Decimal(line.amount),
                "currency": line.currency,
                "rate": Decimal(line.rate),
                "rate_source": line.rate_source,
                "rate_on": first,
                "starts_on": first,
                "ends_on": months_after(first, 12) - timedelta(days=1),
                "lapses_on": date(self.today.year, 12, 31) if line.lapses else None,
            }
            for line in said.LINES
        )
        self.budget(by=by, lines=lines)

    def plan(self, *, by: User) -> None:
        """Packages first, then their lines; who waits for whom is named by number."""
        start = self.exact(START)
        tasks = {
            number: scheduling.add_task(
                self.project, by=by, number=number, name=name, owner="both", kind=TaskKind.TASK, wished_on=start, days=1
            )
            for number, name in said.PACKAGES.items()
        }
        for work in said.WORKS:
            tasks[work.number] = scheduling.add_task(
                self.project,
                by=by,
                after={tasks[one]: 0 for one in work.after},
                number=work.number,
                kind=work.kind,
                name=work.name,
                owner=work.owner,
                parent=tasks[work.number.partition(".")[0]],
                wished_on=self._wished(work, start),
                days=work.days,
            )

    def _wished(self, work: Work, start: date) -> date:
        day = start + timedelta(weeks=work.week)
        return first_of_working_days(day, 1) if work.kind == TaskKind.MEETING else day

    def agree_on_plan(self, *, by: User) -> None:
        scheduling.take_baseline(self.project, by=by, reason="The plan both leaders sign at the start.")

    def arrange(self, *, by: User) -> None:
        """Indicators, periods, targets; and what is to be handed over."""
        dimension = Dimension.objects.create(key="sex", name=SEX)
        Category.objects.bulk_create(
            Category(dimension=dimension, key=key, name=name, position=place)
            for place, (key, name) in enumerate(SEXES, 1)
        )
        for gauge in said.GAUGES:
            indicator = library.add_indicator(
                by=by,
                dimensions=[dimension] if gauge.parts else (),
                code=gauge.code,
                name=gauge.name,
                unit=gauge.unit,
                unit_name=gauge.counted,
                over_time=gauge.over_time,
            )
            result = arranging.add_result(self.project, by=by, level=ResultLevel(gauge.level), title=gauge.result)
            arranging.add_measure(
                result,
                by=by,
                indicator=indicator,
                reported_by=gauge.owner,
                baseline=Decimal(gauge.baseline),
                baseline_on=self.exact(START),
            )
        for product in said.PRODUCTS:
            delivering.add_deliverable(
                self.project,
                by=by,
                name=product.name,
                side=product.side,
                due_on=self.exact(product.due),
                criteria=product.criteria,
            )

    # --- Money -------------------------------------------------------------------------------------------------------

    def _books(self) -> list[Deed]:
        deeds = []
        for place, booking in enumerate(said.BOOKINGS):
            leader, director = OF_SIDE[booking.side]
            day = self.day(self._booked_on(booking))
            deeds.append(self.at(day, f"11:{place + 10}", leader, "enter", place=place, on=day))
            if not booking.is_draft:
                deeds.append(self.at(day, f"15:{place + 10}", director, "stand_by", plus=1, place=place))
        reconciled = self.today - timedelta(days=18)
        return [
            *deeds,
            self.at(reconciled, "10:05", OFFICER, "reconcile"),
            self.at(reconciled, "10:35", LEADERS[0], "sign_books", plus=2),
            self.at(reconciled, "16:25", LEADERS[1], "sign_books", plus=2),
        ]

    def _booked_on(self, booking: Booking) -> date:
        if not booking.ago:
            return self.today - timedelta(days=booking.day)
        return self.exact(-booking.ago).replace(day=booking.day)

    def enter(self, *, by: User, place: int, on: date) -> None:
        booking = said.BOOKINGS[place]
        number = [line.key for line in said.LINES].index(booking.line)
        line = said.LINES[number]
        currency = "USD" if booking.kind == "receipt" else line.currency
        written: dict[str, Any] = {
            "kind": booking.kind,
            "on": on,
            "amount": Decimal(booking.amount),
            "currency": currency,
            "description": booking.text,
            "paper": booking.paper,
        }
        if currency != "USD":
            written |= {"rate": Decimal(line.rate), "rate_source": line.rate_source, "rate_on": on}
        if booking.days:
            written["days"] = Decimal(booking.days)
        if booking.answers is not None:
            written["answers"] = self._entry(booking.answers)
        self.book(by=by, side=booking.side, line=number + 1, **written)

    def _entry(self, place: int) -> Entry:
        return Entry.objects.get(project=self.pk, paper=said.BOOKINGS[place].paper)

    def stand_by(self, *, by: User, place: int) -> None:
        self.approve_books(by=by, numbers=(self._entry(place).number,))

    def reconcile(self, *, by: User) -> None:
        paid = next(one for one in said.BOOKINGS if one.kind == "disbursement")
        day = self.day(self._booked_on(paid))
        row = reconciling.begin_reconciliation(
            self.project, by=by, year=day.year, quarter=(day.month + 2) // 3, donor="b", currency="USD"
        )
        row = reconciling.explain_difference(row, by=by, seen=row.revision, explanation=said.DIFFERENCE)
        reconciling.propose_reconciliation(row, by=by, seen=mark_of(row, figures_of(row)))

    def sign_books(self, *, by: User) -> None:
        reconciling.sign_reconciliation(Reconciliation.objects.get(project=self.pk), by=by)

    # --- Risks -------------------------------------------------------------------------------------------------------

    def _risks(self) -> list[Deed]:
        return [
            self.at(START, "14:30", OFFICER, "raise_risks", plus=3),
            self.at(self.today - timedelta(days=20), "14:45", OFFICER, "review_risks"),
            self.at(self.today - timedelta(days=14), "11:50", LEADERS[0], "raise_issue"),
        ]

    def raise_risks(self, *, by: User) -> None:
        for peril in said.PERILS:
            likelihood, impact = peril.first
            risks.raise_risk(
                self.project,
                by=by,
                likelihood=likelihood,
                impact=impact,
                group=peril.group,
                cause=peril.cause,
                event=peril.event,
                effect=peril.effect,
                owner=peril.owner,
                person_a=self.person(LEADERS[0]) if peril.owner != "b" else None,
                person_b=self.person(LEADERS[1]) if peril.owner != "a" else None,
                treatment=peril.treatment,
                measures=peril.measures,
            )

    def review_risks(self, *, by: User) -> None:
        rows = Risk.objects.filter(project=self.pk).order_by("number")
        for risk, peril in zip(rows, said.PERILS, strict=True):
            likelihood, impact = peril.last
            risks.review_risk(risk, by=by, likelihood=likelihood, impact=impact, note=peril.note)

    def raise_issue(self, *, by: User) -> None:
        risks.raise_issue(
            self.project, by=by, text=said.TROUBLE, impact=4, owner="a", due_on=self.today + timedelta(days=12)
        )

    # --- Deliverables ------------------------------------------------------------------------------------------------

    def _deliverables(self) -> list[Deed]:
        deeds = []
        for number, product in enumerate(said.PRODUCTS, 1):
            if not product.state:
                continue
            day = self.exact(product.due) if product.state == "accepted" else self.today - timedelta(days=14)
            deeds.append(self.at(day, "11:05", OF_SIDE[product.side][0], "hand_over", number=number, product=product))
            if product.state == "accepted":
                deeds += [
                    self.at(day, "10:45", LEADERS[0], "accept", plus=4, number=number),
                    self.at(day, "16:45", LEADERS[1], "accept", plus=4, number=number),
                ]
        return deeds

    def hand_over(self, *, by: User, number: int, product: Product) -> None:
        language = by.language
        document = points(
            f"D{number}", [(product.name[language], product.criteria[language])], by=by, language=language
        )
        row = Deliverable.objects.get(project=self.pk, number=number)
        delivering.submit_version(row, by=by, documents=[document], note=product.note, language=language)

    def accept(self, *, by: User, number: int) -> None:
        version = DeliverableVersion.objects.get(deliverable__project=self.pk, deliverable__number=number)
        delivering.accept_version(version, by=by)

    # --- Results -----------------------------------------------------------------------------------------------------

    def _values(self) -> list[Deed]:
        """The quarter before last is approved; of the last one each value stands somewhere else on its way."""
        aimed = self.at(START, "15:10", OFFICER, "aim", plus=4)
        first = self.lately_or(self.earlier[1] + timedelta(days=14), 30)
        second = self.lately_or(self.last[1] + timedelta(days=14), 15)
        deeds = [aimed]
        for place, gauge in enumerate(said.GAUGES):
            deeds += self._value(gauge, place, first, 0, steps=4)
        for place, steps in ((0, 3), (2, 4), (3, 2)):
            deeds += self._value(said.GAUGES[place], place, second, 1, steps=steps)
        return deeds

    def _value(self, gauge: Gauge, place: int, day: date, turn: int, *, steps: int) -> list[Deed]:
        """Reported, checked, then approved by each side: as many of these steps as were taken."""
        who = LEADERS[1] if gauge.owner == "b" else LEADERS[0]
        told = {"place": place, "turn": turn}
        minute = 10 + 7 * place
        return [
            self.at(day, f"10:{minute}", who, "report_value", **told),
            self.at(day, f"11:{minute}", OFFICER, "check_value", plus=1, **told),
            self.at(day, f"10:{minute}", LEADERS[0], "approve_value", plus=2, **told),
            self.at(day, f"17:{minute}", LEADERS[1], "approve_value", plus=2, **told),
        ][: {2: 1, 3: 2, 4: 4}[steps]]

    def aim(self, *, by: User) -> None:
        periods.make_periods(self.project, by=by, every="quarter")
        rows = [self._period(day) for day in (self.earlier[0], self.last[0], self.last[1] + timedelta(days=1))]
        figures = {
            (measure.pk, period.pk): Decimal(target)
            for measure, gauge in zip(self._measures(), said.GAUGES, strict=True)
            for period, target in zip(rows, gauge.targets, strict=True)
        }
        arranging.save_targets(self.project, by=by, figures=figures, seen=dict.fromkeys(figures))

    def _period(self, day: date) -> Period:
        return Period.objects.get(project=self.pk, starts_on=day)

    def _measures(self) -> list[Measure]:
        found = {row.indicator.code: row for row in Measure.objects.filter(project=self.pk).select_related("indicator")}
        return [found[gauge.code] for gauge in said.GAUGES]

    def report_value(self, *, by: User, place: int, turn: int) -> None:
        gauge = said.GAUGES[place]
        measure, period = self._measures()[place], self._period((self.earlier, self.last)[turn][0])
        parts = {Category.objects.get(key=key).pk: Decimal(part) for key, part in gauge.parts}
        row = values.begin_value(
            measure, period, by=by, parts=parts or None, value=Decimal(gauge.values[turn] or 0), evidence=gauge.evidence
        )
        values.submit_value(row, by=by)

    def _reported(self, place: int, turn: int) -> ReportedValue:
        period = self._period((self.earlier, self.last)[turn][0])
        return ReportedValue.objects.get(measure=self._measures()[place], period=period)

    def check_value(self, *, by: User, place: int, turn: int) -> None:
        values.check_value(self._reported(place, turn), by=by)

    def approve_value(self, *, by: User, place: int, turn: int) -> None:
        values.approve_value(self._reported(place, turn), by=by)

    # --- Quarterly reports -------------------------------------------------------------------------------------------

    def _reports(self) -> list[Deed]:
        """That of the quarter before last is countersigned; of the last one side A has finished its part."""
        first, second = self.earlier[1] + timedelta(days=1), self.last[1] + timedelta(days=1)
        written = self.lately_or(second + timedelta(days=16), 12)
        return [
            self.at(first, "07:10", "", "begin_report", turn=0),
            self.at(first, "10:50", LEADERS[0], "write_part", plus=14, turn=0, side="a"),
            self.at(first, "15:50", LEADERS[1], "write_part", plus=14, turn=0, side="b"),
            self.at(first, "09:55", LEADERS[0], "submit_report", plus=15),
            self.at(first, "11:40", OFFICER, "verify_report", plus=16),
            self.at(first, "10:05", LEADERS[0], "sign_report", plus=17),
            self.at(first, "16:55", LEADERS[1], "sign_report", plus=17),
            self.at(second, "07:10", "", "begin_report", turn=1),
            self.at(written, "10:50", LEADERS[0], "write_part", turn=1, side="a"),
        ]

    def begin_report(self, *, turn: int) -> None:
        day = (self.earlier, self.last)[turn][0]
        reports.begin_report(self.project, year=day.year, quarter=(day.month + 2) // 3)

    def _report(self, turn: int) -> QuarterReport:
        day = (self.earlier, self.last)[turn][0]
        return QuarterReport.objects.get(project=self.pk, year=day.year, quarter=(day.month + 2) // 3)

    def write_part(self, *, by: User, turn: int, side: str) -> None:
        part = ReportPart.objects.get(report=self._report(turn), side=side)
        part = reports.write_part(part, by=by, seen=part.revision, **said.REPORT[side])
        reports.finish_part(part, by=by)

    def submit_report(self, *, by: User) -> None:
        reports.submit_report(self._report(0), by=by)

    def verify_report(self, *, by: User) -> None:
        reports.verify_report(self._report(0), by=by)

    def sign_report(self, *, by: User) -> None:
        reports.sign_report(self._report(0), by=by)
