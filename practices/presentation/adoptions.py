"""Adoptions in words: stages, the keys of a report, yearly answers, and what a reader may do. Reads only."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.models import Signature
from files.columns import files_column, from_column
from practices.enums import Answerer, ReportState, Stage
from practices.models import Adoption, AdoptionAnswer, AdoptionReport, Practice

STAGE_SHAPES: dict[str, str] = {
    "": "is-waiting",
    Stage.INTEREST: "is-new",
    Stage.FEASIBILITY: "is-new",
    Stage.PILOT: "is-going",
    Stage.ADAPTED: "is-going",
    Stage.IN_OPERATION: "is-done",
    Stage.STOPPED: "is-stopped",
}
REPORT_SHAPES: dict[str, str] = {
    ReportState.DRAFT: "is-new",
    ReportState.FILED: "is-waiting",
    ReportState.RETURNED: "is-soon",
    ReportState.CONFIRMED: "is-done",
}
BESIDE = 6  # on the record of the entry
SHOWN = 30  # reports on one page: an adoption has some five in its life
UNANSWERED = timedelta(days=60)  # after which the page says that nobody has confirmed it
PHRASES: dict[str, Any] = {
    "begin_adoption": gettext_lazy("Adoption begun"),
    "ask_adoption": gettext_lazy("Both sides were asked whether it is still so"),
    "answer_adoption": gettext_lazy("A side answered the yearly question"),
}


@dataclass(frozen=True)
class KeyOfReport:
    """One of the two keys of a report: whose body, turned by whom and when."""

    words: str | Promise
    body: Any
    country: Any
    signature: Signature | None

    @property
    def css(self) -> str:
        return "is-signed" if self.signature else ""


@dataclass(frozen=True)
class ReportView:
    """A report as the page shows it: its state, its keys, and what may be done with it."""

    report: AdoptionReport
    shape: str
    keys: list[KeyOfReport]
    files: list[Any]
    buttons: list[tuple[str, str | Promise]]


def stage_of(adoption: Adoption) -> tuple[str, str | Promise]:
    """Shape and words of where it stands; nothing counts before the owner has confirmed it."""
    words = adoption.get_stage_display() if adoption.stage else _("Not yet confirmed by the owner")
    return STAGE_SHAPES[adoption.stage], words


def keys_of_report(adoption: Adoption, signatures: Iterable[Signature], user: Any) -> list[KeyOfReport]:
    """The adopter's key, then the owner's; the other way round for readers of the owner's country."""
    turned = {one.key: one for one in signatures}
    keys = [
        KeyOfReport(gettext_lazy("Adopting body"), adoption.adopter, adoption.country, turned.get("adopter")),
        KeyOfReport(gettext_lazy("Owner"), adoption.owner, adoption.practice.country, turned.get("owner")),
    ]
    own = user.standing.country if user.is_authenticated else None
    return sorted(keys, key=lambda key: key.country != own)


GRANTED = {
    "may_edit": "practices.edit_report",
    "may_file": "practices.file_report",
    "may_return": "practices.return_report",
}


def reports_of(adoption: Adoption, user: Any) -> list[ReportView]:
    """Every report the reader may see, newest stage first, with keys, files and buttons: two queries in all."""
    reports = (
        adoption.reports.visible_to(user)
        .with_permissions(user, **GRANTED)
        .annotate(file_rows=files_column(AdoptionReport, permission="practices.view_report"))
        .order_by("-since_on", "-pk")[:SHOWN]
    )
    rows: list[Any] = list(reports)
    signed: dict[int, list[Signature]] = {row.pk: [] for row in rows}
    if rows:
        kind = ContentType.objects.get_for_model(AdoptionReport)
        found = Signature.objects.filter(content_type=kind, object_id__in=signed, cleared_at=None)
        for one in found.select_related("by"):
            signed[one.object_id].append(one)
    return [
        ReportView(
            row,
            REPORT_SHAPES[row.state],
            keys_of_report(adoption, signed[row.pk], user),
            from_column(row.file_rows),
            _buttons(adoption, row),
        )
        for row in rows
    ]


def _buttons(adoption: Adoption, report: Any) -> list[tuple[str, str | Promise]]:
    def at(name: str) -> str:
        return reverse(f"practices:{name}", args=[adoption.practice.reference, adoption.pk])

    if report.state == ReportState.FILED and report.may_return:
        return [(at("confirm_report"), _("Confirm the report")), (at("return_report"), _("Return with reasons"))]
    if not report.may_edit:
        return []
    found: list[tuple[str, str | Promise]] = [
        (at("edit_report"), _("Edit the report")),
        (at("add_proof"), _("Add a document")),
    ]
    if report.may_file:
        found.insert(0, (at("file_report"), _("Sign and file the report")))
    return found


def unconfirmed_since(answers: Iterable[AdoptionAnswer]) -> Any:
    """Since when a question has waited for longer than sixty days; none where each side has answered or has time."""
    limit = timezone.now() - UNANSWERED
    return min((one.asked_at for one in answers if one.answered_at is None and one.asked_at < limit), default=None)


def adopted_of(practice: Practice) -> tuple[list[tuple[Adoption, str, str | Promise]], bool]:
    """The latest confirmed adoptions of an entry, for its record, and whether there are others. One query."""
    rows = practice.adoptions.confirmed().select_related("adopter", "country__calendar", "practice")
    found = list(rows.order_by("-updated_at", "-pk")[: BESIDE + 1])
    return [(row, *stage_of(row)) for row in found[:BESIDE]], len(found) > BESIDE


def side_words(adoption: Adoption, side: str) -> Any:
    """The body whose answer it is."""
    return adoption.adopter.name if side == Answerer.ADOPTER else adoption.owner.name
