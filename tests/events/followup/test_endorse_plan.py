"""The focal points and the contact point endorse a plan; the year of questions begins."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from core.refusal import RefusedError
from events.actions.plans import endorse_plan
from events.following import after_months
from tests.events.followup.conftest import on, submitted, told, written


def checks(plan):
    return list(plan.checks.values_list("months", "due_on", "asked_at", "progress"))


YEAR = [(3, date(2027, 1, 9)), (6, date(2027, 4, 9)), (12, date(2027, 10, 9))]


def test_it_is_asked_about_for_a_year(nino, focal_ge, heard, clock):
    plan = submitted(nino)
    heard()
    row = endorse_plan(plan, by=focal_ge)
    assert (row.status, row.endorsed_by_name, row.endorsed_at) == ("endorsed", "Ana Focal", on(2026, 10, 12))
    assert checks(row) == [(months, day, None, "") for months, day in YEAR]
    assert heard() == [("plan_endorsed", {"plan": row, "by": focal_ge})]
    assert told(row)[-1] == ("endorse", "submitted", "endorsed", "focal@ge.example", "")


@pytest.mark.parametrize(("moment", "left"), [((2027, 2, 1), [6, 12]), ((2027, 4, 9), [6, 12]), ((2028, 2, 1), [12])])
def test_what_was_past_before_is_not_asked_but_for_the_last(nino, contact_ge, clock, moment, left):
    plan = submitted(nino)
    clock.move_to(on(*moment))
    endorse_plan(plan, by=contact_ge)
    assert [one[0] for one in checks(plan)] == left


def test_who_may(nino, cast, contact_ge):
    plan = submitted(nino)
    for who in ("official_ge", "contact_by", "official_by", "officer", "director_by", "admin_user"):
        with pytest.raises(PermissionDenied):
            endorse_plan(plan, by=cast.people[who])
    assert endorse_plan(plan, by=contact_ge).status == "endorsed"


def test_a_focal_point_who_went_along_does_not_endorse_the_own(nino, official_ge, cast):
    appointment = cast.appointments["official_ge"]
    appointment.function = "focal_point"
    appointment.save()
    official_ge.refresh_from_db()
    with pytest.raises(PermissionDenied):
        endorse_plan(submitted(nino), by=official_ge)


def test_only_what_was_sent(nino, focal_ge):
    with pytest.raises(RefusedError, match="is no longer possible"):
        endorse_plan(written(nino), by=focal_ge)


def test_months_end_on_days_that_there_are():
    said = [after_months(date(2027, 8, 31), 6), after_months(date(2027, 12, 31), 12), after_months(date(2027, 1, 1), 3)]
    assert said == [date(2028, 2, 29), date(2028, 12, 31), date(2027, 4, 1)]
