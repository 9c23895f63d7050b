"""Projects where the portal is searched, and where robots look."""

from core.search import find
from projects.enums import Stage
from tests.cast import Cast
from tests.projects.builders import make_project


def test_the_search_finds_what_the_reader_may_see(cast: Cast, visitor, officer, official_ge) -> None:
    rows = [make_project(cast), make_project(cast, is_public=False)]
    make_project(cast, stage=Stage.CONCEPT)
    found = {
        who: {hit.reference for hit in find("projects", user, "archives", 10)}
        for who, user in (("visitor", visitor), ("officer", officer), ("stranger", official_ge))
    }
    public = {rows[0].reference}
    assert found == {"visitor": public, "officer": {row.reference for row in rows}, "stranger": public}


def test_the_search_ends_at_its_limit_and_nonsense_finds_nothing(cast: Cast, officer) -> None:
    for _number in range(3):
        make_project(cast)
    assert [len(find("projects", officer, text, 2)) for text in ("archive", "", "!!!", "zebra")] == [2, 0, 0, 0]


def test_robots_find_public_projects_alone(cast: Cast, client) -> None:
    rows = [make_project(cast), make_project(cast, is_public=False), make_project(cast, stage=Stage.CONCEPT)]
    listed = client.get("/sitemap-projects.xml").content.decode()
    assert [row.get_absolute_url() in listed for row in rows] == [True, False, False]


def test_the_menu_leads_to_the_list(cast: Cast, client_of, officer) -> None:
    make_project(cast)
    for client in (client_of(), client_of(officer)):
        assert 'href="/projects/"' in client.get("/").content.decode()
