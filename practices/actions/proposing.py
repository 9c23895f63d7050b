"""Give a written entry to the library."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from core.localised import LocalisedText
from core.refusal import RefusedError
from people.models import User
from practices import signals
from practices.actions.publishing import open_languages
from practices.completeness import gaps_of
from practices.enums import VersionState
from practices.models import Practice, Version
from practices.workflow import lifecycle


@transaction.atomic
def propose(practice: Practice, *, by: User) -> Practice:
    """Send the draft to those who answer for the facts; its other languages are opened to translators.

    Refused while anything is missing: every part is written, so that the entry stands alone. Reasons of an earlier
    return leave the page with this; the journal keeps them.
    """
    row = lifecycle.lock(practice)
    lifecycle.expect(row, "propose", by=by)
    refuse_gaps(Version.objects.select_related("practice").get(practice=row, state=VersionState.WORKING))
    now = timezone.now()
    row = lifecycle.take(row, "propose", by=by, proposed_at=now, moved_at=now, updated_at=now, reasons=LocalisedText())
    open_languages(row)
    signals.practice_proposed.send(Practice, practice=row, by=by)
    return row


def refuse_gaps(version: Version) -> None:
    """Say in words what is missing, and refuse while anything is."""
    if gaps := gaps_of(version):
        said = " ".join(str(gap.sentence) for gap in gaps)
        raise RefusedError(_("The entry is not complete yet. %(gaps)s") % {"gaps": said})
