"""What has no fault is valid: by the schema, the ruleset and the code lists, whatever it holds."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from projects.iati import checking, writing
from projects.iati.activity import Dimension, Figure, Period
from projects.iati.rules.basics import ADDRESS
from tests.projects.iati import extremes, samples
from tests.projects.iati.samples import NOW, TODAY
from tests.projects.iati.standard import objections, written

UNHURRIED = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])


@UNHURRIED
@given(extremes.activities())
def test_extremes_have_no_fault_and_nobody_objects(activity):
    assert (checking.faults(activity, today=TODAY), objections(activity)) == ([], [])


@settings(UNHURRIED, max_examples=150)
@given(extremes.spoiled(samples.whole()))
def test_whatever_is_let_through_nobody_objects_to(activity):
    assume(not checking.faults(activity, today=TODAY))
    assert objections(activity) == []


@settings(UNHURRIED, max_examples=100)
@given(extremes.spoiled(samples.divided_by_transactions()))
def test_whatever_is_let_through_on_transactions_nobody_objects_to(activity):
    assume(not checking.faults(activity, today=TODAY))
    assert objections(activity) == []


@settings(UNHURRIED, max_examples=100)
@given(extremes.spoiled(samples.organisation()))
def test_whatever_is_let_through_of_an_organisation_is_valid(organisation):
    assume(not checking.organisation_faults(organisation, today=TODAY))
    file = b"".join(writing.stream_organisations([organisation], generated_at=NOW))
    assert checking.against_schema(file, kind=checking.ORGANISATIONS) == []


@settings(UNHURRIED, max_examples=150)
@given(st.from_regex(ADDRESS, fullmatch=True))
def test_every_address_that_is_let_through_is_one_for_the_schema(address):
    activity = replace(samples.smallest(), uri=address)
    assert (checking.faults(activity, today=TODAY), objections(activity)) == ([], [])


def test_a_thousand_periods_with_ten_parts_each():
    first = date(1900, 1, 1)
    parts = tuple(Figure(value=Decimal(part), dimensions=(Dimension("region", str(part)),)) for part in range(10))
    periods = tuple(
        Period(start=first + timedelta(days=number), end=first + timedelta(days=number), targets=parts, actuals=parts)
        for number in range(1_000)
    )
    indicator = replace(samples.result().indicators[0], periods=periods)
    activity = replace(samples.whole(), results=(replace(samples.result(), indicators=(indicator,)),))
    assert checking.faults(activity, today=TODAY) == []
    file = written(activity)
    assert checking.against_schema(file) == []
    assert file.count(b"<actual ") == 10_000
