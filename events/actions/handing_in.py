"""Papers that a delegation hands in, and reminding those who have not."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from core import journal, policies
from core.refusal import RefusedError
from events import signals
from events.completeness import Item, missing_of
from events.enums import PaperKind
from events.models import Delegation, DelegationPaper, Event
from events.workflow import inviting
from files.actions import attach
from files.models import StoredFile
from people.models import User


@transaction.atomic
def hand_in_paper(
    delegation: Delegation, *, by: User, kind: str, language: str, file: StoredFile, note: str = ""
) -> DelegationPaper:
    """Hand in a country report, slides or their translation. The older one of the kind and language stays as it was.

    `file` was stored by the same person and belongs to nothing yet. It is taken after the due time too: late is better
    than never.
    """
    row = inviting.lock(delegation)
    policies.require(by, "events.hand_in_paper", row)
    paper = keep_paper(row, by=by, kind=kind, language=language, file=file, note=note)
    signals.paper_handed_in.send(Delegation, delegation=row, paper=paper, by=by)
    return paper


def keep_paper(
    delegation: Delegation, *, by: User, kind: str, language: str, file: StoredFile, note: str = ""
) -> DelegationPaper:
    """The row of a paper, in the act of whoever hands it in; the delegation is locked."""
    now = timezone.now()
    standing = delegation.papers.filter(kind=kind, superseded_at=None)
    if kind != PaperKind.NOMINATION:  # there is one letter, whatever its language
        standing = standing.filter(language=language)
    replaced = standing.update(superseded_at=now)
    attach(file, to=delegation, permission="events.view_delegation", by=by, language=language)
    paper = DelegationPaper.objects.create(
        delegation=delegation, kind=kind, language=language, file=file, note=note, by=by, at=now
    )
    data = {"kind": str(kind), "language": language, "replaced": replaced}
    journal.write(delegation, "hand_in_paper", by=by, data=data)
    return paper


@transaction.atomic
def remind_delegations(
    event: Event, *, by: User, items: Sequence[str], delegations: Iterable[Delegation] | None = None
) -> list[tuple[Delegation, list[str]]]:
    """Remind every delegation that misses one of the items, of exactly what it misses; returns whom, of what.

    Refused when nobody misses anything of it. Raises PermissionDenied unless all of them are one's own to remind.
    """
    wanted = Delegation.objects.coming().in_order().filter(event=event)
    if delegations is not None:
        wanted = wanted.filter(pk__in=[one.pk for one in delegations])
    rows = list(wanted)
    mine = Delegation.objects.filter(policies.q("events.remind_delegation", by))
    if mine.filter(pk__in=[row.pk for row in rows]).count() != len(rows):
        raise PermissionDenied("events.remind_delegation")
    lacking = missing_of(event, rows, [Item(one) for one in items])
    told: list[tuple[Delegation, list[str]]] = []
    for row in rows:
        if owed := lacking[row.pk]:
            remind(row, by=by, items=owed)
            told.append((row, owed))
    if not told:
        raise RefusedError(_("Nothing of this is missing any more: nobody was reminded."))
    return told


def remind(delegation: Delegation, *, by: Any, items: list[str]) -> None:
    """Remind one delegation, in the act of whoever does."""
    Delegation.objects.filter(pk=delegation.pk).update(reminded_at=timezone.now())
    entry = journal.write(delegation, "remind", by=by, data={"items": items})
    signals.delegation_reminded.send(Delegation, delegation=delegation, items=items, by=by, entry=entry)
