"""Results, how they are measured, their periods, and the targets of a result in one table."""

from collections.abc import Sequence
from decimal import Decimal, InvalidOperation
from typing import Any

from django import forms
from django.core import signing
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from core.forms import DayField, LineField, LocalisedField
from core.localised import LocalisedText
from people.models import Centre
from projects.actions.arranging import Cell
from projects.enums import Owner, ResultLevel
from projects.forms.values import FigureField
from projects.models import Indicator, Measure, Period, Project, Target
from projects.presentation.periods import write_period

SALT = "projects.targets"


class ResultForm(forms.Form):
    """What is to change."""

    level = forms.ChoiceField(label=_("Level"), choices=ResultLevel.choices, widget=forms.RadioSelect)
    title = LocalisedField(
        label=_("What is to change"),
        help_text=_("As it is when it is reached: agencies hand over databases without the source system."),
    )
    description = LocalisedField(label=_("Description"), long=True, required=False)

    def __init__(self, *args: Any, is_new: bool = True, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not is_new:
            del self.fields["level"]


class MeasureForm(forms.Form):
    """An indicator of a result: who reports it, and where it begins."""

    indicator = forms.ModelChoiceField(label=_("Indicator"), queryset=Indicator.objects.none(), empty_label=None)
    reported_by = forms.ChoiceField(label=_("Reported by"), widget=forms.RadioSelect)
    baseline = FigureField(label=_("Baseline"), help_text=_("The value before the project. Empty if nobody knows it."))
    baseline_text = LocalisedField(label=_("Baseline in words"), required=False)
    baseline_on = DayField(label=_("Baseline of"), required=False)
    baseline_source = LineField(label=_("Source of the baseline"), max_length=300, required=False)

    def __init__(self, *args: Any, centre: Centre, sides: Sequence[str], is_new: bool = True, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if is_new:
            self.fields["indicator"].queryset = Indicator.objects.filter(is_active=True)  # type: ignore[attr-defined]
        else:
            del self.fields["indicator"]
        names = [(side, str(centre.side_country(side).name)) for side in sides]
        self.fields["reported_by"].choices = [*names, (Owner.BOTH, Owner.BOTH.label)]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """A figure has the day on which it was true."""
        cleaned: dict[str, Any] = super().clean() or {}
        if cleaned.get("baseline") is not None and not cleaned.get("baseline_on") and "baseline_on" not in self.errors:
            self.add_error("baseline_on", _("A baseline has a day."))
        return cleaned


class PeriodsForm(forms.Form):
    """How long a period of reporting is."""

    every = forms.ChoiceField(
        label=_("Periods"),
        choices=[("quarter", pgettext_lazy("period", "quarters")), ("year", pgettext_lazy("period", "years"))],
        widget=forms.RadioSelect,
        initial="quarter",
    )


class TargetsForm(forms.Form):
    """The targets of one result: an indicator a line, a period a column. What stood there goes along, signed."""

    seen = forms.CharField(widget=forms.HiddenInput)

    def __init__(
        self,
        *args: Any,
        project: Project,
        measures: Sequence[Measure],
        periods: Sequence[Period],
        targets: Sequence[Target],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.project, self.measures, self.periods = project, measures, periods
        there = {(one.measure_id, one.period_id): one for one in targets}
        stood = {}
        for measure in measures:
            for period in periods:
                cell = (measure.pk, period.pk)
                target = there.get(cell)
                label = write_period(period.starts_on, period.ends_on)
                if measure.indicator.is_in_words:
                    field: forms.Field = LocalisedField(label=label, required=False)
                    field.initial = target.text if target else LocalisedText()
                else:
                    field = FigureField(label=label)
                    field.initial = f"{target.value.normalize():f}" if target and target.value is not None else ""
                    stood[_name(cell)] = field.initial
                field.disabled = period.is_locked
                self.fields[_name(cell)] = field
        self.fields["seen"].initial = signing.dumps([project.pk, stood], salt=SALT)

    def clean_seen(self) -> dict[str, Decimal | None]:
        """What stood there when the form was opened; a mark that is not ours counts as nothing seen."""
        try:
            project, stood = signing.loads(self.cleaned_data["seen"], salt=SALT)
        except (signing.BadSignature, ValueError):
            return {}
        return {name: _decimal(text) for name, text in stood.items()} if project == self.project.pk else {}

    def lines(self) -> list[tuple[Measure, list[forms.BoundField]]]:
        """Line by line, for the table."""
        return [
            (measure, [self[_name((measure.pk, period.pk))] for period in self.periods]) for measure in self.measures
        ]

    def values(self) -> dict[str, Any]:
        """What the act takes; locked periods are left out."""
        figures: dict[Cell, Any] = {}
        words: dict[Cell, Any] = {}
        for measure in self.measures:
            for period in self.periods:
                cell: Cell = (measure.pk, period.pk)
                if period.is_locked:
                    continue
                kept = words if measure.indicator.is_in_words else figures
                kept[cell] = self.cleaned_data[_name(cell)]
        seen = self.cleaned_data["seen"]
        return {"figures": figures, "words": words, "seen": {cell: seen.get(_name(cell)) for cell in figures}}


def _name(cell: Cell) -> str:
    return f"t_{cell[0]}_{cell[1]}"


def _decimal(text: str) -> Decimal | None:
    try:
        return Decimal(text) if text else None
    except InvalidOperation:
        return None
