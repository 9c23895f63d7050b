"""An action plan as a page and as a paper show it. Reads only."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from calendars.moments import write_day
from core.localised import Tongue, active_language
from events.enums import PlanStatus, Progress
from events.models import ActionPlan, PlanActivity, PlanCheck
from events.presentation.state import State
from papers import blocks
from papers.heads import head_of
from papers.report import Report

PHRASES: dict[str, str | Promise] = {
    "begin": gettext_lazy("Plan begun"),
    "submit": gettext_lazy("Sent to the superior"),
    "endorse": gettext_lazy("Endorsed"),
    "return": gettext_lazy("Returned with reasons"),
    "report_progress": gettext_lazy("Progress reported"),
}
TEXTS: tuple[tuple[str, Promise], ...] = (
    ("problem", gettext_lazy("Problem")),
    ("objective", gettext_lazy("Objective")),
    ("outputs", gettext_lazy("Expected results, and how they are measured")),
    ("stakeholders", gettext_lazy("Who is concerned")),
    ("resources", gettext_lazy("Means")),
    ("risks", gettext_lazy("Risks")),
    ("support", gettext_lazy("Support wanted of the centre")),
)
SHAPES = {PlanStatus.DRAFT: "is-new", PlanStatus.SUBMITTED: "is-waiting", PlanStatus.ENDORSED: "is-done"}
PROGRESS_SHAPES = {
    Progress.NOT_STARTED: "is-new",
    Progress.GOING_ON: "is-going",
    Progress.DONE: "is-done",
    Progress.DROPPED: "is-stopped",
}


def state_of_plan(plan: ActionPlan) -> State:
    """The shape and the words of a plan's state."""
    return State(SHAPES[PlanStatus(plan.status)], plan.get_status_display())


def texts_of(row: Any, texts: tuple[tuple[str, Promise], ...]) -> list[tuple[Promise, str]]:
    """The texts that were written, under their headings."""
    return [(label, text) for name, label in texts if (text := getattr(row, name).strip())]


def period_of(from_month: int, to_month: int) -> str:
    """The months of an activity, counted from the end of the event."""
    if from_month == to_month:
        return _("month %(month)s") % {"month": from_month}
    return _("months %(first)s to %(last)s") % {"first": from_month, "last": to_month}


def activities_of(plan: ActionPlan) -> list[tuple[PlanActivity, str]]:
    """The activities, each with its months in words."""
    return [(one, period_of(one.from_month, one.to_month)) for one in plan.activities.all()]


@dataclass(frozen=True)
class CheckView:
    """One of the three questions: when, in which state, and whether it can be answered now."""

    check: PlanCheck
    state: State
    may_answer: bool


def checks_of(plan: ActionPlan, *, is_author: bool) -> list[CheckView]:
    """The questions after three, six and twelve months."""
    today = timezone.localdate()
    return [CheckView(one, state_of_check(one, today), is_author and is_open(one, today)) for one in plan.checks.all()]


def is_open(check: PlanCheck, today: date) -> bool:
    """Whether the question may be answered."""
    return check.answered_at is None and (check.asked_at is not None or check.due_on <= today)


def state_of_check(check: PlanCheck, today: date) -> State:
    """What was answered, or that it is awaited, or when it will be asked."""
    if check.answered_at:
        return State(PROGRESS_SHAPES[Progress(check.progress)], check.get_progress_display())
    if check.asked_at:
        return State(
            "is-late", _("Answer awaited since %(day)s") % {"day": write_day(timezone.localdate(check.asked_at))}
        )
    return State("is-new", _("Asked on %(day)s") % {"day": write_day(max(check.due_on, today))})


def paper_of(plan: ActionPlan, *, own: str) -> Report:
    """The plan for print: in the reader's language around it, its own words in the language they were written in."""
    person, event = plan.participant, plan.participant.event
    lang = plan.language
    facts: list[tuple[Any, Any]] = [(_("Author"), person.latin_name), (_("Country"), person.country.name)]
    if person.delegation:
        facts.append((_("Body"), person.delegation.organisation.name))
    facts += [(_("Event"), event.name), (_("Days"), f"{write_day(event.starts_on)} – {write_day(event.ends_on)}")]
    if plan.session:
        facts.append((_("Lesson or site visit it rests on"), plan.session.title))
    drawn: list[blocks.Block] = [blocks.Facts(facts)]
    for label, text in texts_of(plan, TEXTS):
        drawn += [blocks.Heading(label), blocks.Text(Tongue(text, lang, is_fallback=False))]
    activities = list(plan.activities.all())
    if activities:
        rows = [
            (
                Tongue(one.what, lang, is_fallback=False),
                Tongue(one.owner, lang, is_fallback=False),
                period_of(one.from_month, one.to_month),
            )
            for one in activities
        ]
        head = (_("Activity"), _("By whom"), _("Months after the event"))
        drawn += [blocks.Heading(_("Activities")), blocks.Table(head, rows, widths=(5, 3, 2))]
    drawn += [blocks.Heading(_("Endorsement")), blocks.Facts(_endorsement(plan))]
    if plan.endorsed_at is None:
        hand = blocks.Signature(name=person.superior_name, title=_("Superior"), country=person.country.name)
        drawn.append(blocks.Signatures([hand]))
    if answered := [one for one in plan.checks.all() if one.answered_at]:
        said = [(one.get_months_display(), one.get_progress_display(), one.reason, one.evidence) for one in answered]
        columns = (_("When"), _("State"), _("How, or why not"), _("Evidence"))
        drawn += [blocks.Heading(_("What became of it")), blocks.Table(columns, said, widths=(2, 2, 4, 3))]
    return Report(
        title=plan.title or _("Action plan"),
        subtitle=_("Action plan"),
        blocks=drawn,
        language=active_language(),
        head=head_of(event.centre, own=own, number=event.reference, day=timezone.localdate(plan.updated_at)),
    )


def _endorsement(plan: ActionPlan) -> list[tuple[str, Any]]:
    facts: list[tuple[str, Any]] = [(_("State"), plan.get_status_display())]
    if plan.endorsed_at:
        facts += [(_("Endorsed by"), plan.endorsed_by_name), (_("Date"), timezone.localdate(plan.endorsed_at))]
    return facts
