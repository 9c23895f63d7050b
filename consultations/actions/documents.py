"""Documents of a request and files of an answer: handed in with the draft of each, frozen with it when it goes out."""

from django.db import transaction
from django.db.models import Model
from django.utils import timezone
from django.utils.translation import gettext as _

from consultations.actions.drafting import expect_draft
from consultations.enums import AnswerState
from consultations.models import Answer, Consultation
from consultations.workflow import lifecycle, way_out
from core import journal, policies
from core.refusal import RefusedError
from files import actions as files
from files.models import StoredFile
from people.models import User

MOST = 20  # on a record one can still look through


@transaction.atomic
def add_document(consultation: Consultation, *, by: User, document: StoredFile, language: str = "") -> StoredFile:
    """Put a document to the draft, for everybody who sees the request. Refused once it is sent, and beyond twenty."""
    row = lifecycle.lock(consultation)
    expect_draft(row, by=by)
    _refuse_more(row)
    document = files.attach(document, to=row, permission="consultations.view", by=by, language=language)
    _note(row, "add_document", by=by, document=document)
    return document


def _refuse_more(row: Model) -> None:
    if StoredFile.objects.about(row).count() >= MOST:
        raise RefusedError(_("20 files are the most that stand here. Remove one, or put several into one."))


@transaction.atomic
def remove_document(consultation: Consultation, *, by: User, document: StoredFile) -> StoredFile:
    """Take a document from the draft. Refused once it is sent: what others have read stays on record."""
    row = lifecycle.lock(consultation)
    expect_draft(row, by=by)
    document = files.remove(StoredFile.objects.about(row).get(pk=document.pk), by=by, permission="consultations.edit")
    _note(row, "remove_document", by=by, document=document)
    return document


def add_answer_file(answer: Answer, *, by: User, file: StoredFile) -> StoredFile:
    """Put a file to a version that is being written. Belongs to the act that keeps the version, and has asked."""
    _refuse_more(answer)
    return files.attach(file, to=answer, permission="consultations.read_answer", by=by, language=answer.language)


@transaction.atomic
def remove_answer_file(answer: Answer, *, by: User, file: StoredFile) -> StoredFile:
    """Take a file from a version that is being written. Refused once it has been handed over."""
    answer = way_out.lock(answer)
    policies.require(by, "consultations.answer", answer.consultation)
    if answer.state != AnswerState.DRAFT:
        raise RefusedError(_("This version has been handed over; it can be written on when it is sent back."))
    return files.remove(StoredFile.objects.about(answer).get(pk=file.pk), by=by, permission="consultations.hand_over")


def _note(row: Consultation, verb: str, *, by: User, document: StoredFile) -> None:
    row.updated_at = timezone.now()
    row.save(update_fields=["updated_at"])
    journal.write(row, verb, by=by, data={"file": document.pk})
