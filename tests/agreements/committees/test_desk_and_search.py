"""The desk of the whole app in one query; decisions and sessions in the search; the export of one's own data."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from agreements.actions.deciding import countersign
from agreements.desk import lay
from agreements.export.committees import committee_decisions_written, committee_minutes_written, committee_seats
from agreements.models import Decision
from core.search import find
from people.enums import Function
from people.standing import preload
from tests.agreements.builders import make_agreement, make_commitment
from tests.agreements.committees.builders import make_action, make_decision, make_minutes, make_session
from tests.factories import appoint, make_user

pytestmark = pytest.mark.django_db


def acts(items):
    return [(item.reference, str(item.act)) for item in items]


def test_a_co_director_reads_what_waits_for_his_key_and_what_his_side_owes(
    held, proposed, officer, director_by, director_kr
):
    today = timezone.localdate()
    make_minutes(held, officer, state="proposed")
    adopted = make_decision(held, officer, status="adopted")
    make_action(adopted, due_on=today + timedelta(days=3))
    make_action(adopted, due_on=today + timedelta(days=300))
    make_action(adopted, due_on=today, owner="b")
    laid = lay(director_by, 10)
    assert sorted(acts(laid.mine)) == [
        ("JSC-6", "Minutes wait for your move."),
        ("JSC-6-01", "A decision waits for your move."),
        ("JSC-6-02", "Your side owes an action of a committee."),
    ]
    assert (acts(laid.others), laid.mine[0].url) == ([], "/agreements/decisions/JSC-6-02/actions/1/settle/")
    countersign(proposed, by=director_by, accepts=True)
    laid = lay(director_by, 10)
    assert acts(laid.others) == [("JSC-6-01", "A decision waits for the other key.")]
    assert ("JSC-6-01", "A decision waits for your move.") not in acts(laid.mine)
    assert ("JSC-6-01", "A decision waits for your move.") in acts(lay(director_kr, 10).mine)


def test_an_officer_reads_what_to_write_on_and_for_whose_keys_it_waits(held, draft, proposed, officer):
    laid = lay(officer, 10)
    assert acts(laid.mine) == [("JSC-6-01", "A decision waits for your move.")]
    assert acts(laid.others) == [("JSC-6-02", "A decision waits for the other key.")]


def test_a_focal_point_reads_what_the_body_owes(adopted, cast):
    focal = appoint(make_user(email="focal@by.example"), Function.FOCAL_POINT, cast.organisations["services_by"]).user
    make_action(adopted, organisation=cast.organisations["services_by"], due_on=timezone.localdate())
    make_action(adopted, organisation=cast.organisations["ministry_by"], due_on=timezone.localdate())
    assert acts(lay(focal, 10).mine) == [("JSC-6-01", "Your side owes an action of a committee.")]


def test_the_register_stands_on_the_same_desk(centre, officer, director_by, director_kr):
    today = timezone.localdate()
    agreement = make_agreement(centre, officer)
    make_commitment(agreement, due_on=today + timedelta(days=5))
    make_commitment(agreement, due_on=today + timedelta(days=300))
    make_commitment(agreement, owner="b", status="reported", report="Sent.", reported_by_side="b")
    waiting = make_agreement(centre, officer, status="proposed")
    laid = {user.email: sorted(acts(lay(user, 10).mine)) for user in (director_by, director_kr)}
    record = (waiting.reference, "The record of an agreement waits for your move.")
    assert laid == {
        director_by.email: sorted(
            [
                (agreement.reference, "A commitment is reported as fulfilled: confirm it."),
                (agreement.reference, "Your side owes a commitment."),
                record,
            ]
        ),
        director_kr.email: [record],
    }
    assert acts(lay(officer, 10).others) == [(waiting.reference, "The record of an agreement waits for the other key.")]


@pytest.mark.parametrize("who", ["officer", "director_by", "official_ge"])
def test_the_desk_costs_one_query(cast, held, proposed, who):
    user = cast.people[who]
    preload([user])
    lay(user, 10)
    for _round in range(3):
        make_decision(held, cast.people["officer"], status="proposed")
    with CaptureQueriesContext(connection) as queries:
        laid = lay(user, 2)
    assert len(queries) == (0 if who == "official_ge" else 1)
    if who == "director_by":
        assert (len(laid.mine), laid.mine_more) == (2, True)


def test_the_desk_page_shows_it(proposed, page):
    answer = page("director_by", "/desk/")
    assert (answer.status_code, proposed.reference in answer.content.decode()) == (200, True)


def test_decisions_and_sessions_are_found_by_those_who_see_them(held, officer, official_ge, committee):
    row = make_decision(held, officer, status="adopted", title={"en": "Digital archive", "ko": "디지털 기록관"})
    Decision.objects.exclude(pk=row.pk).delete()
    make_decision(held, officer, title={"en": "Digital draft"})
    found = {
        text: [hit.reference for hit in find("decisions", official_ge, text, 5)]
        for text in ("archive digital", "기록관", "jsc-6-", "digital nowhere", "", "x")
    }
    numbers = {"archive digital": [row.reference], "기록관": [row.reference], "jsc-6-": [row.reference]}
    assert found == {**numbers, "digital nowhere": [], "": [], "x": []}
    assert [hit.reference for hit in find("decisions", officer, "digital", 5)] == ["JSC-6-02", "JSC-6-01"]
    make_session(committee, officer, number=9, status="planned", starts_at=datetime(2027, 1, 11, 7, tzinfo=UTC))
    assert [hit.reference for hit in find("sessions", official_ge, "Steering", 5)] == ["JSC-6"]
    assert [hit.reference for hit in find("sessions", officer, "Steering", 5)] == ["JSC-9", "JSC-6"]


def test_ones_own_data(held, draft, minutes, officer, director_by):
    assert [row["session"] for row in committee_seats(director_by)] == ["JSC-6"]
    assert [row["reference"] for row in committee_decisions_written(officer)] == ["JSC-6-01"]
    assert [row["version"] for row in committee_minutes_written(officer)] == [1]


def test_administrators_keep_committees_and_read_the_rest(held, proposed, minutes, client_of, admin_user):
    client = client_of(admin_user)
    for name in ("committee", "committeesession", "decision", "sessionminutes", "action"):
        assert client.get(f"/admin/agreements/{name}/").status_code == 200, name
    sent = {"centre": held.centre.pk, "code": "jsc-x", "name_en": "Council", "quorum": 1}
    page = client.post("/admin/agreements/committee/add/", sent)
    assert "Write two to twelve capital letters" in page.content.decode() or page.status_code == 200
    assert client.post("/admin/agreements/committee/add/", {**sent, "code": "DGCC"}).status_code == 302
    url = f"/admin/agreements/committee/{held.committee.pk}/change/"
    client.post(url, {**sent, "code": "OTHER"})
    held.committee.refresh_from_db()
    assert held.committee.code == "JSC"
