"""Files of an entry: handed in while it is a draft, and kept up to date by those who answer for it."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from core import journal, policies
from core.refusal import RefusedError
from files import actions as files
from files.models import StoredFile
from people.models import User
from practices.models import Practice
from practices.workflow import lifecycle

MOST = 20  # on a record one can still look through


@transaction.atomic
def add_document(practice: Practice, *, by: User, document: StoredFile, language: str = "") -> StoredFile:
    """Put a document to the entry, for everybody who sees it. Refused while it is under way, and beyond twenty."""
    row = lifecycle.lock(practice)
    expect_open(row, by=by)
    if StoredFile.objects.about(row).count() >= MOST:
        raise RefusedError(_("20 files are the most that stand here. Remove one, or put several into one."))
    document = files.attach(document, to=row, permission="practices.view", by=by, language=language)
    _note(row, "add_document", by=by, document=document)
    return document


@transaction.atomic
def remove_document(practice: Practice, *, by: User, document: StoredFile) -> StoredFile:
    """Take a document from the entry. Refused while it is under way: what is being checked stays as it is."""
    row = lifecycle.lock(practice)
    expect_open(row, by=by)
    document = files.remove(
        StoredFile.objects.about(row).get(pk=document.pk), by=by, permission="practices.add_document"
    )
    _note(row, "remove_document", by=by, document=document)
    return document


def expect_open(practice: Practice, *, by: User) -> None:
    """Refuse in words where the person may add in another state, but not in this one."""
    if policies.allows(by, "practices.add_document", practice):
        return
    policies.require(by, "practices.propose", practice)
    raise RefusedError(_("Files are added to a draft, and to what is published by those who answer for its facts."))


def _note(row: Practice, verb: str, *, by: User, document: StoredFile) -> None:
    row.updated_at = timezone.now()
    row.save(update_fields=["updated_at"])
    journal.write(row, verb, by=by, data={"file": document.pk})
