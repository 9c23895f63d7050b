"""What certificates ask for."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from core.forms import LineField, LongField
from events.models import Certificate
from people.names import languages_by_name


class NameForm(forms.Form):
    """A name as the certificate will write it."""

    name = LineField(label=_("Name in Latin letters"), max_length=200, help_text=_("As in the passport."))
    name_own = LineField(label=_("Name in own script"), max_length=200, required=False)
    own_language = forms.ChoiceField(label=_("Language of the own script"), required=False)
    reason = LongField(
        label=_("What is corrected, and why"),
        rows=3,
        max_length=1000,
        help_text=_("Both co-directors read it before they sign."),
    )

    def __init__(self, *args: Any, certificate: Certificate, **kwargs: Any) -> None:
        names = ("name", "name_own", "own_language")
        initial = {name: getattr(certificate, name) for name in names}
        super().__init__(*args, **{"initial": initial, **kwargs})
        self.fields["own_language"].choices = [("", _("None")), *languages_by_name()]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("name_own") and not cleaned.get("own_language"):
            self.add_error("own_language", _("Say which language the name in own script is in."))
        return cleaned


class SignForm(forms.Form):
    """Asks for nothing: it carries the refusal, should there be one."""
