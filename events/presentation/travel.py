"""Travel facts and the board of the travel desk, as pages show them. Reads only; who opens facts is for the acts."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Count, Q, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from core.models import JournalEntry
from events.enums import VisaState
from events.models import Event, Participant, Session, Stop, TravelFile
from events.travel import (
    CONSENTS,
    DAYS,
    MOMENTS,
    VISA_SETTLED,
    Answer,
    Opened,
    Part,
    PassportType,
    Sex,
    missing_parts,
)

SEEN = 30  # openings shown to the person
LABELS: dict[str, str | Promise] = {
    "passport_type": _("Kind of passport"),
    "passport_number": _("Number of the passport"),
    "passport_expires_on": _("Valid until"),
    "nationality": _("Nationality, as in the passport"),
    "birth_on": _("Date of birth"),
    "birth_place": _("Place of birth"),
    "sex": _("Sex, as in the passport"),
    "arrives_at": _("Day and time of arrival"),
    "arrives_by": _("Flight or train of arrival"),
    "arrives_to": _("Airport or station of arrival"),
    "departs_at": _("Day and time of departure"),
    "departs_by": _("Flight or train of departure"),
    "departs_from": _("Airport or station of departure"),
    "hotel": _("Hotel and room"),
    "hotel_from": _("First night"),
    "hotel_until": _("Leaves the hotel on"),
    "diet": _("Diet"),
    "access_needs": _("Access needs"),
    "emergency_name": _("Whom to call"),
    "emergency_phone": _("Telephone number to call"),
    "insurance": _("Insurance: company and number"),
}
CHOICES: dict[str, dict[str, str | Promise]] = {
    "passport_type": dict(PassportType.choices),
    "sex": dict(Sex.choices),
}
# What was done with the facts of a person, as that person reads it.
OPENINGS = {
    "view_travel": _("Your travel facts were opened"),
    "write_visa_letter": _("Your visa support letter was written"),
    "view_arrivals": _("The journeys of all participants were opened"),
    "make_gate_list": _("A list for the gate with your name was made"),
    "edit_travel": _("Your travel facts were changed"),
}
VISA_SHAPES = {
    VisaState.UNKNOWN: "is-late",
    VisaState.LETTER_SENT: "is-going",
    VisaState.REFUSED: "is-stopped",
    VisaState.GRANTED: "is-done",
    VisaState.NOT_NEEDED: "is-done",
}


@dataclass(frozen=True)
class Fact:
    """One line. `day` and `moment` are drawn with their clocks, `stop` says where the moment is."""

    label: str | Promise
    text: str | Promise = ""
    day: date | None = None
    moment: datetime | None = None
    on: date | None = None
    stop: Stop | None = None


def facts_of(opened: Opened, stops: list[Stop]) -> list[Fact]:
    """What is known of a journey, in the order of the form."""
    return [_fact(name, opened.facts[name], stops) for name in LABELS if name in opened.facts]


def _fact(name: str, value: Any, stops: list[Stop]) -> Fact:
    label = LABELS[name]
    if name in DAYS:
        return Fact(label, day=value)
    if name in MOMENTS:
        stop = (stops[0] if name == "arrives_at" else stops[-1]) if stops else None
        return Fact(label, moment=value, on=value.astimezone(stop.tz).date() if stop else None, stop=stop)
    return Fact(label, CHOICES[name].get(value, value) if name in CHOICES else value)


@dataclass(frozen=True)
class Consented:
    """What the person answered to one question of consent."""

    label: str | Promise
    words: str | Promise
    shape: str
    on: date | None


def consents_of(opened: Opened) -> list[Consented]:
    """The answers, one a question."""
    found = []
    for one in CONSENTS:
        given = opened.consents.get(one.name, {})
        words, shape = _("Not answered"), "is-waiting"
        if opened.agreed(one.name):
            words, shape = _("Agreed"), "is-done"
        elif given.get("answer") == Answer.REFUSED:
            words, shape = _("Not agreed"), "is-stopped"
        found.append(Consented(one.label, words, shape, date.fromisoformat(given["on"]) if given else None))
    return found


@dataclass(frozen=True)
class Opening:
    """Who opened the facts, when, and what for."""

    at: datetime
    words: str | Promise
    who: str
    title: Any
    reason: str = ""


def openings_of(participant: Participant) -> list[Opening]:
    """Who else had the facts of this person before his eyes, newest first: also on the board and on lists for gates."""
    kinds = ContentType.objects.get_for_models(Participant, Event, Session)
    sessions = Session.objects.filter(event=participant.event_id).values("pk")
    about = (
        Q(content_type=kinds[Participant], object_id=participant.pk)
        & Q(verb__in=("view_travel", "write_visa_letter", "edit_travel"))
        | Q(content_type=kinds[Event], object_id=participant.event_id, verb="view_arrivals")
        | Q(content_type=kinds[Session], object_id__in=sessions, verb="make_gate_list")
        & Q(data__people__contains=[participant.pk])
    )
    rows = JournalEntry.objects.filter(about).order_by("-at", "-pk")
    if participant.user_id:
        rows = rows.exclude(actor=participant.user_id)
    return [Opening(one.at, OPENINGS[one.verb], one.actor_name, one.actor_title) for one in rows[:SEEN]]


# --- The board -------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Cell:
    """One part of one person: there, or missing."""

    label: str | Promise
    words: str | Promise
    shape: str


@dataclass(frozen=True)
class Row:
    """A traveller on the board."""

    participant: Participant
    cells: list[Cell]
    misses: bool


def travellers(event: Event) -> QuerySet[Participant]:
    """Those who hold a place, with the open part of their file."""
    rows = Participant.objects.seated().filter(event=event, anonymised_at=None)
    return rows.select_related("country", "delegation__organisation", "travel").defer("travel__sealed")


def narrowed(rows: QuerySet[Participant]) -> QuerySet[Participant]:
    """Those of them who miss something."""
    whole = TravelFile.objects.filter(known__contains=[Part.PASSPORT, Part.ARRIVAL, Part.DEPARTURE])
    return rows.exclude(Q(visa__in=VISA_SETTLED) & Q(travel__in=whole.values("pk")))


def rows_of(people: Iterable[Participant]) -> list[Row]:
    """The board, line by line; no query, and nothing is opened."""
    found = []
    for one in people:
        file = getattr(one, "travel", None)
        missing = missing_parts(one, file.known if file else None)
        cells = [
            Cell(part.label, _("Missing"), "is-late") if part in missing else Cell(part.label, _("In"), "is-done")
            for part in Part
            if part != Part.VISA
        ]
        visa = VisaState(one.visa)
        cells.append(Cell(Part.VISA.label, visa.label, VISA_SHAPES[visa]))
        found.append(Row(one, cells, bool(missing)))
    return found


def counts_of(event: Event) -> dict[str, int]:
    """How many travel, and how many of them miss what: one query."""
    rows = Participant.objects.seated().filter(event=event, anonymised_at=None)

    def known(part: Part) -> Q:
        return Q(travel__known__contains=[part])

    return rows.aggregate(
        people=Count("pk"),
        passport=Count("pk", filter=known(Part.PASSPORT)),
        arrival=Count("pk", filter=known(Part.ARRIVAL)),
        departure=Count("pk", filter=known(Part.DEPARTURE)),
        visa=Count("pk", filter=Q(visa__in=VISA_SETTLED)),
    )


@dataclass
class Day:
    """Who arrives and who leaves on one day, by time."""

    on: date
    arrivals: list["Journey"] = field(default_factory=list)
    departures: list["Journey"] = field(default_factory=list)


@dataclass(frozen=True)
class Journey:
    """One person on the way."""

    participant: Participant
    at: datetime
    by: str
    place: str
    needs: str


def days_of(opened: Iterable[tuple[Participant, Opened]], stops: list[Stop]) -> list[Day]:
    """Arrivals and departures by the day where they happen."""
    days: dict[date, Day] = {}
    for participant, one in opened:
        facts = one.facts
        for name, by, place, stop in (
            ("arrives_at", "arrives_by", "arrives_to", stops[0] if stops else None),
            ("departs_at", "departs_by", "departs_from", stops[-1] if stops else None),
        ):
            if name in facts:
                at = facts[name]
                on = at.astimezone(stop.tz).date() if stop else at.date()
                day = days.setdefault(on, Day(on))
                side = day.arrivals if name == "arrives_at" else day.departures
                needs = facts.get("access_needs", "")
                side.append(Journey(participant, at, facts.get(by, ""), facts.get(place, ""), needs))
    for day in days.values():
        day.arrivals.sort(key=lambda one: (one.at, one.participant.pk))
        day.departures.sort(key=lambda one: (one.at, one.participant.pk))
    return [days[on] for on in sorted(days)]


def needs_of(opened: Iterable[tuple[Participant, Opened]]) -> list[tuple[str, list[Participant]]]:
    """What kitchens have to know, with whom it is for."""
    found: dict[str, list[Participant]] = defaultdict(list)
    for participant, one in opened:
        if diet := one.facts.get("diet"):
            found[diet].append(participant)
    return sorted(found.items())
