"""A part in a request, and the notes of a side, follow the post they were given for and no other."""

from datetime import timedelta

import pytest
from django.utils import timezone

from consultations.actions import corresponding, deciding
from consultations.enums import Audience, Role
from consultations.models import Consultation, Message, Participant
from core import policies
from people.enums import Function
from people.models import Appointment, User
from tests.consultations import builders as build

pytestmark = pytest.mark.django_db


def moved_on(person, organisation, function=Function.MEMBER, **post):
    """The post ended yesterday; today another one is held. The person as of today."""
    today = timezone.localdate()
    person.appointments.update(ends_on=today - timedelta(days=2), is_primary=False)
    Appointment.objects.create(
        user=person, organisation=organisation, function=function, starts_on=today - timedelta(days=1), **post
    )
    return User.objects.get(pk=person.pk)


def may(person, row):
    """What the person may do with the request, of all that a part in it gives."""
    names = ("view", "answer", "translate_answer", "translate_request", "write_message", "write_note", "carry_answer")
    return sorted(policies.granted(person, [f"consultations.{name}" for name in names], row))


@pytest.mark.parametrize("who", ["advisor_kr", "advisor2_kr"])
def test_an_advisor_or_translator_who_has_moved_elsewhere(cast, who, client_of):
    row = deciding.assign(
        build.accepted(cast, is_confidential=True),
        by=cast.people["officer"],
        lead=cast.people["advisor_kr"],
        translator=cast.people["advisor2_kr"],
    )
    assert "consultations.view" in may(cast.people[who], row)
    person = moved_on(cast.people[who], cast.organisations["agency_ge"])
    assert may(person, row) == []
    assert client_of(person).get(f"/consultations/{row.handle}/").status_code == 404


def test_an_advisor_of_another_centre_now(cast):
    row = build.in_writing(cast, is_confidential=True)
    other = type(cast.centre).objects.create(
        name=cast.centre.name, short_name={"en": "Other"}, side_a_id="GE", side_b_id="KR"
    )
    person = moved_on(cast.people["advisor_kr"], cast.organisations["nia"], Function.ADVISOR, centre=other)
    assert may(person, row) == []


def test_a_counterpart_who_has_left_the_asking_body(cast, official_ge):
    row = build.in_progress(cast, is_confidential=True)
    Participant.objects.create(consultation=row, user=official_ge, role=Role.COUNTERPART)
    assert may(User.objects.get(pk=official_ge.pk), row) == []
    Appointment.objects.filter(user=official_ge).update(organisation=cast.organisations["services_by"])
    assert may(User.objects.get(pk=official_ge.pk), row) == ["consultations.view", "consultations.write_message"]
    person = moved_on(official_ge, cast.organisations["ministry_by"])
    assert may(person, row) == []
    assert not Consultation.objects.visible_to(person).exists()


def test_a_co_director_whose_desk_is_in_the_other_country_reads_his_own_sides_notes(
    cast, contact_by, advisor_kr, director_kr
):
    row = build.in_progress(cast)
    for author in (contact_by, advisor_kr):
        corresponding.write_note(row, by=author, text="x", language="en", audience=Audience.SIDE)
    assert cast.organisations["centre"].country_id == "BY"
    Appointment.objects.filter(user=director_kr).update(organisation=cast.organisations["centre"])
    director = User.objects.get(pk=director_kr.pk)
    notes = Message.objects.visible_to(director).filter(kind="note")
    assert list(notes.values_list("author__email", "country")) == [("advisor@kr.example", "KR")]
