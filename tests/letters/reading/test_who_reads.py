"""Whom a letter is addressed to reads it, once it is issued; nobody else learns that there is one."""

import pytest
from django.urls import reverse

from core.search import find
from letters.actions.issuing import issue_run
from letters.models import Letter
from people.enums import Function
from tests.cast import cost
from tests.factories import appoint, make_organisation, make_user
from tests.letters.builders import issued, make_inviting_event, prepared

READERS = {
    "officer": 200,
    "director_by": 200,
    "director_kr": 200,
    "official_ge": 200,  # belongs to the body
    "contact_ge": 200,  # checks what goes to bodies of the country
}
ALL = ("advisor_kr", "advisor2_kr", "admin_user", "official_by", "contact_by", *READERS)


@pytest.fixture
def letter(cast, template):
    return issued(cast, make_inviting_event(cast, "agency_ge"))[0]


def met(cast, client_of, url):
    found = {who: client_of(cast.people[who]).get(url).status_code for who in ALL}
    return {who: status for who, status in found.items() if status != 404}


def test_the_addressed_body_and_the_centre(cast, client_of, letter):
    assert met(cast, client_of, letter.get_absolute_url()) == READERS
    assert met(cast, client_of, reverse("letters:letter_pdf", args=[letter.handle])) == READERS
    url = letter.get_absolute_url()
    assert client_of().get(url).status_code == 302


def test_a_draft_is_the_centres_own(cast, client_of, template):
    run = prepared(cast, make_inviting_event(cast, "agency_ge"))
    own = {"officer": 200, "director_by": 200, "director_kr": 200}
    assert met(cast, client_of, run.letters.get().get_absolute_url()) == own
    assert met(cast, client_of, run.get_absolute_url()) == own


def test_a_reader_meets_403_where_he_may_not_act(client_of, letter, official_ge):
    for name in ("edit_letter", "leave_out", "put_back", "withdraw"):
        assert client_of(official_ge).get(reverse(f"letters:{name}", args=[letter.handle])).status_code == 403
    page = client_of(official_ge).get(letter.get_absolute_url())
    assert (page.context["steps"], page.context["history"]) == (set(), [])
    assert "officer@centre.example" not in page.content.decode()


def test_a_personal_letter_is_read_by_the_person_and_the_focal_points(cast, client_of, letter, official_ge):
    focal = appoint(make_user(), Function.FOCAL_POINT, cast.organisations["agency_ge"]).user
    Letter.objects.update(is_personal=True)
    url = letter.get_absolute_url()
    assert met(cast, client_of, url) == {"officer": 200, "director_by": 200, "director_kr": 200}
    assert client_of(focal).get(url).status_code == 200
    Letter.objects.update(person=official_ge)
    assert client_of(official_ge).get(url).status_code == 200


def test_the_list_is_ones_own(cast, client_of, letter, official_ge, official_by, officer):
    url = reverse("letters:list")
    shown = {
        user.email: [row.handle for row, _state in client_of(user).get(url).context["rows"]]
        for user in (official_ge, official_by, officer)
    }
    assert shown == {official_ge.email: [letter.handle], official_by.email: [], officer.email: [letter.handle]}


def test_the_list_is_narrowed(cast, client_of, letter, officer):
    other = issued(cast, make_inviting_event(cast, "services_by"))[0]
    browser, url = client_of(officer), reverse("letters:list")

    def shown(**asked):
        return [row.handle for row, _state in browser.get(url, asked).context["rows"]]

    both = [other.handle, letter.handle]
    assert shown() == both
    assert shown(about=letter.run.about_reference.lower()) == [letter.handle]
    assert shown(kind="invitation", state="issued", year=str(letter.issued_on.year)) == both
    assert shown(state="withdrawn") == []
    assert shown(kind="visa") == []
    assert shown(q=other.reference) == [other.handle]
    assert shown(q="Governance") == [letter.handle]
    assert shown(q="\x00", about="\x00", year="x", kind="nothing") == both


def test_a_list_of_one_and_of_three_costs_the_same(cast, client_of, letter, officer, official_ge):
    browsers = [client_of(officer), client_of(official_ge)]
    urls = [reverse("letters:list"), reverse("letters:beside", args=["event", letter.run.about_reference])]
    for browser in browsers:
        for url in urls:
            browser.get(url)
    one = [cost(browser, url) for browser in browsers for url in urls]
    run = letter.run
    for _more in range(2):
        issue_run(prepared(cast, run.about), by=officer)
    assert [cost(browser, url) for browser in browsers for url in urls] == one
    assert max(one) <= 12
    assert cost(browsers[0], letter.get_absolute_url()) <= 12


def test_templates_of_one_and_of_three_cost_the_same(cast, client_of, template, officer):
    from tests.letters.builders import make_template  # noqa: PLC0415

    browser, url = client_of(officer), reverse("letters:templates")
    browser.get(url)
    one = cost(browser, url)
    for number in range(2):
        make_template(cast, name=f"Template {number}")
    assert (cost(browser, url), len(browser.get(url).context["rows"])) == (one, 3)
    assert max(one, cost(browser, template.get_absolute_url())) <= 12


def test_beside_the_event(cast, client_of, letter, officer, official_ge):
    event = letter.run.about
    url = reverse("letters:beside", args=["event", event.reference])
    own = client_of(officer).get(url)
    theirs = client_of(official_ge).get(url)
    assert [[row.handle for row, _state in page.context["rows"]] for page in (own, theirs)] == [[letter.handle]] * 2
    assert (own.context["start_url"] != "", theirs.context["start_url"]) == (True, "")
    assert url in client_of(officer).get(event.get_absolute_url()).content.decode()
    part = client_of(officer).get(url, headers={"HX-Request-Type": "partial"}).content.decode()
    assert "<html" not in part
    assert letter.handle in part
    assert client_of(officer).get(reverse("letters:beside", args=["nothing", event.reference])).status_code == 404
    assert client_of(officer).get(reverse("letters:beside", args=["event", "E-1"])).status_code == 404


def test_found_by_the_search_of_the_portal(cast, letter, officer, official_ge, official_by):
    hits = {
        user.email: [hit.reference for hit in find("letters", user, "Governance", 5)] for user in (officer, official_ge)
    }
    assert hits == {officer.email: [letter.reference], official_ge.email: [letter.reference]}
    assert find("letters", official_by, letter.reference, 5) == []


def test_words_of_people_are_written_as_words(cast, client_of, officer, template):
    body = make_organisation(name={"en": "<script>alert(1)</script> {event} #[typst]"}, country_id="GE")
    event = make_inviting_event(cast)
    event.delegations.filter(organisation=cast.organisations["agency_ge"]).update(organisation=body)
    letter = issued(cast, event)[1]
    assert letter.body.startswith("Dear colleagues of <script>alert(1)</script> {event} #[typst],")
    browser = client_of(officer)
    for url in (letter.get_absolute_url(), letter.run.get_absolute_url(), reverse("letters:list")):
        said = browser.get(url).content.decode()
        assert ("<script>alert" in said, "&lt;script&gt;alert" in said) == (False, True)
    assert browser.get(reverse("letters:letter_pdf", args=[letter.handle])).content[:5] == b"%PDF-"
