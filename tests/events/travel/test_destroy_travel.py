"""Travel facts are destroyed five days after the event, or after the person no longer comes."""

from datetime import UTC, date, datetime, timedelta

import time_machine
from django.utils import timezone

from events.actions.editions import cancel_event, edit_event
from events.actions.travel import purge_travel_files
from events.enums import ParticipantStatus
from events.models import Participant, TravelFile
from events.tasks import travel as tasks
from people.actions.privacy import anonymise
from people.models import Appointment
from tests.events.travel.conftest import journal, saved


def test_the_clock_destroys_on_the_day_and_says_so(nino, official_ge):
    saved(nino, official_ge)
    with time_machine.travel(datetime(2031, 5, 13, 12, tzinfo=UTC)):
        assert (tasks.purge_travel_files(), TravelFile.objects.count()) == (0, 1)
    with time_machine.travel(datetime(2031, 5, 14, 12, tzinfo=UTC)):
        assert (tasks.purge_travel_files(), TravelFile.objects.count()) == (1, 0)
        assert tasks.purge_travel_files() == 0
    assert journal(nino)[-1] == ("purge_travel", "")


def test_the_day_moves_with_the_event(event, nino, official_ge, officer):
    saved(nino, official_ge)
    edit_event(event, by=officer, seen=None, ends_on=date(2031, 5, 20))
    assert TravelFile.objects.get().purge_on == date(2031, 5, 25)
    cancel_event(event, by=officer, reason="No funds.")
    assert TravelFile.objects.get().purge_on == timezone.localdate() + timedelta(days=5)


def test_who_no_longer_comes_is_forgotten_within_five_days(nino, official_ge):
    saved(nino, official_ge)
    Participant.objects.update(status=ParticipantStatus.WITHDRAWN)
    purge_travel_files()
    in_five_days = timezone.localdate() + timedelta(days=5)
    assert TravelFile.objects.get().purge_on == in_five_days
    with time_machine.travel(timezone.now() + timedelta(days=2)):
        purge_travel_files()
        assert TravelFile.objects.get().purge_on == in_five_days  # a later look does not put it off


def test_an_account_that_is_anonymised_takes_them_along(nino, official_ge, admin_user):
    saved(nino, official_ge)
    Appointment.objects.filter(user=official_ge).update(ends_on=timezone.localdate() - timedelta(days=2))
    anonymise(official_ge, by=admin_user, reason="Asked for it.")
    assert not TravelFile.objects.exists()
