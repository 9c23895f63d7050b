"""Types of the requests that views are given: the middleware has put a reader in place, sign-in a person."""

from typing import cast

from django.http import HttpRequest

from people.models import User
from people.reader import Reader


class ReadRequest(HttpRequest):
    """A request of anybody."""

    reader: Reader


class SignedInRequest(ReadRequest):
    """A request that has passed `login_required`."""

    user: User


def signed_in(request: HttpRequest) -> User:
    """Who acts, where the page is open to signed-in people only."""
    return cast("User", request.user)
