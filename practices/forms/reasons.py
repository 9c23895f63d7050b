"""Reasons per language, with that of the reader among them."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.forms import LocalisedField
from core.localised import LANGUAGE_NAMES, LocalisedText
from people.models import User
from practices.reasons import LONGEST, missing_words


class ReasonsForm(forms.Form):
    """Why an entry or a change goes back, is not taken, or ends. The hint says in which language they must be."""

    reasons = LocalisedField(long=True, label=gettext_lazy("Reasons"))

    def __init__(self, *args: Any, reader: User, hint: Any = "", required: bool = True, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.reader, field = reader, self.fields["reasons"]
        field.required = required
        said = _("The author reads %(language)s: write the reasons in %(language)s, and in other languages if you can.")
        field.help_text = " ".join(part for part in (str(hint), said % {"language": self._language()}) if part)

    def _language(self) -> str:
        return LANGUAGE_NAMES[self.reader.language]

    def clean_reasons(self) -> LocalisedText:
        """In the language of the reader, and not a book in any."""
        reasons: LocalisedText = self.cleaned_data["reasons"]
        if reasons and not reasons.get(self.reader.language):
            raise forms.ValidationError(missing_words(self.reader))
        for language, text in reasons.items():
            if len(text) > LONGEST:
                raise forms.ValidationError(
                    _("%(language)s: this is %(count)d characters long. Shorten it to %(most)d.")
                    % {"language": LANGUAGE_NAMES[language], "count": len(text), "most": LONGEST}
                )
        return reasons
