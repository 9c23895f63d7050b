"""Who took a practice home: the adopting body reports each stage, the owner turns the second key."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core import journal, policies
from core.refusal import RefusedError, refusing
from files.actions import attach, remove
from files.models import StoredFile
from people.days import today_at
from people.models import Organisation, User
from practices import signals
from practices.enums import ReportState
from practices.models import Adoption, AdoptionReport, Practice
from practices.policies.adoption import bodies_to_adopt
from practices.workflow import lifecycle, reporting

WRITTEN = (
    "stage",
    "since_on",
    "language",
    "adaptations",
    "lessons",
    "evidence",
    "cost_amount",
    "cost_currency",
    "cost_year",
)
WHOLE = {
    "practices_report_cost_whole": gettext_lazy("A cost has an amount, a currency and the year of the price."),
}
A_YEAR = timedelta(days=365)


class ChangedReportError(RefusedError):
    """A colleague saved the report meanwhile: what is stored is shown beside what was written here."""

    def __init__(self, row: AdoptionReport) -> None:
        super().__init__(
            _("A colleague has changed this report after you opened it. Both are shown: put together what counts.")
        )
        self.row = row


@transaction.atomic
def begin_adoption(practice: Practice, *, by: User, adopter: Organisation, **written: Any) -> AdoptionReport:
    """Begin the adoption by a body, with the report on its first stage, seen by the body alone until it is filed.

    A body adopts a practice once: a second beginning is refused, and so is that by the owner itself. Raises
    PermissionDenied for a body that the person does not belong to.
    """
    practice = lifecycle.lock(practice)
    policies.require(by, "practices.adopt", practice)
    if not bodies_to_adopt(by, practice).filter(pk=adopter.pk).exists():
        raise RefusedError(_("Choose a body that you belong to. The owner does not adopt its own practice."))
    twice = _("Your body has an adoption of this practice already. Report the next stage there.")
    with refusing({"practices_one_adoption_a_body": twice}):
        adoption = Adoption.objects.create(
            practice=practice, adopter=adopter, country_id=adopter.country_id, owner_id=practice.owner_id, filed_by=by
        )
    journal.write(adoption, "begin_adoption", by=by)
    return _begin(adoption, by=by, **written)


@transaction.atomic
def begin_report(adoption: Adoption, *, by: User, **written: Any) -> AdoptionReport:
    """Begin the report on a further stage. Refused while another report is under way."""
    row = hold(adoption)
    policies.require(by, "practices.write_report", row)
    return _begin(row, by=by, **written)


def _begin(adoption: Adoption, *, by: User, **written: Any) -> AdoptionReport:
    under_way = _("A report on this adoption is under way already. It is filed and confirmed first.")
    with refusing({"practices_one_report_at_a_time": under_way, **WHOLE}):
        report = AdoptionReport.objects.create(adoption=adoption, by=by, **_kept(adoption, written))
    _touch(adoption)
    return report


@transaction.atomic
def save_report(report: AdoptionReport, *, by: User, seen: int, **written: Any) -> AdoptionReport:
    """Keep what was written of a report. Refused when a colleague has saved another one since `seen`."""
    hold(report.adoption)
    row = reporting.lock(report)
    policies.require(by, "practices.file_or_write_report", row)
    _expect_open(row)
    if row.lock != seen:
        raise ChangedReportError(row)
    for name, value in _kept(row.adoption, written).items():
        setattr(row, name, value)
    row.by, row.lock = by, row.lock + 1
    with refusing(WHOLE):
        row.save()
    _touch(row.adoption)
    return row


def _kept(adoption: Adoption, written: Mapping[str, Any]) -> dict[str, Any]:
    """What may be written of a report. A stage does not begin before the one that was confirmed last, nor tomorrow."""
    if unknown := set(written) - set(WRITTEN):
        message = f"Not parts of a report: {sorted(unknown)}"
        raise TypeError(message)
    since: date | None = written.get("since_on")
    if since is not None:
        if adoption.stage_since and since < adoption.stage_since:
            raise RefusedError(_("This stage cannot begin before the one that was confirmed last."))
        if since > today_at(adoption.practice.centre):
            raise RefusedError(_("A stage is reported once it has begun: this day lies ahead."))
    return {name: written[name] for name in WRITTEN if name in written}


@transaction.atomic
def file_report(report: AdoptionReport, *, by: User) -> AdoptionReport:
    """Sign the report for the adopting body and give it to the owner: with it the adopter's key is turned.

    Refused without what was adapted and a proof: the owner confirms nothing that stands on no ground.
    """
    hold(report.adoption)
    row = reporting.lock(report)
    reporting.expect(row, "file", by=by)
    if not row.adaptations.strip():
        raise RefusedError(_("Say what was adapted. If nothing was, say so."))
    if not row.evidence.strip() and not _files(row):
        raise RefusedError(_("Give a proof: a link, a decision, a document."))
    row = reporting.take(row, "file", by=by, filed_at=timezone.now(), return_reason="")
    row = reporting.take(row, "confirm", by=by)
    _touch(row.adoption)
    signals.adoption_filed.send(Adoption, adoption=row.adoption, report=row, by=by)
    return row


@transaction.atomic
def confirm_report(report: AdoptionReport, *, by: User) -> AdoptionReport:
    """Turn the owner's key: from here on the stage counts, and everybody can read of it. Nobody turns both keys."""
    adoption = hold(report.adoption)
    row = reporting.lock(report)
    if any(signature.by_id == by.pk for signature in reporting.live(row)):
        raise RefusedError(_("You have signed for the adopting body. Somebody else turns the owner’s key."))
    row = reporting.take(row, "confirm", by=by, confirmed_at=timezone.now())
    if row.state != ReportState.CONFIRMED:
        return row
    adoption.stage, adoption.stage_since = row.stage, row.since_on
    adoption.confirmed_at = adoption.confirmed_at or row.confirmed_at
    adoption.ask_on = today_at(adoption.practice.centre) + A_YEAR
    adoption.save(update_fields=["stage", "stage_since", "confirmed_at", "ask_on"])
    _touch(adoption)
    signals.adoption_confirmed.send(Adoption, adoption=adoption, report=row, by=by)
    return row


@transaction.atomic
def return_report(report: AdoptionReport, *, by: User, reason: str) -> AdoptionReport:
    """Give the report back to the adopter with reasons; it is revised and filed again."""
    hold(report.adoption)
    row = reporting.take(report, "return", by=by, reason=reason, return_reason=reason)
    _touch(row.adoption)
    signals.adoption_returned.send(Adoption, adoption=row.adoption, report=row, by=by, reason=reason)
    return row


@transaction.atomic
def add_proof(report: AdoptionReport, *, by: User, file: StoredFile) -> AdoptionReport:
    """Attach a document to a report that is being written; read by whoever reads the report."""
    row = reporting.lock(report)
    policies.require(by, "practices.file_or_write_report", row)
    _expect_open(row)
    attach(file, to=row, permission="practices.view_report", by=by)
    return row


@transaction.atomic
def remove_proof(report: AdoptionReport, *, by: User, file: StoredFile) -> AdoptionReport:
    """Take a document away from a report that is being written."""
    row = reporting.lock(report)
    policies.require(by, "practices.file_or_write_report", row)
    _expect_open(row)
    remove(file, by=by, permission="practices.edit_report")
    return row


def _expect_open(row: AdoptionReport) -> None:
    if row.state not in (ReportState.DRAFT, ReportState.RETURNED):
        raise RefusedError(_("This report is filed: it is no longer being written."))


def _files(row: AdoptionReport) -> bool:
    return bool(StoredFile.objects.about(row).kept().exists())


def hold(adoption: Adoption) -> Adoption:
    """The adoption as it is now, held until the end of the transaction: one act on it at a time."""
    return (
        Adoption.objects.select_for_update(of=("self",))
        .select_related("practice__centre__side_a", "practice__centre__side_b")
        .get(pk=adoption.pk)
    )


def _touch(adoption: Adoption) -> None:
    adoption.updated_at = timezone.now()
    adoption.save(update_fields=["updated_at"])
