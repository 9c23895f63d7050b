"""People who register without an account: names put together from two tables, so that all of them are invented."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import islice, product
from typing import Any

from django.contrib.contenttypes.models import ContentType

from core.models import JournalEntry
from events.enums import ParticipantStatus
from events.models import Event, Participant
from sample_centre.content.events.forum import FAMILY, GIVEN, HOUSES, LETTERS_IN, OWN_LANGUAGE, POSTS
from sample_centre.scene import House


def guests(house: House, shares: tuple[tuple[str, int], ...]) -> list[dict[str, Any]]:
    """So many people of each country, mixed as they would come."""
    by_country = [list(islice(_people(house, code), number)) for code, number in shares]
    mixed = [
        (place / len(people), one) for people in by_country for place, one in enumerate(people)
    ]  # each country evenly over the whole time
    return [one for _share, one in sorted(mixed, key=lambda pair: pair[0])]


def enter_many(event: Event, people: Sequence[dict[str, Any]], moments: Sequence[datetime]) -> None:
    """Registrations of long ago, written at once: the act itself, with its letters, would take a minute for all.

    Each holds a place, which the database counts, and has its line in the journal. Their letters are not written.
    """
    made = [
        Participant(event=event, status=ParticipantStatus.ACCEPTED, accepted_at=at, created_at=at, updated_at=at, **one)
        for one, at in zip(people, moments, strict=True)
    ]
    rows = Participant.objects.bulk_create(made)
    kind = ContentType.objects.get_for_model(Participant)
    JournalEntry.objects.bulk_create(
        JournalEntry(
            content_type=kind,
            object_id=row.pk,
            label=row.reference,
            verb="register",
            to_state=row.status,
            at=row.created_at,
        )
        for row in rows
    )


def _people(house: House, code: str) -> Iterator[dict[str, Any]]:
    """Every family name once, with another given name each time round, before any comes twice."""
    given, family = GIVEN[code], FAMILY[code]
    for round_, place in product(range(len(given)), range(len(family))):
        (own, own_script), (name, name_script) = given[(place + round_) % len(given)], family[place]
        letters = LETTERS_IN.get(code, ("en",))
        language = letters[(place + round_) % len(letters)]
        yield {
            "email": f"{_plain(own)}.{_plain(name)}@{code.lower()}.example",
            "given_name": own,
            "family_name": name,
            "given_name_own": own_script,
            "family_name_own": name_script,
            "own_language": OWN_LANGUAGE.get(code, ""),
            "family_name_first": code == "KR",
            "language": language,
            "post": POSTS[language][(place + round_) % 4],
            "organisation_name": HOUSES[language][(place + 2 * round_) % 4],
            "country": house.countries[code],
        }


def _plain(name: str) -> str:
    return name.lower().replace("đ", "d").replace("ć", "c").replace("’", "")
