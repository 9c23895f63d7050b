"""Reports of the centre: the last year published by both keys, a quarter made by the clock, one that waits for a key."""

from datetime import date

from people.days import today_at
from people.models import User
from reports import signals
from reports.actions.making import make_report
from reports.actions.papers import draw, keep_paper
from reports.actions.publishing import propose, publish
from reports.actions.subscribing import subscribe
from reports.enums import Every, Format
from reports.figures.figure import Asked
from reports.models import Report, ReportSchedule
from reports.periods import Period, containing, last_full
from reports.storing import digest
from sample_centre.events.edition_now import DIRECTOR_BY, DIRECTOR_KR, OFFICER
from sample_centre.events.play import Deed, Play
from sample_centre.scene import House

ANNUAL, QUARTER, USE = "centre_year", "centre_quarter", "advice_used"
ALL = ("en", "ru", "be", "ko")


class ReportsOfTheCentre(Play):
    """Each is made at its moment, so that its figures are those of that day."""

    def __init__(self, house: House, today: date) -> None:
        super().__init__(house, today)
        self.quarter: Period | None = None

    def deeds(self) -> list[Deed]:
        return [
            self.back(45, "09:40", OFFICER, "arrange"),
            self.back(40, "11:10", OFFICER, "make_annual"),
            self.back(39, "15:40", OFFICER, "propose_last", kind=ANNUAL),
            self.back(36, "12:20", DIRECTOR_BY, "turn", kind=ANNUAL),
            self.back(35, "11:30", DIRECTOR_KR, "turn", kind=ANNUAL),
            self.back(12, "09:50", "", "make_quarter"),
            self.back(4, "14:20", OFFICER, "make_use"),
            self.back(4, "14:50", OFFICER, "propose_last", kind=USE),
            self.back(3, "10:10", DIRECTOR_KR, "turn", kind=USE),
            self.back(2, "16:10", OFFICER, "make_quarter_again"),
        ]

    def arrange(self, *, by: User) -> None:
        """What makes itself, and who wants to be told."""
        for kind, every, days in ((QUARTER, Every.QUARTER, 5), (ANNUAL, Every.YEAR, 20)):
            ReportSchedule.objects.create(
                kind=kind,
                centre=self.house.centre,
                every=every,
                days_after=days,
                languages=list(ALL),
                formats=[Format.PDF],
            )
        for name in (DIRECTOR_BY, DIRECTOR_KR):
            for kind in (QUARTER, ANNUAL):
                subscribe(kind, self.house.centre, by=self.person(name))
        subscribe(QUARTER, self.house.centre, by=by)

    def _make(self, kind: str, period: Period, *, by: User | None, languages: tuple[str, ...], sheet: str = "") -> None:
        report = make_report(kind, Asked(self.house.centre, *period), by=by)
        papers = [(language, Format.PDF) for language in languages] + ([(sheet, Format.XLSX)] if sheet else [])
        for language, form in papers:
            keep_paper(report, draw(report, language, form), by=by, language=language, form=form)
        signals.report_made.send(Report, report=report, by=by, languages=languages, formats=(Format.PDF,))

    def _last_year(self) -> Period:
        return last_full(today_at(self.house.centre), Every.YEAR)

    def make_annual(self, *, by: User) -> None:
        self._make(ANNUAL, self._last_year(), by=by, languages=ALL, sheet="en")

    def make_quarter(self) -> None:
        self.quarter = last_full(today_at(self.house.centre), Every.QUARTER)
        self._make(QUARTER, self.quarter, by=None, languages=("ru",))

    def make_quarter_again(self, *, by: User) -> None:
        """Something was entered late: the next version says so."""
        if self.quarter is not None:
            self._make(QUARTER, self.quarter, by=by, languages=(), sheet="ru")

    def make_use(self, *, by: User) -> None:
        """Of the year that still runs: what has become of the advice until today."""
        running = containing(today_at(self.house.centre), Every.YEAR)
        self._make(USE, running, by=by, languages=("ko",))

    def _last(self, kind: str) -> Report:
        return Report.objects.filter(kind=kind, centre=self.house.centre).latest("pk")

    def propose_last(self, *, by: User, kind: str) -> None:
        propose(self._last(kind), by=by)

    def turn(self, *, by: User, kind: str) -> None:
        report = self._last(kind)
        publish(report, by=by, seen=digest(report.figures))
