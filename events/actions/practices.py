"""Which practices of the library a session presents."""

from django.db import transaction
from django.utils.translation import gettext as _

from core import journal, policies
from core.refusal import RefusedError, refusing
from events.models import Session, SessionPractice
from people.models import User
from practices.models import Practice

MOST = 12


@transaction.atomic
def link_practice(session: Session, *, by: User, practice: Practice) -> SessionPractice:
    """Name a practice in a session. Refused for what is not published, for the same one twice, and beyond a dozen.

    The programme stays as it was released: what was presented is often said afterwards.
    """
    policies.require(by, "events.link_practice", session)
    row = Session.objects.select_for_update(of=("self",), no_key=True).get(pk=session.pk)
    if not practice.is_public:
        raise RefusedError(_("Only a published practice can be named in a session."))
    if row.practices.count() >= MOST:
        raise RefusedError(_("A session names %(most)d practices at most.") % {"most": MOST})
    with refusing({"one_practice_a_session": _("The practice is named in this session already.")}):
        link = SessionPractice.objects.create(session=row, practice=practice, by=by)
    journal.write(row, "link_practice", by=by, data={"practice": practice.reference})
    return link


@transaction.atomic
def unlink_practice(link: SessionPractice, *, by: User) -> None:
    """Take a practice out of a session again. Nothing happens when a colleague has done so."""
    policies.require(by, "events.link_practice", link.session)
    gone, _rows = SessionPractice.objects.filter(pk=link.pk).delete()
    if gone:
        journal.write(link.session, "unlink_practice", by=by, data={"practice": link.practice.reference})
