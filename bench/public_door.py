"""The portal and, beside it, a fixed reply: both behind the same server, so that they may be set against each other."""

from collections.abc import Callable, Iterable
from functools import cache
from typing import Any
from urllib.parse import parse_qs

from cooperation_center.wsgi import application as portal


@cache
def _body(size: int) -> bytes:
    return b"x" * size


def application(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
    """`/fixed?bytes=1000` is a thousand bytes out of memory; everything else is the portal."""
    if environ["PATH_INFO"] != "/fixed":
        return portal(environ, start_response)
    body = _body(int(parse_qs(environ["QUERY_STRING"])["bytes"][0]))
    start_response("200 OK", [("Content-Type", "text/html; charset=utf-8"), ("Content-Length", str(len(body)))])
    return [body]
