"""Who is told of versions of a programme, and of slides that are missing."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Q, QuerySet

from events.enums import ReleaseStatus
from events.models import Contributor, Event, Participant, Release, Session
from notifications.audience.events_editions import directing, sending
from notifications.messages.kind import To
from people.audience import holders_in_centre
from people.enums import Function, Side
from people.models import User

# --- Groups ----------------------------------------------------------------------------------------------------------


def changed_sessions(release: Release) -> set[int]:
    """The sessions that differ from the version before; all of them in the first."""
    return {one["session"] for one in release.changes if one["session"]}


def coming_to(release: Release) -> QuerySet[Participant]:
    """Those who hold a place and are concerned: by a session that is for all, or by a place in a changed one."""
    changed = changed_sessions(release)
    there = Participant.objects.seated().filter(event=release.event_id, anonymised_at=None)
    is_for_all = any(one["session"] is None for one in release.changes)  # another building
    if is_for_all or Session.objects.filter(pk__in=changed, seats=None).exists():
        return there
    return there.filter(pk__in=Participant.objects.filter(seats__session__in=changed).values("pk"))


def speaking_in(release: Release) -> QuerySet[Contributor]:
    """Those with a part in a changed session, in this version or the one before: who was taken out reads of it too."""
    changed = changed_sessions(release)
    earlier = Release.objects.filter(
        event=release.event_id, status=ReleaseStatus.RELEASED, version__lt=release.version
    ).order_by("-version")
    versions = [release.programme, *earlier.values_list("programme", flat=True)[:1]]
    found = {
        person["id"]
        for programme in versions
        for session in (*programme["sessions"], *programme["cancelled"])
        if session["id"] in changed
        for person in session["people"]
    }
    return Contributor.objects.filter(pk__in=found)


def officers_of(event: Event) -> QuerySet[User]:
    return holders_in_centre(event.centre_id, Function.OFFICER)


# --- Audiences: each takes what its signal says ----------------------------------------------------------------------


def told_proposed(*, release: Release, **_said: Any) -> Iterable[User]:
    return directing(release.event)


def told_key(*, release: Release, side: str, **_said: Any) -> Iterable[User]:
    """The other side: its key is the one that is missing."""
    other = Side.B if side == Side.A else Side.A
    return holders_in_centre(release.event.centre_id, Function.CO_DIRECTOR, side=other)


def told_withdrawn(*, release: Release, **_said: Any) -> Iterable[User]:
    return [*directing(release.event), *officers_of(release.event)]


def told_released(*, release: Release, **_said: Any) -> Iterable[User]:
    """People with an account: those who come, those who speak, focal points and contact points, both co-directors."""
    people = User.objects.filter(
        Q(pk__in=coming_to(release).values("user")) | Q(pk__in=speaking_in(release).values("user"))
    )
    return [*people, *sending(release.event), *directing(release.event), *officers_of(release.event)]


def told_released_by_letter(*, release: Release, **_said: Any) -> Iterable[To]:
    """Those who come, or speak, and have no account. No letter speaks of an event that is not announced."""
    if release.event.announced_at is None:
        return []
    rows: list[Participant | Contributor] = [
        *coming_to(release).filter(user=None),
        *speaking_in(release).filter(user=None).exclude(email=""),
    ]
    return [To(address=row.email, language=row.language, country=row.country_id) for row in rows]


def told_slides(*, contributor: Contributor, **_said: Any) -> Iterable[To]:
    """The speaker: by the inbox where there is an account, else at the address entered."""
    if contributor.user is not None:
        return [To(contributor.user)]
    return [To(address=contributor.email, language=contributor.language, country=contributor.country_id)]
