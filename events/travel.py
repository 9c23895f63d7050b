"""Personal travel facts: what is kept of a traveller, on whose consent, and which of it is there. Reads only.

The facts lie sealed (`core.sealing`); in the open stand only the parts that are known (`TravelFile.known`,
`Participant.arrival_known`), so that nobody opens facts to see who misses them. What is kept is kept on consent, asked
for separately: in general, for what is said of health, and for the number of the passport.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import TextChoices
from django.utils.dateparse import parse_date, parse_datetime
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from core.sealing import seal, unseal
from events.enums import EventStatus, Mode, ParticipantStatus, VisaState
from events.models import Event, Participant, TravelFile

KEEP_AFTER = timedelta(days=5)  # KOICA's consent: until five days after the purpose has ended
CONSENT_VERSION = 1  # of the texts below: other words are the next version, and everybody is asked anew


class PassportType(TextChoices):
    """What a passport is issued for; visas depend on it."""

    ORDINARY = "ordinary", _("Ordinary")
    SERVICE = "service", _("Service or official")
    DIPLOMATIC = "diplomatic", _("Diplomatic")


class Sex(TextChoices):
    """As the passport has it."""

    FEMALE = "F", _("Female")
    MALE = "M", _("Male")
    OTHER = "X", _("X, or not stated")


class Answer(TextChoices):
    """What a person says when asked for consent."""

    AGREED = "agreed", _("I agree")
    REFUSED = "refused", _("I do not agree")


class Part(TextChoices):
    """What the travel desk waits for from each traveller."""

    PASSPORT = "passport", _("Passport")
    ARRIVAL = "arrival", _("Arrival")
    DEPARTURE = "departure", _("Departure")
    VISA = "visa", _("Visa")


@dataclass(frozen=True)
class Consent:
    """What a person is asked to agree to: in which words, for which facts, and what follows when he does not."""

    name: str
    label: str | Promise
    text: str | Promise
    consequence: str | Promise
    facts: tuple[str, ...]


CONSENTS = (
    Consent(
        "general",
        _("Travel facts"),
        _(
            "The travel desk keeps what I write here to prepare visa, journey, hotel and insurance, and gives it to the"
            " hotel, the carrier, the insurer and the authorities of the host country as far as they need it. It is"
            " destroyed five days after the event."
        ),
        _("Without it the travel desk keeps nothing of this, and I arrange the journey myself."),
        (
            "passport_type",
            "passport_expires_on",
            "nationality",
            "birth_on",
            "birth_place",
            "sex",
            "arrives_at",
            "arrives_by",
            "arrives_to",
            "departs_at",
            "departs_by",
            "departs_from",
            "hotel",
            "hotel_from",
            "hotel_until",
            "emergency_name",
            "emergency_phone",
            "insurance",
        ),
    ),
    Consent(
        "identifier",
        _("Number of the passport"),
        _(
            "The travel desk keeps the number of my passport for visa, immigration, tickets and insurance, and gives it"
            " to the hosts of site visits that ask for it at the gate. It is destroyed five days after the event."
        ),
        _("Without it there is no visa support letter, and no admission where a passport is asked for at the gate."),
        ("passport_number",),
    ),
    Consent(
        "sensitive",
        _("Diet and access needs"),
        _(
            "The travel desk keeps what I write about diet and access, which may tell of health or belief, and"
            " gives it to hotels, kitchens and hosts. It is destroyed five days after the event."
        ),
        _("Without it the travel desk cannot prepare for such needs."),
        ("diet", "access_needs"),
    ),
)
FACTS = tuple(name for consent in CONSENTS for name in consent.facts)
DAYS = {"passport_expires_on", "birth_on", "hotel_from", "hotel_until"}
MOMENTS = {"arrives_at", "departs_at"}
# Without one of these no visa is asked for and no ticket is bought.
OF_PASSPORT = ("passport_type", "passport_number", "passport_expires_on", "nationality", "birth_on", "sex")
VISA_SETTLED = (VisaState.NOT_NEEDED, VisaState.GRANTED)


def place_of(participant_pk: int) -> str:
    """What the facts of a participant are sealed for."""
    return f"travel:{participant_pk}"


@dataclass(frozen=True)
class Opened:
    """Travel facts in the clear: values by name, and the answers about consent by theirs."""

    facts: dict[str, Any]
    consents: dict[str, dict[str, Any]]

    def agreed(self, name: str) -> bool:
        """Whether the person agreed to the words that are asked today."""
        given = self.consents.get(name, {})
        return given.get("answer") == Answer.AGREED and given.get("version") == CONSENT_VERSION


def open_sealed(row: TravelFile) -> Opened:
    """What lies in a file. Whoever calls it has written into the journal who reads, and why."""
    found = unseal(row.sealed, place=place_of(row.participant_id))
    return Opened({name: _read(name, value) for name, value in found["facts"].items()}, found["consents"])


def sealed(participant: Participant, opened: Opened) -> bytes:
    """The file as it is stored."""
    return seal({"facts": opened.facts, "consents": opened.consents}, place=place_of(participant.pk))


def _read(name: str, value: Any) -> Any:
    if name in DAYS:
        return parse_date(value)
    return parse_datetime(value) if name in MOMENTS else value


def known_parts(facts: Mapping[str, Any]) -> list[str]:
    """Which parts are there, as it stands in the open: the passport once nothing of it is missing."""
    found = [Part.PASSPORT] if all(facts.get(name) for name in OF_PASSPORT) else []
    found += [Part.ARRIVAL] if facts.get("arrives_at") else []
    found += [Part.DEPARTURE] if facts.get("departs_at") else []
    return [str(one) for one in found]


def missing_parts(participant: Participant, known: list[str] | None) -> list[Part]:
    """What the travel desk still waits for. `known` is that of the file; None where there is no file."""
    missing: list[Part] = [part for part in Part if part != Part.VISA and str(part) not in (known or ())]
    return [*missing, Part.VISA] if participant.visa not in VISA_SETTLED else missing


def is_travelled_to(event: Event) -> bool:
    """Whether people travel to it at all."""
    return event.mode != Mode.ONLINE


def purge_day(event: Event, participant: Participant, *, today: date) -> date:
    """When the facts of a person are destroyed: five days after the event, or after the person no longer comes."""
    ended = event.ends_on
    if event.status == EventStatus.CANCELLED or participant.status not in ParticipantStatus.present():
        ended = min(ended, today)
    return ended + KEEP_AFTER


def is_over(event: Event, today: date) -> bool:
    """Whether the facts of this event are destroyed already: none is taken in any more."""
    return event.ends_on + KEEP_AFTER <= today
