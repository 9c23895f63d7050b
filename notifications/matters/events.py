"""Events and what belongs to them as something that people are told about."""

from collections.abc import Callable
from typing import Any

from django.db.models import Model, QuerySet
from django.utils.translation import gettext_lazy as _

from events.models import (
    ActionPlan,
    Certificate,
    CertificateRun,
    Delegation,
    Event,
    Minutes,
    Outcome,
    Participant,
    ParticipantList,
    Questionnaire,
    Release,
    Session,
    TripReport,
)
from notifications.matters.matter import Matter, reasons
from people.models import Country, User

CENTRE = "centre__side_a__calendar", "centre__side_b__calendar"


def _event_of(record: Any) -> Event:
    if isinstance(record, Event):
        return record
    return record.event if hasattr(record, "event") else _event_of(record.participant)


def _across(record: Any, country: Country | None) -> str:
    """The side of the centre that is not the reader's own."""
    centre = _event_of(record).centre
    if country is None:
        return ""
    return next((side for side in (centre.side_b_id, centre.side_a_id) if side != country.pk), "")


def _seen(model: type[Model], *related: str) -> Callable[[User | None], QuerySet[Any]]:
    """What the reader may see now; a letter to an address may speak of what it was written about."""

    def visible(reader: Any) -> QuerySet[Any]:
        manager: Any = model._default_manager
        return (manager.visible_to(reader) if reader else manager.all()).select_related(*related)

    return visible


def _matter(model: type[Model], path: str, *related: str) -> Matter:
    """A record that belongs to an event by `path`."""
    joined = [f"{path}__{name}" if path else name for name in CENTRE]
    return Matter(
        model,
        _seen(model, *joined, *([path] if path else []), *related),
        label=_("Event"),
        number="reference" if model is Event else "",
        across=_across,
        quote=reasons,
    )


MATTERS = [
    _matter(Event, "", "programme"),
    _matter(Release, "event"),
    _matter(Session, "event", "stop"),
    _matter(Delegation, "event", "organisation", "country"),
    _matter(Participant, "event", "country", "delegation__organisation"),
    _matter(ParticipantList, "event"),
    _matter(Questionnaire, "event"),
    _matter(Minutes, "event"),
    _matter(Outcome, "event", "country", "carried_from__event"),
    _matter(ActionPlan, "participant__event"),
    _matter(TripReport, "participant__event"),
    _matter(CertificateRun, "event"),
    _matter(Certificate, "participant__event"),
]
