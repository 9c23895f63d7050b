"""Two acts that touch the same person and the same entry, and wait for each other only one way."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connections, transaction

from practices.actions import shelves
from practices.enums import Status
from practices.models import Bookmark
from tests.practices.builders import make_practice

pytestmark = pytest.mark.usefixtures("real_commits")


def test_a_bookmark_does_not_wait_for_an_act_that_names_its_reader(cast, advisor_kr, official_by):
    """Else whoever publishes waits for the reader's row while the reader waits for the entry: both for ever."""
    one, other = (
        make_practice(cast.centre, cast.organisations["nia"], advisor_kr, status=Status.PUBLISHED) for _ in range(2)
    )

    def mark() -> None:
        try:
            shelves.bookmark(one, by=official_by)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(1) as pool, transaction.atomic():
        Bookmark.objects.create(user=official_by, practice=other)  # holds the reader as every row does that names him
        pool.submit(mark).result(timeout=10)
    assert Bookmark.objects.filter(user=official_by).count() == 2
