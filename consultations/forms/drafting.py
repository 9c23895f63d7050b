"""The pages of a request, and its translation."""

from datetime import date, timedelta
from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from calendars.directory import joint
from consultations.enums import RequestType
from consultations.models import Consultation, Topic
from core.forms import LongField
from people.enums import Function
from people.models import Organisation, User

QUESTIONS = 6


WINDOWS = 3


class DraftForm(forms.Form):
    """One page of a request. `seen` is the revision the page was opened with."""

    seen = forms.IntegerField(widget=forms.HiddenInput)
    # May be left empty while it is a draft, but not when it is sent: so not marked as optional.
    needed: tuple[str, ...] = ()

    def __init__(self, *args: Any, consultation: Consultation, user: User, **kwargs: Any) -> None:
        self.consultation, self.user = consultation, user
        language = consultation.language
        initial = {name: getattr(consultation, name) for name in self.base_fields if hasattr(consultation, name)}
        initial |= {name: text.get(language, "") for name, text in initial.items() if isinstance(text, dict)}
        kwargs["initial"] = {**initial, "seen": consultation.revision}
        super().__init__(*args, **kwargs)
        for name in self.needed:
            self.fields[name].is_needed = True  # type: ignore[attr-defined]

    def values(self) -> dict[str, Any]:
        """The cleaned page as the arguments of `edit_draft`."""
        return self.cleaned_data


class BodyForm(DraftForm):
    """Who asks."""

    needed = ("signatory_name",)
    organisation = forms.ModelChoiceField(Organisation.objects.none(), label=_("Requesting body"), empty_label=None)
    unit = forms.CharField(label=_("Unit"), max_length=200, required=False)
    signatory_name = forms.CharField(
        label=_("Authorised signatory"),
        max_length=200,
        required=False,
        help_text=_("The official who signs the request for the body, with family and given name."),
    )
    signatory_post = forms.CharField(label=_("Post of the signatory"), max_length=200, required=False)
    language = forms.ChoiceField(
        label=_("Language of the request"),
        choices=settings.LANGUAGES,
        help_text=_("Write in your own language. The centre translates."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        own = self.user.standing.organisation_ids(Function.MEMBER, Function.FOCAL_POINT)
        field = self.fields["organisation"]
        assert isinstance(field, forms.ModelChoiceField)  # noqa: S101  for the reader of types
        field.queryset = Organisation.objects.filter(pk__in=own)


class QuestionsForm(DraftForm):
    """What one needs to know."""

    needed = ("title", "topic", "state_of_play", "expected_result")
    title = forms.CharField(
        label=_("Title of the request"),
        max_length=150,
        required=False,
        help_text=_("One line. It will appear in lists and in letters."),
    )
    topic = forms.ModelChoiceField(Topic.objects.all(), label=_("Subject"), required=False, empty_label=_("Choose"))
    state_of_play = LongField(
        label=_("State of play"),
        max_length=4000,
        required=False,
        help_text=_("What exists today, what has been decided, what you know already."),
    )
    expected_result = LongField(
        label=_("How will the answer be used?"),
        rows=3,
        max_length=2000,
        required=False,
        help_text=_(
            "For example: a draft regulation, a tender, a decision of the council. We ask again six months later."
        ),
    )
    legal_basis = LongField(
        label=_("Legal or strategy basis"),
        rows=2,
        max_length=1000,
        required=False,
    )

    def __init__(self, *args: Any, shown: int = 2, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        language = self.consultation.language
        written = {one.number: one.text.get(language, "") for one in self.consultation.questions.all()}
        self.shown = min(QUESTIONS, max(shown, len(written), self._typed()))
        for number in range(1, self.shown + 1):
            self.fields[f"q{number}"] = LongField(
                label=_("Question %(number)s") % {"number": number},
                rows=3,
                max_length=500,
                required=False,
                initial=written.get(number, ""),
                error_messages={
                    "max_length": _("This is %(show_value)d characters long. Shorten it to 500 or split it.")
                },
            )
        self.fields["q1"].is_needed = True  # type: ignore[attr-defined]
        numbered = [f"q{number}" for number in range(1, self.shown + 1)]
        self.order_fields(["seen", "title", "topic", "state_of_play", *numbered, "expected_result", "legal_basis"])

    def _typed(self) -> int:
        return sum(f"q{number}" in self.data for number in range(1, QUESTIONS + 1)) if self.is_bound else 0

    def values(self) -> dict[str, Any]:
        """The questions as one list, in their order; a gap closes."""
        cleaned = dict(self.cleaned_data)
        questions = [cleaned.pop(f"q{number}") for number in range(1, self.shown + 1)]
        return {**cleaned, "questions": questions}


def day_field(label: Any) -> forms.DateField:
    """A date as the browser's own date input, or typed by hand where it has none."""
    return forms.DateField(
        label=label, required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )


class DatesForm(DraftForm):
    """In which form, and when."""

    type = forms.ChoiceField(label=_("Form of the answer"), choices=RequestType, widget=forms.RadioSelect)
    preferred_advisor = forms.CharField(label=_("Preferred institution or advisor"), max_length=300, required=False)
    is_urgent = forms.BooleanField(label=_("The request is urgent"), required=False)
    urgency_reason = forms.CharField(label=_("Reason of the urgency"), max_length=500, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        written = list(self.consultation.windows.all())
        names = []
        for number in range(1, WINDOWS + 1):
            first, last = (
                day_field(_("Dates of wish %(number)s: from") % {"number": number}),
                day_field(pgettext_lazy("date", "to")),
            )
            if number == 1:
                first.help_text = _("Needed for a mission, a visit, a workshop or a remote session. Five days at most.")
            if len(written) >= number:
                first.initial, last.initial = written[number - 1].starts_on, written[number - 1].ends_on
            self.fields[f"from{number}"], self.fields[f"to{number}"] = first, last
            names += [f"from{number}", f"to{number}"]
        self.order_fields(["seen", "type", *names, "preferred_advisor", "is_urgent", "urgency_reason"])

    def clean(self) -> dict[str, Any]:
        """Dates in order, five days at most, and not all of them days off of one side."""
        cleaned = super().clean() or {}
        days = joint(*self.consultation.side_codes())
        for number in range(1, WINDOWS + 1):
            first, last = cleaned.get(f"from{number}"), cleaned.get(f"to{number}")
            if last and not first:
                self.add_error(f"from{number}", _("Write the first day too."))
            if not first:
                continue
            last = cleaned[f"to{number}"] = last or first
            if not first <= last <= first + timedelta(days=6):
                self.add_error(f"to{number}", _("The last day comes after the first, within the same week."))
            elif not any(days.is_working_day(first + timedelta(days=n)) for n in range((last - first).days + 1)):
                self.add_error(f"from{number}", _("None of these days is a working day of both sides."))
        if cleaned.get("is_urgent") and not cleaned.get("urgency_reason"):
            self.add_error("urgency_reason", _("Say why the request is urgent."))
        return cleaned

    def values(self) -> dict[str, Any]:
        """The dates as one list of windows, in order of wish."""
        cleaned = dict(self.cleaned_data)
        pairs = [(cleaned.pop(f"from{number}"), cleaned.pop(f"to{number}")) for number in range(1, WINDOWS + 1)]
        windows: list[tuple[date, date]] = [(first, last) for first, last in pairs if first]
        return {**cleaned, "windows": windows}


class ContextForm(DraftForm):
    """What else the two sides should know."""

    languages = forms.MultipleChoiceField(
        label=_("Languages in which you can read the answer"),
        choices=settings.LANGUAGES,
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text=_("An answer in another language is translated into the language of the request."),
    )
    earlier_help = LongField(
        label=_("Earlier help on this topic"),
        rows=3,
        max_length=2000,
        required=False,
        help_text=_("From whom, when, and what came of it: so that nothing is done twice."),
    )
    linked_to = forms.CharField(label=_("Linked project or article of an agreement"), max_length=300, required=False)
    is_confidential = forms.BooleanField(
        label=_("Confidential"),
        required=False,
        help_text=_("In your own body only the requester and the focal points then see it."),
    )


PAGES: dict[str, tuple[Any, type[DraftForm]]] = {
    "body": (_("The body that asks"), BodyForm),
    "questions": (_("Your questions"), QuestionsForm),
    "dates": (_("Form and dates"), DatesForm),
    "context": (_("Languages and earlier help"), ContextForm),
}


class RequestTranslationForm(forms.Form):
    """The texts of a request in one further language; the original stands beside each."""

    language = forms.CharField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, consultation: Consultation, language: str, **kwargs: Any) -> None:
        super().__init__(*args, **{"initial": {"language": language}, **kwargs})
        self.pairs: list[tuple[str, Any, str]] = []
        own = consultation.language
        for name in ("title", "state_of_play", "expected_result", "legal_basis"):
            text = getattr(consultation, name)
            if text.get(own):
                label = consultation._meta.get_field(name).verbose_name  # type: ignore[union-attr]
                self._add(name, label, text.get(own, ""), text.get(language, ""), rows=1 if name == "title" else 5)
        for question in consultation.questions.all():
            label = _("Question %(number)s") % {"number": question.number}
            text = question.text
            self._add(f"q{question.number}", label, text.get(own, ""), text.get(language, ""), rows=3)

    def _add(self, name: str, label: Any, original: str, written: str, *, rows: int) -> None:
        widget = forms.TextInput() if rows == 1 else forms.Textarea(attrs={"rows": rows})
        self.fields[name] = forms.CharField(
            label=str(label).capitalize(), widget=widget, required=False, initial=written, max_length=6000
        )
        self.pairs.append((name, label, original))

    def rows(self) -> list[tuple[str, forms.BoundField]]:
        """Each original with its field."""
        return [(original, self[name]) for name, _label, original in self.pairs]

    def values(self) -> dict[str, Any]:
        """The arguments of `translate_request`."""
        cleaned = self.cleaned_data
        texts = {name: cleaned[name] for name, _label, _original in self.pairs if not name.startswith("q")}
        questions = {int(name[1:]): cleaned[name] for name, _label, _original in self.pairs if name.startswith("q")}
        return {"questions": questions, **texts}
