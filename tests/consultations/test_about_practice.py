"""Ask the owner: a request begins from a practice, and the practice tells of the requests about it."""

import pytest
from django.urls import reverse

from consultations.actions.drafting import create_draft
from consultations.models import Consultation
from core.panels import panels_beside
from practices.enums import Status
from tests.cast import cost
from tests.consultations import builders as build
from tests.practices.builders import make_practice, make_translation, sections_in

START = reverse("consultations:start")


@pytest.fixture
def practice(cast, advisor_kr, official_by, contact_by):
    practice = make_practice(cast.centre, cast.organisations["nia"], advisor_kr, status=Status.PUBLISHED)
    make_translation(practice, "ru", official_by, contact_by, sections={**sections_in("ru"), "title": "Шлюз данных"})
    return practice


def ask(cast, practice, who="official_by"):
    person = cast.people[who]
    body = person.standing.appointments[0].organisation
    return create_draft(by=person, centre=cast.centre, organisation=body, practice=practice)


def panel(practice):
    return reverse("consultations:about_practice", args=[practice.reference])


def test_the_draft_names_the_practice_and_its_owner_in_the_requesters_language(cast, practice):
    row = build.fresh(ask(cast, practice))
    owner = practice.owner.name["ru"]
    assert (row.practice, set(row.title), row.preferred_advisor) == (practice, {"ru"}, owner)
    assert "Шлюз данных" in row.title["ru"]
    assert row.linked_to == f"{practice.reference} Шлюз данных"
    assert list(Consultation.objects.matching("шлюз")) == [row]


def test_it_begins_on_the_page_that_says_what_it_will_be_about(client_of, cast, practice, official_by):
    client = client_of(official_by)
    page = client.get(START, {"practice": practice.reference})
    assert f'<input type="hidden" name="practice" value="{practice.reference}">' in page.content.decode()
    answer = client.post(reverse("consultations:create"), {"practice": practice.reference})
    row = Consultation.objects.get()
    assert (answer["Location"], row.practice) == (f"/consultations/{row.handle}/edit/body/", practice)
    record = client.get(row.get_absolute_url())
    assert f'<a href="{practice.get_absolute_url()}">{practice.reference} Шлюз данных</a>' in record.content.decode()


def test_a_visitor_comes_back_to_it_after_signing_in(client_of, practice):
    text = client_of().get(START, {"practice": practice.reference}).content.decode()
    assert f"?next=/consultations/start/%3Fpractice%3D{practice.reference}" in text


def test_nobody_asks_about_what_is_not_published(client_of, cast, advisor_kr, official_by):
    draft = make_practice(cast.centre, cast.organisations["nia"], advisor_kr)
    client = client_of(official_by)
    for reference in (draft.reference, "P-1999-001", "\x00"):
        assert client.get(START, {"practice": reference}).status_code == 404
        assert client.post(reverse("consultations:create"), {"practice": reference}).status_code == 404
    assert not Consultation.objects.exists()


def test_the_panel_shows_only_what_the_reader_may_see(client_of, cast, practice, official_by, official_ge, officer):
    mine, theirs = ask(cast, practice), ask(cast, practice, "official_ge")
    create_draft(by=official_by, centre=cast.centre, organisation=mine.organisation)
    shown = {
        who: [row for row, _state in client_of(cast.people[who]).get(panel(practice)).context["rows"]]
        for who in ("official_by", "official_ge", "officer")
    }
    assert shown == {"official_by": [mine], "official_ge": [theirs], "officer": []}
    assert client_of().get(panel(practice)).status_code == 302
    officer.language = "en"
    officer.save()
    text = client_of(officer).get(panel(practice)).content.decode()
    assert "There is no request about it that you may see." in text


def test_the_panel_of_a_draft_is_not_found(client_of, cast, advisor_kr, official_by):
    draft = make_practice(cast.centre, cast.organisations["nia"], advisor_kr)
    assert client_of(official_by).get(panel(draft)).status_code == 404


def test_it_is_unfolded_as_a_fragment_and_opened_as_a_page(client_of, practice, official_by):
    client = client_of(official_by)
    page, fragment = client.get(panel(practice)), client.get(panel(practice), headers={"HX-Request-Type": "partial"})
    assert [("<html" in one.content.decode(), "HX-Request-Type" in one["Vary"]) for one in (page, fragment)] == [
        (True, True),
        (False, True),
    ]


def test_it_is_offered_to_those_who_are_signed_in(practice, visitor, official_by):
    assert "consultations" in [one.name for one in panels_beside(practice, official_by)]
    assert "consultations" not in [one.name for one in panels_beside(practice, visitor)]


def test_one_and_three_cost_the_same_and_a_long_list_goes_on(client_of, cast, practice, official_by):
    client = client_of(official_by)
    ask(cast, practice)
    client.get(panel(practice))
    one = cost(client, panel(practice))
    for _number in range(2):
        ask(cast, practice)
    assert cost(client, panel(practice)) == one <= 12
    for _number in range(9):
        ask(cast, practice)
    page = client.get(panel(practice)).context["page"]
    assert (len(page.rows), page.older != "") == (10, True)
    unfolded = client.get(panel(practice), headers={"HX-Request-Type": "partial"})
    assert f'<a href="{panel(practice)}">' in unfolded.content.decode()
