"""Lists of requests to take along."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from consultations.models import Consultation
from consultations.presentation.state import state_of
from consultations.views.reading import asked
from core.lists import ordered, register_table

COLUMNS = (
    _("Number"),
    _("Title"),
    _("State"),
    _("Subject"),
    _("Form of the answer"),
    _("Country"),
    _("Organisation"),
    _("Submitted"),
    _("Due"),
    _("Answered"),
    _("Last change"),
)


def _find(asking: Any) -> Any:
    _form, rows, order = asked(asking)
    return ordered(rows, order)


def _cells(row: Consultation, _asking: Any) -> list[Any]:
    return [
        row.handle,
        row.title,
        state_of(row).words,
        row.topic.name if row.topic else "",
        row.get_type_display(),
        row.country.name,
        row.organisation.name,
        row.submitted_at,
        row.due_at,
        row.answered_at,
        row.updated_at,
    ]


register_table(
    "consultations.requests",
    _("Consultations"),
    COLUMNS,
    find=_find,
    cells=_cells,
    url=lambda: reverse("consultations:list"),
)
