"""The register in the search of the portal, in the menu, in the map for robots, and in the admin site."""

import pytest
from django.urls import reverse

from agreements.enums import AgreementStatus
from core.search import find
from tests.agreements.builders import make_agreement, make_commitment, make_parties

pytestmark = pytest.mark.django_db


@pytest.fixture
def rows(cast, officer):
    title = {"en": "On the centre", "be": "Пагадненне аб цэнтры", "ko": "센터 설립 협정"}
    return [
        make_agreement(cast.centre, officer, title=title),
        make_agreement(cast.centre, officer, title=title, is_public=False),
        make_agreement(cast.centre, officer, title=title, status=AgreementStatus.DRAFT),
    ]


@pytest.mark.parametrize("text", ["centre on", "пагадненне", "협정", "AG-2016"])
def test_it_is_found_in_any_language_as_far_as_it_may_be_seen(rows, visitor, officer, text):
    found = {
        name: [hit.reference for hit in find("agreements", who, text, 10)]
        for name, who in (("visitor", visitor), ("officer", officer))
    }
    assert found == {
        "visitor": [rows[0].reference],
        "officer": [row.reference for row in reversed(rows)],
    }


def test_nothing_is_found_by_nothing(rows, officer):
    assert find("agreements", officer, " ", 10) == []


def test_the_menu_leads_to_the_register(cast, client_of, officer):
    link = f'href="{reverse("agreements:list")}"'
    assert [link in client_of(who).get("/agreements/").content.decode() for who in (None, officer)] == [True, True]


def test_robots_find_what_is_public(rows, client_of):
    page = client_of().get("/sitemap-agreements.xml").content.decode()
    assert [row.get_absolute_url() in page for row in rows] == [True, False, False]


def test_administrators_read_and_change_nothing(rows, cast, client_of, admin_user):
    make_parties(rows[0], cast)
    commitment = make_commitment(rows[0])
    client = client_of(admin_user)
    statuses = {}
    for name in ("agreement", "party", "commitment", "article", "agreementtext", "alert"):
        statuses[name] = client.get(reverse(f"admin:agreements_{name}_changelist")).status_code
    for row in (rows[0], commitment):
        statuses[str(row)] = client.get(
            reverse(f"admin:agreements_{row._meta.model_name}_change", args=[row.pk])
        ).status_code
        posted = client.post(reverse(f"admin:agreements_{row._meta.model_name}_change", args=[row.pk]), {}).status_code
        assert posted == 403
    assert set(statuses.values()) == {200}
