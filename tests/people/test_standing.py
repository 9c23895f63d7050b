"""Rights are read from the appointments of today, and a day is that of the organisation's wall calendar."""

from datetime import UTC, date, datetime

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from people.enums import Function, Side
from people.models import Appointment, User
from tests.factories import appoint, make_user


def functions(user: User) -> set[str]:
    return User.objects.get(pk=user.pk).standing.functions


def test_one_query_answers_every_question(cast, director_kr):
    director = User.objects.get(pk=director_kr.pk)
    with CaptureQueriesContext(connection) as queries:
        standing = director.standing
        answers = {
            "functions": standing.functions,
            "holds": standing.holds(Function.CO_DIRECTOR, side=Side.B, centre_id=cast.centre.pk),
            "not": standing.holds(Function.CO_DIRECTOR, side=Side.A),
            "organisations": standing.organisation_ids(),
            "countries": standing.country_codes(Function.CO_DIRECTOR),
            "centres": standing.centre_ids(),
            "sides": standing.sides(cast.centre.pk),
            "side": standing.side_in(cast.centre),
            "country": standing.country,
            "zone": standing.country.calendar.zone,
            "title": director.title_of_record()["en"],
        }
    assert answers == {
        "functions": {"co_director"},
        "holds": True,
        "not": False,
        "organisations": [cast.organisations["nia"].pk],
        "countries": ["KR"],
        "centres": [cast.centre.pk],
        "sides": {"b"},
        "side": "b",
        "country": cast.countries["KR"],
        "zone": "Asia/Seoul",
        "title": "Co-director for the Republic of Korea, National Information Society Agency",
    }
    assert len(queries) == 1


@pytest.mark.parametrize(
    "person, still, over",
    [
        # 30 November ends in Seoul at 15:00 UTC, in Minsk at 21:00 UTC.
        ("advisor_kr", datetime(2026, 11, 30, 14, 59, tzinfo=UTC), datetime(2026, 11, 30, 15, 0, tzinfo=UTC)),
        ("official_by", datetime(2026, 11, 30, 20, 59, tzinfo=UTC), datetime(2026, 11, 30, 21, 0, tzinfo=UTC)),
    ],
)
def test_the_last_day_ends_at_midnight_there(cast, person, still, over):
    appointment = cast.appointments[person]
    appointment.ends_on = date(2026, 11, 30)
    appointment.save()
    with time_machine.travel(still, tick=False):
        before = functions(cast.people[person]), appointment.is_current()
    with time_machine.travel(over, tick=False):
        after = functions(cast.people[person]), appointment.is_current()
    assert (before, after) == (({appointment.function}, True), (set(), False))


def test_the_first_day_begins_at_midnight_there(cast, official_ge):
    user = make_user()
    appoint(user, Function.FOCAL_POINT, cast.organisations["nia"], starts_on=date(2026, 12, 1))
    with time_machine.travel(datetime(2026, 11, 30, 15, 0, tzinfo=UTC), tick=False):
        assert functions(user) == {"focal_point"}
    with time_machine.travel(datetime(2026, 11, 30, 14, 59, tzinfo=UTC), tick=False):
        assert functions(user) == set()


def test_a_closed_account_stands_for_nothing(cast, officer):
    officer.is_active = False
    officer.save()
    assert (functions(officer), officer.is_staff) == (set(), False)


def test_a_fresh_row_has_fresh_rights(cast, officer):
    assert officer.standing.functions == {"officer"}
    Appointment.objects.filter(user=officer).update(ends_on=date(2020, 1, 1))
    officer.refresh_from_db()
    assert officer.standing.functions == set()


def test_the_main_post_comes_first(cast, official_by):
    appoint(official_by, Function.FOCAL_POINT, cast.organisations["nia"], starts_on=date(2010, 1, 1))
    held = User.objects.get(pk=official_by.pk).standing
    assert [one.function for one in held.appointments] == ["member", "focal_point"]
    assert held.country == cast.countries["BY"]


def test_side_of_those_without_one_is_that_of_their_country(cast, official_by, contact_ge):
    assert (official_by.standing.side_in(cast.centre), contact_ge.standing.side_in(cast.centre)) == ("a", "")
