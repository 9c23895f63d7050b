from datetime import UTC, datetime

import pytest
import time_machine
from django.core.exceptions import PermissionDenied
from django.test import Client

from consultations.actions.drafting import forward, next_reference
from consultations.models import ReferenceSeries, Topic
from core.models import Silence
from core.refusal import RefusedError
from tests.cast import sign_in
from tests.consultations import builders as build
from tests.consultations.conftest import doors
from tests.consultations.moments import minsk
from tests.factories import appoint, make_user


def test_it_gets_a_number_a_desk_and_a_silence(submitted, contact_by, officer, heard, told):
    heard()
    with time_machine.travel(minsk(16, 12, month=4), tick=False):
        row = forward(submitted, by=contact_by, opinion="Поддерживаем.")
    row = build.fresh(row)
    moment = minsk(16, 12, month=4)
    assert (row.status, row.reference, row.officer) == ("registered", "CR-2026-001", officer)
    assert (row.registered_at, row.moved_at, row.updated_at) == (moment, moment, moment)
    # Five days that both work, after the 16th: 17, 22, 23, 24 and 27 April; shared hours end at noon in Minsk.
    assert row.due_at == minsk(27, 12, month=4)
    assert Silence.objects.values_list("step", "due_at", "ended_at").get() == ("decide", row.due_at, None)
    assert [one.was_met for one in row.clocks.all()] == [True]
    assert heard() == [("consultation_registered", {"consultation": row, "by": contact_by})]
    assert told(row)[-1] == ("forward", "submitted", "registered", "contact@by.example", "Поддерживаем.")


def test_numbers_run_through_the_year(cast, contact_by):
    with time_machine.travel(minsk(30, 12, month=12), tick=False):
        first = [build.registered(cast).reference for _ in range(2)]
    with time_machine.travel(minsk(4, 12, month=1, year=2027), tick=False):
        assert [*first, build.registered(cast).reference] == ["CR-2026-001", "CR-2026-002", "CR-2027-001"]
    ReferenceSeries.objects.filter(year=2027).update(last=999)
    assert next_reference(2027) == "CR-2027-1000"


def test_the_desk_is_that_of_the_subject_while_he_is_an_officer(cast, officer, contact_by):
    other = make_user(family_name="Second")
    appoint(other, "officer", cast.organisations["centre"], centre=cast.centre)
    subject = Topic.objects.create(name={"en": "Registers"}, officer=other)
    assert build.registered(cast, topic=subject).officer == other
    other.appointments.update(ends_on=minsk(1).date().replace(year=2025))
    assert build.registered(cast, topic=subject).officer == officer


def test_else_the_desk_is_whose_is_emptiest(cast, officer):
    other = make_user(family_name="Second")
    appoint(other, "officer", cast.organisations["centre"], centre=cast.centre)
    assert [build.registered(cast).officer for _ in range(4)] == [officer, other, officer, other]


def test_a_centre_without_officers_registers_all_the_same(cast, submitted, contact_by):
    cast.appointments["officer"].delete()
    assert forward(submitted, by=contact_by).officer is None


def test_only_the_contact_point_of_the_country_and_only_once(submitted, contact_by, contact_ge, official_by):
    for person in (official_by, contact_ge):
        with pytest.raises(PermissionDenied):
            forward(submitted, by=person)
    assert ReferenceSeries.objects.count() == 0  # a number that nobody got was not given
    forward(submitted, by=contact_by)
    with pytest.raises(RefusedError, match="“Forward to the centre” is no longer possible"):
        forward(submitted, by=contact_by)
    assert ReferenceSeries.objects.get().last == 1


def test_the_screen(submitted, registered, knock, screen):
    assert knock("forward", submitted) == doors(official_by=403, contact_by=200)
    assert screen("contact_by", "forward", registered).status_code == 409
    answer = screen("contact_by", "forward", submitted, opinion="")
    assert answer["Location"] == build.fresh(submitted).get_absolute_url()


def test_the_number_of_the_draft_keeps_leading_there(registered, official_by, official_ge):
    draft_number = f"/consultations/D-{registered.pk}/"
    assert sign_in(official_by).get(draft_number)["Location"] == f"/consultations/{registered.reference}/"
    assert sign_in(official_ge).get(draft_number).status_code == 404
    assert Client().get(draft_number).status_code == 302


def test_the_first_of_january_of_side_a_gives_a_number_of_the_new_year(submitted, contact_by):
    with time_machine.travel(datetime(2026, 12, 31, 22, 30, tzinfo=UTC), tick=False):  # 01:30 in Minsk
        assert forward(submitted, by=contact_by).reference == "CR-2027-001"
