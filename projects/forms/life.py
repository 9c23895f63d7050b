"""Forms of a project's way: opinions, the committee, its start and end, what is asked after the close."""

from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from agreements.models import Decision
from core.forms import LineField, LongField, ReadForm
from projects.actions.laying import decisions_for
from projects.actions.noting import LONGEST
from projects.actions.opinions import LANGUAGES_OF_AN_OPINION
from projects.enums import Verdict
from projects.forms.texts import TextsField
from projects.models import Measure, Opinion, PostCheck, Project


class OpinionForm(ReadForm):
    """What a side thinks of the paper, in two languages at least."""

    verdict = forms.ChoiceField(label=_("Your side"), choices=Verdict, widget=forms.RadioSelect)
    text = TextsField(
        label=_("Reasons and changes asked for"),
        help_text=_("In two languages at least: the other side and the committee read it."),
    )

    def __init__(self, data: Any = None, *, opinion: Opinion | None, project: Project) -> None:
        given = {"verdict": opinion.verdict, "text": opinion.text} if opinion else {}
        super().__init__(data, initial={**given, "seen": str(project.opinion_round)})

    def clean_text(self) -> Any:
        """Both sides read it."""
        text = self.cleaned_data["text"]
        if len(text) < LANGUAGES_OF_AN_OPINION:
            raise forms.ValidationError(_("Write the opinion in two languages at least: the other side reads it too."))
        return text


class DecisionField(forms.ModelChoiceField):
    """Decisions by number and title."""

    def label_from_instance(self, obj: Decision) -> str:
        return f"{obj.reference} {obj.title}"


class LayForm(forms.Form):
    """The decision with which a paper lies before the committee."""

    decision = DecisionField(
        Decision.objects.none(),
        label=_("Decision"),
        help_text=_(
            "A decision on projects that is still a draft or waits for both keys. Several projects may share one."
        ),
    )

    def __init__(self, data: Any = None, *, project: Project, user: Any) -> None:
        super().__init__(data, initial={"decision": project.decision_id})
        self.fields["decision"].queryset = decisions_for(project, user)  # type: ignore[attr-defined]


class ConfirmForm(forms.Form):
    """A step that takes nothing but the confirmation."""


class NoteForm(forms.Form):
    """A note of one's own side."""

    text = LongField(label=_("Note"), max_length=LONGEST)


class CheckForm(forms.Form):
    """How it stands, years after the close."""

    still_used = forms.TypedChoiceField(
        label=_("Is what was built still in use?"),
        choices=(("yes", _("Yes, also in part")), ("no", _("No"))),
        coerce=lambda value: value == "yes",
        widget=forms.RadioSelect,
    )
    text = TextsField(
        label=_("How it stands"),
        help_text=_("Who runs it, who uses it, what was changed; if it is not in use, since when and why."),
    )


class MeasureField(forms.ModelChoiceField):
    """Indicators of the project by number and name."""

    def label_from_instance(self, obj: Measure) -> str:
        return f"{obj.indicator.code} {obj.indicator.name}"


class FigureForm(forms.Form):
    """A figure for an indicator, with its source; a row that is left empty counts for nothing."""

    measure = MeasureField(Measure.objects.none(), label=_("Indicator"), required=False)
    value = forms.DecimalField(label=_("Figure today"), max_digits=20, decimal_places=4, required=False)
    source = LineField(label=_("Source"), max_length=300, required=False)

    def __init__(self, *args: Any, measures: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["measure"].queryset = measures  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """All three, or none."""
        cleaned = super().clean() or {}
        filled = [name for name in self.fields if cleaned.get(name) not in (None, "")]
        if filled and len(filled) < len(self.fields):
            for name in self.fields:
                if name not in filled and name not in self.errors:
                    self.add_error(name, _("A figure has an indicator, a value and a source."))
        return cleaned


FIGURES = 5  # rows at a time


class FiguresSet(forms.BaseFormSet):
    """The figures of an answer, each indicator once."""

    def __init__(self, data: Any = None, *, check: PostCheck) -> None:
        measures = Measure.objects.filter(project=check.project_id).select_related("indicator")
        rows = {"measures": measures.order_by("result__level", "number")}
        super().__init__(data, prefix="figures", form_kwargs=rows)

    def clean(self) -> None:
        """Nobody says two figures for one indicator."""
        chosen = [row["measure"] for row in self.rows()]
        if len(chosen) != len({one.pk for one in chosen}):
            raise forms.ValidationError(_("Each indicator stands here once."))

    def rows(self) -> list[dict[str, Any]]:
        """What was filled in."""
        filled = [one.cleaned_data for one in self.forms if one.is_valid() and one.cleaned_data.get("measure")]
        return [{**one, "value": Decimal(one["value"])} for one in filled if one.get("value") is not None]


FigureFormSet = forms.formset_factory(
    FigureForm, formset=FiguresSet, extra=FIGURES, max_num=FIGURES, absolute_max=FIGURES
)


class AnswerForm(CheckForm):
    """The answer with its figures: one form to the step that asks for it."""

    def __init__(self, data: Any = None, *, figures: Any) -> None:
        super().__init__(data)
        self.figures = figures

    def is_valid(self) -> bool:
        """With all its rows."""
        return all([super().is_valid(), not self.is_bound or self.figures.is_valid()])

    def values(self) -> dict[str, Any]:
        """The arguments of `answer_check`."""
        return {**self.cleaned_data, "figures": self.figures.rows()}
