"""What a form carries of rows that have no revision: nobody overwrites or publishes a colleague's change unread."""

from hashlib import sha256
from typing import Any


def mark(values: list[Any]) -> str:
    """The same for the same values; nobody reads it."""
    return sha256(repr(values).encode()).hexdigest()[:16]
