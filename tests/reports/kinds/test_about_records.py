"""Reports about one record: the pack of a session, the report of an event, the quarter of a project."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
import time_machine
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils import timezone

from agreements.models import Action
from core.refusal import RefusedError
from events.enums import EventStatus
from people.enums import Side
from projects.actions.reports import begin_report
from reports.actions.making import make_report
from reports.actions.papers import draw
from reports.actions.publishing import propose
from reports.kinds.registry import kinds
from reports.models import Job
from reports.storing import read
from tests.agreements.committees.builders import (
    make_action,
    make_committee,
    make_decision,
    make_item,
    make_session,
    seat_both,
)
from tests.cast import cost
from tests.events.builders import make_delegation, make_event, make_participant
from tests.papers.reading import letters
from tests.projects.builders import make_entry, make_leader, make_line, make_project
from tests.projects.reports.quarter import make_quarter_of_work, verified

pytestmark = pytest.mark.usefixtures("english")


@pytest.fixture
def session(cast, officer):
    """Held last week; the one before it a year ago. Two decisions, one action owed and one done."""
    now = timezone.now().replace(microsecond=0)
    committee = make_committee(cast.centre)
    before = now - timedelta(days=370)
    make_session(committee, officer, number=3, starts_at=before, ends_at=before + timedelta(hours=3))
    starts = now - timedelta(days=7)
    found = make_session(committee, officer, number=4, starts_at=starts, ends_at=starts + timedelta(hours=3))
    seat_both(found, cast)
    make_item(found, title={"en": "Projects of the year"})
    day = timezone.localdate(starts)
    for number in range(2):
        decision = make_decision(
            found, officer, status="adopted", title={"en": f"Decision {number}"}, adopted_at=starts
        )
        make_action(decision, text={"en": f"Owed {number}"}, due_on=day)
    Action.objects.filter(text__en="Owed 1").update(status="done", settled_on=day, result="By letter")
    return found


def made(kind, record, by):
    return make_report(kind, kinds()[kind].asked_of(record), by=by, about=record)


def values(report):
    return {one.key: one.value for group in read(report.figures).groups for one in group.figures}


def test_the_pack_holds_the_figures_since_the_last_session_and_what_lies_before_it(session, officer):
    report = made("committee_pack", session, officer)
    found = values(report)
    assert {key: found[key] for key in ("decisions.adopted", "committee-actions.due", "committee-actions.done")} == {
        "decisions.adopted": 2,
        "committee-actions.due": 2,
        "committee-actions.done": 1,
    }
    assert (report.about, report.until) == (session, timezone.localdate(session.starts_at))
    english = letters(draw(report, "en", "pdf").read())
    assert [word for word in ("Projectsoftheyear", "Decision0", report.reference) if word not in english] == []
    assert set(read(report.figures).papers) == {"en", "ru", "be", "ko"}


def test_a_session_after_one_still_to_come_has_a_pack(session, officer):
    """The days count since what was held: a meeting next week has not been one."""
    for number, days in ((5, 7), (6, 14)):
        starts = timezone.now() + timedelta(days=days)
        later = make_session(session.committee, officer, number=number, starts_at=starts)
    report = made("committee_pack", later, officer)
    assert (report.since, report.until) == (
        timezone.localdate(session.starts_at) + timedelta(days=1),
        timezone.localdate(starts),
    )


def test_the_pack_is_drawn_from_what_was_kept(session, officer):
    report = made("committee_pack", session, officer)
    session.items.all().delete()
    assert "Projectsoftheyear" in letters(draw(report, "en", "pdf").read())


def test_what_only_officers_and_co_directors_read_is_theirs(session, officer, director_kr, admin_user, client_of):
    report = made("committee_pack", session, officer)
    people = (officer, director_kr, admin_user)
    assert [client_of(one).get(report.get_absolute_url()).status_code for one in people] == [200, 200, 404]
    with pytest.raises(PermissionDenied):
        made("committee_pack", session, admin_user)
    with pytest.raises(RefusedError, match="not published"):
        propose(report, by=officer)
    with pytest.raises(RefusedError, match="not made by the clock"):
        made("committee_pack", session, None)


def test_a_pack_is_asked_for_by_its_session(session, officer, client_of):
    url = reverse("reports:ask", args=["committee_pack"])
    client = client_of(officer)
    page = client.get(url).content.decode()
    assert (session.reference in page, 'name="period"' in page) == (True, False)
    client.post(url, {"record": session.pk, "languages": ["ko"], "formats": ["pdf"]})
    asked = Job.objects.get().asked
    assert (asked["about"][1], asked["until"]) == (session.pk, timezone.localdate(session.starts_at).isoformat())


def test_the_report_of_an_event(cast, centre, officer):
    first = timezone.localdate() - timedelta(days=7)
    event = make_event(centre, quota=3, starts_on=first, ends_on=first, status=EventStatus.CLOSED)
    delegation = make_delegation(event, cast.organisations["agency_ge"], quota=3)
    for status in ("attended", "attended", "withdrawn"):
        make_participant(event, delegation=delegation, status=status)
    report = made("edition", event, officer)
    found = values(report)
    assert (found["event-people.seated"], found["event-people.certified"], report.since) == (2, 0, first)
    assert event.reference in letters(draw(report, "ru", "pdf").read())


@time_machine.travel(datetime(2026, 5, 4, 9, tzinfo=UTC))
def test_the_quarter_of_a_project(cast, officer, client_of):
    make_leader(cast, "leader_by", "services_by", Side.A)
    make_leader(cast, "leader_kr", "nia", Side.B)
    project = make_project(cast)
    make_entry(make_line(project, "b"), amount="31000.00", on=date(2026, 2, 10))
    make_quarter_of_work(project)
    row = begin_report(project, year=2026, quarter=1)
    assert list(kinds()["project_quarter"].choices(officer)) == []
    row = verified(row, cast)
    report = made("project_quarter", row, officer)
    group = read(report.figures).groups[0]
    used = {line.code: line.figures[1].value for line in group.breakdowns[0].lines}
    assert (values(report)["project.accepted"], used) == (1, {"a": 0, "b": Decimal(31000)})
    assert "Threeagencieshandover." in letters(draw(report, "en", "pdf").read())
    client = client_of(officer)
    urls = [one.url for one in group.figures] + [line.figures[0].url for one in group.breakdowns for line in one.lines]
    assert {client.get(url).status_code for url in urls} == {200}


def test_the_list_costs_the_same_however_many_records_it_speaks_of(cast, centre, officer, session, client_of):
    client, url, found = client_of(officer), reverse("reports:list"), []
    for _number in range(2):
        made("committee_pack", session, officer)
        client.get(url)
        found.append(cost(client, url))
        for number in (5, 6):
            made("committee_pack", make_session(session.committee, officer, number=number + 10 * len(found)), officer)
    assert (found[0] == found[1], found[1] <= 12) == (True, True)
