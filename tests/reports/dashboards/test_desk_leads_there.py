"""The desk of the staff leads to the dashboards; nobody else's does."""

from tests.cast import sign_in

LINK = 'href="/reports/dashboard/"'


def test_the_desk_of_the_staff(cast):
    found = {who: LINK in sign_in(cast.people[who]).get("/desk/").content.decode() for who in cast.people}
    staff = ("officer", "director_by", "director_kr", "admin_user")
    assert found == {who: who in staff for who in cast.people}


def test_the_pages_of_reports_lead_to_each_other(cast):
    """One's own files are anybody's page: the tabs stand there for the staff alone."""
    found = {who: LINK in sign_in(cast.people[who]).get("/reports/work/").content.decode() for who in cast.people}
    assert found == {who: who in ("officer", "director_by", "director_kr", "admin_user") for who in cast.people}
