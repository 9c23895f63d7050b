"""The library of indicators: how something is measured, the same for every project that uses it."""

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from core import journal, policies
from core.localised import LocalisedText
from core.refusal import RefusedError, refusing
from people.models import Centre, User
from projects.models import Dimension, Indicator, Measure

TEXTS = ("name", "definition", "unit_name", "method")
RULES = ("unit", "direction", "over_time", "across")
WRITTEN = ("code", *TEXTS, *RULES, "is_active")


def keeps_library(user: User) -> bool:
    """Whether the person is an officer of any centre. One query."""
    return Centre.objects.filter(policies.q("projects.keep_indicators", user)).exists()


def _require(by: User) -> None:
    if not keeps_library(by):
        raise PermissionDenied("projects.keep_indicators")


@transaction.atomic
def add_indicator(*, by: User, dimensions: Iterable[Dimension] = (), **written: Any) -> Indicator:
    """Add an indicator to the library. Refused for a code that is taken, and for percentages or words that add up."""
    _require(by)
    with refusing(_sentences()):
        row = Indicator.objects.create(**_kept(written))
    row.dimensions.set(dimensions)
    journal.write(row, "add", by=by)
    return row


@transaction.atomic
def edit_indicator(
    indicator: Indicator, *, by: User, dimensions: Iterable[Dimension] | None = None, **written: Any
) -> Indicator:
    """Change its texts, or take it out of use.

    Unit, direction and the ways of putting values together stay as they are once a value was reported: the figures
    would say something else. So does a dimension by which values are split.
    """
    _require(by)
    row = Indicator.objects.select_for_update().get(pk=indicator.pk)
    kept = _kept(written)
    if any(kept.get(name, getattr(row, name)) != getattr(row, name) for name in RULES) and _is_reported(row):
        raise RefusedError(
            _("Values were reported by this indicator: its unit, direction and sums stay. Add another indicator.")
        )
    for name, value in kept.items():
        setattr(row, name, value)
    with refusing(_sentences()):
        row.save()
    if dimensions is not None:
        row.dimensions.set(dimensions)
    journal.write(row, "edit", by=by)
    return row


def _is_reported(row: Indicator) -> bool:
    return Measure.objects.filter(indicator=row, values__isnull=False).exists()


def _kept(written: dict[str, Any]) -> dict[str, Any]:
    if unknown := set(written) - set(WRITTEN):
        message = f"Not parts of an indicator: {sorted(unknown)}"
        raise TypeError(message)
    return {name: LocalisedText(value or {}) if name in TEXTS else value for name, value in written.items()}


def _sentences() -> dict[str, str]:
    return {
        "projects_indicator_code_key": _("Another indicator has this code."),
        "projects_words_do_not_add_up": _("What is told in words is not added up."),
        "projects_per_cents_do_not_add_up": _("Percentages are not added up."),
    }
