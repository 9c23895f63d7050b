"""One box over all apps: what the reader may see, by kind, the best first, in one query for all tables."""

import pytest

from core.search import look
from projects.actions.indexing import index
from tests.agreements.builders import make_agreement
from tests.cast import Cast
from tests.consultations.builders import registered
from tests.projects.builders import make_project

pytestmark = pytest.mark.django_db


@pytest.fixture
def archive(cast: Cast, officer):
    """A request that speaks of archives in its text, a project that is called so, an agreement with a number."""
    asked = registered(cast, title="Keeping records", state_of_play="Every archive keeps paper.")
    project = make_project(cast, name={"en": "Digital archive", "ko": "전자기록관"})
    index(project)
    return asked, project, make_agreement(cast.centre, officer, title={"en": "Record of discussions"})


def found(user, text):
    return [(group.source.name, [hit.reference for hit in group.hits]) for group in look(user, text, 10)]


def test_what_is_called_so_comes_before_what_speaks_of_it(archive, officer):
    asked, project, _agreement = archive
    assert found(officer, "archive") == [("projects", [project.reference]), ("consultations", [asked.handle])]


def test_a_number_leads(archive, officer):
    _asked, _project, agreement = archive
    assert found(officer, agreement.reference.lower())[0] == ("agreements", [agreement.reference])


def test_in_the_reader_s_own_writing(archive, officer):
    assert found(officer, "전자기록")[0][0] == "projects"


def test_nobody_finds_what_is_not_his(archive, official_ge, visitor):
    _asked, project, _agreement = archive
    for reader in (official_ge, visitor):
        assert found(reader, "archive") == [("projects", [project.reference])]


def test_one_query_for_all_tables(archive, officer, client_of, django_assert_max_num_queries):
    client = client_of(officer)
    with django_assert_max_num_queries(12):
        page = client.get("/search/?q=archive").content.decode()
    assert (page.count('class="section-head"'), 'accesskey="s"' in page) == (2, True)


def test_a_visitor_searches_what_is_public(archive, client):
    answer = client.get("/search/?q=archive", headers={"accept-language": "en"})
    assert (answer.status_code, "Digital archive" in answer.text, "Keeping records" in answer.text) == (
        200,
        True,
        False,
    )
