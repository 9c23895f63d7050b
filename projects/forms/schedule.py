"""Lines of a schedule, and how far they are. Every field is filled by keyboard: other lines go by their numbers."""

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from core.filters import FilterForm
from core.forms import DayField, LineField, LocalisedField, LongField
from people.audience import holders_in_organisation
from people.models import User
from projects.enums import Owner, TaskKind
from projects.models import Project, Task
from projects.planned import mark_of

MOST_DAYS = 1500  # five years and more of working days
MOST_LAG = 500
_WAIT = re.compile(r"^(?P<number>[^\s+]+)(?:\s*\+\s*(?P<lag>\d{1,4}))?$")


def owners_of(project: Project, sides: list[str]) -> list[tuple[str, str]]:
    """Who may do a line: the countries of both sides, the reader's own first, and both together."""
    countries = [(side, str(project.centre.side_country(side).name)) for side in sides]
    return [*countries, (Owner.BOTH.value, str(Owner.BOTH.label))]


class TaskForm(forms.Form):
    """A line. `seen` is the mark of the line as the writer has read it."""

    number = LineField(label=gettext_lazy("Number"), max_length=20, help_text=gettext_lazy("Such as 2.3 or M4."))
    name = LocalisedField(label=gettext_lazy("Name"))
    kind = forms.ChoiceField(label=gettext_lazy("Kind"), choices=TaskKind.choices, initial=TaskKind.TASK)
    parent = LineField(
        label=gettext_lazy("Part of"),
        max_length=20,
        required=False,
        help_text=gettext_lazy("The number of the line it stands under. That line becomes a package."),
    )
    owner = forms.ChoiceField(
        label=gettext_lazy("Done by"),
        help_text=gettext_lazy("Its working days are counted. A joint meeting belongs to both sides."),
    )
    person = forms.ModelChoiceField(
        User.objects.none(), label=gettext_lazy("Responsible"), required=False, empty_label=gettext_lazy("None named")
    )
    wished_on = DayField(label=gettext_lazy("Not before"))
    days = forms.IntegerField(
        label=gettext_lazy("Working days"),
        min_value=0,
        max_value=MOST_DAYS,
        initial=1,
        help_text=gettext_lazy("A milestone takes none."),
    )
    after = LineField(
        label=gettext_lazy("Begins after"),
        max_length=1000,
        required=False,
        help_text=gettext_lazy(
            "Numbers of lines, with commas between them. With “+ 3” three working days lie between: 1.2, 1.4 + 3"
        ),
    )
    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, project: Project, sides: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.project = project
        self.fields["owner"].choices = owners_of(project, sides)  # type: ignore[attr-defined]
        self.fields["person"].queryset = people_of(project)  # type: ignore[attr-defined]

    def clean_parent(self) -> Task | None:
        """The line with that number."""
        number = self.cleaned_data["parent"]
        return self._line(number) if number else None

    def clean_after(self) -> dict[Task, int]:
        """The lines it waits for, each with the working days between."""
        found: dict[Task, int] = {}
        for part in filter(None, (one.strip() for one in self.cleaned_data["after"].split(","))):
            match = _WAIT.match(part)
            if match is None:
                raise ValidationError(
                    _("“%(part)s” is not a number of a line, such as 1.2 or 1.4 + 3.") % {"part": part}
                )
            lag = int(match["lag"] or 0)
            if lag > MOST_LAG:
                raise ValidationError(
                    _("No more than %(number)d working days lie between two lines.") % {"number": MOST_LAG}
                )
            found[self._line(match["number"])] = lag
        return found

    def _line(self, number: str) -> Task:
        task = self.project.tasks.filter(number=number).first()
        if task is None:
            raise ValidationError(_("The schedule has no line %(number)s.") % {"number": number})
        return task


def people_of(project: Project) -> Any:
    """Who may be named: both leaders, and the people of both leading bodies and of the contractor."""
    bodies = [body for body in (project.lead_a_id, project.lead_b_id, project.contractor_id) if body]
    named = Q(pk__in=[pk for pk in (project.leader_a_id, project.leader_b_id) if pk])
    for body in bodies:
        named |= Q(pk__in=holders_in_organisation(body).values("pk"))
    return User.objects.filter(named).order_by("family_name", "given_name", "pk")


def initial_of(task: Task) -> dict[str, Any]:
    """What the form shows of a line."""
    waits = task.waits_for.select_related("after").order_by("after__position", "after")
    after = ", ".join(f"{one.after.number} + {one.lag}" if one.lag else one.after.number for one in waits)
    shown = {name: getattr(task, name) for name in ("number", "name", "kind", "owner", "person", "wished_on", "days")}
    return {**shown, "parent": task.parent.number if task.parent else "", "after": after, "seen": mark_of(task)}


class ProgressForm(forms.Form):
    """How far a line is, and why it slips."""

    progress = forms.IntegerField(
        label=pgettext_lazy("schedule", "Done, per cent"), min_value=0, max_value=100, initial=0
    )
    begun_on = DayField(label=gettext_lazy("Begun on"), required=False)
    done_on = DayField(label=gettext_lazy("Done on"), required=False)
    note = LongField(
        label=gettext_lazy("Why it slips"),
        max_length=2000,
        rows=3,
        required=False,
        help_text=gettext_lazy("Both sides and the centre read it, and the quarterly report is written by it."),
    )

    def __init__(self, *args: Any, task: Task, **kwargs: Any) -> None:
        kwargs["initial"] = {name: getattr(task, name) for name in ("progress", "begun_on", "done_on", "note")}
        super().__init__(*args, **kwargs)
        if task.kind == TaskKind.MILESTONE:  # it is reached or not
            del self.fields["progress"], self.fields["begun_on"]
        else:
            self.fields["progress"].help_text = _("A day on which it was done makes it 100.")

    def values(self) -> dict[str, Any]:
        """What the act takes."""
        return {"progress": 0, **self.cleaned_data}


class ScheduleFilters(FilterForm):
    """Whose lines are shown."""

    owner = forms.ChoiceField(label=gettext_lazy("Done by"), required=False)

    def __init__(self, *args: Any, project: Project, sides: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["owner"].choices = [("", _("Everybody")), *owners_of(project, sides)]  # type: ignore[attr-defined]
