"""Documents of a request: handed in with the draft, frozen with it when it is sent."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from consultations.actions.drafting import expect_draft
from consultations.models import Consultation
from consultations.workflow import lifecycle
from core import journal
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
    if StoredFile.objects.about(row).count() >= MOST:
        raise RefusedError(_("A request takes 20 documents at most. Remove one, or put several into one file."))
    document = files.attach(document, to=row, permission="consultations.view", by=by, language=language)
    _note(row, "add_document", by=by, document=document)
    return document


@transaction.atomic
def remove_document(consultation: Consultation, *, by: User, document: StoredFile) -> StoredFile:
    """Take a document from the draft. Refused once it is sent: what others have read stays on record."""
    row = lifecycle.lock(consultation)
    expect_draft(row, by=by)
    document = files.remove(StoredFile.objects.about(row).get(pk=document.pk), by=by, permission="consultations.edit")
    _note(row, "remove_document", by=by, document=document)
    return document


def _note(row: Consultation, verb: str, *, by: User, document: StoredFile) -> None:
    row.updated_at = timezone.now()
    row.save(update_fields=["updated_at"])
    journal.write(row, verb, by=by, data={"file": document.pk})
