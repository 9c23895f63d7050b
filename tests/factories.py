"""Rows beside the cast, one line each."""

from datetime import date
from itertools import count
from typing import Any

from people.enums import Function
from people.models import Appointment, Organisation, User

_number = count(1)


def make_user(**fields: Any) -> User:
    """Somebody with an account and no appointment; the password is unusable."""
    number = next(_number)
    names = {"email": f"person{number}@by.example", "given_name": "Person", "family_name": f"Number{number}"}
    return User.objects.create_user(**{**names, **fields})


def make_organisation(**fields: Any) -> Organisation:
    name = {"en": f"Institute {next(_number)}"}
    return Organisation.objects.create(**{"name": name, "country_id": "BY", **fields})


def appoint(user: User, function: Function | str, organisation: Organisation, **fields: Any) -> Appointment:
    """A row as it stands, past every action: for states that a test begins from."""
    user.__dict__.pop("standing", None)
    return Appointment.objects.create(
        **{"user": user, "function": function, "organisation": organisation, "starts_on": date(2020, 1, 1), **fields}
    )
