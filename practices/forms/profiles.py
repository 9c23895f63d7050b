"""How far a country has something."""

from typing import Any

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.forms import DayField, LocalisedField
from practices.actions.profiles import FIELDS, stamp_of
from practices.enums import Standing
from practices.models import CountryCapability
from practices.presentation.conditions import UNKNOWN, WORDS


class ProfileForm(forms.Form):
    """One line of a profile. `seen` is the state of the line that was opened."""

    seen = forms.CharField(widget=forms.HiddenInput, required=False)
    standing = forms.ChoiceField(
        label=_("How far the country has it"),
        choices=[*Standing.choices, (UNKNOWN, WORDS[UNKNOWN])],
        widget=forms.RadioSelect,
    )
    source = LocalisedField(
        label=_("Source"),
        required=False,
        help_text=_("The law, register or report that shows it, with its number and date."),
    )
    source_url = forms.URLField(label=_("Address of the source"), max_length=500, required=False, assume_scheme="https")
    since_year = forms.IntegerField(
        label=_("In place since"),
        required=False,
        validators=[MinValueValidator(1900), MaxValueValidator(2100)],
        help_text=_("The year, as far as the source tells it."),
    )
    checked_on = DayField(
        label=_("Checked on"), required=False, help_text=_("The day on which somebody last looked into the source.")
    )

    def __init__(self, *args: Any, row: CountryCapability | None, **kwargs: Any) -> None:
        initial: dict[str, Any] = {name: getattr(row, name) for name in FIELDS} if row else {"standing": UNKNOWN}
        kwargs["initial"] = {**initial, "checked_on": timezone.localdate(), "seen": stamp_of(row)}
        super().__init__(*args, **kwargs)
        for name in ("source", "checked_on"):
            self.fields[name].is_needed = True  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """What is said of a country has a source and a day."""
        values: dict[str, Any] = super().clean() or {}
        if values.get("standing") != UNKNOWN:
            if not values.get("source") and "source" not in self.errors:
                self.add_error("source", _("Name the law, register or report that shows it."))
            if not values.get("checked_on") and "checked_on" not in self.errors:
                self.add_error("checked_on", _("Give the day on which the source was looked into."))
        return values

    def values(self) -> dict[str, Any]:
        """The cleaned line as arguments of `set_capability`."""
        return self.cleaned_data

    @property
    def is_unknown(self) -> bool:
        return bool(self.cleaned_data["standing"] == UNKNOWN)
