"""The screens of a project's way: who opens them, what they keep, what they cost."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from agreements.actions.deciding import countersign
from people.days import today_at
from people.enums import Side
from people.models import Organisation
from projects.actions.noting import write_note
from projects.actions.registering import fill, open_registrations
from projects.enums import PartnerRole, RegistrationState, Stage
from projects.models import Opinion, Partner, PostCheck, Project, Registration, SideNote
from tests.cast import cost
from tests.practices.builders import make_practice
from tests.projects.builders import END, make_measure, make_project
from tests.projects.life.building import (
    approved,
    concept,
    fresh,
    give,
    make_rule,
    met,
    open_decision,
    proposed,
    registered,
    url,
    with_opinions,
)

NOBODY = {
    "visitor": 302,
    "official_by": 403,
    "contact_by": 404,
    "director_by": 403,
    "advisor_kr": 403,
    "advisor2_kr": 403,
    "director_kr": 403,
    "officer": 403,
    "admin_user": 404,
    "official_ge": 404,
    "contact_ge": 404,
}
DIRECTORS = {"director_by": 200, "director_kr": 200}
LEADERS = {"leader_by": 200, "leader_kr": 200}
OFFICERS = {"officer": 200}
INSIDE = {**{who: 200 for who, answer in NOBODY.items() if answer == 403}}
# Once it is approved and public, everybody sees that it is there: who may not act meets 403 instead of 404.
IN_PUBLIC = {"contact_by": 403, "admin_user": 403, "official_ge": 403, "contact_ge": 403}


def text(answer):
    return answer.content.decode()


# --- Who opens what --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "stage", "who"),
    [
        ("opinion", Stage.OPINIONS, DIRECTORS),
        ("lay", Stage.COMMITTEE, OFFICERS),
        ("return", Stage.OPINIONS, OFFICERS),
        ("withdraw", Stage.OPINIONS, {"official_by": 200}),
        ("people", Stage.OPINIONS, OFFICERS),
        ("links", Stage.OPINIONS, {"officer": 200, "director_by": 200, "director_kr": 200, "official_by": 409}),
        ("progress", Stage.OPINIONS, INSIDE),
        ("notes", Stage.OPINIONS, {**INSIDE, "officer": 403}),
        ("registration", Stage.OPINIONS, INSIDE),
    ],
)
def test_who_opens_it_before_the_committee_has_decided(cast, name, stage, who):
    project = proposed(cast, stage)
    assert met(cast, url(name, project)) == {**NOBODY, **who}


@pytest.mark.parametrize(
    ("name", "stage", "who"),
    [
        ("start_project", Stage.APPROVED, {**DIRECTORS, **LEADERS}),
        ("finish", Stage.RUNNING, {**DIRECTORS, **LEADERS}),
        ("suspend", Stage.RUNNING, DIRECTORS),
        ("resume", Stage.SUSPENDED, DIRECTORS),
        ("cancel", Stage.SUSPENDED, DIRECTORS),
        ("close", Stage.CLOSING, DIRECTORS),
        ("people", Stage.RUNNING, OFFICERS),
        ("progress", Stage.RUNNING, {**INSIDE, **LEADERS}),
        ("registration", Stage.RUNNING, {**INSIDE, **LEADERS}),
        ("notes", Stage.RUNNING, {**INSIDE, **LEADERS, "officer": 403}),
    ],
)
def test_who_opens_it_afterwards(cast, name, stage, who):
    project = make_project(cast, stage=stage)
    expected = {**NOBODY, "leader_by": 403, "leader_kr": 403, **IN_PUBLIC, **who}
    assert met(cast, url(name, project), "leader_by", "leader_kr") == expected


@pytest.mark.parametrize(
    ("name", "who"),
    [("opinion", "director_by"), ("lay", "officer"), ("return", "officer"), ("withdraw", "official_by")],
)
def test_a_wrong_state_is_said_in_words(cast, client_of, name, who):
    cast.people[who].language = "en"
    cast.people[who].save()
    answer = client_of(cast.people[who]).get(url(name, make_project(cast)))
    assert (answer.status_code, "no longer possible" in text(answer) or "while the concept" in text(answer)) == (
        409,
        True,
    )


def test_the_committee_is_offered_when_both_sides_have_an_opinion(cast, client_of, officer):
    project = proposed(cast)
    shown = [url("lay", project) in text(client_of(officer).get(url("progress", project)))]
    with_opinions(project, cast)
    shown.append(url("lay", project) in text(client_of(officer).get(url("progress", project))))
    assert shown == [False, True]


@pytest.mark.parametrize("name", ["start_project", "finish", "suspend", "resume", "cancel", "close"])
def test_a_key_is_turned_in_its_state_alone(cast, client_of, director_by, name):
    assert client_of(director_by).get(url(name, make_project(cast, stage=Stage.CLOSED))).status_code == 409


# --- To write --------------------------------------------------------------------------------------------------------


def test_everybody_reads_what_a_joint_project_is_and_some_begin_one(client_of, official_by, director_by):
    page = reverse("projects:start")
    assert [client_of(who).get(page).context["form"] is not None for who in (None, official_by, director_by)] == [
        False,
        True,
        False,
    ]
    assert client_of(director_by).post(reverse("projects:create"), {}).status_code == 403


def test_a_paper_is_begun_and_written_page_by_page(cast, client_of, official_by):
    client = client_of(official_by)
    bodies = {
        "centre": cast.centre.pk,
        "kind": "pilot",
        "country": "BY",
        "lead_a": cast.organisations["services_by"].pk,
        "lead_b": cast.organisations["nia"].pk,
    }
    kept = client.post(reverse("projects:create"), {**bodies, "name_ru": "Архив", "lead_b": ""})
    assert (kept.status_code, "Архив" in text(kept)) == (200, True)
    answer = client.post(reverse("projects:create"), {**bodies, "name_en": "Archive", "name_ru": "Архив"})
    project = Project.objects.get()
    assert answer["Location"] == url("edit", project)
    form = client.get(url("edit", project, "why")).context["form"]
    sent = {"seen": form["seen"].value(), "read": form["read"].value(), "situation_en": "Paper files."}
    answer = client.post(url("edit", project, "why"), sent)
    assert (answer["Location"], dict(fresh(project).situation)) == (url("edit", project, "how"), {"en": "Paper files."})


def fields(client, project, group):
    form = client.get(url("edit", project, group)).context["form"]
    return {"seen": form["seen"].value(), "read": form["read"].value()}


def test_the_script_saves_what_is_sound_and_two_texts_are_shown(cast, client_of, official_by, leader_kr):
    project = concept(cast, situation={"en": "Old."}, asked_b=None)
    one, other = client_of(official_by), client_of(leader_kr)
    rest = {f"{name}_en": dict(getattr(project, name)).get("en", "") for name in ("problem", "objective")}
    rest |= {f"{name}_en": f"{name} in words." for name in ("beneficiaries", "national_plan")}
    both = fields(one, project, "why"), fields(other, project, "why")
    saved = one.post(url("save", project, "why"), {**both[0], **rest, "situation_en": "Theirs."})
    assert (saved.status_code, saved.json()["done"]) == (200, saved.json()["total"])
    answer = other.post(url("edit", project, "why"), {**both[1], **rest, "situation_en": "Mine."})
    assert (answer.status_code, "Mine." in text(answer), "Theirs." in text(answer)) == (200, True, True)
    assert other.post(url("save", project, "why"), {**both[1], **rest, "situation_en": "Mine."}).status_code == 409
    form = answer.context["form"]
    again = {"seen": form["seen"].value(), "read": form["read"].value(), **rest, "situation_en": "Mine, merged."}
    other.post(url("edit", project, "why"), again)
    assert fresh(project).situation == {"en": "Mine, merged."}


def test_the_script_names_what_it_left_out(cast, client_of, official_by):
    project, client = concept(cast), client_of(official_by)
    sent = {**fields(client, project, "money"), "currency": "KRW", "asked_a": "0", "asked_b": "10.50"}
    told = client.post(url("save", project, "money"), sent).json()["said"]
    assert ("Республика Корея" in told, fresh(project).currency) == (True, "USD")


def test_a_colleagues_text_may_be_taken_instead(cast, client_of, official_by, leader_kr):
    project = concept(cast, activities={"en": "Old."})
    client = client_of(official_by)
    before = fields(client, project, "how")
    Project.objects.update(activities={"en": "Theirs."}, revision=2)
    sent = {**before, "activities_en": "Mine.", "take-activities": "1"}
    sent |= {"sustainability_en": "sustainability in words.", "assumptions_en": "assumptions in words."}
    assert client.post(url("edit", project, "how"), sent).status_code == 302
    assert fresh(project).activities == {"en": "Theirs."}


def test_the_last_page_shows_what_is_missing_and_then_submits(cast, client_of, official_by):
    project, client = concept(cast, objective={}), client_of(official_by)
    page = client.get(url("submit", project))
    assert f"{url('edit', project, 'why')}#id_objective" in text(page)
    assert client.post(url("submit", project)).status_code == 409
    Project.objects.update(objective={"en": "Faster."})
    client.post(url("submit", project))
    assert fresh(project).stage == Stage.OPINIONS
    assert client.get(url("edit", project, "what")).status_code == 409


def test_why_it_was_returned_stands_above_the_pages(cast, client_of, official_by, officer):
    project = proposed(cast)
    client_of(officer).post(url("return", project), {"reason": "Add the audit."})
    assert "Add the audit." in text(client_of(official_by).get(url("edit", fresh(project), "what")))


def test_something_is_found_by_words_and_linked(cast, client_of, official_by):
    practice = make_practice(cast.centre, cast.organisations["nia"], cast.people["advisor_kr"], status="published")
    project, client = concept(cast), client_of(official_by)
    assert practice.reference in text(client.get(url("links", project), {"q": practice.reference}))
    client.post(url("link", project, "practices", practice.pk))
    assert list(project.practices.all()) == [practice]
    client.post(url("link", project, "practices", practice.pk), {"remove": "1"})
    assert (project.practices.count(), client.post(url("link", project, "people", 1)).status_code) == (0, 404)


# --- To the committee ------------------------------------------------------------------------------------------------


def test_an_opinion_is_given_changed_and_kept_when_it_is_refused(cast, client_of, director_by):
    project, client = proposed(cast), client_of(director_by)
    refused = client.post(url("opinion", project), {"verdict": "objects", "text_ru": "Дорого."})
    assert (refused.status_code, "Дорого." in text(refused), Opinion.objects.count()) == (200, True, 0)
    client.post(url("opinion", project), {"verdict": "objects", "text_en": "Dear.", "text_ru": "Дорого."})
    assert "Дорого." in text(client.get(url("opinion", project)))
    client.post(url("opinion", project), {"verdict": "supports", "text_en": "Yes.", "text_ru": "Да."})
    assert Opinion.objects.get().verdict == "supports"


def test_it_is_laid_and_the_decision_approves_it(cast, client_of, officer, director_by, director_kr):
    project, decision = with_opinions(proposed(cast), cast), open_decision(cast)
    taken = open_decision(cast, "rejected")
    answer = client_of(officer).post(url("lay", project), {"decision": taken.pk})
    assert (answer.status_code, fresh(project).stage) == (200, Stage.OPINIONS)
    client_of(officer).post(url("lay", project), {"decision": decision.pk})
    for director in (director_by, director_kr):
        countersign(decision, by=director, accepts=True)
    assert fresh(project).stage == Stage.APPROVED


def test_reasons_are_asked_for_and_what_was_typed_is_kept(cast, client_of, officer, official_by):
    project = proposed(cast)
    for who, name in ((officer, "return"), (official_by, "withdraw")):
        assert client_of(who).post(url(name, project), {"reason": " "}).status_code == 200
    assert fresh(project).stage == Stage.OPINIONS
    client_of(official_by).post(url("withdraw", project), {"reason": "No money."})
    assert fresh(project).stage == Stage.WITHDRAWN


# --- Keys ------------------------------------------------------------------------------------------------------------


def test_start_says_what_holds_it_up_and_then_takes_both_keys(cast, client_of, leader_by, leader_kr):
    project, rule = approved(cast), make_rule(cast)
    page = client_of(leader_by).get(url("start_project", project))
    assert (page.status_code, page.context["held_up"]) == (
        200,
        "The project starts when it is on the national register.",
    )
    registered(project, rule)
    client_of(leader_by).post(url("start_project", project))
    page = client_of(leader_by).get(url("start_project", project))
    assert (page.context["keys"].may_sign, page.context["keys"].keys[0].side) == (False, "a")
    page = client_of(leader_kr).get(url("progress", project))
    assert [(one.keys.may_sign, [key.side for key in one.keys.keys]) for one in page.context["turnings"]] == [
        (True, ["b", "a"])
    ]
    client_of(leader_kr).post(url("start_project", project))
    assert fresh(project).stage == Stage.RUNNING


def test_the_whole_way_to_the_close(cast, client_of, director_by, director_kr, leader_by, leader_kr):
    project = make_project(cast)
    both, directors = (leader_by, leader_kr), (director_by, director_kr)
    for who, name, stage in (
        (directors, "suspend", Stage.SUSPENDED),
        (directors, "resume", Stage.RUNNING),
        (both, "finish", Stage.CLOSING),
        (directors, "close", Stage.CLOSED),
    ):
        for person in who:
            assert client_of(person).post(url(name, project), {"reason": "Because."}).status_code == 302
        assert fresh(project).stage == stage
    assert client_of(director_by).post(url("suspend", make_project(cast)), {"reason": ""}).status_code == 200


# --- Registration ----------------------------------------------------------------------------------------------------


def test_the_pack_from_the_first_paper_to_the_number(cast, client_of, leader_by, officer):
    project = approved(cast)
    make_rule(cast, papers=1)
    client = client_of(leader_by)
    client.post(url("begin_registration", project))
    row = Registration.objects.get()
    item, today = row.items.get(), today_at(project.centre).isoformat()
    letter = SimpleUploadedFile("letter.txt", b"Covering letter")
    client.post(url("add_paper", project, item.pk), {"document": letter})
    page = client.get(url("registration", project))
    [shown] = page.context["registrations"][0]["items"][0].files
    assert shown.name == "letter.txt"
    assert client.post(url("file_registration", project, row.pk), {"filed_on": today}).status_code == 200
    client.post(url("tick_item", project, item.pk), {"is_ready": "on", "note": "Two copies"})
    client.post(url("file_registration", project, row.pk), {"filed_on": today})
    client.post(url("return_registration", project, row.pk), {"reason": "Stamp."})
    assert "Stamp." in text(client.get(url("registration", project)))
    client.post(url("file_registration", project, row.pk), {"filed_on": today})
    client.post(url("refuse_registration", project, row.pk), {"reason": "Plan."})
    client.post(url("redo_registration", project, row.pk), {"reason": "It is in the plan."})
    remove = url("remove_paper", project, item.pk, shown.public_id)
    assert (client.get(remove).status_code, client.post(remove).status_code) == (200, 302)
    client.post(url("tick_item", project, item.pk), {"is_ready": "on"})
    client.post(url("file_registration", project, row.pk), {"filed_on": today})
    kept = client.post(url("enter_registration", project, row.pk), {"number": "2/26/7"})
    assert (kept.status_code, "2/26/7" in text(kept)) == (200, True)
    client.post(url("enter_registration", project, row.pk), {"number": "2/26/7", "registered_on": today})
    assert fresh(row).state == RegistrationState.REGISTERED


def test_who_works_on_the_pack(cast):
    project = make_project(cast, stage=Stage.APPROVED, is_public=False)
    make_rule(cast)
    [row] = open_registrations(project)
    item = row.items.first()
    expected = {**NOBODY, **INSIDE, **LEADERS}
    for address in (
        url("tick_item", project, item.pk),
        url("add_paper", project, item.pk),
        url("file_registration", project, row.pk),
    ):
        assert met(cast, address, *LEADERS) == expected


# --- People, checks, notes -------------------------------------------------------------------------------------------


def test_officers_name_who_works_on_it(cast, client_of, officer, leader_by, official_ge):
    project, client = proposed(cast), client_of(officer)
    body = Organisation.objects.create(name={"en": "Builder"}, country=cast.countries["KR"], kind="company")
    refused = client.post(url("name_leader", project, "a"), {"leader": official_ge.pk})
    assert (refused.status_code, client.get(url("name_leader", project, "x")).status_code) == (200, 404)
    client.post(url("name_leader", project, "a"), {"leader": leader_by.pk})
    client.post(url("name_contractor", project), {"organisation": body.pk})
    partner = {"organisation": body.pk, "role": PartnerRole.IMPLEMENTING, "side": Side.B}
    for _twice in range(2):
        answer = client.post(url("add_partner", project), partner)
    assert answer.status_code == 200
    row = fresh(project)
    assert (row.leader_a, row.contractor, row.partners.count()) == (leader_by, body, 1)
    client.post(url("remove_partner", project, Partner.objects.get().pk))
    client.post(url("name_contractor", project), {"organisation": ""})
    assert (fresh(project).contractor, Partner.objects.count()) == (None, 0)


@pytest.fixture
def check(cast, project):
    project = make_project(cast, stage=Stage.CLOSED)
    return PostCheck.objects.create(
        project=project, years=1, side="a", due_on=date(2026, 1, 1), asked_at=project.created_at
    )


def rows(**filled):
    first = {f"figures-0-{name}": value for name, value in filled.items()}
    return {"figures-TOTAL_FORMS": "5", "figures-INITIAL_FORMS": "0", **first}


def test_a_side_answers_what_it_was_asked(cast, client_of, leader_by, leader_kr, official_ge, check):
    measure, address = make_measure(check.project), url("answer_check", check.project, check.pk)
    assert [client_of(who).get(address).status_code for who in (leader_by, leader_kr, official_ge)] == [200, 403, 403]
    half = {"still_used": "yes", "text_en": "In use.", **rows(measure=measure.pk, value="7")}
    kept = client_of(leader_by).post(address, half)
    assert (kept.status_code, "In use." in text(kept)) == (200, True)
    client_of(leader_by).post(address, {**half, "figures-0-source": "Register"})
    assert fresh(check).figures == [{"measure": measure.pk, "value": "7", "source": "Register"}]
    shown = text(client_of(leader_kr).get(url("progress", check.project)))
    assert ("In use." in shown, "Register" in shown) == (True, True)
    assert client_of(leader_by).get(address).status_code == 409


def test_a_note_is_on_no_page_of_the_other_side(cast, client_of, leader_by, leader_kr, officer, project):
    client_of(leader_by).post(url("notes", project), {"text": "Hold the payment."})
    pages = [url(name, project) for name in ("progress", "notes", "project", "registration", "people")]
    seen = {
        who.email: {page for page in pages if "Hold the payment." in text(client_of(who).get(page))}
        for who in (leader_by, leader_kr, officer)
    }
    assert seen == {leader_by.email: set(pages[:2]), leader_kr.email: set(), officer.email: set()}
    assert SideNote.objects.get().side == "a"


# --- What pages cost -------------------------------------------------------------------------------------------------


def test_pages_cost_the_same_at_one_row_and_at_three(cast, client_of, leader_by, officer, official_by):
    project = make_project(cast, stage=Stage.APPROVED)
    make_rule(cast, papers=1)
    [row] = open_registrations(project)
    paper = concept(cast)

    def grow(number):
        give(project, Side.A, cast.people["director_by"], round=number)
        write_note(project, by=leader_by, text=f"Note {number}")
        Partner.objects.create(project=project, organisation=cast.organisations["nia"], role=str(number))
        PostCheck.objects.create(project=project, years=number, side="a", due_on=END)
        project.practices.add(make_practice(cast.centre, cast.organisations["nia"], officer, status="published"))

    def costs():
        own, staff, writer = client_of(leader_by), client_of(officer), client_of(official_by)
        return {
            "progress": cost(own, url("progress", project)),
            "registration": cost(own, url("registration", project)),
            "notes": cost(own, url("notes", project)),
            "people": cost(staff, url("people", project)),
            "links": cost(staff, url("links", project)),
            "edit": cost(writer, url("edit", paper, "what")),
            "start": cost(own, url("start_project", project)),
            "lay": cost(staff, url("lay", proposed(cast, Stage.COMMITTEE))),
        }

    grow(1)
    costs()  # what is read once and kept
    before = costs()
    for number in (2, 3):
        grow(number)
        row.rule.papers.create(name={"en": f"More {number}"}, position=number)
    fill(row)
    assert costs() == before
    assert {name: count for name, count in before.items() if count > 12} == {}
