"""The pages of risks and issues: who opens them, what they show, what they keep, what they cost."""

from datetime import date

import pytest

from projects.actions.risks import edit_risk, review_risk
from projects.enums import IssueStatus, Owner, RiskStatus
from projects.models import Issue, Risk
from tests.cast import cost, sign_in
from tests.projects.builders import make_line
from tests.projects.life.building import fresh, met, url
from tests.projects.reports.quarter import make_issue, make_risk, make_task

QUERIES = 12
INSIDE = {"official_by", "advisor_kr", "advisor2_kr", "director_by", "director_kr", "officer", "leader_by", "leader_kr"}
LEAD = {"director_by", "director_kr", "officer", "leader_by", "leader_kr"}
WRITTEN = {
    "group": "law",
    "cause_en": "the decree is late",
    "cause_ru": "указ запаздывает",
    "event_en": "equipment waits",
    "event_ru": "оборудование ждёт",
    "effect_en": "the pilot begins later.",
    "effect_ru": "пилот начнётся позже.",
    "treatment": "reduce",
    "owner": "both",
}


def page(client, address):
    answer = client.get(address, headers={"accept-language": "en"})
    assert answer.status_code == 200, answer.content.decode()[:500]
    return answer.content.decode()


def test_who_opens_what(cast, project):
    make_risk(project)
    make_issue(project, owner=Owner.A)
    opened = {
        url("risks", project): INSIDE,
        url("risk", project, 1): INSIDE,
        url("issues", project): INSIDE,
        url("add_risk", project): INSIDE,
        url("add_issue", project): INSIDE,
        url("edit_risk", project, 1): LEAD,
        url("review_risk", project, 1): LEAD,
        url("edit_issue", project, 1): LEAD,
        url("solve_issue", project, 1): LEAD | {"official_by"},
    }
    for address, people in opened.items():
        found = met(cast, address, "leader_by", "leader_kr")
        assert found.pop("visitor") == 302
        assert (address, found) == (address, {who: 200 if who in people else 403 for who in found})


def test_a_stranger_meets_404_where_the_project_is_not_public(project, official_ge, client_of):
    make_risk(project)
    project.is_public = False
    project.save()
    for address in (url("risks", project), url("risk", project, 1), url("issues", project), url("add_risk", project)):
        assert client_of(official_ge).get(address).status_code == 404


def test_the_matrix_counts_open_risks_and_leads_to_them(project, leader_kr):
    make_risk(project, 4, 5)
    make_risk(project, 4, 5)
    make_risk(project, 1, 2)
    make_risk(project, 4, 5, status=RiskStatus.CLOSED)
    client = sign_in(leader_kr)
    matrix = client.get(url("risks", project)).context["matrix"]
    assert (matrix.total, [row[0] for row in matrix.rows]) == (3, [5, 4, 3, 2, 1])
    counted = {(one.likelihood, one.impact): one for _step, _label, row in matrix.rows for one in row}
    assert {at: one.count for at, one in counted.items() if one.count} == {(4, 5): 2, (1, 2): 1}
    assert (counted[4, 5].state.shape, counted[1, 2].state.shape) == ("is-late", "is-going")
    found = client.get(counted[4, 5].url.partition("#")[0])
    assert [row.risk.number for row in found.context["rows"]] == [2, 1]


def test_the_list_shows_what_is_asked_for(project, leader_by):
    make_risk(project, 1, 1)
    make_risk(project, 5, 5)
    make_risk(project, 3, 3, status=RiskStatus.CLOSED)
    client = sign_in(leader_by)

    def numbers(query):
        return [row.risk.number for row in client.get(url("risks", project) + query).context["rows"]]

    assert (numbers(""), numbers("?state=closed"), numbers("?state=all")) == ([2, 1], [3], [2, 3, 1])
    assert (numbers("?state=x&impact=9"), numbers("?state=occurred")) == ([2, 3, 1], [])


def test_the_scales_are_stated_beside_it(project, leader_kr):
    leader_kr.language = "en"
    leader_kr.save()
    text = page(sign_in(leader_kr), url("risks", project))
    assert ("more than four chances in five" in text, "the work has to stop" in text) == (True, True)


def test_a_risk_is_raised_on_its_page(project, official_by, leader_by):
    make_task(project, "2.3", date(2026, 5, 5))
    line = make_line(project)
    client = sign_in(official_by)
    sent = {
        **WRITTEN,
        "likelihood": "3",
        "impact": "4",
        "task": "2.3",
        "line": str(line.number),
        "person_a": leader_by.pk,
    }
    answer = client.post(url("add_risk", project), sent)
    risk = Risk.objects.get()
    assert answer["Location"] == url("risk", project, 1)
    assert (risk.score, risk.task.number, risk.line, risk.person_a) == (12, "2.3", line, leader_by)
    shown = client.get(url("risk", project, 1)).context["sentence"]
    assert shown == {
        "en": "If the decree is late, then equipment waits, so the pilot begins later.",
        "ru": shown["ru"],
    }
    assert "указ запаздывает" in shown["ru"]


@pytest.mark.parametrize(
    ("fields", "name"),
    [
        ({"task": "9.9"}, "task"),
        ({"line": "77"}, "line"),
        ({"likelihood": "6"}, "likelihood"),
        ({"cause_en": "", "cause_ru": ""}, "cause"),
        ({"event_en": "x" * 501}, "event"),
    ],
)
def test_what_was_typed_is_kept_when_it_is_refused(project, leader_by, fields, name):
    sent = {**WRITTEN, "likelihood": "3", "impact": "4", "effect_en": "Long considered", **fields}
    answer = sign_in(leader_by).post(url("add_risk", project), sent)
    assert (answer.status_code, list(answer.context["form"].errors)) == (200, [name])
    assert "Long considered" in answer.content.decode()
    assert Risk.objects.count() == 0


def test_nobody_of_the_other_side_is_named_as_owner(project, leader_by, leader_kr):
    sent = {**WRITTEN, "likelihood": "3", "impact": "4", "person_a": leader_kr.pk}
    answer = sign_in(leader_by).post(url("add_risk", project), sent)
    assert list(answer.context["form"].errors) == ["person_a"]


def test_two_writers_see_each_others_words(project, leader_by, leader_kr):
    risk = make_risk(project)
    client = sign_in(leader_by)
    seen = client.get(url("edit_risk", project, 1)).context["form"].initial["seen"]
    edit_risk(risk, by=leader_kr, seen=1, cause={"en": "snow falls"})
    answer = client.post(url("edit_risk", project, 1), {**WRITTEN, "seen": seen})
    text = answer.content.decode()
    assert ("snow falls" in text, "the decree is late" in text) == (True, True)
    assert fresh(risk).cause == {"en": "snow falls"}
    answer = client.post(url("edit_risk", project, 1), {**WRITTEN, "seen": answer.context["form"]["seen"].value()})
    assert (answer.status_code, fresh(risk).cause["en"]) == (302, "the decree is late")


def test_a_review_is_recorded_and_drawn(project, leader_by):
    risk = make_risk(project, 2, 2)
    client = sign_in(leader_by)
    assert client.get(url("risk", project, 1)).context["chart"] is None
    sent = {"likelihood": "4", "impact": "5", "status": "open", "note": "The tender slips."}
    assert client.post(url("review_risk", project, 1), sent)["Location"] == risk.get_absolute_url()
    answer = client.get(url("risk", project, 1))
    assert [(score, one.note) for one, score in answer.context["reviews"]] == [(20, "The tender slips."), (4, "")]
    (first, second) = answer.context["chart"].points
    assert (first[0] < second[0], first[1] > second[1]) == (True, True)
    refused = client.post(url("review_risk", project, 1), {**sent, "status": "closed", "note": ""})
    assert (refused.status_code, fresh(risk).status) == (200, RiskStatus.OPEN)


def test_what_has_occurred_becomes_an_issue_and_is_solved(project, official_by, leader_by):
    risk = make_risk(project, 4, 4)
    client = sign_in(official_by)
    address = url("add_issue", project) + "?risk=1"
    assert client.get(address).context["form"].initial == {"risk": risk.pk, "impact": 4, "owner": Owner.BOTH}
    sent = {"text_en": "The cellar is wet.", "impact": "4", "risk": risk.pk, "owner": "a", "due_on": "2026-06-01"}
    assert client.post(address, sent)["Location"] == url("issues", project)
    assert fresh(risk).status == RiskStatus.OCCURRED
    assert client.post(url("solve_issue", project, 1), {"solution": " "}).status_code == 200
    assert client.post(url("solve_issue", project, 1), {"solution": "Pumped."}).status_code == 302
    assert Issue.objects.get().status == IssueStatus.SOLVED
    answer = client.get(url("issues", project) + "?state=solved")
    assert [one.solution for one, _state in answer.context["rows"]] == ["Pumped."]
    for name, user in (("solve_issue", official_by), ("edit_issue", leader_by)):
        assert sign_in(user).get(url(name, project, 1)).status_code == 409


def test_an_unknown_risk_is_not_asked_about(project, leader_by):
    for query in ("?risk=x", "?risk=99", "?risk=99999999999", "?risk=²"):
        assert sign_in(leader_by).get(url("add_issue", project) + query).context["form"].initial == {}


def test_pages_cost_the_same_for_one_row_and_for_three(project, leader_by):
    risk = make_risk(project, person_a=leader_by)
    make_issue(project, risk=risk)
    client = sign_in(leader_by)
    addresses = [url("risks", project), url("risk", project, 1), url("issues", project), url("add_issue", project)]
    addresses += [url("add_risk", project), url("edit_risk", project, 1), url("review_risk", project, 1)]
    before = [(cost(client, one), cost(client, one))[1] for one in addresses]
    for _again in range(2):
        make_issue(project, risk=make_risk(project, person_b=leader_by, line=make_line(project)))
        review_risk(risk, by=leader_by, likelihood=2, impact=2)
        make_issue(project, risk=risk)
    after = [cost(client, one) for one in addresses]
    assert after == before
    assert max(after) <= QUERIES, dict(zip(addresses, after, strict=True))
