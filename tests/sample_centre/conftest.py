"""The sample centre, loaded once for all tests of a module: it takes some seconds."""

from collections.abc import Iterator

import pytest
from django.db import transaction

from sample_centre.actions import load


@pytest.fixture(scope="module")
def loaded(django_db_setup, django_db_blocker) -> Iterator[bool]:
    """What loading answered."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield load()
        transaction.set_rollback(True)


@pytest.fixture
def sample(loaded, django_db_blocker) -> Iterator[None]:
    """The loaded centre; what a test adds to it is taken back."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield
        transaction.set_rollback(True)
