"""Two keys are two persons."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from people.enums import Function, Side
from people.models import Appointment
from tests.factories import appoint

pytestmark = pytest.mark.django_db


def test_the_co_director_of_one_side_is_not_that_of_the_other(cast, director_kr):
    body, ends = cast.organisations["nia"], date(2030, 12, 31)
    Appointment.objects.filter(user=cast.people["director_by"]).update(ends_on=ends)
    both = {"function": Function.CO_DIRECTOR, "centre": cast.centre, "side": Side.A}
    with pytest.raises(IntegrityError, match="nobody_signs_for_both_sides"), transaction.atomic():
        appoint(director_kr, organisation=body, starts_on=date(2031, 1, 1), **both)
    Appointment.objects.filter(user=director_kr).update(ends_on=ends)
    assert appoint(director_kr, organisation=body, starts_on=date(2031, 1, 1), **both).pk
