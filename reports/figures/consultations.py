"""What became of the requests for advice: how many, how fast, whose time, and of what use."""

from contextlib import suppress
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import Any, NamedTuple

from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import Case, F, Q, QuerySet, Value, When
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from consultations.enums import ClockKind, Status, Use
from consultations.models import Clock, Consultation, Topic
from core.models import JournalEntry
from people import directory
from people.models import Country
from reports.figures.figure import Asked, Breakdown, Figure, Group, Line
from reports.figures.table import Measure, RowLine, Table, moments, table, within

# --- Requests --------------------------------------------------------------------------------------------------------


def _requests(asked: Asked) -> QuerySet[Consultation]:
    """What the centre has on its register: what is still with a contact point is not the centre's work yet."""
    return Consultation.objects.filter(centre=asked.centre, registered_at__isnull=False)


def _subjects() -> dict[str, Any]:
    return {str(one.pk): one.name for one in Topic.objects.all()}


def _open_at_the_end(asked: Asked) -> Q:
    _since, until = moments(asked)
    return Q(registered_at__lt=until) & ~Q(status__in=Status.ended(), moved_at__lt=until)


def _returned(asked: Asked) -> Q:
    since, until = moments(asked)
    returns = JournalEntry.objects.filter(
        content_type=ContentType.objects.get_for_model(Consultation), verb="return", at__gte=since, at__lt=until
    )
    return Q(pk__in=returns.order_by().values("object_id"))


def _request(row: Consultation) -> RowLine:
    return RowLine(row.handle, row.get_absolute_url(), row.title_text, row.get_status_display(), row.registered_at)


def _of_use(*uses: Use) -> Any:
    return lambda asked: within("use_reported_at")(asked) & Q(use__in=uses)


requests = table(
    Table(
        name="requests",
        label=_("Requests"),
        rows=_requests,
        measures={
            "received": Measure(_("Requests received"), within("registered_at"), note=_("Registered on these days.")),
            "accepted": Measure(
                _("Requests accepted"),
                lambda asked: within("decided_at")(asked) & ~Q(status=Status.DECLINED),
                of="decided",
            ),
            "declined": Measure(
                _("Requests declined"),
                lambda asked: within("decided_at")(asked) & Q(status=Status.DECLINED),
                of="decided",
            ),
            "decided": Measure(_("Requests decided"), within("decided_at")),
            "answered": Measure(_("Requests answered"), within("answered_at")),
            "closed": Measure(_("Answers accepted"), within("closed_at"), note=_("By the body that asked.")),
            "returned": Measure(
                _("Requests returned"), _returned, note=_("For revision, by the contact point or the centre.")
            ),
            "open": Measure(
                _("Requests open at the end"), _open_at_the_end, note=_("Something was still to come on the last day.")
            ),
            "asked_about_use": Measure(_("Answers whose use was asked about"), within("use_asked_at")),
            "use_reported": Measure(_("Reports on the use of advice"), within("use_reported_at")),
            "used": Measure(_("Advice used"), _of_use(Use.USED), of="use_reported"),
            "partly": Measure(_("Advice used in part"), _of_use(Use.PARTLY), of="use_reported"),
            "not_used": Measure(_("Advice not used"), _of_use(Use.NOT_USED), of="use_reported"),
        },
        line=_request,
        country="country",
        topic="topic",
        topic_is_number=True,
        names_of_topics=_subjects,
    )
)


def work(asked: Asked, *, before: Asked | None = None) -> Group:
    """What came in, what was decided, what went out. Two queries."""
    keys = ("received", "accepted", "declined", "answered", "closed", "returned", "open")
    told = ("received", "answered", "open")
    figures, parts = requests.read(
        asked, *keys, before=before, months=("received", "answered"), countries=told, topics=told
    )
    return Group("work", _("Requests"), figures, parts)


def advice_used(asked: Asked, *, before: Asked | None = None) -> Group:
    """What became of the advice, as those who asked say six months later. Two queries."""
    told = ("use_reported", "used", "partly", "not_used")
    figures, parts = requests.read(asked, "asked_about_use", *told, before=before, countries=told, topics=told)
    by_use = requests.by_measure("advice_use", _("Use of the advice"), _("Use of the advice"), figures[2:])
    return Group("advice", _("What became of the advice"), figures, (by_use, *parts))


# --- Clocks ----------------------------------------------------------------------------------------------------------


def _answer_clocks(asked: Asked) -> QuerySet[Clock]:
    """The clocks of answers: from the naming of the advisor to the answer, stopped while the requester is asked."""
    return Clock.objects.filter(
        consultation__centre=asked.centre, consultation__registered_at__isnull=False, kind=ClockKind.ANSWER
    )


def _due(asked: Asked) -> Q:
    """Those that were to be over on these days: by a due time that has been kept, missed or run out."""
    since, until = moments(asked)
    ended = Q(ended_at__gte=since, ended_at__lt=until) & _was_answered()
    return ended | Q(ended_at=None, due_at__gte=since, due_at__lt=until)


def _was_answered() -> Q:
    """A clock also ends when a request is withdrawn: that one has answered nothing."""
    ended_by_answer = Q(ended_at__lte=F("consultation__answered_at") + timedelta(minutes=1))
    return Q(consultation__answered_at__isnull=False) & (~Q(consultation__status=Status.WITHDRAWN) | ended_by_answer)


def _over(asked: Asked) -> Q:
    return within("ended_at")(asked) & _was_answered()


def _clock(row: Clock) -> RowLine:
    found = row.consultation
    said = _("In time") if row.was_met else _("Late") if row.ended_at else _("Not answered yet")
    return RowLine(found.handle, found.get_absolute_url(), found.title_text, said, row.ended_at or row.due_at)


clocks = table(
    Table(
        name="answer-clocks",
        label=_("Answers"),
        rows=_answer_clocks,
        measures={
            "due": Measure(_("Answers due"), _due, note=_("Given on these days, or due on them and not given yet.")),
            "in_time": Measure(_("Answers in time"), lambda asked: _over(asked) & Q(was_met=True), of="due"),
            "late": Measure(_("Answers given late"), lambda asked: _over(asked) & Q(was_met=False), of="due"),
            "owed": Measure(
                _("Answers still owed"), lambda asked: within("due_at")(asked) & Q(ended_at=None), of="due"
            ),
            "given": Measure(_("Answers given"), _over),
        },
        line=_clock,
        seen=lambda rows, user: rows.filter(consultation__in=Consultation.objects.visible_to(user)),
        related=("consultation",),
        country="consultation__country",
        topic="consultation__topic",
        topic_is_number=True,
        names_of_topics=_subjects,
    )
)


ADVISED = (_("Working days with advisors"), _("Answers given"))
HOURS, DAYS = pgettext_lazy("unit", "h"), pgettext_lazy("unit", "days")


def service_levels(asked: Asked, *, before: Asked | None = None) -> Group:
    """How many answers came in time, and in how many working hours. Three queries."""
    return _service_levels(asked, before, *_measured(asked, before))


def advisor_days(asked: Asked, *, before: Asked | None = None) -> Group:
    """The working days that answers were with advisors. Two queries."""
    return _advisor_days(*_measured(asked, before))


def answering(asked: Asked, *, before: Asked | None = None) -> list[Group]:
    """Both together, for which the answers are measured once. Four queries."""
    measured, earlier = _measured(asked, before)
    return [_service_levels(asked, before, measured, earlier), _advisor_days(measured, earlier)]


class _Spent(NamedTuple):
    """Of some answers: how many, in how many working days together, in how many working hours the middle one."""

    number: int
    days: Decimal
    middle: Decimal | None


NOTHING = _Spent(0, Decimal(0), None)


class _Measured:
    """The answers given on the days asked about: all, by country and by topic."""

    def __init__(self, asked: Asked, spent: dict[tuple[str, str], _Spent]) -> None:
        self.asked, self.spent = asked, spent

    def of(self, by: str = "", code: str = "") -> _Spent:
        return self.spent.get((by, code), NOTHING)

    def codes(self, by: str) -> set[str]:
        return {code for known, code in self.spent if known == by}

    def by_country(self) -> Breakdown:
        """In the order of protocol."""
        there = self.codes("country")
        lines = [self._line("country", one.pk, one.name) for one in directory.countries() if one.pk in there]
        return Breakdown("advisor-days_country", _("By country"), ADVISED, tuple(lines), _("Country"))

    def by_topic(self) -> Breakdown:
        """Those with most days first."""
        names = _subjects() if self.spent else {}
        there = self.codes("topic") - {""}
        order = sorted(there, key=lambda code: (-self.of("topic", code).days, code))
        lines = [self._line("topic", code, names.get(code, code)) for code in order]
        return Breakdown("advisor-days_topic", _("By topic"), ADVISED, tuple(lines), _("Topic"))

    def _line(self, by: str, code: str, words: Any) -> Line:
        asked = replace(self.asked, topic=code) if by == "topic" else replace(self.asked, country=Country(pk=code))
        url = clocks.url("given", asked)
        days = Figure("advisor-days.days", ADVISED[0], self.of(by, code).days, url, unit=DAYS)
        return Line(words, (days, Figure("advisor-days.answers", ADVISED[1], self.of(by, code).number, url)), code)

    def beside(self, found: Breakdown, by: str) -> Breakdown:
        """The breakdown with the median as its last column."""
        words = _("Working hours, median")
        lines = []
        for line in found.lines:
            url = line.figures[0].url.replace("/due/", "/given/")
            middle = Figure("answer-clocks.median", words, self.of(by, line.code).middle, url, unit=HOURS)
            lines.append(Line(line.label, (*line.figures, middle), line.code))
        return Breakdown(found.key, found.label, (*found.columns, words), tuple(lines), found.of)


# One pass over the answers: a median cannot be added up, so each division is counted by itself.
_MEASURED = """
    SELECT is_before,
        CASE WHEN GROUPING(country) = 0 THEN 'country' WHEN GROUPING(topic) = 0 THEN 'topic' ELSE '' END,
        coalesce(country, topic::text, ''),
        count(*),
        coalesce(sum(days), 0),
        percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM worked)) / 3600
    FROM ({answers}) AS answer (country, topic, worked, days, is_before)
    GROUP BY GROUPING SETS ((is_before), (is_before, country), (is_before, topic))
"""


def _measured(asked: Asked, before: Asked | None) -> tuple[_Measured, _Measured | None]:
    """The answers of both periods: one query, whatever their number."""
    is_before = Case(When(_over(before), then=Value(True)), default=Value(False)) if before else Value(False)
    rows = clocks.narrowed(asked).filter(_over(asked) | _over(before) if before else _over(asked))
    answers = rows.annotate(is_before=is_before).order_by()
    answers = answers.values_list("consultation__country", "consultation__topic", "worked", "worked_days", "is_before")
    spent: dict[bool, dict[tuple[str, str], _Spent]] = {False: {}, True: {}}
    with connection.cursor() as cursor, suppress(EmptyResultSet):
        sql, params = answers.query.sql_with_params()
        cursor.execute(_MEASURED.format(answers=sql), params)
        for is_past, by, code, number, days, middle in cursor.fetchall():
            spent[is_past][by, code] = _Spent(number, _tenths(days), None if middle is None else _tenths(middle))
    return _Measured(asked, spent[False]), _Measured(before, spent[True]) if before else None


def _service_levels(asked: Asked, before: Asked | None, measured: _Measured, earlier: _Measured | None) -> Group:
    told = ("due", "in_time", "late")
    figures, (by_country, by_topic) = clocks.read(asked, *told, "owed", before=before, countries=told, topics=told)
    middle = Figure(
        "answer-clocks.median",
        _("Working hours to the answer, median"),
        measured.of().middle,
        clocks.url("given", asked),
        unit=HOURS,
        note=_("In the calendar of the advisor, without the time the requester had the word."),
        before=earlier.of().middle if earlier else None,
    )
    parts = (measured.beside(by_country, "country"), measured.beside(by_topic, "topic"))
    return Group("service", _("Service levels"), [*figures, middle], parts)


def _advisor_days(measured: _Measured, earlier: _Measured | None) -> Group:
    url = clocks.url("given", measured.asked)
    answers = Figure(
        "advisor-days.answers",
        ADVISED[1],
        measured.of().number,
        url,
        before=earlier.of().number if earlier else None,
    )
    days = Figure(
        "advisor-days.days",
        ADVISED[0],
        measured.of().days,
        url,
        unit=DAYS,
        note=_("From the naming of the advisor to the answer, without the time the requester had the word."),
        before=earlier.of().days if earlier else None,
    )
    return Group("advisor_days", _("Advisor days"), (answers, days), (measured.by_country(), measured.by_topic()))


def _tenths(number: float) -> Decimal:
    return Decimal(number).quantize(Decimal("0.1"))
