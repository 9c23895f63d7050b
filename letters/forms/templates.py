"""What templates ask for."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from core.forms import LineField, LocalisedField
from core.localised import LANGUAGE_NAMES, LocalisedText
from letters.enums import LetterKind
from letters.fields import names_of
from letters.merging import faults_of
from people.models import Centre

LONGEST_SUBJECT, LONGEST_BODY = 300, 8000


class TemplateForm(forms.Form):
    """The words of a template. Each slip in braces is shown beside the text it stands in."""

    name = LineField(label=_("Name of the template"), max_length=120, help_text=_("Officers choose it by this name."))
    subject = LocalisedField(
        label=pgettext_lazy("letter", "Subject"),
        help_text=_("One line in each language. Fields in braces are filled in for each recipient."),
    )
    body = LocalisedField(
        label=pgettext_lazy("letter", "Text"),
        long=True,
        help_text=_(
            "Paragraphs with an empty line between them, from the salutation to the closing words. Letterhead, number, "
            "date, addressee and signatures are added."
        ),
    )
    seen = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=0)

    def __init__(self, *args: Any, kind: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.kind = kind
        for part in self.fields["body"].widget.widgets:
            part.attrs["rows"] = 10

    def clean_subject(self) -> LocalisedText:
        found: LocalisedText = self.cleaned_data["subject"]
        self._expect("subject", found, LONGEST_SUBJECT)
        return LocalisedText({code: " ".join(text.split()) for code, text in found.items()})

    def clean_body(self) -> LocalisedText:
        found: LocalisedText = self.cleaned_data["body"]
        self._expect("body", found, LONGEST_BODY)
        return LocalisedText({code: text.replace("\r\n", "\n").strip() for code, text in found.items()})

    def _expect(self, name: str, found: LocalisedText, most: int) -> None:
        for code, text in found.items():
            if len(text) > most:
                sentence = _("%(language)s: this is %(length)d characters long. Shorten it to %(most)d.")
                self.add_error(name, sentence % {"language": LANGUAGE_NAMES[code], "length": len(text), "most": most})
            for fault in faults_of(text, names_of(self.kind)):
                self.add_error(name, f"{LANGUAGE_NAMES[code]}: {fault}")

    def clean(self) -> dict[str, Any]:
        """Each language whole or not at all."""
        cleaned = super().clean() or {}
        subject, body = cleaned.get("subject"), cleaned.get("body")
        if subject is None or body is None:
            return cleaned
        for code, language in LANGUAGE_NAMES.items():
            if subject.get(code) and not body.get(code):
                self.add_error("body", _("%(language)s: the text is missing.") % {"language": language})
            if body.get(code) and not subject.get(code):
                self.add_error("subject", _("%(language)s: the subject is missing.") % {"language": language})
        return cleaned

    def values(self) -> dict[str, Any]:
        """What the acts take."""
        return {name: self.cleaned_data[name] for name in ("name", "subject", "body")}


class KindForm(forms.Form):
    """What a new template is for."""

    kind = forms.ChoiceField(label=_("Kind of letter"), choices=LetterKind, widget=forms.RadioSelect)
    centre = forms.ModelChoiceField(Centre.objects.none(), label=_("Centre"), empty_label=None)

    def __init__(self, *args: Any, centres: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["centre"].queryset = centres  # type: ignore[attr-defined]
        self.fields["centre"].initial = centres.first()
