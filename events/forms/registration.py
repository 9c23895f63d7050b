"""What somebody writes who registers on his own: who he is, and the event's own questions."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django import forms
from django.conf import settings
from django.utils.html import escape
from django.utils.translation import gettext_lazy as _

from core.forms import DayField, LineField, LongField
from core.localised import LocalisedText
from events.enums import FieldKind
from events.models import Participant, RegistrationField
from people.directory import countries
from people.models import User
from people.names import languages_by_name

YES, NO = "yes", "no"
ANSWER = "q_"  # before the key of a question, so that none is taken for a field of the house


class RegistrationForm(forms.Form):
    """Who comes. `questions` are the event's own; `person` is who is signed in, and finds the form filled in."""

    given_name = LineField(label=_("Given name in Latin letters"), max_length=80, help_text=_("As in the passport."))
    family_name = LineField(label=_("Family name in Latin letters"), max_length=80, required=False)
    given_name_own = LineField(label=_("Given name in own script"), max_length=80, required=False)
    family_name_own = LineField(label=_("Family name in own script"), max_length=80, required=False)
    own_language = forms.ChoiceField(label=_("Language of the own script"), required=False)
    email = forms.EmailField(
        label=_("E-mail address"),
        help_text=_("The confirmation goes there, with a link to change or cancel the registration."),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    language = forms.ChoiceField(label=_("Language of letters"), choices=settings.LANGUAGES)
    country = forms.ChoiceField(label=_("Country"))
    organisation_name = LineField(label=_("Organisation"), max_length=200, required=False)
    post = LineField(label=_("Post"), max_length=200, required=False)
    needs_language = forms.ChoiceField(
        label=_("Language you need interpretation into"),
        choices=[("", _("None")), *settings.LANGUAGES],
        required=False,
    )

    def __init__(
        self,
        *args: Any,
        questions: Iterable[RegistrationField],
        person: User | None = None,
        language: str = "en",
        **kwargs: Any,
    ) -> None:
        kwargs["initial"] = {"language": language, **_known(person), **kwargs.get("initial", {})}
        super().__init__(*args, **kwargs)
        self.questions = list(questions)
        self.countries = {one.pk: one for one in countries()}
        choices = [(code, str(one.name)) for code, one in self.countries.items()]
        self.fields["country"].choices = [("", _("Choose one")), *choices]  # type: ignore[attr-defined]
        self.fields["own_language"].choices = [("", _("None")), *languages_by_name()]  # type: ignore[attr-defined]
        for question in self.questions:
            self.fields[f"{ANSWER}{question.key}"] = field_of(question)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        own = cleaned.get("given_name_own") or cleaned.get("family_name_own")
        if own and not cleaned.get("own_language"):
            self.add_error("own_language", _("Say in which language the name is written: it is read aloud so."))
        return cleaned

    def words(self) -> dict[str, Any]:
        """What was cleaned, as the act takes it."""
        own = {name: value for name, value in self.cleaned_data.items() if not name.startswith(ANSWER)}
        country = self.countries[own["country"]]
        answers = {one.key: self.cleaned_data[f"{ANSWER}{one.key}"] for one in self.questions}
        return {
            **own,
            "country": country,
            "family_name_first": country.family_name_first,
            "answers": {key: stored(value) for key, value in answers.items() if value not in ("", None, [])},
        }


KEPT = (
    *("given_name", "family_name", "given_name_own", "family_name_own", "own_language"),
    *("language", "organisation_name", "post", "needs_language"),
)


class ChangeForm(RegistrationForm):
    """The same of somebody who is registered. The address stays: letters have gone to it."""

    email = None  # type: ignore[assignment]

    def __init__(self, *args: Any, participant: Participant, **kwargs: Any) -> None:
        initial = {name: getattr(participant, name) for name in KEPT}
        initial |= {f"{ANSWER}{key}": value for key, value in participant.answers.items()}
        super().__init__(*args, initial={**initial, "country": participant.country_id}, **kwargs)
        self.kept = participant.answers

    def words(self) -> dict[str, Any]:
        """Answers to questions that are asked no longer stay as they were."""
        words = super().words()
        asked = {one.key for one in self.questions}
        kept = {key: value for key, value in self.kept.items() if key not in asked}
        return {**words, "answers": {**kept, **words["answers"]}}


class CancelForm(forms.Form):
    """Nothing has to be said, and anything may be."""

    reason = LongField(label=_("What the organisers should know"), max_length=1000, required=False, rows=3)


# --- The event's own questions ---------------------------------------------------------------------------------------


def field_of(question: RegistrationField) -> forms.Field:
    """The form field that a question takes."""
    common: dict[str, Any] = {
        "label": str(question.label),
        "help_text": escape(str(question.hint)) if question.hint else "",  # hints of the house may hold links
        "required": question.is_required,
    }
    choices = [(one["key"], str(LocalisedText(one["text"]))) for one in question.choices]
    match question.kind:
        case FieldKind.TEXT:
            return LongField(max_length=2000, rows=4, **common)
        case FieldKind.CHOICE:
            return forms.ChoiceField(choices=choices, widget=forms.RadioSelect, **common)
        case FieldKind.CHOICES:
            return forms.MultipleChoiceField(choices=choices, widget=forms.CheckboxSelectMultiple, **common)
        case FieldKind.YES_NO:
            return forms.ChoiceField(choices=((YES, _("Yes")), (NO, _("No"))), widget=forms.RadioSelect, **common)
        case FieldKind.DAY:
            return DayField(**common)
    return LineField(max_length=300, **common)


def stored(value: Any) -> Any:
    """An answer as JSON keeps it."""
    return value.isoformat() if isinstance(value, date) else value


def _known(person: User | None) -> Mapping[str, Any]:
    """What the account knows already."""
    if person is None:
        return {}
    names = ("given_name", "family_name", "given_name_own", "family_name_own", "own_language", "email", "language")
    known: dict[str, Any] = {name: getattr(person, name) for name in names}
    if held := person.standing.primary:
        known |= {
            "country": held.organisation.country_id,
            "organisation_name": str(held.organisation.name)[:200],
            "post": str(held.title or "")[:200],
        }
    return known
