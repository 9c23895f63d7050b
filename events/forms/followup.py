"""What plans, reports of journeys and their follow-up ask for."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from core.forms import LineField, LongField
from events.enums import Progress
from events.models import ActionPlan, Event, Participant, Session, TripReport

MONTHS = [(month, str(month)) for month in range(1, 25)]
MOST_ACTIVITIES = 20


def mark_needed(form: forms.Form, *names: str) -> None:
    """A draft is saved without them, but not sent: so nothing is said to be optional."""
    for name in names:
        form.fields[name].is_needed = True  # type: ignore[attr-defined]


class SessionField(forms.ModelChoiceField):
    """A session by its title."""

    def label_from_instance(self, obj: Session) -> str:
        return str(obj.title)


class PlanForm(forms.Form):
    """A plan as it is being written: nothing is needed before it is sent."""

    seen = forms.IntegerField(widget=forms.HiddenInput)
    language = forms.ChoiceField(label=_("Language you write in"), choices=settings.LANGUAGES)
    title = LineField(label=_("Title"), max_length=200, required=False)
    session = SessionField(
        Session.objects.none(), label=_("Lesson or site visit it rests on"), required=False, empty_label=_("None")
    )
    problem = LongField(label=_("Problem"), max_length=4000, required=False)
    objective = LongField(
        label=_("Objective"), rows=3, max_length=2000, required=False, help_text=_("What will be different, and when.")
    )
    outputs = LongField(label=_("Expected results, and how they are measured"), rows=4, max_length=3000, required=False)
    stakeholders = LongField(label=_("Who is concerned"), rows=3, max_length=2000, required=False)
    resources = LongField(label=_("Means"), rows=3, max_length=2000, required=False)
    risks = LongField(label=_("Risks"), rows=3, max_length=2000, required=False)
    support = LongField(label=_("Support wanted of the centre"), rows=3, max_length=2000, required=False)

    def __init__(self, *args: Any, event: Event, plan: ActionPlan | None, language: str, **kwargs: Any) -> None:
        names = ("title", "session", "problem", "objective", "outputs", "stakeholders", "resources", "risks", "support")
        is_begun = plan is not None and plan.revision > 1
        initial: dict[str, Any] = {"seen": plan.revision if plan else 1, "language": language}
        if plan is not None and is_begun:
            initial |= {"language": plan.language, **{name: getattr(plan, name) for name in names}}
        super().__init__(*args, **{"initial": initial, **kwargs})
        sessions = Session.objects.standing().filter(event=event, is_released=True).exclude(kind="break")
        self.fields["session"].queryset = sessions  # type: ignore[attr-defined]
        mark_needed(self, "title", "problem", "objective", "outputs")


class ActivityForm(forms.Form):
    """One line of the plan. A line without words is left out."""

    what = LineField(label=_("What is done"), max_length=300, required=False)
    owner = LineField(label=_("By whom"), max_length=200, required=False)
    from_month = forms.TypedChoiceField(label=_("From month"), choices=MONTHS, coerce=int, initial=1)
    to_month = forms.TypedChoiceField(label=_("To month"), choices=MONTHS, coerce=int, initial=1)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("DELETE"):
            return cleaned
        if cleaned.get("owner") and not cleaned.get("what"):
            self.add_error("what", _("Write what is to be done."))
        first, last = cleaned.get("from_month"), cleaned.get("to_month")
        if first and last and last < first:
            self.add_error("to_month", _("The last month comes after the first."))
        return cleaned


class Activities(forms.BaseFormSet):
    """The lines of a plan, in their order."""

    def values(self) -> list[dict[str, Any]]:
        names = ("what", "owner", "from_month", "to_month")
        kept = [form.cleaned_data for form in self.forms if form.cleaned_data and not form.cleaned_data.get("DELETE")]
        return [{name: line[name] for name in names} for line in kept if line.get("what")]

    def add_fields(self, form: Any, index: int | None) -> None:
        super().add_fields(form, index)
        if "DELETE" in form.fields:
            form.fields["DELETE"].label = _("Remove this activity")


def activities_formset(plan: ActionPlan | None, rows: int, data: Any = None) -> Any:
    """The activities there are, and empty lines up to `rows`, at least one."""
    lines = list(plan.activities.values("what", "owner", "from_month", "to_month")) if plan else []
    extra = max(rows - len(lines), 1)
    kind = forms.formset_factory(
        ActivityForm, formset=Activities, extra=extra, can_delete=True, max_num=MOST_ACTIVITIES, validate_max=True
    )
    return kind(data, initial=lines, prefix="activities")


class SubmitPlanForm(forms.Form):
    """Who endorses the plan."""

    superior_name = LineField(label=_("Name of your superior"), max_length=200, required=False)
    superior_email = forms.EmailField(
        label=_("E-mail address of your superior"),
        required=False,
        help_text=_("The superior gets a link that opens the plan. It works once and needs no account."),
    )

    def __init__(self, *args: Any, participant: Participant, **kwargs: Any) -> None:
        names = ("superior_name", "superior_email")
        initial = {name: getattr(participant, name) for name in names}
        super().__init__(*args, **{"initial": initial, **kwargs})

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("superior_email") and not cleaned.get("superior_name"):
            self.add_error("superior_name", _("Write the name: the letter is addressed to it."))
        return cleaned


class VerdictForm(forms.Form):
    """Endorse, or return with reasons."""

    verdict = forms.ChoiceField(
        label=_("Your decision"),
        choices=(("endorse", _("Endorse the plan")), ("return", _("Return it with reasons"))),
        widget=forms.RadioSelect,
    )
    reason = LongField(
        label=_("Reasons"),
        rows=4,
        max_length=2000,
        required=False,
        help_text=_("Needed when you return the plan. Its author reads them."),
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("verdict") == "return" and not cleaned.get("reason"):
            self.add_error("reason", _("Give the reasons: the author reads them and revises the plan."))
        return cleaned


class VerdictByLinkForm(VerdictForm):
    """The same from a superior, who has no account and writes the own name."""

    name = LineField(label=_("Your name and post"), max_length=200, help_text=_("It stands on the plan."))

    field_order = ("name", "verdict", "reason")


class ProgressForm(forms.Form):
    """Where a plan stands some months later."""

    progress = forms.ChoiceField(label=_("The plan is"), choices=Progress, widget=forms.RadioSelect)
    reason = LongField(
        label=_("How, or why not"),
        rows=4,
        max_length=3000,
        required=False,
        help_text=_("Needed when the plan was dropped."),
    )
    evidence = LongField(
        label=_("Evidence"),
        rows=3,
        max_length=2000,
        required=False,
        help_text=_("The number of a decree, the address of a service, a figure with its source."),
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("progress") == Progress.DROPPED and not cleaned.get("reason"):
            self.add_error("reason", _("Say why the plan was dropped: those who advise others read it."))
        return cleaned


class TripReportForm(forms.Form):
    """The report of a journey: nothing is needed before it is handed in."""

    seen = forms.IntegerField(widget=forms.HiddenInput)
    language = forms.ChoiceField(label=_("Language you write in"), choices=settings.LANGUAGES)
    overview = LongField(label=_("Overview"), rows=4, max_length=4000, required=False)
    itinerary = LongField(label=_("Itinerary"), rows=4, max_length=4000, required=False)
    people_met = LongField(
        label=_("People met"), rows=4, max_length=4000, required=False, help_text=_("Institution and function.")
    )
    activities = LongField(label=_("Main activities"), max_length=8000, required=False)
    findings = LongField(label=_("Findings"), max_length=8000, required=False)
    implications = LongField(label=_("What follows for your own country"), max_length=8000, required=False)
    proposals = LongField(label=_("Proposals"), max_length=4000, required=False)
    costs = LongField(label=_("Costs, and who paid them"), rows=3, max_length=2000, required=False)
    may_publish = forms.BooleanField(label=_("The other participants of the event may read it"), required=False)

    def __init__(self, *args: Any, report: TripReport, language: str, **kwargs: Any) -> None:
        initial = {name: getattr(report, name) for name in self.base_fields if name not in {"seen", "language"}}
        initial |= {"seen": report.revision, "language": report.language if report.revision > 1 else language}
        super().__init__(*args, **{"initial": initial, **kwargs})
        mark_needed(self, "overview", "activities", "findings", "implications")


class RemindForm(forms.Form):
    """Who of those who owe something is reminded; all of them, when nothing is unticked."""

    people = forms.TypedMultipleChoiceField(label=_("Who is reminded of what"), coerce=int)

    def __init__(self, *args: Any, owed: list[tuple[Participant, list[str]]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["people"].choices = [(one.pk, one.display_name) for one, _items in owed]  # type: ignore[attr-defined]
        self.owed = owed

    def lines(self) -> list[tuple[Participant, list[str], bool]]:
        """Each with what is owed, and whether the box is ticked."""
        ticked = {str(pk) for pk in self.data.getlist("people")} if self.is_bound else None  # type: ignore[attr-defined]
        return [(one, items, ticked is None or str(one.pk) in ticked) for one, items in self.owed]
