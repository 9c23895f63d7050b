"""Starting, correcting and ending appointments: an administrator's act, written into the journal."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from core.models import JournalEntry
from core.refusal import RefusedError
from people import actions, signals
from people.enums import Function, Side
from people.models import Appointment
from tests.factories import make_user


@pytest.fixture
def heard():
    """What the two signals said, in order."""
    told = []

    def started(appointment, **_):
        told.append(("started", appointment.pk))

    def ended(appointment, **_):
        told.append(("ended", appointment.pk))

    signals.appointment_started.connect(started)
    signals.appointment_ended.connect(ended)
    yield told
    signals.appointment_started.disconnect(started)
    signals.appointment_ended.disconnect(ended)


def offered(cast, **fields) -> Appointment:
    post = {"function": Function.MEMBER, "organisation": cast.organisations["nia"], "starts_on": date(2026, 1, 1)}
    return Appointment(user=make_user(), **{**post, **fields})


def test_it_starts_and_is_remembered(cast, admin_user, heard):
    appointment = actions.start_appointment(offered(cast), by=admin_user)
    entry = JournalEntry.objects.about(appointment).get()
    assert (entry.verb, entry.actor, entry.actor_name, entry.data["function"]) == (
        "start_appointment",
        admin_user,
        "Pavel Novik",
        "member",
    )
    assert heard == [("started", appointment.pk)]


def test_a_reader_may_not(cast, officer):
    with pytest.raises(PermissionDenied):
        actions.start_appointment(offered(cast), by=officer)
    with pytest.raises(PermissionDenied):
        actions.end_appointment(cast.appointments["advisor_kr"], by=officer)
    assert JournalEntry.objects.count() == 0


def test_a_taken_post_is_refused_in_words(cast, admin_user):
    second = offered(cast, function=Function.CO_DIRECTOR, centre=cast.centre, side=Side.A)
    with pytest.raises(RefusedError) as refusal:
        actions.start_appointment(second, by=admin_user)
    assert str(refusal.value.message) == (
        "Side A of this centre has a co-director in this period. End that appointment first."
    )
    assert JournalEntry.objects.count() == 0


def test_staff_of_a_centre_need_the_centre(cast, admin_user):
    with pytest.raises(RefusedError, match="Say for which centre"):
        actions.start_appointment(offered(cast, function=Function.ADVISOR), by=admin_user)


def test_it_ends_and_stays_as_history(cast, admin_user, advisor_kr, heard):
    appointment = actions.end_appointment(cast.appointments["advisor_kr"], by=admin_user, on=date(2026, 1, 31))
    assert (appointment.ends_on, [entry.verb for entry in JournalEntry.objects.about(appointment)], heard) == (
        date(2026, 1, 31),
        ["end_appointment"],
        [("ended", appointment.pk)],
    )


@pytest.mark.parametrize(
    "on, said", [(date(2016, 9, 8), "cannot end before it starts"), (date(2026, 2, 1), "ends earlier already")]
)
def test_a_wrong_day_is_refused(cast, admin_user, on, said):
    appointment = cast.appointments["advisor_kr"]
    actions.end_appointment(appointment, by=admin_user, on=date(2026, 1, 31))
    with pytest.raises(RefusedError, match=said):
        actions.end_appointment(appointment, by=admin_user, on=on)
