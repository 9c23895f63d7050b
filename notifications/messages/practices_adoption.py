"""What is told of adoptions."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _

from notifications.audience import practices_adoption as to
from notifications.messages.kind import Kind, Said, entry_of
from practices import signals
from practices.enums import ReportState, StillSo
from practices.models import AdoptionAnswer, AdoptionReport

if TYPE_CHECKING:
    from notifications.news import News


def _report(said: Said) -> dict[str, Any]:
    return {"report": said["report"].pk}


def _returned(said: Said) -> dict[str, Any]:
    return {**_report(said), "entry": entry_of(said["report"])}


def _answer(said: Said) -> dict[str, Any]:
    answer: AdoptionAnswer = said["answer"]
    return {"answer": answer.pk, "year": answer.year, "still": answer.answer}


def _of_report(said: Said) -> object:
    """A report that came back is filed once more: another occurrence."""
    report: AdoptionReport = said["report"]
    return f"{report.pk}:{report.filed_at}:{report.state}"


def _of_answer(said: Said) -> object:
    return said["answer"].pk


def _is_filed(news: News) -> bool:
    return AdoptionReport.objects.filter(pk=news.row.context["report"], state=ReportState.FILED).exists()


def _is_unanswered(news: News) -> bool:
    return AdoptionAnswer.objects.filter(pk=news.row.context["answer"], answered_at=None).exists()


def _year(news: News) -> dict[str, Any]:
    still = news.row.context["still"]
    return {"year": str(news.row.context["year"]), "still": StillSo(still).label if still else ""}


of_adoption = partial(Kind, about="adoption", rule="practices.view_adoption")

MESSAGES: list[Kind] = [
    of_adoption(
        "adoption_filed",
        signals.adoption_filed,
        _("An adoption of our practice waits for my key"),
        to.told_owner,
        event=_of_report,
        context=_report,
        is_still_due=_is_filed,
    ),
    of_adoption(
        "adoption_returned",
        signals.adoption_returned,
        _("A report on an adoption was returned"),
        to.told_writer,
        event=_of_report,
        context=_returned,
        at_once=True,
    ),
    of_adoption(
        "adoption_confirmed",
        signals.adoption_confirmed,
        _("A stage of an adoption was confirmed by both sides"),
        to.told_confirmed,
        event=_of_report,
        context=_report,
        words=lambda news: {"stage": news.record.get_stage_display()},
    ),
    of_adoption(
        "adoption_asked",
        signals.adoption_asked,
        _("I am asked whether an adoption is still so"),
        to.told_side,
        event=_of_answer,
        context=_answer,
        words=_year,
        in_office_hours=True,
        is_still_due=_is_unanswered,
    ),
    of_adoption(
        "adoption_reminded",
        signals.adoption_reminded,
        _("The yearly question about an adoption has no answer"),
        to.told_side,
        event=_of_answer,
        context=_answer,
        words=_year,
        in_office_hours=True,
        is_still_due=_is_unanswered,
    ),
    of_adoption(
        "adoption_answered",
        signals.adoption_answered,
        _("An adoption is no longer as recorded"),
        to.told_of_change,
        event=_of_answer,
        context=_answer,
        words=_year,
    ),
]
