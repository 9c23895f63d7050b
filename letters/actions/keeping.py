"""The paper of an issued letter is drawn once and kept: the same bytes for everybody, for good."""

from django.core.files.base import ContentFile
from django.db import transaction

from files.actions import store
from letters.models import Letter
from letters.presentation.paper import pdf_of

BATCH = 20


def without_paper() -> list[int]:
    """Issued letters whose paper is not kept yet, oldest first: as many as one task draws."""
    rows = Letter.objects.numbered().filter(file=None).order_by("pk")
    return list(rows.values_list("pk", flat=True)[:BATCH])


@transaction.atomic
def keep_paper(pk: int) -> bool:
    """Draw and keep the paper of one letter, for whoever may read the letter. False where another was quicker."""
    rows = Letter.objects.for_paper().select_for_update(of=("self",), skip_locked=True)
    letter = rows.filter(pk=pk, issued_at__isnull=False, file=None).first()
    if letter is None:
        return False
    content = ContentFile(pdf_of([letter], language=letter.language), name=f"{letter.reference}.pdf")
    letter.file = store(content, by=None, about=letter, permission="letters.view", language=letter.language)
    letter.save(update_fields=["file"])
    return True
