"""Who is told of agreements and of what was promised in them, before anybody asks who may see it."""

from collections.abc import Iterable
from typing import Any

from agreements.enums import Owner
from agreements.models import Agreement, Commitment
from people.audience import holders_in_centre
from people.enums import Function, Side
from people.models import User


def _directors(centre: int, *sides: str) -> Iterable[User]:
    return [one for side in sides or ("",) for one in holders_in_centre(centre, Function.CO_DIRECTOR, side=side)]


def _officers(centre: int) -> Iterable[User]:
    return holders_in_centre(centre, Function.OFFICER)


def _other(side: str) -> str:
    return Side.B if side == Side.A else Side.A


def _of_bodies(agreement: Agreement, *functions: Function) -> Iterable[User]:
    """People of the bodies that signed."""
    bodies = agreement.parties.values("organisation")
    return User.objects.holding(*functions, organisation__in=bodies)


def told_directors(*, agreement: Agreement, **_said: Any) -> Iterable[User]:
    return _directors(agreement.centre_id)


def told_other_side(*, agreement: Agreement, side: str, **_said: Any) -> Iterable[User]:
    """The other side: its key is the one that is missing."""
    return _directors(agreement.centre_id, _other(side))


def told_recorded(*, agreement: Agreement, **_said: Any) -> Iterable[User]:
    """Whoever wrote it, and the people of the bodies that signed."""
    return [agreement.by, *_of_bodies(agreement)]


def told_author(*, agreement: Agreement, **_said: Any) -> Iterable[User]:
    return [agreement.by]


def told_staff(*, agreement: Agreement, **_said: Any) -> Iterable[User]:
    """Officers and both co-directors."""
    return [*_officers(agreement.centre_id), *_directors(agreement.centre_id)]


def told_ended(*, agreement: Agreement, **said: Any) -> Iterable[User]:
    return [*told_staff(agreement=agreement, **said), *_of_bodies(agreement, Function.FOCAL_POINT)]


# --- Commitments -----------------------------------------------------------------------------------------------------


def _owing(commitment: Commitment, side: str = "") -> Iterable[User]:
    """The co-directors of the side that owes it, and the focal points of the body."""
    owner = side or commitment.owner
    found = [*_directors(commitment.agreement.centre_id, *(Side.values if owner == Owner.BOTH else (owner,)))]
    if commitment.organisation_id:
        found += User.objects.holding(Function.FOCAL_POINT, organisation=commitment.organisation_id)
    return found


def told_reported(*, commitment: Commitment, **_said: Any) -> Iterable[User]:
    return _directors(commitment.agreement.centre_id, _other(commitment.reported_by_side))


def told_confirmed(*, commitment: Commitment, **_said: Any) -> Iterable[User]:
    return _directors(commitment.agreement.centre_id, commitment.reported_by_side)


def told_owing(*, commitment: Commitment, **_said: Any) -> Iterable[User]:
    return _owing(commitment)


def told_other_key(*, commitment: Commitment, side: str, **_said: Any) -> Iterable[User]:
    return _directors(commitment.agreement.centre_id, _other(side))


def told_dropped(*, commitment: Commitment, **_said: Any) -> Iterable[User]:
    centre = commitment.agreement.centre_id
    return [*_officers(centre), *_directors(centre)]
