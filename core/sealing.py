"""Personal facts that lie encrypted in the database: whoever reads a dump, a log or the admin site reads nothing.

A value is sealed for one place, such as `travel:31`, and opens there only: a row that was copied over another one does
not. The newest key seals, every key opens; `manage.py rotate_field_keys` seals everything with the newest.
"""

import json
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder


class UnreadableError(Exception):
    """No key opens it, or it was sealed for another place. The message names the place, never what lies there."""

    def __init__(self, place: str) -> None:
        super().__init__(f"What is sealed for {place} cannot be opened with the keys of FIELD_KEYS.")


@lru_cache(maxsize=4)
def _ring(keys: tuple[str, ...]) -> MultiFernet:
    return MultiFernet([Fernet(key) for key in keys])


def _keys() -> MultiFernet:
    return _ring(tuple(settings.FIELD_KEYS))


def seal(facts: Mapping[str, Any], *, place: str) -> bytes:
    """The facts as bytes that only our keys open. Days and moments are kept as ISO writes them."""
    written = json.dumps({"place": place, "facts": facts}, cls=DjangoJSONEncoder, ensure_ascii=False)
    return _keys().encrypt(written.encode())


def unseal(sealed: bytes | memoryview, *, place: str) -> dict[str, Any]:
    """The facts again, as JSON knows them. Raises UnreadableError."""
    try:
        found = json.loads(_keys().decrypt(bytes(sealed)))
    except InvalidToken:
        raise UnreadableError(place) from None
    if found["place"] != place:
        raise UnreadableError(place)
    facts: dict[str, Any] = found["facts"]
    return facts


def reseal(sealed: bytes | memoryview, *, place: str) -> bytes:
    """The same, sealed with the newest key. Raises UnreadableError."""
    return seal(unseal(sealed, place=place), place=place)
