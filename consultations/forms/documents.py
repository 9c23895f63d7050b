"""A document of a request."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from files.forms import FileField, KeepsFile
from people.models import User


class DocumentForm(KeepsFile, forms.Form):
    """A document of the request, and its language."""

    document = FileField(label=_("Document"))
    language = forms.ChoiceField(label=_("Language of the document"), required=False)

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, by=user, **kwargs)
        self.fields["language"].choices = [("", _("Another, or several")), *settings.LANGUAGES]  # type: ignore[attr-defined]
