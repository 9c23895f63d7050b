"""The sample centre as its command loads it, once for all tests: it takes half a minute."""

from collections.abc import Iterator

import pytest
from django.db import transaction

from tests.elsewhere import connected_to, own_name
from tools import databases


@pytest.fixture(scope="session")
def loaded() -> Iterator[str]:
    """The name of a database that holds it."""
    with databases.copy_of(databases.sample().database, own_name("sample")) as name:
        yield name


@pytest.fixture
def sample(loaded, settings, django_db_blocker) -> Iterator[None]:
    """The loaded centre with its files; what a test adds to its rows is taken back."""
    settings.MEDIA_ROOT = databases.sample().media
    with django_db_blocker.unblock(), connected_to(loaded), transaction.atomic():
        yield
        transaction.set_rollback(True)
