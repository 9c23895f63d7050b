"""Forms: one look for all of them, a field for texts in several languages, and refusals shown where one typed."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, ClassVar, ParamSpec

from django import forms
from django.core.exceptions import ValidationError
from django.forms.renderers import TemplatesSetting
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.localised import LANGUAGE_NAMES, LANGUAGES, LocalisedText
from core.refusal import RefusedError

P = ParamSpec("P")
_TURNS_WRITING = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_CONTROLS = re.compile("[\x01-\x08\x0e-\x1f\x7f]")
_BREAKS = re.compile("[\x0b\x0c]")  # of lines and pages, as word processors put them


class Renderer(TemplatesSetting):
    """Forms are drawn by our own templates, so label, hint, error and control come in one order everywhere."""

    form_template_name = "components/form.html"


def attempt(form: forms.BaseForm, act: Callable[P, Any], *args: P.args, **kwargs: P.kwargs) -> Any:
    """Run an act for a valid form and return what it returns; None when it was refused.

    A refusal becomes the form's own error, and nothing typed is lost.
    """
    try:
        return act(*args, **kwargs)
    except RefusedError as refusal:
        form.add_error(None, str(refusal.message))
        return None


def without_controls(text: str) -> str:
    """The text without characters that no text has: feeds and calendars cannot be written with them."""
    return _CONTROLS.sub("", _BREAKS.sub(" ", text))


class LongField(forms.CharField):
    """A text of several lines. The browser gets no `maxlength`: what is pasted is told to be too long, never cut."""

    default_error_messages: ClassVar[dict[str, Any]] = {
        "max_length": _("This is %(show_value)d characters long. Shorten it to %(limit_value)d.")
    }

    def __init__(self, *, rows: int = 5, **kwargs: Any) -> None:
        super().__init__(widget=forms.Textarea(attrs={"rows": rows}), **kwargs)

    def to_python(self, value: Any) -> Any:
        text = super().to_python(value)
        return without_controls(text) if text else text

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:  # noqa: ARG002  Django's signature
        return {}


class LineField(forms.CharField):
    """A text of one line. Browsers send no more; who sends line breaks, or marks that turn the writing, loses them.

    Else a name could write a paragraph of its own into a letter, or read as another one.
    """

    def to_python(self, value: Any) -> Any:
        text = super().to_python(value)
        return " ".join(_TURNS_WRITING.sub("", without_controls(text)).split()) if text else text


class ReadForm(forms.Form):
    """A confirmation that says what was read: `seen` marks what the page showed (`core.refusal.expect_read`)."""

    seen = forms.CharField(widget=forms.HiddenInput, max_length=120, required=False)


class ReasonForm(forms.Form):
    """A reason, or a remark under a label of its own; the hint says who will read it."""

    reason = LongField(label=_("Reasons"), max_length=2000)

    def __init__(self, *args: Any, hint: Any = "", required: bool = True, label: Any = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["reason"]
        field.help_text, field.required, field.label = hint, required, label or field.label


class LocalisedWidget(forms.MultiWidget):
    """One input a language, each marked with its `lang` and named by its language."""

    template_name = "components/localised_widget.html"

    def __init__(self, attrs: dict[str, Any] | None = None, *, long: bool = False) -> None:
        kind: type[forms.Widget] = forms.Textarea if long else forms.TextInput
        extra = {"rows": 4} if long else {}
        super().__init__(
            {lang: kind({"lang": lang, "aria-label": LANGUAGE_NAMES[lang], **extra}) for lang in LANGUAGES}, attrs
        )

    def decompress(self, value: Any) -> list[str]:
        """A mapping, or nothing, as one value a language."""
        return [value.get(lang, "") if isinstance(value, Mapping) else "" for lang in LANGUAGES]

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        for lang, part in zip(LANGUAGES, context["widget"]["subwidgets"], strict=True):
            part["language"] = {"code": lang, "name": LANGUAGE_NAMES[lang]}
        return context


LINE, PAGES = 500, 20_000  # characters of one language


class LocalisedField(forms.MultiValueField):
    """A text per language; at least one must be written when the field is required. None may be without end."""

    def __init__(self, *, long: bool = False, **kwargs: Any) -> None:
        kwargs.setdefault("widget", LocalisedWidget(long=long))
        required = kwargs.pop("required", True)
        most, told = PAGES if long else LINE, LongField.default_error_messages
        fields = [
            forms.CharField(required=False, label=LANGUAGE_NAMES[lang], max_length=most, error_messages=told)
            for lang in LANGUAGES
        ]
        super().__init__(fields, required=required, require_all_fields=False, **kwargs)
        self.error_messages["required"] = _("Write the text in at least one language.")

    def clean(self, value: Any) -> LocalisedText:
        """Blanks are no text either."""
        text: LocalisedText = super().clean(value)
        if self.required and not text:
            raise ValidationError(self.error_messages["required"], code="required")
        return text

    def compress(self, data_list: list[str]) -> LocalisedText:
        """The languages that were written, and only those."""
        written = {lang: without_controls(text or "") for lang, text in zip(LANGUAGES, data_list or (), strict=False)}
        return LocalisedText({lang: text for lang, text in written.items() if text})


FIRST_DAY, LAST_DAY = date(1900, 1, 1), date(2999, 12, 31)  # what lies outside is a slip of the keyboard
OUT_OF_DAYS = _("Give a day between the years 1900 and 2999.")


class DayField(forms.DateField):
    """A day, by the browser's own picker; one from which years and terms can be counted in both directions."""

    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")

    def validate(self, value: Any) -> None:
        super().validate(value)
        if value and not FIRST_DAY <= value <= LAST_DAY:
            raise ValidationError(OUT_OF_DAYS, code="out_of_days")


class MomentField(forms.DateTimeField):
    """A day and a time in the reader's zone, which the hint names: nobody should have to guess whose nine o'clock."""

    widget = forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.said = self.help_text

    def validate(self, value: Any) -> None:
        super().validate(value)
        if value and not FIRST_DAY <= value.date() <= LAST_DAY:
            raise ValidationError(OUT_OF_DAYS, code="out_of_days")

    def get_bound_field(self, form: forms.BaseForm, field_name: str) -> forms.BoundField:
        """Told when it is drawn: the zone is the reader's of that moment."""
        zone = _("In the time of %(zone)s.") % {"zone": timezone.get_current_timezone_name().replace("_", " ")}
        self.help_text = f"{self.said} {zone}".strip()
        return super().get_bound_field(form, field_name)
