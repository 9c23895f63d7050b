"""What is asked at the door."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from core.forms import LineField, LongField
from events.presentation.occasions import Occasions


class SearchForm(forms.Form):
    q = LineField(label=_("Name, organisation or badge"), max_length=100, required=False)


class CodeForm(forms.Form):
    """The code of a badge, and what the person is present at."""

    code = LineField(
        label=_("Code on the badge"),
        max_length=20,
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}),
    )
    at = forms.ChoiceField(label=_("Present at"))

    def __init__(self, *args: Any, occasions: Occasions, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["at"].choices = occasions.choices()  # type: ignore[attr-defined]

    def clean_code(self) -> str:
        """As it is read aloud: letter case, blanks and strokes do not count."""
        return "".join(one for one in self.cleaned_data["code"].upper() if one.isalnum())


class UnmarkForm(forms.Form):
    reason = LongField(
        label=_("Reasons"), max_length=500, rows=3, help_text=_("They stand in the history of the person.")
    )
