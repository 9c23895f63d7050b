"""Badges of an event: who is printed on which sheet. Reads only."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db.models import QuerySet
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from core.localised import LANGUAGES, active_language
from events.models import Event, Participant
from papers import badges

PART = 96  # badges in one file: twelve sheets, some seconds of work for the one who waits
LISTED = 6  # files that stand as links; of more than that one is asked for by its number


def seated(event: Event) -> QuerySet[Participant]:
    """Those who get one, in the order of their names."""
    rows = event.participants.seated().select_related("country", "delegation__organisation")
    return rows.order_by("family_name", "given_name", "pk")


@dataclass(frozen=True)
class Files:
    """The files with the badges of all: number, first and last badge of each; only how many there are of a crowd."""

    number: int
    listed: list[tuple[int, int, int]]


def files_of(badges: int) -> Files:
    """The files that hold so many badges."""
    starts = range(0, badges, PART)
    if len(starts) > LISTED:
        return Files(len(starts), [])
    return Files(len(starts), [(start // PART + 1, start + 1, min(start + PART, badges)) for start in starts])


def sheet_of(event: Event, people: Iterable[Participant]) -> bytes:
    """The badges as PDF, in the first working language of the event that papers are written in."""
    language = next((code for code in event.languages if code in LANGUAGES), active_language())
    with translation.override(language):
        drawn = [badge_of(event, one) for one in people]
        title = _("Badges: %(event)s") % {"event": event.name}
        return badges.pdf(drawn, event=event.name, title=title, language=language)


def badge_of(event: Event, participant: Participant) -> badges.Badge:
    """`link` opens the page that marks the person as present, for whoever has that duty."""
    address = reverse("events:attendance_code", args=[event.reference])
    body: Any = participant.organisation_name
    if not body and participant.delegation:
        body = participant.delegation.organisation.name
    return badges.Badge(
        name=participant.latin_name,
        own_name=participant.own_name or "",
        role=role_of(participant),
        country=participant.country.name,
        body=body,
        code=participant.code,
        link=f"{settings.SITE_URL}{address}?code={participant.code}",
    )


def role_of(participant: Participant) -> str:
    """What stands in the band at the foot of the badge."""
    if participant.delegation is None:
        return _("Participant")
    if participant.delegation.head_id == participant.pk:
        return _("Head of delegation")
    return _("Delegate")
