"""Papers of a session, each under the symbol that it is given, each language of it a file."""

from collections.abc import Mapping
from datetime import date

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from agreements import signals
from agreements.enums import ItemKind, SessionStatus
from agreements.models import AgendaItem, CommitteePaper, CommitteeSession
from agreements.workflow import meeting
from agreements.working_days import working_days_until
from calendars.directory import joint
from core import journal, policies
from core.localised import LocalisedText
from core.models import JournalEntry
from core.refusal import RefusedError, refusing
from files import actions as files
from files.models import StoredFile
from people.days import today_at
from people.models import User

READ, WRITE = "agreements.view_paper", "agreements.edit_paper"
MOST = 200  # of one session
MOST_TEXTS = 8  # of one paper
WARNED = 3  # joint working days before papers are due
FARTHEST = 30  # days: no three joint working days lie further apart


def lock_open(session: CommitteeSession, *, by: User) -> CommitteeSession:
    """The session, held for a change of its papers; refused when it was called off or its minutes are agreed."""
    row = meeting.lock(session)
    policies.require(by, "agreements.run_session", row)
    expect_open(row)
    return row


def expect_open(session: CommitteeSession) -> None:
    """Refuse in words where papers stay as they are."""
    if session.status in (SessionStatus.CLOSED, SessionStatus.CANCELLED):
        raise RefusedError(
            _("The session is in the state “%(state)s”: its papers stay as they are.")
            % {"state": session.get_status_display()}
        )


@transaction.atomic
def add_paper(
    session: CommitteeSession,
    *,
    by: User,
    title: Mapping[str, str],
    document: StoredFile,
    language: str,
    item: AgendaItem | None = None,
    is_closed: bool = False,
    release_on: date | None = None,
) -> CommitteePaper:
    """Lay a paper before the session, with its first language. It gets the next symbol, such as `JSC-4/P2`.

    Members are told once they are called together. A symbol is never given twice.
    """
    row = lock_open(session, by=by)
    number = (row.papers.aggregate(last=Max("number"))["last"] or 0) + 1
    if number > MOST:
        raise RefusedError(_("%(count)d papers are the most a session has.") % {"count": MOST})
    with refusing({"committee_only_closed_papers_are_released": _("Only a paper for members has a day of release.")}):
        paper = CommitteePaper.objects.create(
            session=row,
            item=_item_of(row, item),
            number=number,
            symbol=f"{row.reference}/P{number}",
            title=LocalisedText(title),
            is_closed=is_closed,
            release_on=release_on,
            by=by,
        )
    files.attach(document, to=paper, permission=READ, by=by, language=language)
    journal.write(row, "add_paper", by=by, data={"paper": number})
    if row.status == SessionStatus.CONVENED:
        signals.paper_added.send(CommitteePaper, session=row, paper=paper, by=by)
    return paper


def _item_of(session: CommitteeSession, item: AgendaItem | None) -> AgendaItem | None:
    if item is not None and item.session_id != session.pk:
        message = "An item belongs to its own session"
        raise ValueError(message)
    return item


@transaction.atomic
def edit_paper(
    paper: CommitteePaper,
    *,
    by: User,
    title: Mapping[str, str],
    item: AgendaItem | None = None,
    is_closed: bool = False,
    release_on: date | None = None,
) -> CommitteePaper:
    """Put title and item right, and say who may read it and from when. The symbol stays.

    After the minutes are agreed only its release is still a matter of decision: title and item then stay.
    """
    session = meeting.lock(paper.session)
    row = CommitteePaper.objects.select_for_update(of=("self",)).get(pk=paper.pk, session=session)
    policies.require(by, WRITE, row)
    if session.status != SessionStatus.CLOSED:
        row.title, row.item = LocalisedText(title), _item_of(session, item)
    row.is_closed, row.release_on = is_closed, release_on
    with refusing({"committee_only_closed_papers_are_released": _("Only a paper for members has a day of release.")}):
        row.save(update_fields=["title", "item", "is_closed", "release_on"])
    journal.write(session, "edit_paper", by=by, data={"paper": row.number, "is_closed": is_closed})
    return row


@transaction.atomic
def add_paper_text(paper: CommitteePaper, *, by: User, document: StoredFile, language: str) -> StoredFile:
    """Add a language of the paper, or a text in place of the one there is in that language."""
    session = lock_open(paper.session, by=by)
    row = CommitteePaper.objects.select_for_update(of=("self",)).get(pk=paper.pk, session=session)
    for earlier in StoredFile.objects.about(row).filter(language=language):
        files.remove(earlier, by=by, permission=WRITE)
    if StoredFile.objects.about(row).count() >= MOST_TEXTS:
        raise RefusedError(_("%(count)d texts are the most a paper has.") % {"count": MOST_TEXTS})
    document = files.attach(document, to=row, permission=READ, by=by, language=language)
    journal.write(session, "add_paper_text", by=by, data={"paper": row.number, "language": language})
    return document


@transaction.atomic
def remove_paper_text(paper: CommitteePaper, *, by: User, document: StoredFile) -> StoredFile:
    """Take a language away. The last one stays: a paper without a text is none."""
    session = lock_open(paper.session, by=by)
    row = CommitteePaper.objects.select_for_update(of=("self",)).get(pk=paper.pk, session=session)
    texts = StoredFile.objects.about(row)
    if texts.count() < 2:  # noqa: PLR2004
        raise RefusedError(_("This is the only text of the paper: add another one before you remove it."))
    document = files.remove(texts.get(pk=document.pk), by=by, permission=WRITE)
    journal.write(session, "remove_paper_text", by=by, data={"paper": row.number})
    return document


# --- By the clock ----------------------------------------------------------------------------------------------------


@transaction.atomic
def chase_papers(session: CommitteeSession, *, today: date | None = None) -> bool:
    """Tell the officers, once a due day, that items for decision have no paper; three joint working days before.

    Returns whether they were told.
    """
    row = (
        CommitteeSession.objects.select_for_update(of=("self",), skip_locked=True)
        .select_related("committee__centre__side_a", "committee__centre__side_b")
        .filter(pk=session.pk, status__in=(SessionStatus.PLANNED, SessionStatus.CONVENED))
        .first()
    )
    if row is None or row.papers_due_on is None:
        return False
    today = today or today_at(row.centre)
    if not 0 <= (row.papers_due_on - today).days <= FARTHEST or _days_left(row, today) > WARNED:
        return False
    due = row.papers_due_on.isoformat()
    told = JournalEntry.objects.about(row).filter(verb="papers_due", data__due=due)
    if told.exists() or not row.items.filter(kind=ItemKind.DECISION, papers=None).exists():
        return False
    journal.write(row, "papers_due", by=None, data={"due": due})
    signals.papers_due.send(CommitteeSession, session=row, by=None)
    return True


def _days_left(session: CommitteeSession, today: date) -> int:
    return working_days_until(session.papers_due_on or today, today, joint(*session.side_codes()))
