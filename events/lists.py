"""Lists of events and of their people to take along."""

from collections.abc import Iterator
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from core import policies
from core.filters import query_without
from core.lists import IN_PIECES, List, ordered, records, register, register_table
from core.localised import LANGUAGE_NAMES
from events.actions.approving import export_participants
from events.forms.participants import PeopleFilterForm
from events.models import Event, Participant, RegistrationField
from events.presentation import participants as words
from events.presentation.registration import written
from events.presentation.state import state_of
from events.views.editions import asked_events

EVENTS = (
    _("Number"),
    _("Name"),
    _("Programme"),
    _("Edition"),
    _("Kind"),
    _("State"),
    _("First day"),
    _("Last day"),
    _("Places"),
    _("Working languages"),
    _("Announced"),
)
PARTICIPANTS = (
    _("Family name"),
    _("Given name"),
    _("Name in own script"),
    _("E-mail address"),
    _("Country"),
    _("Organisation"),
    _("Post"),
    _("Delegation"),
    _("State"),
    _("Language of letters"),
    _("Language of interpretation"),
    _("Entered"),
    _("Badge"),
    _("Answers to the questions of the form"),
)


def _find(asking: Any) -> Any:
    _form, rows, order = asked_events(asking)
    return ordered(rows, order)


def _cells(row: Event, _asking: Any) -> list[Any]:
    return [
        row.reference,
        row.name,
        row.programme.name if row.programme else "",
        row.number,
        row.get_kind_display(),
        state_of(row).words,
        row.starts_on,
        row.ends_on,
        "; ".join(f"{stop.city}, {stop.country.name}" for stop in row.stops.all()),
        ", ".join(LANGUAGE_NAMES.get(one, one) for one in row.languages),
        row.announced_at,
    ]


register_table(
    "events.events",
    _("Events"),
    EVENTS,
    find=_find,
    cells=_cells,
    url=lambda: reverse("events:list"),
)


def _event(user: Any, query: QueryDict) -> Event:
    """The event, for those who work with its people."""
    event = Event.objects.filter(policies.q("events.view_whole", user), reference=query.get("of", "")).first()
    if event is None:
        raise PermissionDenied("events.view_whole")
    return event


def _people(user: Any, query: QueryDict) -> Any:
    return words.narrowed(_event(user, query), PeopleFilterForm(query).chosen())


def _rows(user: Any, query: QueryDict) -> Iterator[list[Any]]:
    """Newest first. The journal of the event keeps who took them."""
    event = _event(user, query)
    export_participants(event, by=user)
    questions = list(event.registration_fields.all())
    for row in ordered(_people(user, query), "-created_at").iterator(chunk_size=IN_PIECES):
        yield _person(row, questions)


def _person(row: Participant, questions: list[RegistrationField]) -> list[Any]:
    answers = [(one, row.answers[one.key]) for one in questions if one.key in row.answers]
    return [
        row.family_name,
        row.given_name,
        str(row.own_name),
        row.email,
        row.country.name if row.country else "",
        row.organisation_name,
        row.post,
        row.delegation.organisation.name if row.delegation else "",
        row.get_status_display(),
        LANGUAGE_NAMES.get(row.language, row.language),
        row.needs_language,
        row.created_at,
        row.code,
        "; ".join(f"{one.label}: {written(one, answer)}" for one, answer in answers),
    ]


register(
    List(
        "events.participants",
        _("Participants"),
        PARTICIPANTS,
        _rows,
        lambda user, query: _people(user, query).count(),
        url=lambda: reverse("events:list"),
        allowed=records(Event, "events.view_whole"),
        back=lambda query: (
            reverse("events:participants", args=[query.get("of", "")]) + f"?{query_without(query, 'of')}".rstrip("?")
        ),
    )
)
