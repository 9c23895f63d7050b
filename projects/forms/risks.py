"""Risks, their reviews, and issues."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from core.forms import DayField, LineField, LongField
from people.audience import co_director, holders_in_organisation
from people.enums import Side
from people.models import User
from projects.enums import RiskGroup, RiskStatus, Treatment
from projects.forms.schedule import owners_of
from projects.forms.texts import TextsField, with_example
from projects.models import BudgetLine, Issue, Project, Risk, Task
from projects.presentation.risks import IMPACT, LIKELIHOOD, choices

SHORT, LONG = 500, 2000


class StepField(forms.TypedChoiceField):
    """A step of a scale, with what it means."""

    def __init__(self, scale: dict[int, Any], **kwargs: Any) -> None:
        super().__init__(choices=lambda: choices(scale), coerce=int, widget=forms.RadioSelect, **kwargs)


def people_of(project: Project, side: str) -> Any:
    """Who may own a risk for a side: its leader, the people of its leading body, its co-director."""
    body = project.lead_a_id if side == Side.A else project.lead_b_id
    director = co_director(project.centre_id, side)
    named = [pk for pk in (project.leader_id_of(side), director.pk if director else None) if pk]
    of_body = holders_in_organisation(body).values("pk")
    rows = User.objects.filter(pk__in=named) | User.objects.filter(pk__in=of_body)
    return rows.order_by("family_name", "given_name", "pk")


class RiskForm(forms.Form):
    """How a risk is put, who owns it and what is done. `seen` counts the savings the writer had before him."""

    group = forms.ChoiceField(label=gettext_lazy("Kind"), choices=RiskGroup)
    cause = TextsField(
        label=pgettext_lazy("risk", "If"),
        most=SHORT,
        long=False,
        help_text=with_example(
            gettext_lazy("What may cause it."), gettext_lazy("the tender for servers is held later than March")
        ),
    )
    event = TextsField(
        label=pgettext_lazy("risk", "then"),
        most=SHORT,
        long=False,
        help_text=with_example(gettext_lazy("What happens."), gettext_lazy("the pilot has no servers of its own")),
    )
    effect = TextsField(
        label=pgettext_lazy("risk", "so"),
        most=SHORT,
        long=False,
        help_text=with_example(
            gettext_lazy("What that does to the project."),
            gettext_lazy("the first handing over moves to the next quarter"),
        ),
    )
    likelihood = StepField(LIKELIHOOD, label=gettext_lazy("Likelihood"))
    impact = StepField(IMPACT, label=pgettext_lazy("risk", "Impact"))
    treatment = forms.ChoiceField(label=gettext_lazy("Treatment"), choices=Treatment, initial=Treatment.REDUCE)
    measures = TextsField(label=gettext_lazy("What is done, by whom, until when"), most=LONG, required=False)
    trigger = TextsField(label=gettext_lazy("By what one notices it"), most=SHORT, long=False, required=False)
    owner = forms.ChoiceField(label=gettext_lazy("Owned by"))
    task = LineField(
        label=gettext_lazy("Line of the schedule"),
        max_length=20,
        required=False,
        help_text=gettext_lazy("The number of the line it threatens, such as 2.3."),
    )
    line = forms.IntegerField(
        label=gettext_lazy("Line of the budget"),
        min_value=1,
        max_value=32767,
        required=False,
        help_text=gettext_lazy("The number of the line it threatens: 3 for B03."),
    )
    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, project: Project, sides: list[str], is_new: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.project = project
        if is_new:
            del self.fields["seen"]
        else:  # judged by a review alone
            del self.fields["likelihood"], self.fields["impact"]
        self.fields["owner"].choices = owners_of(project, sides)  # type: ignore[attr-defined]
        names = list(self.fields)
        for side in sides:
            self.fields[f"person_{side}"] = forms.ModelChoiceField(
                people_of(project, side),
                label=_("Owner for %(country)s") % {"country": project.centre.side_country(side).name},
                required=False,
                empty_label=_("None named"),
            )
        at = names.index("owner") + 1
        self.order_fields([*names[:at], *(f"person_{side}" for side in sides), *names[at:]])

    def clean_task(self) -> Task | None:
        """The line with that number."""
        number = self.cleaned_data["task"]
        if not number:
            return None
        task = self.project.tasks.filter(number=number).first()
        if task is None:
            raise ValidationError(_("The schedule has no line %(number)s.") % {"number": number})
        return task

    def clean_line(self) -> BudgetLine | None:
        """The line of the budget with that number."""
        number = self.cleaned_data["line"]
        if not number:
            return None
        line = self.project.lines.filter(number=number).first()
        if line is None:
            raise ValidationError(_("The budget has no line %(number)d.") % {"number": number})
        return line


def initial_of(risk: Risk) -> dict[str, Any]:
    """What the form shows of a risk."""
    names = ("group", "cause", "event", "effect", "treatment", "measures", "trigger", "owner")
    return {
        **{name: getattr(risk, name) for name in names},
        "person_a": risk.person_a_id,
        "person_b": risk.person_b_id,
        "task": risk.task.number if risk.task else "",
        "line": risk.line.number if risk.line else None,
        "seen": risk.revision,
    }


class ReviewForm(forms.Form):
    """A risk, judged anew."""

    likelihood = StepField(LIKELIHOOD, label=gettext_lazy("Likelihood"))
    impact = StepField(IMPACT, label=pgettext_lazy("risk", "Impact"))
    status = forms.ChoiceField(label=pgettext_lazy("risk", "State"), choices=RiskStatus)
    note = LongField(
        label=gettext_lazy("What has changed"),
        max_length=LONG,
        rows=3,
        required=False,
        help_text=gettext_lazy("Needed when it is closed, and when it has occurred. Both sides read it."),
    )


class IssueForm(forms.Form):
    """What has gone wrong. `seen` counts the savings the writer had before him."""

    text = TextsField(label=gettext_lazy("What has happened"), most=LONG)
    impact = StepField(IMPACT, label=pgettext_lazy("risk", "Impact"))
    risk = forms.ModelChoiceField(
        Risk.objects.none(),
        label=gettext_lazy("Risk that occurred"),
        required=False,
        empty_label=gettext_lazy("None on the register"),
    )
    owner = forms.ChoiceField(label=gettext_lazy("Solved by"))
    due_on = DayField(label=gettext_lazy("To be solved by"), required=False)
    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, project: Project, sides: list[str], is_new: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if is_new:
            del self.fields["seen"]
        self.fields["owner"].choices = owners_of(project, sides)  # type: ignore[attr-defined]
        risks: Any = self.fields["risk"]
        risks.queryset = project.risks.order_by("number")
        risks.label_from_instance = lambda risk: f"R{risk.number:02d} {risk.event}"


def initial_of_issue(issue: Issue) -> dict[str, Any]:
    """What the form shows of an issue."""
    names = ("text", "impact", "owner", "due_on")
    return {**{name: getattr(issue, name) for name in names}, "risk": issue.risk_id, "seen": issue.revision}


class SolutionForm(forms.Form):
    """How an issue was solved."""

    solution = LongField(
        label=gettext_lazy("How it was solved"), max_length=LONG, help_text=gettext_lazy("Both sides read it.")
    )
