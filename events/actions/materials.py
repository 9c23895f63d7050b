"""What was shown and handed out: added, corrected, taken away; and chasing slides that are missing."""

from typing import Any

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from core import journal, policies
from core.models import JournalEntry
from core.refusal import RefusedError
from events import signals
from events.actions.slides import SPEAKING
from events.enums import EventStatus
from events.models import Contributor, Event, Material, Session, SessionPart
from files import actions as files
from files.models import StoredFile
from people.models import User

PERMISSION = "events.view_material"
FACTS = ("title", "language", "licence", "audience", "is_slides", "contributor")
MOST = 200  # of one session, or of the event itself: a page that one can still look through


@transaction.atomic
def add_material(
    event: Event,
    *,
    by: User,
    session: Session | None = None,
    file: StoredFile | None = None,
    url: str = "",
    **facts: Any,
) -> Material:
    """Add a file or an address, to a session or to the whole event; its audience reads it from now on.

    Officers add to everything; speakers, and whoever presents with a delegation, to their own sessions. What a speaker
    adds is his own, unless somebody else is named.
    """
    if session is None:
        policies.require(by, "events.add_material", event)
    else:
        policies.require(by, "events.add_session_material", session)
    if bool(file) == bool(url):
        raise RefusedError(_("Choose a file, or write an address: one of the two."))
    if Material.objects.filter(event=event, session=session).count() >= MOST:
        raise RefusedError(_("There are 200 materials already. Remove one first."))
    row = Material(event=event, session=session, by=by, file=file, url=url)
    _write(row, facts)
    if session is not None and row.contributor is None:
        row.contributor = Contributor.objects.filter(user=by, parts__session=session).first()
    row.save()
    if file is not None:
        files.attach(file, to=row, permission=PERMISSION, by=by, language=row.language)
    journal.write(row, "add_material", by=by, data={"session": session.pk if session else None})
    return row


@transaction.atomic
def edit_material(
    material: Material, *, by: User, file: StoredFile | None = None, url: str = "", **facts: Any
) -> Material:
    """Correct what is said of a material, or put another file or address in its place. The old file goes at once."""
    row = Material.objects.select_for_update(of=("self",)).select_related("event", "file").get(pk=material.pk)
    policies.require(by, "events.edit_material", row)
    if file is not None and url:
        raise RefusedError(_("Choose a file, or write an address: one of the two."))
    old = row.file
    if file is not None:
        row.file, row.url = file, ""
    elif url:
        row.file, row.url = None, url
    elif row.file is None:
        raise RefusedError(_("Choose a file, or write an address: one of the two."))
    _write(row, facts)
    row.save()
    if file is not None:
        files.attach(file, to=row, permission=PERMISSION, by=by, language=row.language)
    if old is not None and old.pk != row.file_id:
        files.remove(old, by=by, permission="events.edit_material")
    journal.write(row, "edit_material", by=by)
    return row


@transaction.atomic
def remove_material(material: Material, *, by: User) -> None:
    """Take a material away: nobody opens it from now on, and it does not come back."""
    row = Material.objects.select_for_update(of=("self",)).select_related("event", "file").get(pk=material.pk)
    policies.require(by, "events.edit_material", row)
    journal.write(row.event, "remove_material", by=by, data={"material": row.pk, "session": row.session_id})
    if row.file is not None:
        files.remove(row.file, by=by, permission="events.edit_material")
    row.delete()


def _write(row: Material, facts: dict[str, Any]) -> None:
    if unknown := set(facts) - set(FACTS):
        message = f"A material has no {sorted(unknown)}"
        raise ValueError(message)
    for name, value in facts.items():
        setattr(row, name, value)
    if row.session is None:
        row.is_slides, row.contributor = False, None


# --- Slides ----------------------------------------------------------------------------------------------------------


def missing_slides(event: Event) -> QuerySet[SessionPart]:
    """The parts of those who speak in a released session to come, whose slides are expected and not there."""
    given = Material.objects.filter(
        Q(contributor=OuterRef("contributor")) | Q(contributor=None), session=OuterRef("session"), is_slides=True
    )
    return SessionPart.objects.filter(
        ~Exists(given),
        role__in=SPEAKING,
        starts_at__gt=timezone.now(),
        session__event=event,
        session__expects_slides=True,
        session__is_released=True,
    ).select_related("session__stop", "contributor__user", "contributor__country")


@transaction.atomic
def chase_slides(event: Event, *, by: User) -> int:
    """Remind every speaker whose slides are missing, now and at once; returns how many.

    Refused when nobody can be reminded, and when they were today already: the clock reminds them too.
    """
    policies.require(by, "events.add_material", event)
    row = Event.objects.select_for_update(of=("self",), no_key=True).get(pk=event.pk)
    if row.status != EventStatus.ANNOUNCED:
        raise RefusedError(_("The event is not held any more: nobody is reminded."))
    last = JournalEntry.objects.about(row).filter(verb="chase_slides").order_by("-pk").first()
    today = timezone.localdate()
    if last is not None and timezone.localdate(last.at) == today:
        raise RefusedError(_("They were reminded today already."))
    parts = [one for one in missing_slides(row)[:MOST] if one.contributor.user or one.contributor.email]
    if not parts:
        raise RefusedError(_("Nobody owes slides."))
    journal.write(row, "chase_slides", by=by, data={"people": len(parts)})
    for part in parts:
        signals.slides_missing.send(
            Session, session=part.session, contributor=part.contributor, by=by, stage=today.isoformat()
        )
    return len(parts)
