"""What a form carries of a row that has no revision, so that nobody overwrites a colleague's change."""

from hashlib import sha256
from typing import Any


def mark(values: list[Any]) -> str:
    """The same for the same values; nobody reads it."""
    return sha256(repr(values).encode()).hexdigest()[:16]
