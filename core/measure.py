"""What costs the server much, or tells something to whoever guesses, is asked for with measure."""

from collections.abc import Callable
from typing import Any

from allauth.core.internal import ratelimit  # its public face never counts what is only read
from django.http import HttpResponse

View = Callable[..., HttpResponse]


def with_measure(action: str) -> Callable[[View], View]:
    """Answer 429 to whoever opens the view more often than `ACCOUNT_RATE_LIMITS` says under the name of `action`."""
    measured: Any = ratelimit.decorator(app="allauth.account", action=action, limit_get=True)

    def decorate(view: View) -> View:
        answer: View = measured(view)
        return answer

    return decorate
