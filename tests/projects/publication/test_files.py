"""The public files: valid, without a cookie, dated, one for each body; and the tables beside them."""

import csv
import io
import json
import tracemalloc
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from projects.enums import Stage
from projects.export.open_data import TABLES
from projects.iati import checking
from projects.models import Project, Publication
from projects.publishing.published import activities, published
from tests.cast import Cast
from tests.projects.builders import make_project
from tests.projects.publication.publishing import NIA, SERVICES, make_publication, make_whole, read, written

ACTIVITIES = reverse("projects:iati_activities", args=[NIA])


def taken(client: Client, url: str, **headers: str) -> tuple[Any, bytes]:
    answer = client.get(url, headers=headers)
    return answer, b"".join(answer.streaming_content) if answer.streaming else answer.content


def identifiers(xml: bytes) -> list[str]:
    return [one.text for one in read(xml).iterfind(".//iati-identifier")]


def table(client: Client, name: str) -> list[dict[str, str]]:
    _answer, content = taken(client, reverse("projects:open_table", args=[name]))
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))


def test_each_body_has_a_valid_file_of_its_own_activities(cast: Cast, client: Client, both: Project) -> None:
    for identifier in (NIA, SERVICES):
        answer, file = taken(client, reverse("projects:iati_activities", args=[identifier]))
        assert (answer.status_code, answer["Content-Type"]) == (200, "application/xml; charset=utf-8")
        assert checking.against_schema(file) == []
        assert identifiers(file) == [f"{identifier}-{both.reference}"]


@pytest.mark.parametrize("side", ["a", "b"])
def test_one_project_is_a_file_as_well(client: Client, both: Project, side: str) -> None:
    _answer, file = taken(client, reverse("projects:iati_activity", args=[both.reference, side]))
    assert checking.against_schema(file) == []


def test_the_file_of_the_organisation_tells_what_was_approved(client: Client, both: Project) -> None:
    _answer, file = taken(client, reverse("projects:iati_organisation", args=[NIA]))
    assert checking.against_schema(file, kind=checking.ORGANISATIONS) == []
    found = read(file).iterfind(".//recipient-country-budget")
    assert [(one.find("value").text, one.find("value").get("currency")) for one in found] == [
        ("90000000", "KRW"),
        ("250000.00", "USD"),
    ]


def test_files_leave_no_cookie_and_are_kept_by_others(client: Client, both: Project) -> None:
    for url in (ACTIVITIES, reverse("projects:open_table", args=["projects"]), reverse("projects:open_description")):
        answer, _content = taken(client, url)
        assert (dict(answer.cookies), answer["Cache-Control"]) == ({}, "public, max-age=300")
        assert answer["Access-Control-Allow-Origin"] == "*"


def test_what_has_not_changed_is_not_sent_again(client: Client, both: Project) -> None:
    answer, file = taken(client, ACTIVITIES)
    again, nothing = taken(client, ACTIVITIES, if_none_match=answer["ETag"])
    dated, _ = taken(client, ACTIVITIES, if_modified_since=answer["Last-Modified"])
    assert (again.status_code, nothing, again["ETag"], dated.status_code) == (304, b"", answer["ETag"], 304)
    assert taken(client, ACTIVITIES)[1] == file
    both.publications.filter(side="a").update(is_published=False, updated_at=timezone.now())
    changed, _ = taken(client, ACTIVITIES, if_none_match=answer["ETag"])
    assert changed.status_code == 200


def test_what_is_withdrawn_is_gone(client: Client, both: Project) -> None:
    Publication.objects.filter(side="b").update(is_published=False)
    for name, arguments in (
        ("iati_activities", [NIA]),
        ("iati_organisation", [NIA]),
        ("iati_activity", [both.reference, "b"]),
        ("iati_activities", ["x"]),
    ):
        assert client.get(reverse(f"projects:{name}", args=arguments)).status_code == 404


def test_open_data_names_the_files_and_their_terms(cast: Cast, client: Client, both: Project) -> None:
    client.get(reverse("projects:open_data"))  # what is asked once
    with CaptureQueriesContext(connection) as one:
        page = client.get(reverse("projects:open_data"))
    assert [(row.identity.identifier, row.count) for row in page.context["bodies"]] == [(SERVICES, 1), (NIA, 1)]
    text = page.content.decode()
    for url in (ACTIVITIES, "https://creativecommons.org/licenses/by/4.0/", reverse("projects:open_description")):
        assert f'href="{url}"' in text
    for _ in range(2):
        make_publication(make_whole(cast), "b")
    with CaptureQueriesContext(connection) as three:
        client.get(reverse("projects:open_data"))
    assert len(one) <= 12
    assert len(three) == len(one)


def test_without_a_publication_the_page_says_so(client: Client, cast: Cast) -> None:
    assert "No body has published an activity yet." in client.get(reverse("projects:open_data")).content.decode()


def test_the_tables_hold_what_is_approved_and_public(cast: Cast, client: Client, whole: Project) -> None:
    make_whole(cast, is_public=False)
    make_project(cast, stage=Stage.COMMITTEE)
    assert [(one["project"], one["name_ru"], one["state"]) for one in table(client, "projects")] == [
        (whole.reference, whole.name["ru"], "running")
    ]
    money = table(client, "transactions")
    assert {one["project"] for one in money} == {whole.reference}
    assert sorted(one["amount"] for one in money if one["kind"] == "disbursed" or one["kind"] == "disbursement") == [
        "-500.00",
        "120000.00",
        "500.00",
    ]
    assert [(one["value"], one["target"], one["value_in_words_en"]) for one in table(client, "results")] == [
        ("4.5000", "10.0000", ""),
        ("", "", "A law is in force"),
    ]
    assert "771993" not in str(money)


def test_every_column_is_described(client: Client, whole: Project) -> None:
    package = json.loads(client.get(reverse("projects:open_description")).content)
    for resource in package["resources"]:
        _answer, content = taken(client, resource["path"].partition("testserver")[2])
        header = content.decode("utf-8-sig").partition("\r\n")[0].split(",")
        assert header == [field["name"] for field in resource["schema"]["fields"]]
        assert all(field["description"] for field in resource["schema"]["fields"])
    assert [one["name"] for one in package["resources"]] == list(TABLES)


def test_an_unknown_table_is_not_found(client: Client, db: None) -> None:
    assert client.get(reverse("projects:open_table", args=["people"])).status_code == 404


def test_three_times_as_many_projects_need_no_more_memory(cast: Cast, monkeypatch: Any) -> None:
    monkeypatch.setattr("projects.publishing.published.CHUNK", 2)
    for _ in range(4):
        make_publication(make_whole(cast), "b")

    def peak() -> int:
        written(*list(activities(published()))[:1])  # what is loaded once
        tracemalloc.start()
        for _activity in activities(published()):
            pass
        found = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return found

    few = peak()
    for _ in range(8):
        make_publication(make_whole(cast), "b")
    assert peak() < few * 1.4


def test_administrators_keep_identities_and_read_publications(
    cast: Cast, client_of: Any, both: Project, client: Client
) -> None:
    administrator = client_of(cast.people["admin_user"])
    add = reverse("admin:projects_iatiidentity_add")
    body = cast.organisations["agency_ge"]
    kept = {"organisation": body.pk, "identifier": "GE GOV", "kind": "10"}
    answer = administrator.get(reverse("admin:projects_publication_changelist"))
    assert answer.status_code == 200
    assert "An identifier has no spaces" in administrator.post(add, kept).content.decode()
    assert administrator.post(add, {**kept, "identifier": "GE-GOV-1"}).status_code == 302
    assert body.iati.identifier == "GE-GOV-1"
    row = both.publications.get(side="b")
    page = reverse("admin:projects_publication_change", args=[row.pk])
    assert administrator.post(page, {"activity_id": "x"}).status_code == 403
    assert client.get(add).status_code == 302
