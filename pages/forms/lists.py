"""What the lists of news and texts are narrowed by."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from core.filters import FilterForm
from core.forms import LineField
from pages.enums import PageKind, PageStatus

ANY: list[tuple[str, Any]] = [("", _("All"))]


class NewsFilterForm(FilterForm):
    """By words, the year of the press release, and by a language it can be read in."""

    q = LineField(label=_("Words or number"), max_length=200, required=False)
    year = forms.ChoiceField(label=_("Year"), required=False, widget=forms.RadioSelect)
    language = forms.ChoiceField(
        label=_("Written in"), required=False, widget=forms.RadioSelect, choices=[*ANY, *settings.LANGUAGES]
    )

    def __init__(self, data: Any, *, years: list[int]) -> None:
        super().__init__(data)
        self.fields["year"].choices = [*ANY, *((str(year), str(year)) for year in years)]  # type: ignore[attr-defined]


class TextsFilterForm(FilterForm):
    """By kind and state."""

    kind = forms.ChoiceField(
        label=_("Kind"), required=False, widget=forms.RadioSelect, choices=[*ANY, *PageKind.choices]
    )
    status = forms.ChoiceField(
        label=pgettext_lazy("of a record", "State"),
        required=False,
        widget=forms.RadioSelect,
        choices=[*ANY, *PageStatus.choices],
    )
