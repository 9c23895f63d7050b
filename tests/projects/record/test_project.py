"""The page of a project: what each reader finds there, and what it costs."""

from datetime import date

import pytest

from agreements.enums import ActionStatus
from agreements.models import Action
from people.enums import Side
from projects.enums import Owner, RiskGroup, Stage, TaskKind, Treatment, ValueState
from projects.models import Partner, Project, QuarterReport, Risk, Task
from tests.cast import Cast, cost
from tests.projects.builders import (
    make_entry,
    make_line,
    make_measure,
    make_period,
    make_project,
    make_target,
    make_value,
)

QUERIES = 12


def make_risk(project: Project, number: int, likelihood: int = 4, **fields: object) -> Risk:
    values = {
        "cause": {"en": f"the supplier misses customs {number}"},
        "event": {"en": "the second site opens late"},
        "effect": {"en": "money of the year is returned"},
        "impact": 4,
        "treatment": Treatment.REDUCE,
        "owner": Owner.B,
        "raised_on": date(2026, 3, 2),
        "raised_by": project.author,
        "group": RiskGroup.SCHEDULE,
        **fields,
    }
    return Risk.objects.create(project=project, number=number, likelihood=likelihood, **values)


def make_milestone(project: Project, number: int, **fields: object) -> Task:
    on = date(2026, 6, number)
    values = {"kind": TaskKind.MILESTONE, "owner": Owner.BOTH, "days": 1, "wished_on": on, "starts_on": on, **fields}
    return Task.objects.create(
        project=project, number=f"M{number}", name={"en": f"Milestone {number}"}, ends_on=on, **values
    )


def fill(project: Project, rows: int) -> None:
    """So many rows of everything that the page shows."""
    for number in range(1, rows + 1):
        line = make_line(project, Side.A if number % 2 else Side.B)
        make_entry(line)
        measure, period = make_measure(project), make_period(project)
        make_target(measure, period)
        make_value(measure, period)
        make_risk(project, number)
        make_milestone(project, number)
        Partner.objects.create(project=project, organisation=project.lead_a, role=str(number))
        Action.objects.create(
            decision=project.decision,
            number=number,
            text={"en": f"Split the delivery {number}"},
            owner="a",
            due_on=date(2026, 11, 30),
            status=ActionStatus.OPEN,
        )
        QuarterReport.objects.create(project=project, year=2026, quarter=number, due_on=date(2026, 4, 30))


def page(client, project: Project) -> str:
    answer = client.get(project.get_absolute_url(), headers={"accept-language": "en"})
    assert answer.status_code == 200
    return answer.content.decode()


WORK = ("Next milestones", "Milestone 1", "misses customs", "up from", "Report of quarter 1")
OPEN = ("Money by side", "100,000.00", "1,000.00", "Agencies that hand over databases", "Behind", "Digital archive")


def test_both_sides_and_officers_read_the_whole_page(cast: Cast, client_of, project: Project) -> None:
    fill(project, 1)
    Risk.objects.update(before=12)
    for who in ("director_by", "leader_kr", "officer"):
        cast.people[who].language = "en"
        cast.people[who].save()
        shown = page(client_of(cast.people[who]), project)
        assert [one for one in (*WORK, *OPEN) if one not in shown] == []


def test_a_visitor_reads_what_is_public_and_nothing_of_the_work(client_of, project: Project) -> None:
    fill(project, 1)
    shown = page(client_of(), project)
    assert [one for one in OPEN if one not in shown] == []
    assert [one for one in (*WORK, "Leader_By", project.leader_a.family_name) if one in shown] == []


def test_what_is_not_approved_counts_for_nobody(client_of, officer, project: Project) -> None:
    line = make_line(project)
    make_entry(line, amount="777.00", state="draft")
    make_value(make_measure(project), make_period(project), "999", state=ValueState.CHECKED)
    shown = page(client_of(officer), project)
    assert ("777" in shown, "999" in shown) == (False, False)


def test_the_own_side_stands_first(cast: Cast, client_of, project: Project) -> None:
    make_line(project, Side.A)
    for who, first, second in (("director_by", "Беларусь", "Корея"), ("director_kr", "대한민국", "벨라루스")):
        shown = page(client_of(cast.people[who]), project)
        at = shown.index('class="table bars"')
        assert shown.index(first, at) < shown.index(second, at)


def test_a_project_that_is_not_public_is_404_for_strangers(client_of, official_ge, project: Project) -> None:
    Project.objects.update(is_public=False)
    met = [client_of(who).get(project.get_absolute_url()).status_code for who in (None, official_ge)]
    assert met == [404, 404]


def test_a_concept_paper_is_read_by_those_who_write_it(cast: Cast, client_of) -> None:
    row = make_project(cast, stage=Stage.CONCEPT, problem={"en": "Records are lost"})
    url = f"{row.get_absolute_url()}concept/"
    met = {who: client_of(cast.people[who]).get(url).status_code for who in ("official_by", "officer", "official_ge")}
    assert met == {"official_by": 200, "officer": 404, "official_ge": 404}
    assert "Records are lost" in client_of(cast.people["official_by"]).get(url).content.decode()


def test_the_concept_paper_of_a_public_project_stays_with_both_sides(client_of, project: Project) -> None:
    assert client_of().get(f"{project.get_absolute_url()}concept/").status_code == 403


def test_it_tells_machines_what_everybody_reads(client_of, project: Project) -> None:
    assert '"@type": "Project"' in page(client_of(), project)


@pytest.mark.parametrize("who", ["officer", "leader_by", "visitor"])
def test_its_price_does_not_grow(cast: Cast, client_of, project: Project, who: str) -> None:
    client = client_of(cast.people.get(who))
    fill(project, 1)
    client.get(project.get_absolute_url())
    one = cost(client, project.get_absolute_url())
    for model in (Action, Partner, Risk, Task, QuarterReport):
        model.objects.all().delete()
    fill(project, 3)
    three = cost(client, project.get_absolute_url())
    assert one == three
    assert three <= QUERIES
