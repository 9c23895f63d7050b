"""Two people of one body at one moment, with real connections and real commits."""

import pytest

from practices.actions import adopting
from practices.models import Adoption, AdoptionReport, Practice
from tests.at_once import at_once

pytestmark = pytest.mark.usefixtures("real_commits")


def test_two_colleagues_begin_at_one_moment(practice, cast, official_by, written):
    body = cast.organisations["services_by"]

    def begin():
        return adopting.begin_adoption(practice, by=official_by, adopter=body, **written)

    outcomes = at_once(begin, begin, holding=Practice.objects.filter(pk=practice.pk))
    assert sorted(type(one).__name__ for one in outcomes) == ["AdoptionReport", "RefusedError"]
    assert (Adoption.objects.count(), AdoptionReport.objects.count()) == (1, 1)
