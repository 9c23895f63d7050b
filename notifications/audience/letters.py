"""Who is told of a letter: the person or the address it was written to, else who opens the letters of the body."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.db.models import Q

from letters.models import Letter
from notifications.messages.kind import To
from people.enums import Function
from people.models import Appointment, User


def told_letters(*, letters: list[Letter], **_said: Any) -> Iterable[To]:
    """Each recipient about the own letter: two queries, however many there are."""
    desks = _desks([one for one in letters if _is_to_body(one)])
    for one in letters:
        if one.person:
            yield To(one.person, about=one)
        elif one.email:
            yield To(address=one.email, language=one.language, country=one.country_id, about=one)
        else:
            yield from (To(user, about=one) for user in desks.get(one.pk, ()))


def told_withdrawn(*, letter: Letter, **_said: Any) -> Iterable[To]:
    return told_letters(letters=[letter])


def _is_to_body(letter: Letter) -> bool:
    return letter.organisation_id is not None and letter.person_id is None and not letter.email


def _desks(letters: list[Letter]) -> dict[int, list[User]]:
    """By letter: the focal points of the body; where it has none, the contact points of its country."""
    if not letters:
        return {}
    focal = Q(function=Function.FOCAL_POINT, organisation__in={one.organisation_id for one in letters})
    contact = Q(function=Function.CONTACT_POINT, organisation__country__in={one.country_id for one in letters})
    rows = Appointment.objects.current().filter(focal | contact, user__is_active=True)
    found: dict[object, list[User]] = defaultdict(list)
    for held in rows.select_related("user", "organisation").order_by("pk"):
        is_focal = held.function == Function.FOCAL_POINT
        found[held.organisation_id if is_focal else held.organisation.country_id].append(held.user)
    return {one.pk: found.get(one.organisation_id) or found.get(one.country_id, []) for one in letters}
