"""The list of letters to take along."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from core.lists import ordered, register_table
from core.localised import LANGUAGE_NAMES
from letters.models import Letter
from letters.presentation.page import state_of
from letters.views.listing import asked

COLUMNS = (
    _("Number"),
    _("Day"),
    pgettext_lazy("letter", "Subject"),
    _("Addressee"),
    _("Country"),
    _("Kind"),
    pgettext_lazy("record", "About"),
    _("Language"),
    _("State"),
)


def _find(asking: Any) -> Any:
    _filters, rows = asked(asking)
    return ordered(rows, "-issued_at")


def _cells(row: Letter, _asking: Any) -> list[Any]:
    return [
        row.reference,
        row.issued_on,
        row.subject,
        row.recipient,
        row.country.name if row.country else "",
        row.get_kind_display(),
        row.run.about_reference,
        LANGUAGE_NAMES.get(row.language, row.language),
        state_of(row).words,
    ]


register_table(
    "letters.letters",
    _("Letters"),
    COLUMNS,
    find=_find,
    cells=_cells,
    url=lambda: reverse("letters:list"),
)
