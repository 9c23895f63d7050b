"""The minutes of the wrap-up meeting, its decisions and actions."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from core.forms import DayField, LineField, LocalisedField, LongField
from events.enums import OutcomeKind, OutcomeStatus
from events.models import Minutes, Outcome
from people.models import Country, Organisation

LINES = 14  # of each language of the minutes


class MinutesForm(forms.Form):
    """One version. `seen` is the revision that its writer has read."""

    held_on = DayField(label=_("Held on"))
    place = LocalisedField(label=_("Place"), required=False)
    chair = LineField(label=_("Chaired by"), max_length=200, required=False)
    text = LocalisedField(
        label=_("Minutes"),
        long=True,
        help_text=_("An empty line begins a new paragraph. Decisions and actions are written down beside the minutes."),
    )
    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for area in self.fields["text"].widget.widgets:
            area.attrs["rows"] = LINES

    @staticmethod
    def initial_of(minutes: Minutes) -> dict[str, Any]:
        """What a version says."""
        names = ("held_on", "place", "chair", "text")
        return {**{name: getattr(minutes, name) for name in names}, "seen": minutes.revision}

    def content(self) -> dict[str, Any]:
        """What was written, without the revision."""
        return {name: value for name, value in self.cleaned_data.items() if name != "seen"}


class CountryField(forms.ModelChoiceField):
    """A country by name, in the reader's language."""

    def label_from_instance(self, obj: Country) -> str:
        return str(obj.name)


class OutcomeForm(forms.Form):
    """A decision, or an action with whoever owes it and the day."""

    text = LocalisedField(label=_("Text"), long=True)
    country = CountryField(Country.objects.none(), label=_("Country that owes it"), empty_label=_("Choose"))
    organisation = forms.ModelChoiceField(
        Organisation.objects.none(), label=_("Body that owes it"), required=False, empty_label=_("None named")
    )
    due_on = DayField(label=_("Due"))

    def __init__(self, *args: Any, kind: str, outcome: Outcome | None = None, **kwargs: Any) -> None:
        if outcome:
            names = ("text", "country", "organisation", "due_on")
            kwargs["initial"] = {name: getattr(outcome, name) for name in names}
        super().__init__(*args, **kwargs)
        self.fields["country"].queryset = Country.objects.all()  # type: ignore[attr-defined]
        self.fields["organisation"].queryset = Organisation.objects.order_by("country", "name__en")  # type: ignore[attr-defined]
        if kind == OutcomeKind.DECISION:
            self.fields["country"].required = self.fields["due_on"].required = False


class SettleForm(forms.Form):
    """What became of it."""

    status = forms.ChoiceField(
        label=_("State"),
        choices=(
            (OutcomeStatus.DONE.value, OutcomeStatus.DONE.label),
            (OutcomeStatus.DROPPED.value, OutcomeStatus.DROPPED.label),
        ),
        widget=forms.RadioSelect,
    )
    result = LongField(
        label=_("What became of it"),
        max_length=2000,
        help_text=_("Everybody with a part in the event reads it. Name the document, the system or the reason."),
    )


class SignForm(forms.Form):
    """A remark that stands beside one's key."""

    reason = LongField(label=_("Remark"), max_length=2000, rows=3, required=False)
