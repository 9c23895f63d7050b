"""What the database itself refuses, whoever writes."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from people.enums import Function, Side
from people.models import Appointment, FormerName, User
from tests.factories import appoint, make_user


def refused(act) -> str:
    """The name of the constraint that stopped it."""
    with pytest.raises(IntegrityError) as error, transaction.atomic():
        act()
    return error.value.__cause__.diag.constraint_name


def test_one_co_director_a_side_at_a_time(cast):
    post = {"function": Function.CO_DIRECTOR, "organisation": cast.organisations["nia"], "centre": cast.centre}
    assert refused(lambda: appoint(make_user(), **post, side=Side.B)) == "people_one_co_director_for_side_b"
    assert refused(lambda: appoint(make_user(), **post, side=Side.A)) == "people_one_co_director_for_side_a"


def test_the_next_co_director_may_follow_on_the_day_after(cast):
    last = cast.appointments["director_kr"]
    last.ends_on = date(2026, 12, 31)
    last.save()
    post = {"function": Function.CO_DIRECTOR, "organisation": last.organisation, "centre": cast.centre, "side": Side.B}
    assert (
        refused(lambda: appoint(make_user(), **post, starts_on=date(2026, 12, 31)))
        == "people_one_co_director_for_side_b"
    )
    assert appoint(make_user(), **post, starts_on=date(2027, 1, 1)).pk


def test_a_form_says_so_in_words(cast):
    second = Appointment(
        user=make_user(),
        function=Function.CO_DIRECTOR,
        organisation=cast.organisations["nia"],
        centre=cast.centre,
        side=Side.B,
        starts_on=date(2026, 1, 1),
    )
    with pytest.raises(ValidationError) as error:
        second.full_clean()
    assert error.value.messages == [
        "Side B of this centre has a co-director in this period. End that appointment first."
    ]


@pytest.mark.parametrize("gap", [{"side": Side.A}, {"centre": True}, {}])
def test_a_co_director_needs_centre_and_side(cast, gap):
    fields = {**gap, **({"centre": cast.centre} if "centre" in gap else {})}
    organisation = cast.organisations["ministry_by"]
    name = refused(lambda: appoint(make_user(), Function.CO_DIRECTOR, organisation, **fields))
    assert name == "people_co_director_has_centre_and_side"


def test_days_stand_in_order(cast):
    organisation = cast.organisations["nia"]
    late = {"starts_on": date(2026, 2, 1), "ends_on": date(2026, 1, 31)}
    assert (
        refused(lambda: appoint(make_user(), Function.MEMBER, organisation, **late))
        == "people_appointment_days_in_order"
    )


def test_one_main_post_at_a_time(cast, official_by):
    organisation = cast.organisations["nia"]
    name = refused(lambda: appoint(official_by, Function.MEMBER, organisation, is_primary=True))
    assert name == "people_one_main_post_at_a_time"


def test_an_address_is_one_in_any_case(cast, official_by):
    assert (
        refused(lambda: User.objects.bulk_create([User(email="OFFICIAL@by.example")])) == "people_user_email_any_case"
    )


def test_former_names_do_not_overlap(cast):
    nia = cast.organisations["nia"]
    again = {"name": {"en": "Agency"}, "from_on": date(2020, 1, 1), "until_on": date(2021, 1, 1)}
    assert refused(lambda: FormerName.objects.create(organisation=nia, **again)) == "people_one_former_name_at_a_time"
