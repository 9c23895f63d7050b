"""How the numbers of records stand in an address: as they are written, and nothing else is taken for one.

So the other addresses of an app need no order among themselves, and a slip of the key is 404 without a query.
"""

from django.urls import register_converter
from django.urls.converters import StringConverter


def register_number(name: str, regex: str) -> None:
    """Let `<name:reference>` in a route stand for what has this shape, a regular expression."""
    register_converter(type(name, (StringConverter,), {"regex": regex}), name)
