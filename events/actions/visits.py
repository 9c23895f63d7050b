"""What a site visit needs beside its line in the timetable: the host, the rules, groups, and what people noted."""

from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core import journal, policies
from core.refusal import RefusedError, refusing
from events.models import Session, Visit, VisitGroup, VisitNote
from people.models import User

FACTS = (
    "organisation",
    "address",
    "contact_name",
    "contact_phone",
    "contact_email",
    "departs_at",
    "meeting_point",
    "needs_passport",
    "dress",
    "photography",
    "access",
    "gate_list_due_at",
)
OVERSOLD: dict[str, str | Promise] = {
    "group_never_oversold": gettext_lazy("More people are in the group than that."),
}


def _lock(session: Session) -> Session:
    return Session.objects.select_for_update(no_key=True, of=("self",)).select_related("event").get(pk=session.pk)


@transaction.atomic
def save_visit(session: Session, *, by: User, **values: Any) -> Visit:
    """Say who receives the visitors, where they meet, and what the host asks of them.

    Refused when the list for the gate would be due after the visit. A due time that is moved is reminded of anew.
    """
    row = _lock(session)
    policies.require(by, "events.edit_visit", row)
    if unknown := set(values) - set(FACTS):
        message = f"A visit has no {sorted(unknown)}"
        raise ValueError(message)
    due_at, begins = values.get("gate_list_due_at"), row.starts_at
    if due_at and begins and due_at >= begins:
        raise RefusedError(_("The list for the gate is due before the visit begins."))
    if values.get("departs_at") and row.ends_at and values["departs_at"] >= row.ends_at:
        raise RefusedError(_("One departs before the visit ends."))
    visit = Visit.objects.filter(session=row).first() or Visit(session=row)
    changed = [name for name, value in values.items() if getattr(visit, name) != value]
    for name in changed:
        setattr(visit, name, values[name])
    if "gate_list_due_at" in changed:
        visit.gate_reminded_at = None
    visit.save()
    if changed:
        journal.write(row, "save_visit", by=by, data={"fields": changed})
    return visit


@transaction.atomic
def save_group(session: Session, *, by: User, group: VisitGroup | None = None, **values: Any) -> VisitGroup:
    """Add a group to the visit, or change one. Refused with fewer seats than are taken in it."""
    row = _lock(session)
    policies.require(by, "events.edit_visit", row)
    visit, _made = Visit.objects.get_or_create(session=row)
    group = group or VisitGroup(visit=visit, position=visit.groups.count() + 1)
    for name, value in values.items():
        setattr(group, name, value)
    with refusing(OVERSOLD):
        fields = None if group.pk is None else [*values]
        group.save(update_fields=fields)  # never the counter: the trigger keeps it
    journal.write(row, "save_group", by=by, data={"group": group.pk})
    return group


@transaction.atomic
def remove_group(group: VisitGroup, *, by: User) -> None:
    """Take a group away. Its people keep their seat on the visit, and are without a group."""
    row = _lock(group.visit.session)
    policies.require(by, "events.edit_visit", row)
    group.booked.update(group=None)
    journal.write(row, "remove_group", by=by, data={"group": group.pk})
    group.delete()


@transaction.atomic
def write_visit_note(session: Session, *, by: User, text: str, language: str) -> VisitNote:
    """Note something about the visit, for everybody with a part in the event. Refused before the visit has begun."""
    policies.require(by, "events.write_visit_note", session)
    if session.starts_at is None or session.starts_at > timezone.now():
        raise RefusedError(_("The visit has not begun yet: notes are taken there."))
    if not text.strip():
        raise RefusedError(_("Write the note."))
    note = VisitNote.objects.create(session=session, by=by, text=text.strip(), language=language)
    journal.write(session, "write_visit_note", by=by, data={"note": note.pk})
    return note


@transaction.atomic
def remove_visit_note(note: VisitNote, *, by: User) -> None:
    """Take a note away: its author, or an officer."""
    if note.by_id != by.pk:
        policies.require(by, "events.edit_visit", note.session)
    journal.write(note.session, "remove_visit_note", by=by, data={"note": note.pk})
    note.delete()
