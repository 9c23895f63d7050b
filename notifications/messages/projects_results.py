"""What is told of values and periods."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _

from notifications.audience import projects_results as to
from notifications.messages.kind import Kind, Said, entry_of
from projects import signals
from projects.enums import ValueState
from projects.presentation.periods import write_period

if TYPE_CHECKING:
    from notifications.news import News


def _value(news: News) -> dict[str, Any]:
    return {"indicator": news.record.measure.indicator.name, **_days(news.record.period)}


def _period(news: News) -> dict[str, Any]:
    return _days(news.record)


def _days(period: Any) -> dict[str, Any]:
    return {"period": write_period(period.starts_on, period.ends_on)}


def _reasons(said: Said) -> dict[str, Any]:
    return {"entry": entry_of(said["value"])}


def _unlocked(said: Said) -> dict[str, Any]:
    return {"entry": entry_of(said["period"])}


def _of_month(said: Said) -> object:
    """One reminder a side and a month: the period keeps the day of the last one."""
    period = said["period"]
    return f"{period.pk}:{said['side']}:{period.reminded_on}"


of_value = partial(Kind, about="value", rule="projects.view_value", words=_value)

MESSAGES: list[Kind] = [
    of_value(
        "value_submitted",
        signals.value_submitted,
        _("A reported value waits for my check"),
        to.told_submitted,
        is_still_due=lambda news: bool(news.record.state == ValueState.SUBMITTED),
    ),
    of_value(
        "value_checked",
        signals.value_checked,
        _("A checked value waits for my key"),
        to.told_checked,
        is_still_due=lambda news: bool(news.record.state == ValueState.CHECKED),
    ),
    of_value(
        "value_returned",
        signals.value_returned,
        _("A value I reported came back"),
        to.told_returned,
        context=_reasons,
        is_still_due=lambda news: bool(news.record.state == ValueState.DRAFT),
    ),
    of_value(
        "value_key_turned",
        signals.value_key_turned,
        _("The other side approved a value"),
        to.told_key,
        is_still_due=lambda news: bool(news.record.state == ValueState.CHECKED),
    ),
    of_value(
        "value_approved",
        signals.value_approved,
        _("A value I reported was approved by both sides"),
        to.told_approved,
    ),
    Kind(
        "period_unlocked",
        signals.period_unlocked,
        _("A period of reporting was unlocked"),
        to.told_unlocked,
        about="period",
        rule="projects.view_period",
        context=_unlocked,
        words=_period,
    ),
    Kind(
        "values_missing",
        signals.values_missing,
        _("Values of my side are missing"),
        to.told_missing,
        about="period",
        rule="projects.view_period",
        event=_of_month,
        words=_period,
        in_office_hours=True,
    ),
]
