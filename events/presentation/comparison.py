"""The editions of a programme side by side. Reads only: four queries, however many editions."""

from dataclasses import dataclass, field
from typing import Any

from django.db.models import Count, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce

from events.enums import OutcomeStatus, ParticipantStatus
from events.models import Event, Outcome, Participant, Programme
from events.presentation.followup_figures import with_plans
from events.presentation.ratings import ratings_of
from events.presentation.state import State, state_of

EDITIONS = 20  # shown side by side; older ones are found in the list


@dataclass(frozen=True)
class Edition:
    """One column of the comparison; a share is (done, of how many)."""

    event: Event
    state: State
    states: int
    people: int
    decisions: tuple[int, int]
    plans: tuple[int, int]
    rating: Any = None
    places: list[Any] = field(default_factory=list)


def editions_of(programme: Programme, user: Any) -> list[Edition]:
    """The latest editions that this reader may see, newest first."""
    seated = Participant.objects.filter(event=OuterRef("pk"), status__in=ParticipantStatus.seated()).order_by()
    outcomes = Outcome.objects.filter(event=OuterRef("pk")).order_by()

    def counted(rows: Any, what: Any) -> Any:
        return Coalesce(Subquery(rows.values("event").annotate(n=what).values("n")), 0)

    rows = Event.objects.visible_to(user).filter(programme=programme).for_list()
    events: list[Any] = list(
        with_plans(rows)
        .annotate(
            states=counted(seated, Count("country", distinct=True)),
            outcomes_all=counted(outcomes, Count("pk")),
            outcomes_done=counted(outcomes, Count("pk", filter=Q(status=OutcomeStatus.DONE))),
        )
        .order_by("-starts_on", "-pk")[:EDITIONS]
    )
    ratings = ratings_of(programme)
    return [
        Edition(
            event,
            state_of(event),
            event.states,
            event.seats_taken,
            (event.outcomes_done, event.outcomes_all),
            (event.plans["done"], event.plans["endorsed"]),
            ratings.get(event.pk),
            list(event.stops.all()),
        )
        for event in events
    ]
