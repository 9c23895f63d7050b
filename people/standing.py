"""What a person may speak for today: the appointments in force, read once and asked many times."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cached_property, wraps
from typing import TYPE_CHECKING, Any

from django.db.models import Q

from people.enums import Function, Side

if TYPE_CHECKING:
    from people.models import Appointment, Centre, Country, Organisation, User


def preload(users: Iterable[User]) -> None:
    """Read the standing of many people in one query, where each is going to be asked what they may see."""
    from people.models import Appointment  # noqa: PLC0415  # models import this module

    asked = {user.pk: user for user in users if user.is_active and "appointments" not in vars(user.standing)}
    held: dict[int, list[Appointment]] = {pk: [] for pk in asked}
    rows = Appointment.objects.for_standing().filter(user__in=held)
    for appointment in rows.order_by("-is_primary", "starts_on", "pk") if held else ():
        if appointment.is_current():
            held[appointment.user_id].append(appointment)
    for pk, appointments in held.items():
        vars(asked[pk].standing)["appointments"] = appointments


def once(part: Callable[[Any], Q]) -> Callable[[Any], Q]:
    """A part of rules is put together once for a reader, however many rules it is in: `core.policies` knows it again.

    For parts that ask nothing but who somebody is: not what time it is, nor anything that an act may change.
    """

    @wraps(part)
    def kept(user: Any) -> Q:
        parts = user.standing.parts
        if part not in parts:
            parts[part] = part(user)
        found: Q = parts[part]
        return found

    return kept


class Standing:
    """A user's appointments of this moment. One query, kept with the user instance.

    A request is shorter than a day, so the answer does not change under a page; a task that lives longer loads its user
    again.
    """

    def __init__(self, user: User) -> None:
        self.user = user
        self.parts: dict[Any, Any] = {}  # of rules, as `once` keeps them

    @cached_property
    def appointments(self) -> list[Appointment]:
        """The primary one first, then the longest held. None for an account that was closed."""
        from people.models import Appointment  # noqa: PLC0415  # models import this module

        if not (self.user.pk and self.user.is_active):
            return []
        rows = Appointment.objects.for_standing().filter(user=self.user).order_by("-is_primary", "starts_on", "pk")
        return [appointment for appointment in rows if appointment.is_current()]

    @property
    def functions(self) -> set[str]:
        return {appointment.function for appointment in self.appointments}

    def holding(self, *functions: Function | str, **match: Any) -> list[Appointment]:
        """The appointments of these functions (any function when none is named) that match: `organisation_id=3`."""
        return [
            held
            for held in self.appointments
            if (not functions or held.function in functions)
            and all(getattr(held, name) == value for name, value in match.items())
        ]

    def holds(self, *functions: Function | str, **match: Any) -> bool:
        return bool(self.holding(*functions, **match))

    def organisation_ids(self, *functions: Function | str) -> list[int]:
        return sorted({held.organisation_id for held in self.holding(*functions)})

    def country_codes(self, *functions: Function | str) -> list[str]:
        return sorted({held.organisation.country_id for held in self.holding(*functions)})

    def centre_ids(self, *functions: Function | str) -> list[int]:
        return sorted({held.centre_id for held in self.holding(*functions) if held.centre_id})

    def sides(self, centre_id: int) -> set[str]:
        """The sides whose key the person turns in a centre: those of a co-director."""
        return {held.side for held in self.holding(Function.CO_DIRECTOR, centre_id=centre_id)}

    def keys(self, path: str = "centre") -> dict[str, Q]:
        """The key of each side, on rows that reach their centre by `path`: held by the co-director of that side."""
        held = {side: [one.centre_id for one in self.holding(Function.CO_DIRECTOR, side=side)] for side in Side.values}
        return {side: Q(**{f"{path}__in": centres}) for side, centres in held.items() if centres}

    def side_in(self, centre: Centre) -> str:
        """The side a reader stands on, for "own side first": as appointed there, else as the country says, else ""."""
        named = [held.side for held in self.holding(centre_id=centre.pk) if held.side]
        if named:
            return named[0]
        code = self.country.pk if self.country else ""
        return {centre.side_a_id: Side.A.value, centre.side_b_id: Side.B.value}.get(code, "")

    @property
    def primary(self) -> Appointment | None:
        return self.appointments[0] if self.appointments else None

    @property
    def organisation(self) -> Organisation | None:
        return self.primary.organisation if self.primary else None

    @property
    def country(self) -> Country | None:
        return self.primary.organisation.country if self.primary else None

    @property
    def is_administrator(self) -> bool:
        return self.user.is_active and (self.user.is_superuser or self.holds(Function.ADMINISTRATOR))


def keys_of_directors(user: Any) -> dict[str, Q]:
    """The keys of both sides as a table of steps asks for them, on rows that have a centre."""
    keys: dict[str, Q] = user.standing.keys()
    return keys
