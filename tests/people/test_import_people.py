"""People invited from a table: seen first, confirmed once, by the rules of the invitation."""

import io
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from openpyxl import load_workbook

from core.models import JournalEntry
from core.refusal import RefusedError
from people import actions
from people.actions.imports import ROWS_ARE_KEPT, confirm_import, forget_rows, read_table
from people.enums import Function, TableKind
from people.models import AccessRequest, Centre, ImportRow, Invitation, TableImport, User
from people.signals import invitation_sent
from tests.cast import cost
from tests.factories import appoint, make_organisation, make_user
from tests.people.tables import csv, xlsx

HEADER = "email,given_name,family_name,organisation,function,title,language,ends_on"


@pytest.fixture
def letters():
    told = []

    def hear(invitation, **_):
        told.append(invitation.email)

    invitation_sent.connect(hear)
    yield told
    invitation_sent.disconnect(hear)


def bring(by, *rows, header=HEADER):
    return read_table(csv(header, *rows), kind=TableKind.PEOPLE, by=by)


def states(table):
    return list(table.rows.order_by("number").values_list("number", "state"))


def errors(table):
    return [row.errors for row in table.rows.order_by("number")]


def test_nothing_is_written_before_it_is_confirmed(admin_user, letters):
    table = bring(admin_user, "New@Kr.example,Minji,Kim,nia,member,연구원,ko,31.12.2099")
    assert (states(table), table.new, table.to_write, table.confirmed_at) == ([(2, "new")], 1, 1, None)
    assert (Invitation.objects.count(), letters) == (0, [])

    confirm_import(table, by=admin_user)
    invitation = Invitation.objects.get()
    assert (invitation.email, invitation.given_name, invitation.family_name) == ("new@kr.example", "Minji", "Kim")
    assert (invitation.organisation.acronym, invitation.function, invitation.language) == ("NIA", "member", "ko")
    assert (invitation.title, str(invitation.ends_on), invitation.invited_by) == (
        {"ko": "연구원"},
        "2099-12-31",
        admin_user,
    )
    assert letters == ["new@kr.example"]
    table.refresh_from_db()
    assert table.confirmed_at is not None
    entries = JournalEntry.objects.about(table).order_by("pk")
    assert [(one.verb, one.actor, one.data) for one in entries] == [
        ("read_table", admin_user, {"kind": "people", "rows": 1, "sha256": table.sha256}),
        ("confirm_import", admin_user, {"new": 1, "changed": 0, "sha256": table.sha256}),
    ]


def test_each_row_says_what_it_would_do(cast, admin_user):
    actions.send_invitation(by=admin_user, email="open@kr.example", organisation=cast.organisations["nia"])
    table = bring(
        admin_user,
        "official@by.example,Sergei,Dubovik,National Centre of Electronic Services,,,,",  # holds the post
        "open@kr.example,O,Pen,NIA,,,,",  # was offered it
        "OFFICIAL@by.example,Sergei,Dubovik,nia,,,,",  # a further post
        "new@kr.example,Minji,Kim,한국정보화진흥원,observer,,,",  # a former name
    )
    assert states(table) == [(2, "unchanged"), (3, "unchanged"), (4, "changed"), (5, "new")]
    assert [row.changes for row in table.rows.order_by("number")] == [[], [], [["organisation", "", "NIA"]], []]
    assert (table.new, table.changed, table.unchanged, table.wrong) == (1, 1, 2, 0)
    confirm_import(table, by=admin_user)
    assert sorted(Invitation.objects.values_list("email", "function")) == [
        ("new@kr.example", "observer"),
        ("official@by.example", "member"),
        ("open@kr.example", "member"),
    ]


def test_what_is_wrong_is_said_at_the_cell(cast, admin_user):
    closed = make_user(email="closed@by.example")
    User.objects.filter(pk=closed.pk).update(is_active=False)
    for code in ("BY", "KR"):
        make_organisation(name={"en": "Archive"}, country_id=code)
    long = "x" * 81
    table = bring(
        admin_user,
        ",Minji,Kim,NIA,,,,",
        "nobody,Minji,Kim,NIA,,,,",
        f"a@kr.example,{long},Kim,NIA,,,,",
        "b@kr.example,Minji,Kim,NOWHERE,,,,",
        "c@kr.example,Minji,Kim,Archive,,,,",
        "d@kr.example,Minji,Kim,NIA,king,,,",
        "e@kr.example,Minji,Kim,NIA,officer,,,",
        "f@kr.example,Minji,Kim,NIA,,,fr,",
        "g@kr.example,Minji,Kim,NIA,,,,tomorrow",
        "h@kr.example,Minji,Kim,NIA,,,,2001-01-01",
        "closed@by.example,Minji,Kim,NIA,,,,",
        "i@kr.example,Minji,Kim,NIA,,,,",
        "I@kr.example,Minji,Kim,nia,,,,",
    )
    functions = "This is none of: member, focal_point, contact_point, project_leader, evaluator, observer."
    assert errors(table) == [
        {"email": "This cell is empty."},
        {"email": "This is no e-mail address."},
        {"given_name": "This is longer than 80 characters."},
        {"organisation": "No organisation of this name is in the register."},
        {"organisation": "Several organisations bear this name. Give the country, or another name of it."},
        {"function": functions},
        {"function": functions},
        {"language": "This is none of: en, ru, be, ko."},
        {"ends_on": "This is no day. Write it as 2027-12-31 or 31.12.2027."},
        {"ends_on": "This day is over."},
        {"email": "The account of this person is closed."},
        {},
        {"email": "Row 13 is about the same person and post."},
    ]
    assert (table.new, table.wrong) == (1, 12)
    confirm_import(table, by=admin_user)
    assert list(Invitation.objects.values_list("email", flat=True)) == ["i@kr.example"]


def test_the_country_tells_organisations_of_one_name_apart(admin_user):
    rows = {code: make_organisation(name={"en": "Archive"}, country_id=code) for code in ("BY", "KR")}
    table = bring(
        admin_user, "a@kr.example,Minji,Kim,archive,kr", header="email,given_name,family_name,organisation,country"
    )
    confirm_import(table, by=admin_user)
    assert Invitation.objects.get().organisation == rows["KR"]


def test_an_officers_rows_ask_the_focal_point(cast, officer):
    focal = make_user(email="focal@by.example")
    appoint(focal, Function.FOCAL_POINT, cast.organisations["services_by"])
    table = bring(
        officer,
        "new@by.example,Ada,Novik,National Centre of Electronic Services,,,ru,",
        "lead@by.example,Ada,Novik,National Centre of Electronic Services,focal_point,,,",
        "official@by.example,Sergei,Dubovik,National Centre of Electronic Services,,,,",
    )
    assert states(table) == [(2, "new"), (3, "wrong"), (4, "unchanged")]
    assert errors(table)[1] == {"function": "Members of staff are let in this way. Ask the administrator for others."}
    confirm_import(table, by=officer)
    asked = AccessRequest.objects.get()
    assert (asked.email, asked.language, asked.status) == ("new@by.example", "ru", "waiting")
    assert [one.actor for one in JournalEntry.objects.about(asked)] == [officer]
    assert Invitation.objects.count() == 0
    assert AccessRequest.objects.visible_to(focal).get() == asked
    again = bring(officer, "new@by.example,Ada,Novik,National Centre of Electronic Services,,,ru,")
    assert states(again) == [(2, "unchanged")]


def test_an_officer_stays_with_the_countries_of_the_own_centre(cast, officer):
    make_organisation(name={"en": "Digital Governance Agency of Georgia"}, country_id="GE")
    row = "a@ge.example,Nino,Beridze,Digital Governance Agency of Georgia,,,,"
    assert states(bring(officer, row)) == [(2, "new")]
    Centre.objects.get().countries.clear()
    officer.__dict__.pop("standing", None)
    assert errors(bring(officer, row)) == [
        {"organisation": "You let people into organisations of the countries of your centre only."}
    ]


@pytest.mark.parametrize("who", ["official_by", "contact_by", "director_by", "advisor_kr", "official_ge"])
def test_nobody_else_brings_a_table(cast, who):
    with pytest.raises(PermissionDenied):
        bring(cast.people[who], "new@kr.example,Minji,Kim,NIA,,,,")
    assert TableImport.objects.count() == 0


def test_nobody_confirms_for_somebody_else_or_after_the_own_post(cast, admin_user, officer):
    table = bring(officer, "new@by.example,Ada,Novik,NIA,,,,")
    with pytest.raises(PermissionDenied):
        confirm_import(table, by=admin_user)
    cast.appointments["officer"].delete()
    officer.__dict__.pop("standing", None)
    with pytest.raises(PermissionDenied):
        confirm_import(table, by=officer)
    assert AccessRequest.objects.count() == 0


def refused(table, by):
    with pytest.raises(RefusedError) as said:
        confirm_import(table, by=by)
    return str(said.value.message)


def test_it_is_confirmed_once(admin_user):
    table = bring(admin_user, "new@kr.example,Minji,Kim,NIA,,,,")
    confirm_import(table, by=admin_user)
    assert refused(table, admin_user) == "This table was confirmed already."
    assert Invitation.objects.count() == 1


def test_what_is_confirmed_is_what_was_shown(cast, admin_user):
    table = bring(admin_user, "new@kr.example,Minji,Kim,NIA,,,,", "other@kr.example,Sua,Lee,NIA,,,,")
    actions.send_invitation(by=admin_user, email="new@kr.example", organisation=cast.organisations["nia"])
    assert refused(table, admin_user) == "The register has changed since the file was read. Read the file again."
    assert Invitation.objects.count() == 1


def test_a_table_that_changes_nothing_is_not_confirmed(admin_user):
    table = bring(admin_user, "official@by.example,Sergei,Dubovik,National Centre of Electronic Services,,,,")
    assert refused(table, admin_user) == "This table changes nothing. Choose another file."


def test_rows_go_after_a_day_and_figures_stay(admin_user):
    old, new = (bring(admin_user, f"{name}@kr.example,Minji,Kim,NIA,,,,") for name in ("old", "new"))
    TableImport.objects.filter(pk=old.pk).update(created_at=timezone.now() - ROWS_ARE_KEPT - timedelta(minutes=1))
    assert (forget_rows(), list(ImportRow.objects.values_list("table", flat=True))) == (1, [new.pk])
    old.refresh_from_db()
    assert (old.new, len(old.sha256)) == (1, 64)
    assert refused(old, admin_user) == "This table changes nothing. Choose another file."


# --- Screens ---------------------------------------------------------------------------------------------------------


@pytest.fixture
def site(admin_user, client_of):
    User.objects.update(language="en")
    return client_of(admin_user)


def test_more_people_than_are_invited_at_once_are_refused(admin_user):
    with pytest.raises(RefusedError, match="The file has more than 1000 rows"):
        bring(admin_user, *["a@kr.example,Minji,Kim,NIA,,,,"] * 1001)


def test_from_the_file_to_the_letter(site, letters):
    assert "The columns" in site.get("/import/people/").content.decode()
    row = ["new@kr.example", "Minji", "Kim", "NIA"]
    sent = {"upload": xlsx(["email", "given_name", "family_name", "organisation"], row, ["x", "Sua", "Lee", "NIA"])}
    answer = site.post("/import/people/", sent)
    assert (answer.status_code, letters) == (302, [])
    page = site.get(answer["Location"]).content.decode()
    for words in ("Invite 1 person", "This is no e-mail address.", "table.xlsx", "Nothing is written yet."):
        assert words in page
    done = site.post(answer["Location"], follow=True).content.decode()
    assert ("1 person is invited." in done, "Invite 1 person" in done, letters) == (True, False, ["new@kr.example"])
    assert "1 person is invited." not in site.get(answer["Location"]).content.decode()
    assert site.post(answer["Location"]).status_code == 409


def test_a_file_that_is_no_table_is_refused_in_the_form(site):
    answer = site.post("/import/people/", {"upload": csv("salary", "1")})
    assert answer.status_code == 200
    assert "These columns are not known: salary." in answer.content.decode()
    assert "Choose a file." in site.post("/import/people/", {}).content.decode()


def test_the_filter_of_the_rows_survives_the_pages(site, admin_user):
    table = bring(
        admin_user,
        *(f"p{number}@kr.example,Minji,Kim,NIA,,,," for number in range(30)),
        *(f"{number},Minji,Kim,NIA,,,," for number in range(30)),
    )
    page = site.get(f"{table.get_absolute_url()}?state=wrong")
    assert {row.state for row in page.context["page"].rows} == {"wrong"}
    older = site.get(f"{table.get_absolute_url()}?{page.context['page'].older}")
    assert ([row.state for row in older.context["page"].rows], older.context["state"]) == (["wrong"] * 5, "wrong")
    assert len(site.get(f"{table.get_absolute_url()}?state=nonsense").context["page"].rows) == 25


def test_rows_with_errors_are_taken_along_without_formulas(site, admin_user):
    table = bring(admin_user, "=cmd|' /C calc'!A0,Minji,Kim,NIA,,,,", "new@kr.example,Minji,Kim,NIA,,,,")
    answer = site.get(f"{table.get_absolute_url()}errors/")
    lines = b"".join(answer.streaming_content).decode("utf-8-sig").splitlines()
    assert lines[0].startswith("email,given_name,family_name,organisation,country,function,title,language,ends_on,row")
    assert lines[1:] == ["'=cmd|' /C calc'!A0,Minji,Kim,NIA,,,,,,2,email: This is no e-mail address."]


def test_the_empty_table_names_the_columns(site):
    answer = site.get("/import/people/template/")
    assert answer["Content-Disposition"] == 'attachment; filename="people.xlsx"'
    book = load_workbook(io.BytesIO(answer.content))
    header, *rows = book.worksheets[0].iter_rows(values_only=True)
    assert (header[:4], rows) == (("email", "given_name", "family_name", "organisation"), [])
    assert book.worksheets[1]["A2"].value == "email"
    assert "Required." in book.worksheets[1]["C2"].value
    assert site.get("/import/nonsense/template/").status_code == 404


def test_who_meets_what(cast, client_of, admin_user, officer):
    table = bring(officer, "new@by.example,Ada,Novik,NIA,,,,")
    own = (table.get_absolute_url(), f"{table.get_absolute_url()}errors/")
    screens = ("/import/people/", "/import/organisations/", "/import/people/template/")
    for who, hers, others in (
        (officer, [200, 200], [200, 200, 200]),
        (admin_user, [404, 404], [200, 200, 200]),
        (cast.people["official_by"], [404, 404], [404, 404, 404]),
        (cast.people["director_kr"], [404, 404], [404, 404, 404]),
        (None, [302, 302], [302, 302, 302]),
    ):
        client = client_of(who)
        assert [client.get(url).status_code for url in own] == hers
        assert [client.get(url).status_code for url in screens] == others


def test_one_price_for_one_row_and_for_many(site, admin_user):
    one = bring(admin_user, "a@kr.example,Minji,Kim,NIA,,,,")
    three = bring(admin_user, *(f"b{number}@kr.example,Minji,Kim,NIA,,,," for number in range(3)))
    gone = bring(admin_user, "c@kr.example,Minji,Kim,NIA,,,,")
    gone.rows.all().delete()
    site.get(one.get_absolute_url())
    costs = [cost(site, table.get_absolute_url()) for table in (gone, one, three)]
    assert (len(set(costs)), costs[0] <= 12) == (1, True)
    assert cost(site, "/import/people/") <= 12


def test_the_check_costs_the_same_for_many_rows(admin_user):
    def price(number):
        with CaptureQueriesContext(connection) as queries:
            bring(admin_user, *(f"n{number}x{n}@kr.example,Minji,Kim,NIA,,,," for n in range(number)))
        return len(queries)

    bring(admin_user, "a@kr.example,Minji,Kim,NIA,,,,")
    assert price(1) == price(300)


def test_the_ways_there(cast, site, client_of, officer):
    """From the lists of the admin site, from the invitations, and from an officer's own page."""
    people, bodies = 'href="/import/people/"', 'href="/import/organisations/"'
    assert people in site.get("/admin/people/user/").content.decode()
    assert bodies in site.get("/admin/people/organisation/").content.decode()
    assert people in site.get("/invitations/").content.decode()
    page = client_of(officer).get("/profile/").content.decode()
    assert (people in page, bodies in page) == (True, True)
    assert people not in client_of(cast.people["director_kr"]).get("/profile/").content.decode()
