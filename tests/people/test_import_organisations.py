"""Organisations registered from a table: known again by what they are called, so that none stands there twice."""

import pytest
from django.core.exceptions import PermissionDenied

from core.models import JournalEntry
from core.refusal import RefusedError
from people.actions.imports import confirm_import, edit_organisation, read_table, register_organisation
from people.enums import TableKind
from people.models import Centre, Organisation, User
from tests.cast import cost
from tests.factories import make_organisation
from tests.people.tables import csv

HEADER = "acronym,name_en,name_ru,name_be,name_ko,kind,country,parent"


def bring(by, *rows):
    return read_table(csv(HEADER, *rows), kind=TableKind.ORGANISATIONS, by=by)


def rows(table):
    return [(row.state, row.changes, row.errors) for row in table.rows.order_by("number")]


@pytest.fixture
def nia(cast):
    return cast.organisations["nia"]


def test_new_changed_and_unchanged(admin_user, nia):
    before = Organisation.objects.count()
    table = bring(
        admin_user,
        "MSIT,Ministry of Science and ICT,,,과학기술정보통신부,ministry,KR,",
        "nia,National Information Society Agency,,,,agency,kr,MSIT",
        ",,Национальный центр электронных услуг,,,agency,BY,",
        "NIRS,,,,국가정보자원관리원,agency,KR,과학기술정보통신부",
    )
    assert rows(table) == [
        ("new", [], {}),
        ("changed", [["acronym", "NIA", "nia"], ["parent", "", "MSIT"]], {}),
        ("unchanged", [], {}),
        ("new", [], {}),
    ]
    assert Organisation.objects.count() == before
    confirm_import(table, by=admin_user)
    nia.refresh_from_db()
    ministry = Organisation.objects.get(acronym="MSIT")
    assert (nia.parent, nia.name["ru"]) == (ministry, "Национальное агентство информационного общества")
    assert (ministry.name, ministry.kind, ministry.country_id) == (
        {"en": "Ministry of Science and ICT", "ko": "과학기술정보통신부"},
        "ministry",
        "KR",
    )
    assert Organisation.objects.get(acronym="NIRS").parent == ministry
    assert [one.verb for one in JournalEntry.objects.about(ministry)] == ["register_organisation"]
    assert [(one.verb, one.actor) for one in JournalEntry.objects.about(nia)] == [("edit_organisation", admin_user)]
    assert Organisation.objects.count() == before + 2
    again = bring(admin_user, "MSIT,Ministry of Science and ICT,,,과학기술정보통신부,ministry,KR,")
    assert rows(again) == [("unchanged", [], {})]


def test_a_former_name_is_known_again(admin_user, nia):
    table = bring(admin_user, ",,,,한국정보화진흥원,agency,KR,")
    assert rows(table) == [("changed", [["name_ko", "한국지능정보사회진흥원", "한국정보화진흥원"]], {})]


def test_what_is_wrong_is_said_at_the_cell(admin_user):
    make_organisation(name={"en": "First"}, acronym="ONE")
    make_organisation(name={"en": "Second"}, acronym="TWO")
    table = bring(
        admin_user,
        "AAA,,,,,agency,KR,",
        ",Body A,,,,castle,KR,",
        ",Body B,,,,agency,XX,",
        "ABCDEFGHIJKLMNOPQRSTUVW,Body C,,,,agency,KR,",
        "ONE,Second,,,,agency,BY,",
        ",Body D,,,,agency,KR,Nowhere",
        "ONE,First,,,,agency,BY,ONE",
        ",Body E,,,,agency,KR,",
        ",BODY E,,,,agency,KR,",
    )
    kinds = "ministry, agency, centre, intergovernmental, institute, company, other"
    assert [errors for _state, _changes, errors in rows(table)] == [
        {"name_en": "Give the name in one language at least."},
        {"kind": f"This is none of: {kinds}."},
        {"country": "This is no country of the register. Give its two letters."},
        {"acronym": "This is longer than 20 characters."},
        {"name_en": "The acronym and the names belong to several organisations: ONE; TWO."},
        {"parent": "No organisation of this name is in the register."},
        {"parent": "A body cannot be a part of itself."},
        {},
        {"name_en": "Row 9 is about the same organisation."},
    ]


def test_a_name_of_another_country_is_another_body(admin_user, nia):
    table = bring(admin_user, "NIA,National Information Agency,,,,agency,BY,")
    assert rows(table) == [("new", [], {})]


def test_nothing_becomes_a_part_of_itself_by_a_detour(admin_user):
    upper = make_organisation(name={"en": "Upper"})
    make_organisation(name={"en": "Lower"}, parent=upper)
    table = bring(admin_user, ",Upper,,,,agency,BY,Lower")
    with pytest.raises(RefusedError, match="would become a part of itself"):
        confirm_import(table, by=admin_user)
    upper.refresh_from_db()
    assert upper.parent is None


def test_an_officer_registers_bodies_of_the_own_centre(cast, officer, client_of):
    Centre.objects.get().countries.set(["BY"])
    table = bring(officer, ",Body of Minsk,,,,agency,BY,", ",Body of Seoul,,,,agency,KR,", ",Body,,,,agency,GE,")
    assert [(state, errors) for state, _changes, errors in rows(table)] == [
        ("new", {}),
        ("new", {}),
        ("wrong", {"country": "You register organisations of the countries of your centre only."}),
    ]
    User.objects.update(language="en")
    answer = client_of(officer).post(table.get_absolute_url(), follow=True)
    assert "2 organisations are written." in answer.content.decode()


def test_the_acts_ask_who_acts(cast, official_by, officer, nia):
    cast.centre.countries.remove("GE")
    told = {"name": {"en": "X"}, "kind": "agency"}
    for who, country in ((official_by, "KR"), (officer, "GE")):
        body = Organisation.objects.create(name={"en": "Body"}, kind="agency", country_id=country)
        for act, of in (
            (register_organisation, {"country": cast.countries[country]}),
            (edit_organisation, {"row": body}),
        ):
            with pytest.raises(PermissionDenied):
                act(by=who, **told, **of)
    assert edit_organisation(nia, by=officer, **told).name["en"] == "X"


def test_one_price(admin_user, client_of):
    site = client_of(admin_user)
    one = bring(admin_user, ",Body 1,,,,agency,BY,")
    three = bring(admin_user, *(f",Body {number},,,,agency,BY," for number in range(3)))
    site.get(one.get_absolute_url())
    costs = [cost(site, table.get_absolute_url()) for table in (one, three)]
    assert (len(set(costs)), costs[0] <= 12) == (1, True)
