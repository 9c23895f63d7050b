"""The keys are changed while people work, and nothing is lost."""

from io import StringIO

import pytest
from cryptography.fernet import Fernet
from django.core.management import CommandError, call_command
from django.test import override_settings

from events.models import TravelFile
from events.travel import open_sealed
from tests.events.builders import make_participant
from tests.events.travel.conftest import FACTS, saved

OLD, NEW = Fernet.generate_key().decode(), Fernet.generate_key().decode()


def test_everything_is_sealed_with_the_newest_key(nino, official_ge):
    with override_settings(FIELD_KEYS=[OLD]):
        before = saved(nino, official_ge)
    said = StringIO()
    with override_settings(FIELD_KEYS=[NEW, OLD]):
        call_command("rotate_field_keys", stdout=said)
    assert said.getvalue() == "1 sealed with the newest key.\n"
    with override_settings(FIELD_KEYS=[NEW]):
        after = TravelFile.objects.get()
        assert open_sealed(after).facts == FACTS
    assert (after.updated_at, after.purge_on, after.known) == (before.updated_at, before.purge_on, before.known)


def test_what_no_key_opens_is_named_and_left_as_it_is(event, nino, official_ge, officer):
    with override_settings(FIELD_KEYS=[OLD]):
        lost = saved(nino, official_ge)
    with override_settings(FIELD_KEYS=[NEW]):
        saved(make_participant(event), officer)
        said = StringIO()
        with pytest.raises(CommandError, match=f"No key opens those of participants {nino.pk}."):
            call_command("rotate_field_keys", stdout=said)
    assert said.getvalue() == "1 sealed with the newest key.\n"
    assert bytes(TravelFile.objects.get(pk=lost.pk).sealed) == bytes(lost.sealed)
