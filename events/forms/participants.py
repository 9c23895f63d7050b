"""What a list of participants is narrowed by, and what a decision on some of them asks."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from core.filters import FilterForm
from core.forms import LineField, LongField
from events.enums import ParticipantStatus
from people.directory import countries

FROM = (("", _("Any")), ("alone", _("Registered on their own")), ("delegation", _("In a delegation")))


class PeopleFilterForm(FilterForm):
    """What a list of participants is narrowed by."""

    q = LineField(label=_("Name, organisation or address"), max_length=100, required=False)
    state = forms.ChoiceField(label=_("State"), choices=[("", _("Any")), *ParticipantStatus.choices], required=False)
    country = forms.ChoiceField(label=_("Country"), required=False)
    way = forms.ChoiceField(label=_("Comes"), choices=FROM, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        named = [(one.pk, str(one.name)) for one in countries()]
        self.fields["country"].choices = [("", _("Any")), *named]  # type: ignore[attr-defined]


class DecisionForm(forms.Form):
    """What those concerned read."""

    reason = LongField(label=_("Reasons"), max_length=2000, rows=4)

    def __init__(self, *args: Any, asks: bool, hint: Any = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if asks:
            self.fields["reason"].help_text = hint
        else:
            del self.fields["reason"]
