"""Entries with words of their own."""

import pytest

from practices.enums import Status
from tests.practices.builders import make_practice, sections_in


@pytest.fixture
def publish(cast, advisor_kr):
    """`publish("Gateway of registers", summary=…)`: an entry in English that everybody reads."""

    def publish(title, *, language="en", owner="nia", status=Status.PUBLISHED, **sections):
        text = {**sections_in(language, "filler"), "title": title, **sections}
        fields = {"language": language, "text": text, "status": status}
        return make_practice(cast.centre, cast.organisations[owner], advisor_kr, **fields)

    return publish
