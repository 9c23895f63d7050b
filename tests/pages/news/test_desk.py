"""What lies on the desks of those who write and publish: one query."""

from django.db import connection
from django.test.utils import CaptureQueriesContext

from core.desk import sources
from pages.actions.publishing import propose
from pages.actions.writing import edit_text
from tests.pages.builders import make_draft, make_release, words


def laid(user):
    desk = sources["pages"].lay(user, 10)
    return [item.reference for item in desk.mine], [item.reference for item in desk.others]


def test_drafts_are_their_authors_and_proposals_everybody_elses(cast, officer, director_by, director_kr, official_by):
    draft, proposed, changed = make_draft(cast), make_draft(cast), make_release(cast)
    propose(proposed, by=officer)
    edit_text(changed, by=director_by, language="en", seen=1, **words("en", "!"))
    propose(changed, by=director_by)
    make_release(cast)
    assert laid(officer) == ([draft.reference, changed.reference], [proposed.reference])
    assert laid(director_by) == ([proposed.reference], [changed.reference])
    assert laid(director_kr) == ([proposed.reference, changed.reference], [])
    assert laid(cast.people["admin_user"]) == ([], [proposed.reference, changed.reference])
    assert laid(official_by) == ([], [])


def test_it_costs_one_query_and_none_for_those_who_do_not_write(cast, officer, official_by):
    make_draft(cast)
    prices = []
    for user in (officer, official_by):
        assert user.standing.appointments
        with CaptureQueriesContext(connection) as queries:
            laid(user)
        prices.append(len(queries))
    assert prices == [1, 0]


def test_a_long_desk_says_that_there_is_more(cast, officer):
    for _one in range(3):
        make_draft(cast)
    desk = sources["pages"].lay(officer, 2)
    assert (len(desk.mine), desk.mine_more) == (2, True)
