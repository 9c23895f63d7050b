"""The list of projects: who finds what, by which words and facets, at what price."""

import pytest
from django.urls import reverse

from projects.enums import ProjectKind, Stage
from projects.models import Project
from projects.presentation import facets
from tests.cast import Cast, cost
from tests.projects.builders import make_project

QUERIES = 12


def found(client, **asked: object) -> set[str]:
    answer = client.get(reverse("projects:list"), asked)
    assert answer.status_code == 200
    return {row.reference for row, _state, _leading in answer.context["rows"]}


@pytest.fixture
def three(cast: Cast) -> dict[str, Project]:
    return {
        "open": make_project(cast, name={"en": "Archive of records", "ru": "Архив документов", "ko": "전자기록관"}),
        "closed_door": make_project(cast, is_public=False, kind=ProjectKind.STUDY),
        "concept": make_project(cast, stage=Stage.CONCEPT, country=cast.countries["GE"], programme_year=4),
    }


def test_each_reader_finds_what_he_may_see(cast: Cast, client_of, three: dict[str, Project]) -> None:
    number = {key: row.reference for key, row in three.items()}
    met = {who: found(client_of(cast.people.get(who))) for who in ("visitor", "official_ge", "officer", "official_by")}
    assert met == {
        "visitor": {number["open"]},
        "official_ge": {number["open"]},
        "officer": {number["open"], number["closed_door"]},
        "official_by": set(number.values()),
    }


@pytest.mark.parametrize("text", ["archives", "документ", "전자기록", "기록관", "nia"])
def test_words_are_found_by_their_stems_in_every_language(client_of, three: dict[str, Project], text: str) -> None:
    Project.objects.exclude(pk=three["open"].pk).delete()
    assert found(client_of(), q=text) == {three["open"].reference}


def test_what_is_saved_is_found_at_once_and_what_was_left_out_no_longer(client_of, three: dict[str, Project]) -> None:
    row = three["open"]
    row.name = {"en": "Open data"}
    row.save(update_fields=["name"])
    client = client_of()
    assert (found(client, q="data"), found(client, q="archive")) == ({row.reference}, set())
    assert found(client, q=row.reference.lower()) == {row.reference}


def test_what_only_both_sides_read_is_not_searched(client_of, three: dict[str, Project]) -> None:
    row = three["open"]
    row.assumptions = {"en": "The supplier may go bankrupt"}
    row.save()
    assert found(client_of(), q="bankrupt") == set()


def test_facets_narrow_and_count(cast: Cast, client_of, three: dict[str, Project]) -> None:
    client = client_of(cast.people["official_by"])
    numbers = {key: row.reference for key, row in three.items()}
    assert found(client, stage="concept") == {numbers["concept"]}
    assert found(client, kind="study") == {numbers["closed_door"]}
    assert found(client, country="GE") == {numbers["concept"]}
    assert found(client, year="4", stage=["concept", "running"]) == {numbers["concept"]}
    assert found(client, body=cast.organisations["nia"].pk) == set(numbers.values())
    assert found(client, agreement=three["open"].agreement_id) == {numbers["open"]}
    groups = {
        group.name: group for group in client.get(reverse("projects:list"), {"stage": "concept"}).context["groups"]
    }
    assert {one.value: one.count for one in groups["stage"].shown} == {"concept": 1, "running": 2}
    assert {one.value: one.count for one in groups["country"].shown} == {"GE": 1}


def test_a_group_ends_with_what_most_projects_have(cast: Cast, client_of, three, monkeypatch) -> None:
    monkeypatch.setattr(facets, "MOST", 1)
    client = client_of(cast.people["official_by"])

    def agreements(**asked: object) -> tuple[set[object], bool]:
        groups = client.get(reverse("projects:list"), asked).context["groups"]
        [group] = [one for one in groups if one.name == "agreement"]
        return {one.value for one in (*group.shown, *group.more)}, group.is_cut

    usual, rare = three["open"].agreement_id, make_project(cast).agreement_id
    Project.objects.filter(pk=three["closed_door"].pk).update(agreement=usual)
    assert agreements() == ({usual}, True)
    assert agreements(agreement=rare)[0] == {usual, rare}  # what is chosen always stands


@pytest.mark.parametrize(
    "asked",
    [{"stage": "x"}, {"year": "9" * 40}, {"body": "-1"}, {"country": "\x00\x00"}, {"q": "\x00"}, {"older": "x"}],
)
def test_nonsense_counts_as_not_asked(cast: Cast, client_of, three: dict[str, Project], asked: dict[str, str]) -> None:
    assert found(client_of(), **asked) == {three["open"].reference}


def test_the_table_holds_the_same_rows(cast: Cast, client_of, three: dict[str, Project]) -> None:
    answer = client_of(cast.people["officer"]).get(reverse("projects:list_csv"), {"kind": "study"})
    lines = b"".join(answer.streaming_content).decode().strip().splitlines()
    assert [line.split(",")[0] for line in lines[1:]] == [three["closed_door"].reference]


def test_the_feed_holds_public_projects_alone(client_of, three: dict[str, Project]) -> None:
    shown = client_of().get(reverse("projects:feed")).content.decode()
    assert [row.reference in shown for row in three.values()] == [True, False, False]


@pytest.mark.parametrize("who", ["officer", "visitor"])
def test_its_price_does_not_grow(cast: Cast, client_of, who: str) -> None:
    client, url = client_of(cast.people.get(who)), reverse("projects:list")
    make_project(cast)
    client.get(url)
    one = cost(client, url)
    make_project(cast)
    make_project(cast)
    three = cost(client, url)
    assert one == three
    assert three <= QUERIES
