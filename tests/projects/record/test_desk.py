"""What projects lay on a desk, each piece of work with whose it is; one query in all."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone, translation

from people.enums import Side
from people.models import User
from projects.desk import lay
from projects.enums import EntryState, ReportStatus, SignedState, Stage, ValueState, Verdict
from projects.models import (
    Deliverable,
    DeliverableVersion,
    Opinion,
    PostCheck,
    QuarterReport,
    Reconciliation,
    ReportPart,
)
from tests.cast import Cast
from tests.projects.builders import make_entry, make_line, make_measure, make_period, make_project, make_value

PEOPLE = ("official_by", "director_by", "director_kr", "leader_by", "leader_kr", "advisor_kr", "officer", "official_ge")


def again(user: User) -> User:
    return User.objects.get(pk=user.pk)


def works(user: User, limit: int = 20) -> list[str]:
    with translation.override("en"):
        return [str(one.act) for one in lay(again(user), limit).mine]


def whose(cast: Cast, sentence: str) -> set[str]:
    """Who of the cast has this on the desk."""
    return {key for key in PEOPLE if key in cast.people and sentence in works(cast.people[key])}


def test_a_concept_paper_is_its_authors_until_it_is_submitted(cast: Cast) -> None:
    make_project(cast, stage=Stage.CONCEPT)
    assert whose(cast, "Finish the concept paper and submit it.") == {"official_by", "leader_by", "leader_kr"}


def test_an_opinion_is_the_co_directors_whose_side_has_not_spoken(cast: Cast) -> None:
    row = make_project(cast, stage=Stage.OPINIONS)
    sentence = "Give the opinion of your side."
    assert whose(cast, sentence) == {"director_by", "director_kr"}
    assert whose(cast, "Lay the project before the committee.") == set()
    for side, who in ((Side.A, "director_by"), (Side.B, "director_kr")):
        Opinion.objects.create(
            project=row, round=row.opinion_round, side=side, verdict=Verdict.SUPPORTS, by=cast.people[who], by_name="X"
        )
    assert whose(cast, sentence) == set()
    assert whose(cast, "Lay the project before the committee.") == {"officer"}


def test_the_start_waits_for_each_leaders_key(cast: Cast) -> None:
    make_project(cast, stage=Stage.APPROVED)
    keys = {"leader_by", "leader_kr", "director_by", "director_kr"}
    assert whose(cast, "The start of the project waits for your key.") == keys
    [item] = lay(again(cast.people["official_by"]), 5).others
    assert item.url == f"/projects/{item.reference}/progress/"


def test_the_close_waits_for_both_directors(cast: Cast) -> None:
    make_project(cast, stage=Stage.CLOSING)
    assert whose(cast, "The close of the project waits for your key.") == {"director_by", "director_kr"}


def test_an_entry_is_approved_by_its_side_and_not_by_who_entered_it(cast: Cast, project) -> None:
    make_entry(make_line(project, Side.A), state=EntryState.DRAFT, by=cast.people["leader_by"])
    assert whose(cast, "An entry in the books waits for your approval.") == {"director_by"}


@pytest.mark.parametrize(
    ("state", "people"),
    [
        (ValueState.SUBMITTED, {"officer"}),
        (ValueState.CHECKED, {"leader_by", "leader_kr", "director_by", "director_kr"}),
        (ValueState.APPROVED, set()),
    ],
)
def test_a_value_waits_for_whose_move_it_is(cast: Cast, project, state: str, people: set[str]) -> None:
    make_value(make_measure(project), make_period(project), state=state)
    assert whose(cast, "A reported value waits for your move.") == people


def test_deliverables_reports_reconciliations_and_checks(cast: Cast, project) -> None:
    author = cast.people["official_by"]
    deliverable = Deliverable.objects.create(
        project=project, number=1, name={"en": "Standard"}, side=Side.A, due_on=date(2026, 6, 30)
    )
    DeliverableVersion.objects.create(deliverable=deliverable, number=1, by=author)
    report = QuarterReport.objects.create(project=project, year=2026, quarter=1, due_on=date(2026, 4, 30))
    ReportPart.objects.create(report=report, side=Side.B)
    Reconciliation.objects.create(
        project=project, year=2026, quarter=1, donor=Side.B, currency="USD", state=SignedState.PROPOSED, by=author
    )
    PostCheck.objects.create(project=project, years=1, due_on=date(2026, 9, 1), side=Side.A, asked_at=timezone.now())
    leaders = {"leader_by", "leader_kr", "director_by", "director_kr"}
    assert whose(cast, "A deliverable waits for your acceptance.") == leaders
    assert whose(cast, "Write your side's part of the quarterly report.") == {"leader_kr", "director_kr"}
    assert whose(cast, "A reconciliation of payments waits for your move.") == leaders
    assert whose(cast, "Say how it stands after the close.") == {"leader_by", "director_by"}
    report.status = ReportStatus.SUBMITTED
    report.submitted_at = timezone.now()
    report.save()
    assert whose(cast, "A quarterly report waits for your move.") == {"officer"}


def test_it_costs_one_query_and_says_that_there_is_more(cast: Cast) -> None:
    for _number in range(3):
        make_project(cast, stage=Stage.APPROVED)
    user = again(cast.people["director_by"])
    assert user.standing.appointments
    with CaptureQueriesContext(connection) as queries:
        desk = lay(user, 2)
    assert (len(queries), len(desk.mine), desk.mine_more) == (1, 2, True)


def test_what_is_due_first_stands_first_and_every_line_leads_to_a_page(cast: Cast, client_of, project) -> None:
    make_project(cast, stage=Stage.APPROVED)
    report = QuarterReport.objects.create(project=project, year=2026, quarter=1, due_on=date(2026, 4, 30))
    ReportPart.objects.create(report=report, side=Side.B)
    user = cast.people["leader_kr"]
    items = lay(again(user), 10).mine
    assert [item.due_at is not None for item in items] == [True, False]
    assert [client_of(user).get(item.url).status_code for item in items] == [200, 200]
