"""What each delegation of an event has handed in, and what it still owes. Reads only, a handful of queries for all."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import CharField, Count, Exists, OuterRef, Q, TextChoices, Value
from django.utils.translation import gettext_lazy as _

from events.enums import DelegationStatus, EventStatus, Mode, PaperKind, ParticipantStatus, PlanStatus, VisaState
from events.models import ActionPlan, Delegation, DelegationPaper, Event, Material, Participant

TRAVELS = (Mode.INVITATIONAL, Mode.HYBRID)  # elsewhere nobody of a delegation crosses a border
VISA_SETTLED = (VisaState.GRANTED, VisaState.NOT_NEEDED)


class Item(TextChoices):
    """What a delegation owes, in the order of the grid."""

    NOMINEES = "nominees", _("Nominees and alternates")
    LETTER = "letter", _("Nomination letter")
    ARRIVAL = "arrival", _("Arrival")
    VISA = "visa", _("Visa")
    COUNTRY_REPORT = "country_report", _("Country report")
    SLIDES = "slides", _("Slides")
    TRANSLATION = "translation", _("Translation of the slides")
    PLAN = "plan", _("Action plan")


class State(TextChoices):
    """How far an item is."""

    IN = "in", _("In")
    PART = "part", _("In part")
    MISSING = "missing", _("Missing")
    NOT_DUE = "not_due", _("Not due")


PAPERS = {
    Item.LETTER: PaperKind.NOMINATION,
    Item.COUNTRY_REPORT: PaperKind.COUNTRY_REPORT,
    Item.SLIDES: PaperKind.SLIDES,
    Item.TRANSLATION: PaperKind.TRANSLATION,
}


@dataclass(frozen=True)
class Cell:
    """One item of one delegation: how far it is, of how many how many; for nominees also the alternates."""

    item: Item
    state: State
    done: int = 0
    of: int = 0
    alternates: int = 0

    @property
    def is_owed(self) -> bool:
        return self.state in (State.MISSING, State.PART)


def items_of(event: Event) -> list[Item]:
    """The items that this event asks for; once it is closed nobody travels, and the facts of journeys are destroyed."""
    travels = event.mode in TRAVELS and event.status != EventStatus.CLOSED
    return [item for item in Item if travels or item not in (Item.ARRIVAL, Item.VISA)]


def completeness_of(
    event: Event, delegations: Sequence[Delegation], *, today: date | None = None
) -> dict[int, list[Cell]]:
    """The cells of each delegation, by its number: two queries, however many delegations and people there are."""
    people = _people(delegations)
    papers = _papers(delegations)
    wanted = items_of(event)
    begun = event.has_begun(today)
    return {
        row.pk: [_cell(item, row, people.get(row.pk, {}), papers[row.pk], begun=begun) for item in wanted]
        for row in delegations
    }


def missing_of(event: Event, delegations: Sequence[Delegation], items: Iterable[Item]) -> dict[int, list[str]]:
    """Which of the items each delegation owes today."""
    wanted = set(items)
    return {
        pk: [str(cell.item) for cell in cells if cell.is_owed and cell.item in wanted]
        for pk, cells in completeness_of(event, delegations).items()
    }


def _people(delegations: Sequence[Delegation]) -> dict[int, dict[str, Any]]:
    seated = Q(status__in=ParticipantStatus.seated())
    alternates = Q(is_alternate=True, status__in=(*ParticipantStatus.in_quota(), ParticipantStatus.RESERVE))
    planned = ActionPlan.objects.filter(
        participant=OuterRef("pk"), status__in=(PlanStatus.SUBMITTED, PlanStatus.ENDORSED)
    )
    rows = (
        Participant.objects.filter(delegation__in=[row.pk for row in delegations])
        .annotate(has_plan=Exists(planned))
        .order_by()
        .values("delegation")
        .annotate(
            seated=Count("pk", filter=seated),
            alternates=Count("pk", filter=alternates),
            arrivals=Count("pk", filter=seated & Q(arrival_known=True)),
            visas=Count("pk", filter=seated & Q(visa__in=VISA_SETTLED)),
            plans=Count("pk", filter=seated & Q(has_plan=True)),
        )
    )
    return {row["delegation"]: dict(row) for row in rows}


def _papers(delegations: Sequence[Delegation]) -> dict[int, set[str]]:
    """The kinds of papers that are in; slides may lie with the session in which the delegation presents."""
    pks = [row.pk for row in delegations]
    handed_in = DelegationPaper.objects.filter(delegation__in=pks, superseded_at=None)
    shown = Material.objects.filter(is_slides=True, session__delegation__in=pks)
    slides = Value(PaperKind.SLIDES.value, output_field=CharField())
    rows = handed_in.order_by().values_list("delegation", "kind")
    found: dict[int, set[str]] = defaultdict(set)
    for pk, kind in rows.union(shown.order_by().values_list("session__delegation", slides)):
        found[pk].add(kind)
    return found


def _cell(item: Item, row: Delegation, people: dict[str, Any], papers: set[str], *, begun: bool) -> Cell:
    seated = people.get("seated", 0)
    if item == Item.NOMINEES:
        came_in = row.status in (DelegationStatus.SUBMITTED, DelegationStatus.FORWARDED)
        state = (State.IN if came_in else State.PART) if row.nominees else State.MISSING
        return Cell(item, state, row.nominees, row.quota, people.get("alternates", 0))
    if item in PAPERS:
        return Cell(item, State.IN if PAPERS[item] in papers else State.MISSING)
    done = people.get({Item.ARRIVAL: "arrivals", Item.VISA: "visas", Item.PLAN: "plans"}[item], 0)
    if not seated or (item == Item.PLAN and not begun):
        return Cell(item, State.NOT_DUE, done, seated)
    state = State.IN if done == seated else State.PART if done else State.MISSING
    return Cell(item, state, done, seated)
