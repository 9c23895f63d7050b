"""What officers write who build a registration form."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from core.forms import LocalisedField
from events.actions.questions import CHOOSES
from events.enums import FieldKind
from events.models import RegistrationField

MOST_CHOICES = 20
SPARE = 3  # empty rows under the choices that there are


class QuestionForm(forms.Form):
    """One question, in as many languages as are at hand."""

    label = LocalisedField(label=_("Question"))
    hint = LocalisedField(label=_("Hint"), required=False)
    kind = forms.ChoiceField(label=_("Takes"), choices=FieldKind, widget=forms.RadioSelect, initial=FieldKind.LINE)
    is_required = forms.BooleanField(label=_("An answer is needed"), required=False)

    @classmethod
    def of(cls, question: RegistrationField | None, data: Any = None) -> "QuestionForm":
        names = ("label", "hint", "kind", "is_required")
        initial = {name: getattr(question, name) for name in names} if question else None
        return cls(data, initial=initial)


class ChoiceForm(forms.Form):
    """One choice. Emptied in every language it goes away."""

    key = forms.CharField(widget=forms.HiddenInput, required=False)
    text = LocalisedField(label=_("Choice"), required=False)


ChoiceFormSet = forms.formset_factory(ChoiceForm, extra=SPARE, max_num=MOST_CHOICES, validate_max=True)


def choices_form(question: RegistrationField | None, data: Any = None) -> Any:
    """The rows of a question's choices, with some empty ones below."""
    return ChoiceFormSet(data, initial=question.choices if question else [], prefix="choices")


def choices_of(question: RegistrationField | None, kind: str, rows: Any) -> list[dict[str, Any]]:
    """The choices that were written. A key that the question does not have counts as none."""
    if kind not in CHOOSES:
        return []
    known = {one["key"] for one in question.choices} if question else set()
    found: list[dict[str, Any]] = []
    for row in rows.cleaned_data:
        if row.get("text"):
            key = row["key"] if row["key"] in known else ""
            found.append({"key": key, "text": row["text"]})
            known.discard(key)
    return found
