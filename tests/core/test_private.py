"""Pages of signed-in people are kept by nobody on the way."""

import pytest

from tests.cast import sign_in

pytestmark = pytest.mark.django_db


def test_a_page_of_a_person_is_private(official_by, client):
    assert sign_in(official_by).get("/desk/")["Cache-Control"] == "private, no-cache"
    assert "Cache-Control" not in client.get("/about/").headers
