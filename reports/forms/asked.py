"""The question behind figures as an address holds it: a centre, the days, and what narrows them."""

from typing import Any

from django import forms
from django.core.validators import RegexValidator

from core.forms import DayField
from events.models import Event
from people.enums import Side
from people.models import Centre, Country
from reports.figures.figure import Asked


class AskedForm(forms.Form):
    """Nobody fills it in: the links of figures do. Whatever does not make sense is no page of ours."""

    centre = forms.ModelChoiceField(Centre.objects.select_related("side_a__calendar", "side_b__calendar"))
    since = DayField()
    until = DayField()
    side = forms.ChoiceField(choices=Side.choices, required=False)
    country = forms.ModelChoiceField(Country.objects.all(), required=False)
    event = forms.ModelChoiceField(Event.objects.all(), to_field_name="reference", required=False)
    topic = forms.CharField(max_length=40, required=False, validators=[RegexValidator(r"^[a-z0-9-]+$")])

    def clean(self) -> dict[str, Any]:
        found = super().clean() or {}
        since, until = found.get("since"), found.get("until")
        if since and until and until < since:
            raise forms.ValidationError("")
        return found

    def asked(self) -> Asked:
        """The question; only of a form that is valid."""
        return Asked(**self.cleaned_data)
