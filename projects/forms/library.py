"""An indicator of the library."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from core.filters import FilterForm
from core.forms import LineField, LocalisedField
from projects.actions.library import WRITTEN
from projects.enums import Aggregation, Direction, Unit
from projects.models import Dimension, Indicator


class IndicatorForm(forms.Form):
    """How something is measured."""

    code = forms.SlugField(
        label=_("Code"), max_length=20, help_text=_("Letters, digits and hyphens, such as TR-01. It is in addresses.")
    )
    name = LocalisedField(
        label=_("Name"), help_text=_("What is counted or measured: number of civil servants trained.")
    )
    definition = LocalisedField(label=_("What counts and what does not"), long=True, required=False)
    unit = forms.ChoiceField(label=_("Unit"), choices=Unit.choices)
    unit_name = LocalisedField(
        label=_("What is counted"), help_text=_("Such as agencies, people, terabytes."), required=False
    )
    direction = forms.ChoiceField(label=_("Direction"), choices=Direction.choices, widget=forms.RadioSelect)
    over_time = forms.ChoiceField(
        label=_("Periods of one project"),
        choices=Aggregation.choices,
        help_text=_("How values of several periods make one. Percentages and words are not added up."),
    )
    across = forms.ChoiceField(
        label=_("Several projects"),
        choices=Aggregation.choices,
        help_text=_("How values of several projects and countries make one."),
    )
    method = LocalisedField(label=_("Method"), help_text=_("Where the figure comes from."), long=True, required=False)
    dimensions = forms.ModelMultipleChoiceField(
        label=_("Split by"), queryset=Dimension.objects.all(), widget=forms.CheckboxSelectMultiple, required=False
    )
    is_active = forms.BooleanField(label=_("In use: projects may take it"), required=False)

    def clean(self) -> dict[str, Any]:
        """Sums only of what can be added up."""
        cleaned: dict[str, Any] = super().clean() or {}
        unit, ways = cleaned.get("unit"), {"over_time": cleaned.get("over_time"), "across": cleaned.get("across")}
        for name, way in ways.items():
            if unit == Unit.PERCENT and way == Aggregation.SUM:
                self.add_error(name, _("Percentages are not added up."))
            allowed = (Aggregation.NONE,) if name == "across" else (Aggregation.LAST, Aggregation.NONE)
            if unit == Unit.TEXT and way not in allowed:
                self.add_error(name, _("What is told in words is not added up."))
        return cleaned


def initial_of(indicator: Indicator) -> dict[str, Any]:
    """What the form shows of an indicator."""
    return {**{name: getattr(indicator, name) for name in WRITTEN}, "dimensions": indicator.dimensions.all()}


class LibraryFilters(FilterForm):
    """What the library is narrowed by."""

    q = LineField(label=_("Words or code"), max_length=100, required=False)
    unit = forms.ChoiceField(label=_("Unit"), choices=[("", _("Every unit")), *Unit.choices], required=False)


class ValuesFilters(FilterForm):
    """What the list of values is narrowed by."""

    indicator = LineField(label=_("Code of the indicator"), max_length=20, required=False)
    project = LineField(label=_("Number of the project"), max_length=20, required=False)
    country = LineField(label=_("Code of the country"), max_length=2, required=False)
    year = forms.IntegerField(label=_("Year"), min_value=1990, max_value=2100, required=False)
