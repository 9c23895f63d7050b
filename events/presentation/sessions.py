"""What the page of a session adds for those who plan: its buttons, its history, its line in the released version."""

from collections.abc import Iterable
from datetime import date, datetime

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from core.localised import LocalisedText
from events.models import Event, Release, Session, Stop
from events.presentation.page import Link
from events.versions import Plain

PHRASES: dict[str, str | Promise] = {
    "add_session": _("Session added to the draft"),
    "edit_session": _("Session edited"),
    "move_session": _("Session moved"),
    "swap_sessions": _("Changed places with another session"),
    "cancel_session": _("Session cancelled"),
    "restore_session": _("Session restored"),
    "add_part": _("Person put into the session"),
    "edit_part": _("Part of a person changed"),
    "remove_part": _("Person taken out of the session"),
    "link_practice": _("Practice named"),
    "unlink_practice": _("Practice taken out"),
}


def buttons_of(row: Session, *, may_edit: bool) -> list[Link]:
    """What a planner can do with the session now."""
    if not may_edit:
        return []
    if row.cancelled_at:
        names = [("restore_session", _("Restore the session"))]
    else:
        names = [
            ("edit_session", _("Edit the session")),
            ("move_session", _("Move to another day, time or room")),
            *([("swap_sessions", _("Change places with another session"))] if row.starts_at else []),
            ("add_part", _("Put a person into it")),
            ("cancel_session", _("Cancel the session")),
        ]
    if not row.is_released:
        names.append(("delete_session", _("Delete the session")))
    return [Link(label, reverse(f"events:{name}", args=[row.event.reference, row.pk])) for name, label in names]


def find_entry(event: Event, pk: int) -> Plain | None:
    """The session as visitors see it now; None when they do not."""
    plain = event.released.programme if event.released else {}
    return next((one for one in plain.get("sessions", ()) if one["id"] == pk), None)


def show_released(event: Event, sessions: Iterable[Session]) -> None:
    """Give sessions the title, time, place and state of the released programme, to be shown to those who do not plan.

    Their rows hold the draft, which is the business of officers and co-directors until it is released. One query, none
    where no session is released. The rows are never saved after this.
    """
    shown = {one.pk: one for one in sessions if one.is_released}
    if not shown or event.released_id is None:
        return
    programme = Release.objects.values_list("programme", flat=True).get(pk=event.released_id)
    _show(shown, programme)


def show_released_of(sessions: Iterable[Session]) -> None:
    """The same for sessions of several events, whose rows hold their `event`. One query, whoever asks."""
    shown = {one.pk: one for one in sessions if one.is_released}
    releases = {pk for one in shown.values() if (pk := one.event.released_id)}
    for programme in Release.objects.filter(pk__in=releases).values_list("programme", flat=True) if releases else ():
        _show(shown, programme)


def _show(shown: dict[int, Session], programme: Plain) -> None:
    held = [(one, False) for one in programme["sessions"]]
    for entry, is_gone in [*held, *((one, True) for one in programme.get("cancelled", ()))]:
        if row := shown.get(entry["id"]):
            _take_over(row, entry)
            row.cancelled_at = (row.cancelled_at or row.updated_at) if is_gone else None


def _take_over(row: Session, entry: Plain) -> None:
    row.title, row.abstract = LocalisedText(entry["title"]), LocalisedText(entry["abstract"])
    row.day = date.fromisoformat(entry["day"]) if entry["day"] else None
    row.starts_at = datetime.fromisoformat(entry["starts_at"]) if entry["starts_at"] else None
    row.ends_at = datetime.fromisoformat(entry["ends_at"]) if entry["ends_at"] else None
    if entry["stop"] != row.stop_id:
        row.stop = Stop.objects.filter(pk=entry["stop"]).first() or row.stop
