"""The next edition, begun from the last: each part is copied by a small cloner, and can be left out."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import models, transaction
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core import journal
from core.localised import LocalisedText
from core.refusal import RefusedError, refusing
from events.actions.editions import SENTENCES, index, next_reference
from events.actions.wrapup import carry_outcomes
from events.enums import DelegationStatus, Duty, EventStatus, QuestionnaireStatus, SubjectKind
from events.models import Delegation, Event, EventOfficer
from people.enums import Function
from people.models import User


@dataclass
class Copy:
    """A copy on its way: from which event to which, by how many days, and what has become of each row."""

    source: Event
    target: Event
    by: User
    became: dict[models.Model, models.Model] = field(default_factory=dict)

    @property
    def shift(self) -> timedelta:
        return self.target.starts_on - self.source.starts_on

    def copy(self, row: models.Model, **values: Any) -> Any:
        """One row again, as a new one."""
        new: Any = type(row)._base_manager.get(pk=row.pk)
        new.pk, new._state.adding = None, True
        if hasattr(new, "event_id"):
            new.event = self.target
        for name, value in values.items():
            setattr(new, name, value)
        new.save()
        self.became[row] = new
        return new


def _bodies(copy: Copy) -> None:
    for body in copy.source.bodies.all():
        copy.copy(body)


def _places(copy: Copy) -> None:
    for track in copy.source.tracks.all():
        copy.copy(track)
    for stop in copy.source.stops.prefetch_related("rooms"):
        new = copy.copy(stop, starts_on=stop.starts_on + copy.shift, ends_on=stop.ends_on + copy.shift)
        for room in stop.rooms.all():
            copy.copy(room, stop=new)


def _sessions(copy: Copy) -> None:
    for session in copy.source.sessions.filter(cancelled_at=None).select_related("stop", "room", "track"):
        moved = (
            {
                "day": session.day + copy.shift,
                "starts_at": session.starts_at + copy.shift,
                "ends_at": session.ends_at + copy.shift,
            }
            if session.day and session.starts_at and session.ends_at
            else {}
        )
        copy.copy(
            session,
            **moved,
            stop=copy.became[session.stop],
            room=copy.became[session.room] if session.room else None,
            track=copy.became.get(session.track) if session.track else None,
            delegation=None,
            seats_taken=0,
            sequence=0,
            is_released=False,
            updated_at=timezone.now(),
        )


def _people(copy: Copy) -> None:
    for session in copy.source.sessions.filter(cancelled_at=None).prefetch_related("parts"):
        for part in session.parts.all():
            copy.copy(part, session=copy.became[session])


def _invitations(copy: Copy) -> None:
    coming = copy.source.delegations.exclude(status=DelegationStatus.CANCELLED)
    Delegation.objects.bulk_create(
        Delegation(event=copy.target, organisation_id=one.organisation_id, country_id=one.country_id, quota=one.quota)
        for one in coming
    )


def _registration(copy: Copy) -> None:
    for one in copy.source.registration_fields.all():
        copy.copy(one)


def _questionnaires(copy: Copy) -> None:
    """Those about the whole event; those about a session belong to a session that may not be held again."""
    for one in copy.source.questionnaires.filter(subject=SubjectKind.EDITION).prefetch_related("questions"):
        new = copy.copy(one, status=QuestionnaireStatus.DRAFT, opened_at=None, closes_at=None, reminded_at=None)
        for question in one.questions.all():
            copy.copy(question, questionnaire=new)


def _actions(copy: Copy) -> None:
    carry_outcomes(copy.source, to=copy.target, by=copy.by)


@dataclass(frozen=True)
class Part:
    """A part of an edition that can be taken over, the parts it needs, and whether it is usually wanted."""

    label: Promise
    clone: Callable[[Copy], None]
    needs: tuple[str, ...] = ()
    usual: bool = True


PARTS: dict[str, Part] = {
    "bodies": Part(gettext_lazy("Hosts, organisers and funders"), _bodies),
    "places": Part(gettext_lazy("Places, rooms and tracks"), _places),
    "sessions": Part(gettext_lazy("Sessions, moved to the new days"), _sessions, needs=("places",)),
    "people": Part(gettext_lazy("Speakers, chairs and interpreters"), _people, needs=("sessions",), usual=False),
    "invitations": Part(gettext_lazy("Invited bodies; the invitations are not sent"), _invitations),
    "registration": Part(gettext_lazy("Questions of the registration"), _registration),
    "questionnaires": Part(gettext_lazy("Questionnaires about the whole event"), _questionnaires),
    "actions": Part(gettext_lazy("Open actions of the last edition"), _actions),
}
KEPT = (
    "kind",
    "mode",
    "name",
    "description",
    "languages",
    "agreement",
    "agreement_note",
    "is_public",
    "quota",
    "needs_approval",
    "capacity",
    "certificate_share",
    "hours",
)


@transaction.atomic
def clone_event(event: Event, *, by: User, starts_on: date, number: int | None, parts: Iterable[str]) -> Event:
    """Begin the next edition on `starts_on`, with the chosen parts of this one moved by as many days.

    Dates of nomination and registration are not taken over: they are set anew. Refused when a part is chosen without
    the part it needs, when the new edition does not come later, and when the next edition exists already.
    """
    if event.centre_id not in by.standing.centre_ids(Function.OFFICER):
        raise PermissionDenied("events.create")
    chosen = set(parts)
    for name in chosen:
        if missing := [need for need in PARTS[name].needs if need not in chosen]:
            raise RefusedError(
                _("“%(part)s” needs “%(need)s”.") % {"part": PARTS[name].label, "need": PARTS[missing[0]].label}
            )
    if starts_on <= event.starts_on:
        raise RefusedError(_("The next edition begins after this one."))
    length = event.ends_on - event.starts_on
    with refusing(SENTENCES):
        target = Event.objects.create(
            centre=event.centre,
            programme=event.programme,
            reference=next_reference(starts_on.year),
            number=number,
            year=starts_on.year,
            starts_on=starts_on,
            ends_on=starts_on + length,
            cloned_from=event,
            theme=LocalisedText(),
            **{name: getattr(event, name) for name in KEPT},
        )
    EventOfficer.objects.create(event=target, user=by, duty=Duty.LEAD)
    copy = Copy(event, target, by)
    for name, part in PARTS.items():  # in the order of the table, so that what is needed comes first
        if name in chosen:
            part.clone(copy)
    index(target)
    journal.write(
        target, "clone", by=by, to_state=EventStatus.PLANNED, data={"from": event.pk, "parts": sorted(chosen)}
    )
    return target
