"""A text for each numbered question."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from consultations.models import Consultation
from core.forms import LongField
from files.forms import FileField, KeepsFile


class PartsForm(forms.Form):
    """A text for each numbered question, in one language."""

    def __init__(self, *args: Any, consultation: Consultation, written: dict[int, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.questions = sorted(consultation.questions.all(), key=lambda question: question.number)
        for question in self.questions:
            self.fields[f"t{question.number}"] = LongField(
                label=_("Answer to question %(number)s") % {"number": question.number},
                rows=7,
                max_length=20_000,
                required=False,
                initial=written.get(question.pk, ""),
            )
            self.fields[f"t{question.number}"].is_needed = True  # type: ignore[attr-defined]

    def texts(self) -> dict[Any, str]:
        """The texts by question."""
        return {question: self.cleaned_data[f"t{question.number}"] for question in self.questions}

    def rows(self) -> list[tuple[Any, forms.BoundField, forms.BoundField | None]]:
        """Each question with its fields."""
        return [
            (one, self[f"t{one.number}"], self[f"o{one.number}"] if f"o{one.number}" in self.fields else None)
            for one in self.questions
        ]


class AnswerForm(KeepsFile, PartsForm):
    """The draft of the answer."""

    seen = forms.IntegerField(widget=forms.HiddenInput)
    language = forms.ChoiceField(label=_("Written in"), choices=settings.LANGUAGES)
    attachment = FileField(label=_("Attached file"), required=False)

    def __init__(self, *args: Any, open_questions: set[int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for question in self.questions:
            self.fields[f"o{question.number}"] = forms.BooleanField(
                label=_("This question stays open; the text says why"),
                required=False,
                initial=question.pk in open_questions,
            )

    def values(self) -> dict[str, Any]:
        """The arguments of `write_answer`."""
        still_open = {one for one in self.questions if self.cleaned_data[f"o{one.number}"]}
        return {
            "seen": self.cleaned_data["seen"],
            "language": self.cleaned_data["language"],
            "texts": self.texts(),
            "open_questions": still_open,
            "attachment": self.cleaned_data["attachment"],
        }
