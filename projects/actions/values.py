"""What was reached in a period: drafted by a side, reported, checked, approved by two keys."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from core import journal, policies
from core.localised import LocalisedText
from core.refusal import RefusedError, expect_read, refusing
from core.turning import turn_key
from files import actions as files
from files.models import StoredFile
from people.days import today_at
from people.models import User
from projects import signals
from projects.achieving.parts import difference_of_parts
from projects.enums import Owner, ValueState
from projects.models import Category, Measure, Period, Project, ReportedValue, ValuePart
from projects.policies.projects import sides_of
from projects.workflow import measuring

MOST_FILES = 20
MOST_WORDS = 4000  # characters of evidence, or of a text in one language
UNDER_WAY = (ValueState.DRAFT, ValueState.SUBMITTED, ValueState.CHECKED)
WRITTEN = ("value", "text", "comment", "evidence")
Parts = Mapping[int, Decimal | None]  # number of a category → its part


class ChangedValueError(RefusedError):
    """A colleague has saved the draft meanwhile; `row` is what stands there now."""

    def __init__(self, row: ReportedValue) -> None:
        super().__init__(
            _("A colleague has saved this value after you opened it. Both stand below: put together what counts.")
        )
        self.row = row


# --- A draft of one side ---------------------------------------------------------------------------------------------


@transaction.atomic
def begin_value(
    measure: Measure,
    period: Period,
    *,
    by: User,
    parts: Parts | None = None,
    file: StoredFile | None = None,
    **written: Any,
) -> ReportedValue:
    """Begin the value of an indicator for a period: a draft that the writer's own side alone knows of.

    Refused for a period that is locked or has not begun, and while this side has another one under way. After an
    approved value it is a correction: the approved one counts until both sides have approved the new one.
    """
    period = hold_period(period)
    policies.require(by, "projects.report_measure", measure)
    _expect_open(period)
    if period.starts_on > today_at(period.project.centre):
        raise RefusedError(_("This period has not begun."))
    side = reporting_side(measure, by)
    under_way = _("Your side has a value for this period under way already. Go on with that one.")
    with refusing({"project_one_value_under_way_a_side": under_way}):
        row = ReportedValue.objects.create(
            measure=measure, period=period, project_id=measure.project_id, side=side, by=by, **_kept(written)
        )
    _keep_parts(row, parts)
    journal.write(row, "begin_value", by=by)
    if file is not None:
        files.attach(file, to=row, permission="projects.view_evidence", by=by)
    return row


@transaction.atomic
def edit_value(
    draft: ReportedValue, *, by: User, seen: int, parts: Parts | None = None, **written: Any
) -> ReportedValue:
    """Save the draft. `seen` is the revision the writer had before him.

    Refused when a colleague has saved another since, so that nobody's figures are lost, and once it is submitted.
    Whoever saves becomes its author, who will not check it.
    """
    row = measuring.lock(draft)
    expect_draft(row, by=by)
    if row.revision != seen:
        raise ChangedValueError(row)
    for name, one in _kept(written).items():
        setattr(row, name, one)
    row.by, row.revision = by, row.revision + 1
    row.save(update_fields=[*WRITTEN, "by", "revision"])
    _keep_parts(row, parts)
    return row


@transaction.atomic
def discard_value(value: ReportedValue, *, by: User) -> None:
    """Give up a draft that was never submitted. Refused with files on it, and once it was reported: then it stays."""
    row = measuring.lock(value)
    expect_draft(row, by=by)
    if row.submitted_at is not None:
        raise RefusedError(_("This value was reported before: it stays on record. Correct it, then report it again."))
    if _files(row).exists():
        raise RefusedError(_("Remove the files of this value first."))
    journal.write(row.period, "discard_value", by=by, data={"measure": row.measure_id})
    row.delete()


@transaction.atomic
def add_evidence(value: ReportedValue, *, by: User, file: StoredFile) -> StoredFile:
    """Put a file to a draft: both sides and the centre read it with the value, the public never.

    Refused once it is submitted, and beyond twenty.
    """
    row = measuring.lock(value)
    expect_draft(row, by=by)
    if _files(row).count() >= MOST_FILES:
        raise RefusedError(_("20 files are the most that stand here. Remove one, or put several into one."))
    file = files.attach(file, to=row, permission="projects.view_evidence", by=by)
    journal.write(row, "add_evidence", by=by, data={"file": file.pk})
    return file


@transaction.atomic
def remove_evidence(value: ReportedValue, *, by: User, file: StoredFile) -> StoredFile:
    """Take a file from a draft."""
    row = measuring.lock(value)
    expect_draft(row, by=by)
    file = files.remove(_files(row).get(pk=file.pk), by=by, permission="projects.edit_value")
    journal.write(row, "remove_evidence", by=by, data={"file": file.pk})
    return file


def expect_draft(value: ReportedValue, *, by: User) -> None:
    """Refuse in words what is submitted already; PermissionDenied for whoever never writes it."""
    if not policies.allows(by, "projects.edit_value", value):
        policies.require(by, "projects.submit_value", value)
        raise RefusedError(_("This value is submitted: it is no longer being written."))


def reporting_side(measure: Measure, user: User) -> str:
    """The side for which a person reports the indicator: its own, or his where both sides report it."""
    if measure.reported_by != Owner.BOTH:
        return measure.reported_by
    projects = Project.objects.filter(pk=measure.project_id)
    return next((side for side, condition in sides_of(user).items() if projects.filter(condition).exists()), "")


# --- On its way ------------------------------------------------------------------------------------------------------


@transaction.atomic
def submit_value(value: ReportedValue, *, by: User, seen: int | None = None) -> ReportedValue:
    """Report the value: from here on it is checked. `seen` is the revision that was read.

    Refused while the period runs or is locked, without a figure (or words) and its evidence, when the parts do not add
    up, and while another value for the period is being checked.
    """
    period = hold_period(value.period)
    row = measuring.lock(value)
    measuring.expect(row, "submit", by=by)
    _expect_open(period)
    if period.ends_on >= today_at(period.project.centre):
        raise RefusedError(_("The period is not over yet: a value says how it stood at its end."))
    if seen is not None and seen != row.revision:
        raise RefusedError(_("The value has changed since you read it. Read it again, then report it."))
    if not (row.text if row.measure.indicator.is_in_words else row.value is not None):
        raise RefusedError(_("Give the value."))
    if not row.evidence.strip() and not _files(row).exists():
        raise RefusedError(_("Give the evidence: a paper with its number, an address, a file."))
    _expect_parts(row, {part.category_id: part.value for part in row.parts.all()})
    another = _("Another value for this period is being checked already.")
    with refusing({"project_one_value_submitted": another}):
        row = measuring.take(row, "submit", by=by, submitted_at=timezone.now(), moved_at=timezone.now(), reason="")
    signals.value_submitted.send(ReportedValue, value=row, by=by)
    return row


def mark_of(value: ReportedValue) -> str:
    """What who checks and who signs has before him: a value changes only after it has come back."""
    return value.moved_at.isoformat()


@transaction.atomic
def check_value(value: ReportedValue, *, by: User, seen: str = "") -> ReportedValue:
    """Confirm that the evidence carries the value: from here on the other side sees it, and both keys are asked.

    Never by who wrote it, and never by either side: officers and evaluators belong to none. Refused when another value
    was reported since it was read (`seen`).
    """
    hold_period(value.period)
    row = measuring.lock(value)
    measuring.expect(row, "check", by=by)
    expect_read(seen, mark_of(row))
    row = measuring.take(value, "check", by=by, moved_at=timezone.now())
    signals.value_checked.send(ReportedValue, value=row, by=by)
    return row


@transaction.atomic
def return_value(value: ReportedValue, *, by: User, reason: str) -> ReportedValue:
    """Give it back to the side that reported it, with reasons. Keys that were turned are cleared."""
    _expect_reasons(reason)
    row = measuring.take(value, "return", by=by, reason=reason, moved_at=timezone.now())
    _keep_reasons(row, reason)
    signals.value_returned.send(ReportedValue, value=row, reason=reason, by=by)
    return row


@transaction.atomic
def object_value(value: ReportedValue, *, by: User, reason: str) -> ReportedValue:
    """A leader does not stand by the value, and says why: it goes back to the side that reported it."""
    _expect_reasons(reason)
    row = measuring.take(value, "object", by=by, reason=reason, moved_at=timezone.now())
    _keep_reasons(row, reason)
    signals.value_returned.send(ReportedValue, value=row, reason=reason, by=by)
    return row


def _keep_reasons(row: ReportedValue, reason: str) -> None:
    """For who corrects the value; the journal has them for good."""
    row.reason = reason
    row.save(update_fields=["reason"])


@transaction.atomic
def approve_value(value: ReportedValue, *, by: User, reason: str = "", seen: str = "") -> ReportedValue:
    """Turn one's own side's key. With the second one the value counts, and takes the place of an earlier one.

    Refused when another value was checked since it was read (`seen`).
    """
    hold_period(value.period)
    row = measuring.lock(value)
    measuring.expect(row, "approve", by=by)
    expect_read(seen, mark_of(row))
    if _is_last_key(row, by):
        for earlier in ReportedValue.objects.counting().filter(measure=row.measure_id, period=row.period_id):
            measuring.take(earlier, "replace", by=None, moved_at=timezone.now())
    now = timezone.now()
    row, happened, sides = turn_key(measuring, row, "approve", by=by, reason=reason, approved_at=now, moved_at=now)
    if happened:
        signals.value_approved.send(ReportedValue, value=row, by=by)
        return row
    for side in sides:
        signals.value_key_turned.send(ReportedValue, value=row, side=side, by=by)
    return row


def _is_last_key(row: ReportedValue, by: User) -> bool:
    keys = measuring.steps["approve"].keys
    if keys is None:
        return True
    turned = {one.key for one in measuring.live(row) if one.step == "approve"}
    return turned | keys.of(by, row) >= set(keys.names)


# --- What all of them ask --------------------------------------------------------------------------------------------


def hold_period(period: Period) -> Period:
    """The period as it is now, held until the end of the transaction: nobody locks it while a value moves."""
    return (
        Period.objects.select_for_update(of=("self",), no_key=True)
        .select_related("project__centre__side_a")
        .get(pk=period.pk)
    )


def _expect_open(period: Period) -> None:
    if period.is_locked:
        raise RefusedError(_("This period is locked. An officer of the centre unlocks it, with reasons."))


def _expect_reasons(reason: str) -> None:
    if not reason.strip():
        raise RefusedError(_("Give the reasons: the value is corrected by them."))


def _kept(written: Mapping[str, Any]) -> dict[str, Any]:
    if unknown := set(written) - set(WRITTEN):
        message = f"Not parts of a value: {sorted(unknown)}"
        raise TypeError(message)
    kept = dict(written)
    for name in ("text", "comment"):
        if name in kept:
            kept[name] = LocalisedText(kept[name] or {})
    return kept


def _keep_parts(row: ReportedValue, parts: Parts | None) -> None:
    if parts is None:
        return
    given = {category: part for category, part in parts.items() if part is not None}
    allowed = set(Category.objects.filter(dimension__indicators=row.measure.indicator_id).values_list("pk", flat=True))
    if unknown := set(given) - allowed:
        message = f"Not categories of this indicator: {sorted(unknown)}"
        raise TypeError(message)
    _expect_parts(row, given)
    row.parts.all().delete()
    ValuePart.objects.bulk_create(ValuePart(of=row, category_id=pk, value=part) for pk, part in given.items())


def _expect_parts(row: ReportedValue, given: Mapping[int, Decimal]) -> None:
    if sentence := difference_of_parts(row.measure.indicator, row.value, given):
        raise RefusedError(sentence)


def _files(row: ReportedValue) -> Any:
    return StoredFile.objects.about(row).kept()
