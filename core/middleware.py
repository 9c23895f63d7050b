"""A refusal becomes a page; every request leaves one line in the log."""

import re
import time
import uuid
from collections.abc import Callable

import structlog
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from core.kept import steady
from core.refusal import RefusedError

log = structlog.get_logger("portal")
Answer = Callable[[HttpRequest], HttpResponse]
_SECRET = re.compile(r"csrf|password|code|token|credential", re.IGNORECASE)


class RefusedMiddleware:
    """Show a refused act as a sentence, with everything that was typed below it, ready to be copied.

    A right may end while one writes: what was typed into an act that is now forbidden is given back as well.
    """

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Answer RefusedError with 409, PermissionDenied with 403; leave anything else to be seen as the bug it is."""
        typed = [text for name, text in request.POST.items() if len(str(text)) > 1 and not _SECRET.search(name)]
        if isinstance(exception, RefusedError):
            return render(request, "refused.html", {"message": exception.message, "typed": typed}, status=409)
        if isinstance(exception, PermissionDenied):
            return render(request, "403.html", {"typed": typed}, status=403)
        return None


def _room(path: str) -> str:
    """As much of a path that leads nowhere as cannot be a secret: a link may have lost its last stroke on the way."""
    first, _stroke, rest = path.strip("/").partition("/")
    return f"/{first[:40]}/…" if rest else path[:40]


class SteadyMiddleware:
    """One page goes by one version of calendars, countries and whatever else a process keeps (`core.kept`)."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        with steady():
            return self.get_response(request)


class PrivateMiddleware:
    """What a signed-in person is shown is kept by no proxy, and asked for again before it is shown again.

    Not `no-store`: a browser that goes back would have lost what was typed.
    """

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        user = getattr(request, "user", None)
        if user is not None and user.is_authenticated:
            response.headers.setdefault("Cache-Control", "private, no-cache")
        return response


class RequestLogMiddleware:
    """One structured line a request: method, route, status, milliseconds, and an id that the answer carries too.

    The route, not the path: paths hold the tokens of invitations and of new passwords. Who asked is logged as a number,
    never as a name; the query string is left out, it may hold search words.
    """

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        structlog.contextvars.clear_contextvars()
        request_id = uuid.uuid4().hex[:12]
        structlog.contextvars.bind_contextvars(request_id=request_id)
        started = time.perf_counter()
        response = self.get_response(request)
        response["X-Request-ID"] = request_id
        log.info(
            "request",
            method=request.method,
            path=f"/{match.route}" if (match := request.resolver_match) else _room(request.path),
            status=response.status_code,
            ms=round((time.perf_counter() - started) * 1000, 1),
            user=getattr(getattr(request, "user", None), "pk", None) if hasattr(request, "session") else None,
        )
        return response
