"""What is asked of letters: which ones to list, to whom to write, which words to change."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from core.filters import FilterForm
from core.forms import LineField, LongField
from letters.enums import LetterKind, LetterState, Signing
from letters.fields import names_of
from letters.merging import faults_of
from letters.models import Letter, LetterTemplate
from letters.sources.source import Source
from people.models import Centre

STATES = [(state.value, state.label) for state in LetterState.sent()]


class LetterFilterForm(FilterForm):
    """What the list of letters is narrowed by."""

    q = forms.CharField(label=_("Words or number"), max_length=200, required=False)
    kind = forms.ChoiceField(label=_("Kind"), choices=[("", _("Any")), *LetterKind.choices], required=False)
    year = forms.TypedChoiceField(label=_("Year"), coerce=int, empty_value=None, required=False)
    state = forms.ChoiceField(label=_("State"), choices=[("", _("Any")), *STATES], required=False)
    about = forms.CharField(
        label=pgettext_lazy("record", "About"),
        max_length=40,
        required=False,
        help_text=_("The number of an event, a request or an agreement."),
    )

    def __init__(self, *args: Any, years: list[int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["year"].choices = [("", _("Any")), *((year, str(year)) for year in years)]  # type: ignore[attr-defined]


class StartForm(forms.Form):
    """From which template, and to whom."""

    template = forms.ModelChoiceField(
        LetterTemplate.objects.none(), label=_("Template"), empty_label=None, widget=forms.RadioSelect
    )

    def __init__(self, *args: Any, templates: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["template"]
        field.queryset = templates
        field.label_from_instance = lambda one: f"{one.get_kind_display()}: {one.name}"


class RecipientsForm(forms.Form):
    """Which record the letters are about, which of its people they go to, and who signs."""

    source = forms.ChoiceField(label=_("Recipients"), widget=forms.RadioSelect)
    record = LineField(
        label=pgettext_lazy("record", "About"),
        max_length=40,
        help_text=_("The number of the event, the request or the agreement."),
    )
    signing = forms.ChoiceField(
        label=_("Signed by"),
        widget=forms.RadioSelect,
        initial=Signing.BOTH,
        help_text=_("The names and titles of the day of issue are printed."),
    )

    def __init__(self, *args: Any, offered: list[Source], centre: Centre, user: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offered, self.centre, self.user = {one.name: one for one in offered}, centre, user
        field: Any = self.fields["source"]
        field.choices = [(one.name, one.label) for one in offered]
        field.initial = offered[0].name
        signing: Any = self.fields["signing"]
        signing.choices = [
            (Signing.BOTH, _("Both co-directors")),
            *(
                (side, _("The co-director for: %(country)s") % {"country": centre.side_country(side).name})
                for side in (Signing.A, Signing.B)
            ),
        ]

    def clean(self) -> dict[str, Any]:
        """The number is one of the records that the source has for this person."""
        cleaned = super().clean() or {}
        source, reference = self.offered.get(cleaned.get("source", "")), cleaned.get("record", "")
        if source is None or not reference:
            return cleaned
        rows = source.records(self.user).filter(centre=self.centre.pk, reference__iexact=reference.replace("\x00", ""))
        cleaned["record"] = rows.values_list("pk", flat=True).first()
        if cleaned["record"] is None:
            self.add_error(
                "record", _("No such letters are written about this number. Choose one of the numbers below the form.")
            )
        return cleaned


class LetterForm(forms.Form):
    """The words of one draft."""

    addressee = LongField(label=_("Addressee"), rows=4, max_length=600, help_text=_("One line below the other."))
    subject = LineField(label=pgettext_lazy("letter", "Subject"), max_length=300)
    body = LongField(
        label=pgettext_lazy("letter", "Text"),
        rows=16,
        max_length=8000,
        help_text=_("Paragraphs with an empty line between them."),
    )
    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    def __init__(self, *args: Any, letter: Letter, **kwargs: Any) -> None:
        initial = {name: getattr(letter, name) for name in ("addressee", "subject", "body")}
        super().__init__(*args, **{"initial": {**initial, "seen": letter.revision}, **kwargs})
        self.kind = letter.kind

    def clean_subject(self) -> str:
        return self._expect("subject")

    def clean_body(self) -> str:
        return self._expect("body").replace("\r\n", "\n").strip()

    def _expect(self, name: str) -> str:
        text: str = self.cleaned_data[name]
        for fault in faults_of(text, names_of(self.kind)):
            self.add_error(name, fault)
        return text
