"""A reported value in words: its state, its buttons, its history. Reads only."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Prefetch, QuerySet
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from core.workflow import Step
from files.columns import files_column
from projects.enums import ValueState
from projects.models import ReportedValue, ValuePart
from projects.workflow import measuring

SHAPES = {
    ValueState.DRAFT: "is-new",
    ValueState.SUBMITTED: "is-waiting",
    ValueState.CHECKED: "is-waiting",
    ValueState.APPROVED: "is-done",
    ValueState.REPLACED: "is-stopped",
}
PHRASES: dict[str, Any] = {
    "begin_value": pgettext_lazy("value", "Begun"),
    "submit": pgettext_lazy("value", "Reported"),
    "check": pgettext_lazy("value", "Checked"),
    "return": pgettext_lazy("value", "Returned"),
    "object": _("A leader objected"),
    "approve": pgettext_lazy("value", "Approved by both sides"),
    "approve:key": _("Approved for %(country)s"),
    "replace": _("Replaced by a later value"),
    "add_evidence": _("File added"),
    "remove_evidence": _("File removed"),
}
GRANTED = {
    "may_edit": "projects.edit_value",
    "may_submit": "projects.submit_value",
    "may_check": "projects.check_value",
    "may_approve": "projects.approve_value",
}
ASKED_BY = {
    "projects.edit_value": "may_edit",
    "projects.submit_value": "may_submit",
    "projects.check_value": "may_check",
    "projects.approve_value": "may_approve",
}


@dataclass(frozen=True)
class Button:
    """What may be done with a value, and where."""

    name: str
    label: str | Promise
    url: str


def whole_values(user: Any) -> QuerySet[ReportedValue]:
    """Values the reader may see, with what their page shows and what he may do. Two queries with the parts."""
    parts = ValuePart.objects.select_related("category__dimension").order_by(
        "category__dimension__key", "category__position", "category"
    )
    return (
        ReportedValue.objects.visible_to(user)
        .with_permissions(user, **GRANTED)
        .annotate(file_rows=files_column(ReportedValue, permission="projects.view_evidence"))
        .select_related("measure__indicator", "measure__result", "period", "by")
        .prefetch_related(Prefetch("parts", parts))
    )


def granted_on(value: Any) -> set[str]:
    """The permissions that came along with a row of `whole_values`."""
    return {permission for permission, column in ASKED_BY.items() if getattr(value, column)}


def buttons_of(value: ReportedValue, user: Any, reference: str, signatures: list[Any]) -> list[Button]:
    """What the reader may do with it now, the way onwards first."""
    granted = granted_on(value)

    def at(name: str) -> str:
        return reverse(f"projects:{name}", args=[reference, value.pk])

    steps: list[Step] = measuring.available(value, user, granted=granted, live=signatures)
    found = [Button(step.name, step.label, at(f"{step.name}_value")) for step in steps if not step.by_clock]
    if "projects.edit_value" in granted and value.state == ValueState.DRAFT:
        found += [
            Button("edit", _("Edit the value"), at("edit_value")),
            Button("add", _("Add a file"), at("add_evidence")),
        ]
        if value.submitted_at is None:
            found.append(Button("discard", _("Discard the draft"), at("discard_value")))
    return found
