"""What is missing in which language: for officers and for those who work on one; bounded, however much there is."""

import csv
import io

import pytest
from django.urls import reverse

from practices.actions.translating import hand_over_translation, translate
from practices.enums import Status
from practices.presentation import languages as shown
from tests.cast import cost
from tests.practices.builders import make_practice, make_translation, sections_in
from tests.practices.languages.conftest import change, form_of, in_russian

URL, TABLE = reverse("practices:languages"), reverse("practices:languages_csv")


@pytest.fixture
def five(cast, advisor_kr, translator, checker):
    """One entry a state, of the Russian text: missing, draft, to be checked, outdated, checked."""

    def make():
        return make_practice(cast.centre, cast.organisations["nia"], advisor_kr, status=Status.PUBLISHED)

    def written():
        practice = make()
        row = in_russian(practice)
        translate(row, by=translator, **form_of(row, **sections_in("ru")))
        return practice

    missing, draft, to_check = make(), written(), written()
    hand_over_translation(in_russian(to_check), by=translator)
    outdated, checked = make(), make()
    for practice in (outdated, checked):
        make_translation(practice, "ru", translator, checker)
    change(outdated, advisor_kr, lessons="달라졌다.", adapt="달라졌다.")
    return {"missing": missing, "draft": draft, "to_check": to_check, "outdated": outdated, "checked": checked}


def cells(page):
    return {
        row.practice.reference: [cell.state.words if cell.state else cell.is_original for cell in row.cells]
        for row in page.context["rows"]
    }


def counts(page):
    return {code: [one.number for one in row] for code, row in page.context["counts"]}


def test_who_opens_it(cast, published, translator, client_of):
    def knock(name):
        return client_of(cast.people[name]).get(URL).status_code

    assert client_of().get(URL).status_code == 302
    assert {name: knock(name) for name in ("officer", "official_by", "official_ge", "advisor_kr", "director_by")} == {
        "officer": 200,
        "official_by": 200,
        "official_ge": 404,
        "advisor_kr": 404,
        "director_by": 404,
    }
    assert client_of(cast.people["official_ge"]).get(TABLE).status_code == 404


def test_it_is_found_from_my_practices(cast, translator, client_of):
    def is_linked(name):
        return URL in client_of(cast.people[name]).get(reverse("practices:mine")).content.decode()

    assert [is_linked(name) for name in ("officer", "official_by", "advisor_kr")] == [True, True, False]


def test_a_translator_sees_his_language_first(five, translator, client_of):
    page = client_of(translator).get(URL)
    assert page.context["languages"] == ["ru"]
    assert {state: [str(words) for words in cells(page)[one.reference]] for state, one in five.items()} == {
        "missing": ["Missing"],
        "draft": ["Draft"],
        "to_check": ["To be checked"],
        "outdated": ["2 sections outdated"],
        "checked": ["Checked"],
    }
    assert counts(page) == {"ru": [1, 1, 1, 1, 1]}


def test_an_officer_sees_all_of_them(five, officer, client_of):
    page = client_of(officer).get(URL)
    assert page.context["languages"] == ["en", "ru", "be", "ko"]
    assert cells(page)[five["checked"].reference][3] is True
    assert counts(page) == {
        "en": [5, 0, 0, 0, 0],
        "ru": [1, 1, 1, 1, 1],
        "be": [5, 0, 0, 0, 0],
        "ko": [0, 0, 0, 0, 0],
    }


@pytest.mark.parametrize("state", ["missing", "draft", "to_check", "outdated", "checked"])
def test_narrowed_by_language_and_state(five, officer, client_of, state):
    page = client_of(officer).get(URL, {"language": "ru", "state": state})
    assert list(cells(page)) == [five[state].reference]
    assert page.context["chosen"][0] == ("Русский", f"state={state}")


def test_nonsense_counts_as_not_chosen(five, translator, client_of):
    page = client_of(translator).get(URL, {"language": "xx", "state": "lost", "older": "no"})
    assert (len(cells(page)), page.context["languages"]) == (5, ["ru"])


def test_each_is_led_to_what_he_can_do(five, translator, checker, officer, client_of):
    def acts(user):
        rows = client_of(user).get(URL, {"language": "ru"}).context["rows"]
        return {row.practice.reference: row.cells[0].url.rstrip("/").rpartition("/")[2] for row in rows}

    def of(**urls):
        return {five[name].reference: url for name, url in urls.items()}

    assert acts(officer) == of(checked="", outdated="", to_check="", draft="", missing="")
    assert acts(translator) == of(checked="ru", outdated="ru", to_check="", draft="ru", missing="ru")
    assert acts(checker) == of(checked="ru", outdated="ru", to_check="check", draft="ru", missing="ru")


def test_of_another_centre_and_of_drafts_there_is_nothing(cast, five, advisor_kr, elsewhere, client_of):
    make_practice(cast.centre, cast.organisations["nia"], advisor_kr)
    page = client_of(elsewhere).get(URL, {"language": "all"})
    assert (cells(page), {number for row in counts(page).values() for number in row}) == ({}, {0})


def test_what_is_proposed_is_there(proposed, translator, client_of):
    assert list(cells(client_of(translator).get(URL))) == [proposed.reference]


def test_more_than_can_be_counted(five, translator, client_of, monkeypatch):
    monkeypatch.setattr(shown, "COUNTED", 0)
    page = client_of(translator).get(URL)
    assert [(one.number, one.is_more) for one in page.context["counts"][0][1]] == [(0, True)] * 5


def test_it_costs_the_same_with_one_and_three(cast, published, advisor_kr, officer, translator, client_of):
    clients = [client_of(officer), client_of(translator)]
    before = [(client.get(URL), cost(client, URL))[1] for client in clients]
    for _number in range(2):
        make_practice(cast.centre, cast.organisations["nia"], advisor_kr, status=Status.PUBLISHED)
    assert [cost(client, URL) for client in clients] == before
    assert max(before) <= 12


def test_page_by_page(cast, advisor_kr, officer, client_of):
    numbers = [
        make_practice(cast.centre, cast.organisations["nia"], advisor_kr, status=Status.PUBLISHED).reference
        for _number in range(27)
    ]
    client = client_of(officer)
    first = client.get(URL)
    second = client.get(f"{URL}?{first.context['page'].older}")
    assert [*cells(first), *cells(second)] == numbers[::-1]


def test_the_same_as_a_table(five, translator, checker, client_of):
    answer = client_of(translator).get(TABLE, {"state": "outdated"})
    lines = list(csv.reader(io.StringIO(b"".join(answer.streaming_content).decode("utf-8-sig"))))
    row = in_russian(five["outdated"])
    assert lines[1:] == [
        [
            five["outdated"].reference,
            str(five["outdated"].title["ru"]),
            "한국어",
            "Русский",
            str(shown.STATES["outdated"][0]),
            "2",
            translator.display_name,
            checker.display_name,
            row.checked_at.date().isoformat(),
            row.updated_at.date().isoformat(),
        ]
    ]
    whole = client_of(translator).get(TABLE)
    assert len(list(csv.reader(io.StringIO(b"".join(whole.streaming_content).decode())))) == 6
