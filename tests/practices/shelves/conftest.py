"""Published entries to put aside."""

import pytest

from practices.actions.shelves import add_to_collection, create_collection
from practices.enums import Status
from tests.practices.builders import make_practice


@pytest.fixture
def published(cast, advisor_kr):
    """`published()`: one more entry that everybody reads."""

    def published(status=Status.PUBLISHED):
        return make_practice(cast.centre, cast.organisations["nia"], advisor_kr, status=status)

    return published


@pytest.fixture
def collect(published):
    """`collect(person, 3)`: a collection of somebody's with so many entries."""

    def collect(by, number=1, name="For the ministry"):
        collection = create_collection(by=by, name=name)
        for _ in range(number):
            add_to_collection(collection, by=by, practice=published())
        return collection

    return collect
