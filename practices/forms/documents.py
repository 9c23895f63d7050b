"""A document of an entry."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from files.forms import FileField, KeepsFile


class DocumentForm(KeepsFile, forms.Form):
    """A document of the entry, and its language."""

    document = FileField(label=_("Document"))
    language = forms.ChoiceField(label=_("Language of the document"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["language"].choices = [("", _("Another, or several")), *settings.LANGUAGES]  # type: ignore[attr-defined]
