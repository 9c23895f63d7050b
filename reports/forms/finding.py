"""What the lists of reports are narrowed by."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from core.filters import FilterForm
from reports.enums import ReportState
from reports.kinds.registry import kinds


class ReportFilterForm(FilterForm):
    """By kind and by state."""

    kind = forms.ChoiceField(label=_("Kind"), required=False)
    state = forms.ChoiceField(
        label=_("State"), required=False, choices=[("", _("All")), *ReportState.choices], widget=forms.RadioSelect
    )

    def __init__(self, data: Any) -> None:
        super().__init__(data)
        labels = [(kind.name, str(kind.label)) for kind in kinds().values()]
        self.fields["kind"].choices = [("", _("All")), *labels]  # type: ignore[attr-defined]


class SureForm(forms.Form):
    """A confirmation that asks for nothing more."""
