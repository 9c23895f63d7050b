"""Two officers at the same moment: every number once, and none left out."""

import pytest

from core.models import NumberSeries
from letters.actions.issuing import issue_run
from letters.models import Letter, LetterRun
from people.days import today_at
from tests.at_once import at_once
from tests.letters.builders import make_inviting_event, make_template, prepared

pytestmark = pytest.mark.usefixtures("real_commits")


def test_two_runs(cast, officer, director_by):
    make_template(cast)
    year = today_at(cast.centre).year
    NumberSeries.objects.create(name=f"L-{year}")
    runs = [prepared(cast, make_inviting_event(cast, "services_by", "agency_ge", "nia")) for _each in range(2)]
    at_once(
        lambda: issue_run(runs[0], by=officer),
        lambda: issue_run(runs[1], by=director_by),
        holding=NumberSeries.objects.filter(name=f"L-{year}"),
    )
    found = list(Letter.objects.order_by("reference").values_list("reference", flat=True))
    assert found == [f"L-{year}-{number:04}" for number in range(1, 7)]
    for run in runs:
        own = list(run.letters.order_by("position").values_list("reference", flat=True))
        assert own in (found[:3], found[3:])


def test_the_same_run_twice(cast, officer, director_by):
    make_template(cast)
    run = prepared(cast, make_inviting_event(cast, "services_by", "agency_ge"))
    answers = at_once(
        lambda: issue_run(run, by=officer),
        lambda: issue_run(run, by=director_by),
        holding=LetterRun.objects.filter(pk=run.pk),
    )
    assert sorted(isinstance(one, LetterRun) for one in answers) == [False, True]
    year = today_at(cast.centre).year
    assert NumberSeries.objects.get(name=f"L-{year}").last == 2
