"""Every list there is: offered on its page, as wide as its head, at the same price for one row and for many."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.db import connection
from django.http import QueryDict
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from consultations.models import Consultation
from core.lists import IN_PIECES, lists
from events.enums import EventStatus
from people.enums import Function, RequestStatus
from people.models import AccessRequest, ExpertProfile, Invitation, User
from practices.enums import Stage, Status
from practices.models import Adoption
from projects.models import Deliverable, Project
from tests.agreements.builders import make_agreement, make_parties
from tests.cast import Cast, sign_in
from tests.consultations import builders as requests
from tests.events.builders import make_event, make_participant, make_stop
from tests.letters.builders import issued, make_inviting_event
from tests.practices.builders import make_practice, sections_in
from tests.projects.builders import (
    make_decision,
    make_entry,
    make_line,
    make_measure,
    make_period,
    make_project,
    make_value,
)
from tests.projects.reports.quarter import make_issue, make_risk

TEMPLATES = Path(settings.BASE_DIR) / "templates"
NAMED = re.compile(r'take_along.html" with list="([a-z_.]+)"')
MOST = 15  # queries, whatever the rows


def query_of(of="", **filters):
    query = QueryDict(mutable=True)
    query.update({**({"of": of} if of else {}), **filters})
    return query


def taken(user, name, of="", **filters):
    """The rows, and how many queries they took."""
    user = User.objects.get(pk=user.pk)
    with CaptureQueriesContext(connection) as queries:
        rows = [[*row] for row in lists[name].rows(user, query_of(of, **filters))]
    return rows, len(queries)


def test_every_list_is_offered_on_a_page_and_every_page_offers_one_that_is_there():
    offered = [name for path in TEMPLATES.rglob("*.html") for name in NAMED.findall(path.read_text(encoding="utf-8"))]
    assert sorted(offered) == sorted(lists)


def test_every_list_names_its_page(cast, officer):
    project, event = make_project(cast), make_event(cast.centre)
    client = sign_in(officer)
    for one in lists.values():
        of = event.reference if one.name == "events.participants" else project.reference
        address = one.address(query_of(of if one.back else ""))
        assert (one.name, client.get(address).status_code) == (
            one.name,
            404 if one.name in ("people.invitations", "people.access_requests") else 200,
        )


# --- Builders: one row more of each list -----------------------------------------------------------------------------


def one_event(cast: Cast) -> str:
    make_stop(make_event(cast.centre, status=EventStatus.ANNOUNCED))
    return ""


def of_event(cast: Cast, event: Any) -> None:
    make_participant(event)


def invitation(cast: Cast) -> None:
    now = timezone.now()
    Invitation.objects.create(
        email=f"new{now.timestamp()}@by.example",
        language="en",
        function=Function.MEMBER,
        organisation=cast.organisations["services_by"],
        invited_by=cast.people["admin_user"],
        sent_at=now,
        expires_at=now,
    )


def access_request(cast: Cast) -> None:
    AccessRequest.objects.create(
        email=f"ask{timezone.now().timestamp()}@by.example",
        given_name="Maria",
        family_name="Sample",
        organisation=cast.organisations["services_by"],
        function="Specialist",
        reason="Work",
        language="en",
        status=RequestStatus.WAITING,
    )


def expert(cast: Cast) -> None:
    person = next(one for one in cast.people.values() if not ExpertProfile.objects.filter(user=one).exists())
    ExpertProfile.objects.create(user=person, consent_to_be_listed=True)


def agreement(cast: Cast) -> None:
    row = make_agreement(cast.centre, cast.people["officer"])
    make_parties(row, cast)


def practice(cast: Cast) -> Any:
    return make_practice(cast.centre, cast.organisations["nia"], cast.people["advisor_kr"], status=Status.PUBLISHED)


OF_ALL: dict[str, tuple[str, Callable[[Cast], Any], dict[str, str]]] = {
    "consultations.requests": ("officer", requests.registered, {"state": "all"}),
    "events.events": ("officer", one_event, {"when": "all"}),
    "practices.practices": ("officer", practice, {}),
    "agreements.agreements": ("officer", agreement, {}),
    "agreements.decisions": ("officer", lambda cast: make_decision(cast.centre, cast.people["officer"]), {}),
    "projects.projects": ("officer", make_project, {}),
    "people.experts": ("officer", expert, {}),
    "people.invitations": ("admin_user", invitation, {}),
    "people.access_requests": ("admin_user", access_request, {}),
}


def risk(project: Project) -> None:
    make_risk(project)


def issue(project: Project) -> None:
    make_issue(project)


def deliverable(project: Project) -> None:
    number = project.deliverables.count() + 1
    Deliverable.objects.create(
        project=project, number=number, name={"en": "Report"}, criteria={"en": "Read"}, side="a", due_on="2026-09-01"
    )


def line(project: Project) -> None:
    make_line(project)


def entry(project: Project) -> None:
    make_entry(project.lines.first() or make_line(project))


OF_PROJECT: dict[str, Callable[[Project], None]] = {
    "projects.risks": risk,
    "projects.issues": issue,
    "projects.deliverables": deliverable,
    "projects.lines": line,
    "projects.entries": entry,
}


@pytest.mark.parametrize("name", OF_ALL)
def test_a_list_costs_the_same_for_one_and_for_three(cast, name):
    who, build, filters = OF_ALL[name]
    build(cast)
    taken(cast.people[who], name, **filters)
    one, first = taken(cast.people[who], name, **filters)
    build(cast)
    build(cast)
    three, second = taken(cast.people[who], name, **filters)
    assert (len(one), len(three)) == (1, 3)
    assert {len(row) for row in three} == {len(lists[name].columns)}
    assert first == second
    assert second <= MOST
    assert lists[name].count(cast.people[who], query_of(**filters)) == 3


@pytest.mark.parametrize("name", OF_PROJECT)
def test_a_list_of_a_project_costs_the_same_for_one_and_for_three(cast, officer, official_ge, name):
    project, build = make_project(cast), OF_PROJECT[name]
    build(project)
    of = project.reference
    taken(officer, name, of)
    one, first = taken(officer, name, of)
    build(project)
    build(project)
    three, second = taken(officer, name, of)
    assert (len(one), len(three), first) == (1, 3, second)
    assert {len(row) for row in three} == {len(lists[name].columns)}
    assert second <= MOST
    allowed = lists[name].allowed
    assert (allowed(officer, [of]), allowed(officer, ["JP-1999-01"])) == ({of}, set())
    if name not in ("projects.lines", "projects.values"):
        assert allowed(official_ge, [of]) == set()


def test_values_of_all_projects(cast, officer):
    project = make_project(cast)
    measure = make_measure(project)
    make_value(measure, make_period(project, quarter=1), state="approved")
    taken(officer, "projects.values")
    one, first = taken(officer, "projects.values")
    make_value(measure, make_period(project, quarter=2), state="approved")
    two, second = taken(officer, "projects.values")
    assert (len(one), len(two), first) == (1, 2, second)
    assert {len(row) for row in two} == {len(lists["projects.values"].columns)}


def test_letters(cast, officer, official_ge):
    event = make_inviting_event(cast, "services_by")
    issued(cast, event)
    taken(officer, "letters.letters")
    one, first = taken(officer, "letters.letters")
    issued(cast, make_inviting_event(cast, "services_by", "agency_ge"))
    three, second = taken(officer, "letters.letters")
    assert (len(one), len(three), first) == (1, 3, second)
    assert {len(row) for row in three} == {len(lists["letters.letters"].columns)}
    assert len(taken(official_ge, "letters.letters")[0]) < 3


def test_people_of_an_event(cast, officer):
    event = make_event(cast.centre, status=EventStatus.ANNOUNCED)
    make_participant(event)
    taken(officer, "events.participants", event.reference)
    one, first = taken(officer, "events.participants", event.reference)
    make_participant(event)
    make_participant(event)
    three, second = taken(officer, "events.participants", event.reference)
    assert (len(one), len(three), first) == (1, 3, second)
    assert {len(row) for row in three} == {len(lists["events.participants"].columns)}


def test_five_thousand_rows_take_the_queries_of_one(cast, officer):
    template = requests.registered(cast)
    rows, first = taken(officer, "consultations.requests")
    assert len(rows) == 1
    values = {
        field.attname: getattr(template, field.attname)
        for field in Consultation._meta.concrete_fields
        if field.name not in ("id", "reference", "search")
    }
    Consultation.objects.bulk_create(
        Consultation(**values, reference=f"CR-2019-{number:04d}") for number in range(5000)
    )
    rows, second = taken(officer, "consultations.requests")
    assert (len(rows), second) == (5001, first)
    assert len(rows) > IN_PIECES


def test_the_practices_of_a_search_are_those_of_the_page_in_its_order(cast, officer):
    first, second = practice(cast), practice(cast)
    everything = [row[0] for row in taken(officer, "practices.practices", order="newest")[0]]
    assert sorted(everything) == sorted([first.reference, second.reference])
    shown = sign_in(officer).get(reverse("practices:list") + "?q=gateway").content.decode()
    found = [row[0] for row in taken(officer, "practices.practices", q="gateway")[0]]
    assert sorted(found, key=shown.index) == found
    make_practice(
        cast.centre,
        cast.organisations["nia"],
        cast.people["advisor_kr"],
        status=Status.PUBLISHED,
        text=sections_in("ko", "gateway"),
    )
    nearest = taken(officer, "practices.practices", q="gatewey")[0]
    assert len(nearest) > 0
    assert [row[0] for row in nearest] == [row[0] for row in taken(officer, "practices.practices", q="gateway")[0]]
    assert taken(officer, "practices.practices", q="gatewey", exact="1")[0] == []


def test_adoptions(cast, officer):
    def adopt():
        row = practice(cast)
        Adoption.objects.create(
            practice=row,
            adopter=cast.organisations["services_by"],
            country=cast.countries["BY"],
            owner=row.owner,
            filed_by=cast.people["official_by"],
            stage=Stage.PILOT,
            stage_since="2026-01-01",
            confirmed_at=timezone.now(),
        )

    adopt()
    taken(officer, "practices.adoptions")
    one, first = taken(officer, "practices.adoptions")
    adopt()
    adopt()
    three, second = taken(officer, "practices.adoptions")
    assert (len(one), len(three), first) == (1, 3, second)
    assert {len(row) for row in three} == {len(lists["practices.adoptions"].columns)}
