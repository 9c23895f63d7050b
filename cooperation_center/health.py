"""Two questions a supervisor asks: does the process live, and can it do its work. No sign-in, no personal data."""

from collections.abc import Callable

import structlog
from django.conf import settings
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from redis import Redis
from redis.backoff import NoBackoff
from redis.retry import Retry

SECONDS = 3  # a check that takes longer has failed
log = structlog.get_logger()


class HealthMiddleware:
    """Answers before any other middleware: no redirect, no check of the host's name, no query of the page's frame."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response
        self.views = {"/healthz": healthz, "/readyz": readyz}

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.views.get(request.path_info, self.get_response)(request)


@never_cache
@require_safe
def healthz(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    """The process lives and answers; it says nothing of what it depends on, so that nobody restarts it for that."""
    return JsonResponse({"status": "ok"})


@never_cache
@require_safe
def readyz(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    """Database and broker answer and every migration is applied: 200; otherwise 503, naming what does not."""
    answers = {name: _passes(name, check) for name, check in CHECKS.items()}
    ready = all(answers.values())
    body = {"status": "ok" if ready else "not ready"} | {n: "ok" if a else "failed" for n, a in answers.items()}
    return JsonResponse(body, status=200 if ready else 503)


def database() -> bool:
    """One query, on this thread's own connection."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return True


def migrations() -> bool:
    """No migration of this version waits to be applied."""
    executor = MigrationExecutor(connection)
    return not executor.migration_plan(executor.loader.graph.leaf_nodes())


def broker() -> bool:
    """The broker answers; tests without one have nothing to ask."""
    if not settings.REDIS_URL:
        return settings.CELERY_BROKER_URL == "memory://"
    url = settings.REDIS_URL.replace("redis+socket://", "unix://")
    with Redis.from_url(
        url, socket_timeout=SECONDS, socket_connect_timeout=SECONDS, retry=Retry(NoBackoff(), 0)
    ) as client:
        return bool(client.ping())


CHECKS: dict[str, Callable[[], bool]] = {"database": database, "migrations": migrations, "broker": broker}


def _passes(name: str, check: Callable[[], bool]) -> bool:
    try:
        return check()
    except Exception as error:  # noqa: BLE001 - whatever it is, the answer is no
        log.warning("not ready", check=name, error=type(error).__name__)
        return False
