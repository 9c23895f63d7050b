"""What officers write who build questionnaires, and what those who came fill in."""

from typing import Any

from django import forms
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from core.forms import LocalisedField, LongField, MomentField
from core.localised import LANGUAGES, LocalisedText
from events.enums import PartRole, QuestionKind, SessionKind, SubjectKind
from events.models import Contributor, Event, Question, Questionnaire, Session
from events.scale import LONGEST, NO, NOT_APPLICABLE, SCALE, YES

OWN = "own"  # what the key of a question begins with whose English text gives none


class CreateForm(forms.Form):
    """What the new questionnaires are about; one is made for each that is chosen."""

    about = forms.ModelMultipleChoiceField(
        Session.objects.none(), label=_("About"), widget=forms.CheckboxSelectMultiple
    )
    title = LocalisedField(
        label=_("Title"), required=False, help_text=_("Left empty, it is named after what it is about.")
    )
    standard = forms.BooleanField(label=_("With the standard questions"), required=False, initial=True)

    def __init__(self, *args: Any, event: Event, subject: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        about: Any = self.fields["about"]
        if subject == SubjectKind.EDITION:
            del self.fields["about"]
        elif subject == SubjectKind.SPEAKER:
            about.label = _("Speakers")
            speaking = Contributor.objects.filter(parts__session__event=event, parts__session__cancelled_at=None)
            about.queryset = speaking.exclude(parts__role=PartRole.INTERPRETER).distinct()
        else:
            about.label = _("Site visits") if subject == SubjectKind.VISIT else _("Sessions")
            sessions = Session.objects.standing().filter(event=event)
            about.queryset = (
                sessions.filter(kind=SessionKind.VISIT)
                if subject == SubjectKind.VISIT
                else sessions.exclude(kind__in=(SessionKind.VISIT, SessionKind.BREAK))
            )


class TitleForm(forms.Form):
    title = LocalisedField(label=_("Title"))


class ItemForm(forms.Form):
    """A question of the questionnaire, in as many languages as are at hand."""

    text = LocalisedField(label=_("Question"))
    kind = forms.ChoiceField(label=_("Answer"), choices=QuestionKind, widget=forms.RadioSelect)
    choices = LocalisedField(
        label=_("Choices"),
        long=True,
        required=False,
        help_text=_("For “One of several”: a choice a line, in the same order in every language."),
    )
    key = forms.SlugField(
        label=_("Key"),
        max_length=40,
        required=False,
        help_text=_("Questions with the same key are compared between editions. Left empty, one is made."),
    )
    is_required = forms.BooleanField(label=_("An answer is needed"), required=False)

    def __init__(
        self, *args: Any, questionnaire: Questionnaire, question: Question | None = None, **kwargs: Any
    ) -> None:
        if question:
            names = ("text", "kind", "key", "is_required")
            kwargs["initial"] = {name: getattr(question, name) for name in names}
            kwargs["initial"]["choices"] = lines_of(question.choices)
        self.question, self.questionnaire = question, questionnaire
        super().__init__(*args, **{"initial": {"kind": QuestionKind.SCALE}, **kwargs})

    def clean_choices(self) -> list[dict[str, Any]]:
        """The choices that were written, each with its key; every language has as many lines."""
        written = {lang: text.split("\n") for lang, text in self.cleaned_data["choices"].items()}
        lines = {lang: [line.strip() for line in text if line.strip()] for lang, text in written.items()}
        if len({len(found) for found in lines.values()}) > 1:
            raise forms.ValidationError(_("Write the same number of lines in each language."))
        count = max((len(found) for found in lines.values()), default=0)
        return [
            {"key": f"c{number + 1}", "text": {lang: found[number] for lang, found in lines.items()}}
            for number in range(count)
        ]

    def values(self) -> dict[str, Any]:
        """The arguments of the act."""
        cleaned = self.cleaned_data
        choices = cleaned["choices"] if cleaned["kind"] == QuestionKind.CHOICE else []
        return {**cleaned, "choices": choices, "key": cleaned["key"] or self._made_key(cleaned["text"])}

    def _made_key(self, text: LocalisedText) -> str:
        taken = set(self.questionnaire.questions.values_list("key", flat=True))
        stem = slugify(text.get("en", ""))[:34].strip("-") or OWN
        return next(
            key for number in range(1, 1000) if (key := stem if number == 1 else f"{stem}-{number}") not in taken
        )


def lines_of(choices: list[dict[str, Any]]) -> dict[str, str]:
    """Choices as they are written: a line each, by language."""
    there = [lang for lang in LANGUAGES if any(lang in one["text"] for one in choices)]
    return {lang: "\n".join(one["text"].get(lang, "–") for one in choices) for lang in there}


class QuestionnairesField(forms.ModelMultipleChoiceField):
    """Questionnaires by title, with what they are about."""

    def label_from_instance(self, obj: Questionnaire) -> str:
        return f"{obj.title} ({obj.get_subject_display()})"


class ClosingForm(forms.Form):
    """Until when answers are taken."""

    closes_at = MomentField(
        label=_("Closes"),
        required=False,
        help_text=_(
            "Left empty, it stays open until an officer closes it. Whoever has not answered is reminded before."
        ),
    )


class OpenForm(ClosingForm):
    """Which drafts are opened."""

    questionnaires = QuestionnairesField(
        Questionnaire.objects.none(), label=_("Questionnaires"), widget=forms.CheckboxSelectMultiple
    )
    field_order = ("questionnaires", "closes_at")

    def __init__(self, *args: Any, drafts: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["questionnaires"].queryset = drafts  # type: ignore[attr-defined]


class AnswerForm(forms.Form):
    """The questions of one questionnaire, in the reader's language."""

    def __init__(self, *args: Any, questions: list[Question], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.kinds = {one.key: one.kind for one in questions}
        for one in questions:
            self.fields[one.key] = _field_of(one)

    def answers(self) -> dict[str, Any]:
        """What was answered, by key; a figure of the scale as a number."""
        given = {key: value for key, value in self.cleaned_data.items() if value != ""}
        return {
            key: int(value) if self.kinds[key] == QuestionKind.SCALE and value.isdecimal() else value
            for key, value in given.items()
        }


def _field_of(one: Question) -> forms.Field:
    if one.kind == QuestionKind.TEXT:
        return LongField(label=str(one.text), required=one.is_required, rows=4, max_length=LONGEST)
    return forms.ChoiceField(
        label=str(one.text), required=one.is_required, choices=_choices_of(one), widget=forms.RadioSelect
    )


def _choices_of(one: Question) -> list[tuple[str, Any]]:
    if one.kind == QuestionKind.SCALE:
        words = {5: _("5, the best"), 1: _("1, the worst")}
        figures = [(str(value), words.get(value, str(value))) for value in reversed(SCALE)]
        return [*figures, (NOT_APPLICABLE, _("Not applicable"))]
    if one.kind == QuestionKind.YES_NO:
        return [(YES, _("Yes")), (NO, _("No"))]
    return [(choice["key"], str(LocalisedText(choice["text"]))) for choice in one.choices]
