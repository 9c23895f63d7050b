"""What is asked of a report: its days, what narrows it, and what it is drawn as."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from consultations.models import Topic
from core import policies
from core.localised import LANGUAGE_NAMES, active_language, sort_key
from people import directory
from people.days import today_at
from people.enums import Side
from people.models import Centre, User
from reports.enums import Every, Format
from reports.figures.figure import Asked
from reports.kinds.kind import Kind
from reports.periods import Period, containing, latest
from reports.questions import Question

EVERY = {
    Every.MONTH: pgettext_lazy("period", "Months"),
    Every.QUARTER: pgettext_lazy("period", "Quarters"),
    Every.YEAR: pgettext_lazy("period", "Years"),
}
MOST_RECORDS = 200


def centres_for(user: User) -> list[Centre]:
    """The centres whose reports the person may ask for."""
    rows = Centre.objects.filter(policies.q("reports.make", user))
    return list(rows.select_related("side_a__calendar", "side_b__calendar").order_by("pk"))


class PaperForm(forms.Form):
    """In which languages, and as what, a report is drawn."""

    languages = forms.MultipleChoiceField(
        label=_("Languages"),
        choices=list(LANGUAGE_NAMES.items()),
        widget=forms.CheckboxSelectMultiple,
        help_text=_("The same figures are drawn in each of them."),
    )
    formats = forms.MultipleChoiceField(
        label=_("Formats"),
        choices=Format.choices,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("PDF to read and keep, DOCX to go on writing, XLSX to count with."),
    )

    def __init__(self, data: Any = None) -> None:
        super().__init__(data, initial={"languages": [active_language()], "formats": [Format.PDF]})


class AskForm(PaperForm):
    """The question of one kind of report; each kind asks only what it has use for."""

    field_order = ("centre", "record", "period", "side", "country", "topic", "languages", "formats")

    def __init__(self, data: Any, *, kind: Kind, user: User, centres: list[Centre]) -> None:
        super().__init__(data)
        self.kind, self.centres = kind, {str(one.pk): one for one in centres}
        if len(centres) > 1:
            self.fields["centre"] = forms.ChoiceField(
                label=_("Centre"), choices=[(one.pk, str(one.name)) for one in centres]
            )
        if kind.choices is not None:
            self.fields["record"] = _RecordField(kind.choices(user))
        if kind.periods:
            self.fields["period"] = forms.ChoiceField(
                label=_("Period"),
                choices=_periods(kind, today_at(centres[0])),
                help_text=_("What still runs is counted until today."),
            )
            self.initial["period"] = _last_full(kind, today_at(centres[0]))
        for name in kind.narrows:
            self.fields[name] = forms.ChoiceField(
                label=NARROWING[name][0], choices=[("", NARROWING[name][1]), *self._values(name)], required=False
            )
        self.order_fields(self.field_order)

    def _values(self, name: str) -> list[tuple[str, str]]:
        centre = next(iter(self.centres.values()))
        if name == "side":
            return [(side, str(centre.side_country(side).name)) for side in Side.values]
        if name == "country":
            return [(one.pk, str(one.name)) for one in directory.countries()]
        topics = [(str(one.pk), str(one.name)) for one in Topic.objects.all()]
        return sorted(topics, key=lambda pair: sort_key(pair[1]))

    def values(self) -> dict[str, Question]:
        """The question, for the act."""
        cleaned: Mapping[str, Any] = self.cleaned_data
        record = cleaned.get("record")
        if record is not None and self.kind.asked_of is not None:
            asked = self.kind.asked_of(record)
        else:
            centre = self.centres.get(cleaned.get("centre", "")) or next(iter(self.centres.values()))
            country = cleaned.get("country", "")
            asked = Asked(
                centre,
                *_read_period(cleaned["period"]),
                side=cleaned.get("side", ""),
                country=directory.country(country) if country else None,
                topic=cleaned.get("topic", ""),
            )
        return {
            "question": Question(self.kind.name, asked, record, tuple(cleaned["languages"]), tuple(cleaned["formats"]))
        }


NARROWING = {
    "side": (_("Side"), _("Both sides")),
    "country": (_("Country"), _("All countries")),
    "topic": (_("Topic"), _("All topics")),
}


class _RecordField(forms.ModelChoiceField):
    """One record that the person may see, by its number and name."""

    def __init__(self, rows: Any) -> None:
        super().__init__(queryset=rows, label=pgettext_lazy("record", "About"), empty_label=None)

    def label_from_instance(self, obj: Any) -> str:
        return f"{obj.handle} {obj.title_text}"


def _periods(kind: Kind, today: date) -> list[tuple[Any, Any]]:
    """Grouped where the kind has several lengths; the running one says so."""
    groups = []
    for every in kind.periods:
        running = containing(today, every)
        groups.append(
            (
                EVERY[every],
                [
                    (one.code, _("%(period)s, so far") % {"period": one} if one == running else str(one))
                    for one in latest(today, every)
                ],
            )
        )
    return groups if len(groups) > 1 else groups[0][1]


def _last_full(kind: Kind, today: date) -> str:
    """What is asked for most: the last one that is over."""
    every = kind.periods[0]
    _running, last, *_others = latest(today, every)
    return last.code


def _read_period(code: str) -> Period:
    since, _dot, until = code.partition(".")
    try:
        return Period(date.fromisoformat(since), date.fromisoformat(until))
    except ValueError as error:  # the choices have been asked before
        raise ValidationError(_("Choose a period.")) from error
