"""What the tests of writing share: entries of NIA, its author and its pages."""

import html
import re
from collections.abc import Callable
from typing import Any

import pytest
from django.urls import reverse

from people.models import User
from practices.enums import Status
from practices.models import Version
from tests.cast import Cast, sign_in
from tests.practices.builders import make_practice

BLANK = {"TOTAL_FORMS": 0, "INITIAL_FORMS": 0, "MIN_NUM_FORMS": 0, "MAX_NUM_FORMS": 40}
TABLES = {"what": ("names",), "story": (), "cost": (), "evidence": ("evidence", "links"), "home": ("conditions",)}


@pytest.fixture
def draft(cast: Cast, advisor_kr: User):
    """A complete draft in Korean, of NIA."""
    return make_practice(cast.centre, cast.organisations["nia"], advisor_kr)


@pytest.fixture
def published(cast: Cast, advisor_kr: User):
    return make_practice(cast.centre, cast.organisations["nia"], advisor_kr, status=Status.PUBLISHED)


@pytest.fixture
def screen(cast: Cast, client) -> Callable[..., Any]:
    """`screen("advisor_kr", "edit", draft, "story", lessons="…")`: asked for, or sent when there is something to send.

    Everybody reads English here, so that a sentence can be compared. A visitor is `None`.
    """
    User.objects.update(language="en")

    def ask(who: str | None, name: str, practice: Any, *args: Any, data: Any = None, **sent: Any) -> Any:
        given = [practice.reference, *args] if practice else []
        if who is None:
            client.logout()
        else:
            sign_in(cast.people[who], client=client)
        sent = sent if data is None else {**data, **sent}
        url = reverse(f"practices:{name}", args=given)
        return client.post(url, sent) if sent else client.get(url)

    return ask


def version_of(practice) -> Version:
    version = practice.versions.order_by("-number").first()
    version.practice = practice
    return version


def page(response: Any) -> dict[str, Any]:
    """What a browser would send back from the page of the form, untouched."""
    form = response.context["form"]
    found: dict[str, Any] = {}
    for one in (form, *(row for table in form.sets.values() for row in (table.management_form, *table))):
        for field in one:
            value = field.value()
            if value not in (None, "", []):
                found[field.html_name] = value
    return found


def words(response: Any) -> str:
    """What a page says, without its tags."""
    return html.unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", response.content.decode())))
