"""Who is told of an adoption, before anybody asks who may see it."""

from collections.abc import Iterable
from typing import Any

from people.audience import holders_in_centre, holders_in_country, holders_in_organisation
from people.enums import Function
from people.models import User
from practices.enums import Answerer, StillSo
from practices.models import Adoption, AdoptionAnswer, AdoptionReport


def speaking_for(body: int, country: str) -> list[User]:
    """The focal points of a body, else the contact points of its country, who stand in."""
    return list(holders_in_organisation(body, Function.FOCAL_POINT)) or list(
        holders_in_country(country, Function.CONTACT_POINT)
    )


def owner_of(adoption: Adoption) -> list[User]:
    return speaking_for(adoption.owner_id, adoption.practice.country_id)


def adopter_of(adoption: Adoption) -> list[User]:
    return speaking_for(adoption.adopter_id, adoption.country_id)


def told_owner(*, adoption: Adoption, **_said: Any) -> Iterable[User]:
    return owner_of(adoption)


def told_writer(*, report: AdoptionReport, adoption: Adoption, **_said: Any) -> Iterable[User]:
    """Who wrote the report, and who signed it."""
    return [report.by, *adopter_of(adoption)]


def told_confirmed(*, report: AdoptionReport, adoption: Adoption, **_said: Any) -> Iterable[User]:
    officers = holders_in_centre(adoption.practice.centre_id, Function.OFFICER)
    return [report.by, *adopter_of(adoption), *officers]


def told_side(*, adoption: Adoption, answer: AdoptionAnswer, **_said: Any) -> Iterable[User]:
    return adopter_of(adoption) if answer.side == Answerer.ADOPTER else owner_of(adoption)


def told_of_change(*, adoption: Adoption, answer: AdoptionAnswer, **_said: Any) -> Iterable[User]:
    """The officers, when it is no longer as recorded: they keep the register true."""
    if answer.answer == StillSo.YES:
        return []
    return holders_in_centre(adoption.practice.centre_id, Function.OFFICER)
