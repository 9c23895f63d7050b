"""Several acts at the same moment, each in a thread and a connection of its own. Needs the fixture `real_commits`."""

import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import connection, connections, transaction
from django.db.models import QuerySet

from core.refusal import RefusedError

LONGEST = 20  # seconds, before a test that hangs says so
WAITING = """
    SELECT pg_stat_clear_snapshot();
    SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'
"""


def at_once(*acts: Callable[[], Any], holding: QuerySet[Any]) -> list[Any]:
    """What each act gave, a refusal included. All of them wait for the rows of `holding` before any may have them."""
    with ThreadPoolExecutor(len(acts)) as pool:
        with transaction.atomic():
            list(holding.select_for_update())
            answers = [pool.submit(_alone, act) for act in acts]
            _until_all_wait(len(acts))
        return [answer.result() for answer in answers]


def _alone(act: Callable[[], Any]) -> Any:
    try:
        return act()
    except (RefusedError, PermissionDenied) as refusal:
        return refusal
    finally:
        connections.close_all()


def _until_all_wait(number: int) -> None:
    end = time.monotonic() + LONGEST
    with connection.cursor() as cursor:
        while time.monotonic() < end:
            cursor.execute(WAITING)
            if cursor.fetchone()[0] == number:
                return
    message = f"{number} acts were to wait for the same rows, and did not"
    raise AssertionError(message)
