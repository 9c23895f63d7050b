"""What a dashboard is asked: a period, and what narrows it."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from consultations.models import Topic
from core import policies
from core.forms import DayField
from core.localised import sort_key
from people import directory
from people.days import today_at
from people.enums import Side
from people.models import Centre
from practices.models import PracticeTopic
from reports.figures.figure import Asked

DAY = timedelta(days=1)
THIS_QUARTER, LAST_QUARTER = "this_quarter", "last_quarter"
THIS_YEAR, LAST_YEAR, OWN = "this_year", "last_year", "own"
PERIODS = (
    (THIS_QUARTER, _("This quarter, so far")),
    (LAST_QUARTER, _("Last quarter")),
    (THIS_YEAR, _("This year, so far")),
    (LAST_YEAR, _("Last year")),
    (OWN, _("Own days")),
)
EARLIEST = date(1990, 1, 1)
SUBJECTS, TOPICS = "subjects", "topics"  # of requests, of practices

Days = tuple[date, date]


def centres_of(user: Any) -> list[Centre]:
    """The centres whose figures the person reads."""
    rows = Centre.objects.filter(policies.q("reports.make", user))
    return list(rows.select_related("side_a__calendar", "side_b__calendar").order_by("pk"))


class DashboardForm(forms.Form):
    """A GET form. It shows what narrows this tab; what narrows another tab goes along unseen."""

    period = forms.ChoiceField(label=_("Period"), choices=PERIODS, widget=forms.RadioSelect)
    since = DayField(label=pgettext_lazy("date", "From"), required=False)
    until = DayField(label=pgettext_lazy("date", "To"), required=False)
    centre = forms.ChoiceField(label=_("Centre"), required=False)
    side = forms.ChoiceField(label=_("Side"), required=False)
    country = forms.ChoiceField(label=_("Country"), required=False)
    topic = forms.ChoiceField(label=_("Topic"), required=False)

    def __init__(self, data: Any, *, centres: Sequence[Centre], narrows: Sequence[str], topics: str) -> None:
        data = data.copy()
        data.setdefault("period", THIS_QUARTER)
        super().__init__(data)
        self.centres = {str(one.pk): one for one in centres}
        first = self.centres.get(data.get("centre", "")) or centres[0]
        self._choose("centre", [(code, str(one.name)) for code, one in self.centres.items()])
        self._choose("side", [("", _("Both sides")), *_sides(first)])
        self._choose("country", [("", _("All countries")), *_countries()])
        self._choose("topic", [("", _("All topics")), *(_topics(topics) if topics else ())])
        self.unseen = [name for name in ("side", "country", "topic") if name not in narrows]
        if len(centres) == 1:
            self.unseen.append("centre")
        for name in self.unseen:
            del self.fields[name]

    def _choose(self, name: str, choices: Sequence[tuple[Any, Any]]) -> None:
        self.fields[name].choices = choices  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        found = super().clean() or {}
        if found.get("period") != OWN:
            return found
        since, until = found.get("since"), found.get("until")
        for name, value in (("since", since), ("until", until)):
            if value is None and name not in self.errors:
                self.add_error(name, _("Write the first and the last day of the period."))
        if since and until and until < since:
            self.add_error("until", _("The last day comes after the first."))
        if since and since < EARLIEST:
            self.add_error("since", _("The period begins in 1990 at the earliest."))
        return found

    def asked(self) -> tuple[Asked, Asked]:
        """The question, and the same one of the days before; only of a form that is valid."""
        found = self.cleaned_data
        centre = self.centres.get(found.get("centre", "")) or next(iter(self.centres.values()))
        period = found["period"]
        own = (found["since"], found["until"]) if period == OWN else None
        code = found.get("country", "")
        narrowed = {
            "side": found.get("side", ""),
            "country": directory.country(code) if code else None,
            "topic": found.get("topic", ""),
        }
        now, before = own_days(*own) if own else days_of(period, today_at(centre))
        return Asked(centre, *now, **narrowed), Asked(centre, *before, **narrowed)


def days_of(period: str, today: date) -> tuple[Days, Days]:
    """The days of a period and those they are compared with.

    What still runs is counted until today, and compared with as many days of the period before.
    """
    months = 3 if period in (THIS_QUARTER, LAST_QUARTER) else 12
    first = _first(today, months)
    if period in (THIS_QUARTER, THIS_YEAR):
        earlier = _first(first - DAY, months)
        return (first, today), (earlier, min(earlier + (today - first), first - DAY))
    last = first - DAY
    first = _first(last, months)
    return (first, last), (_first(first - DAY, months), first - DAY)


def own_days(since: date, until: date) -> tuple[Days, Days]:
    """Days of one's own, and as many before them."""
    length = until - since
    return (since, until), (since - DAY - length, since - DAY)


def _first(day: date, months: int) -> date:
    """The first day of the quarter or the year of a day."""
    return date(day.year, (day.month - 1) // months * months + 1, 1)


def _sides(centre: Centre) -> list[tuple[str, str]]:
    return [(side, str(centre.side_country(side).name)) for side in Side.values]


def _countries() -> list[tuple[str, str]]:
    return [(one.pk, str(one.name)) for one in directory.countries()]


def _topics(which: str) -> list[tuple[str, str]]:
    """The subjects of requests by number, or the topics of practices by key; in the order of their names."""
    if which == SUBJECTS:
        found = [(str(one.pk), str(one.name)) for one in Topic.objects.all()]
    else:
        found = [(one.key, str(one.name)) for one in PracticeTopic.objects.all()]
    return sorted(found, key=lambda pair: sort_key(pair[1]))
