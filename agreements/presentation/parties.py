"""The parties in the order of the reader's copy: each side's copy names itself first. Reads only."""

from collections.abc import Iterable
from typing import Any

from agreements.models import Party
from people.models import Centre


def in_protocol_order(parties: Iterable[Party], centre: Centre, user: Any) -> list[Party]:
    """The reader's own side first, or the own country of a third state; then the states by their English names."""
    side, country = own_of(centre, user)
    return sorted(
        parties,
        key=lambda party: (
            not ((side and party.side == side) or (country and party.organisation.country_id == country)),
            party.organisation.country.name.get("en", ""),
            party.pk,
        ),
    )


def own_of(centre: Centre, user: Any) -> tuple[str, str]:
    """The side and the country whose copy it is; blank for visitors."""
    if not user.is_authenticated:
        return "", ""
    side = user.standing.side_in(centre)
    if side:
        return side, centre.side_country(side).pk
    country = user.standing.country
    return "", country.pk if country else ""
