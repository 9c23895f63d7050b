"""Types of the requests that views are given: the middleware has put a reader in place, sign-in a person."""

from django.http import HttpRequest

from people.models import User
from people.reader import Reader


class ReadRequest(HttpRequest):
    """A request of anybody."""

    reader: Reader


class SignedInRequest(ReadRequest):
    """A request that has passed `login_required`."""

    user: User  # type: ignore[assignment]
