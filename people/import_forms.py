"""Input of the screens where tables are handed in."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from people.enums import RowState


class ImportForm(forms.Form):
    """One file. What is in it is looked at by the act, which says in words what is wrong with it."""

    upload = forms.FileField(
        label=_("File"),
        widget=forms.FileInput(attrs={"accept": ".csv,.xlsx"}),
        error_messages={"required": _("Choose a file."), "empty": _("The file is empty.")},
    )

    def __init__(self, *args: Any, most: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        said = _("CSV or XLSX, up to %(most)s rows and 5 MB. The first row names the columns.")
        self.fields["upload"].help_text = said % {"most": most}


class RowsForm(forms.Form):
    """Which rows of a table are shown."""

    state = forms.ChoiceField(choices=[("", ""), *RowState.choices], required=False)

    def chosen(self) -> str:
        """One of the states, or "" for all."""
        return str(self.cleaned_data["state"]) if self.is_valid() else ""
