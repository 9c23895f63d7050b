"""Both co-directors turn their keys at the same moment: the record enters the register once."""

from functools import partial

import pytest

from agreements.actions.recording import record
from agreements.enums import AgreementStatus
from agreements.models import Agreement
from core.models import JournalEntry, Signature
from core.refusal import RefusedError
from tests.agreements.builders import make_agreement, make_parties
from tests.at_once import at_once

pytestmark = pytest.mark.usefixtures("real_commits")


@pytest.fixture
def proposed(cast, officer):
    row = make_agreement(cast.centre, officer, status=AgreementStatus.PROPOSED)
    make_parties(row, cast)
    return row


def test_two_keys_at_once(proposed, director_by, director_kr):
    acts = [partial(record, proposed, by=who) for who in (director_by, director_kr)]
    found = at_once(*acts, holding=Agreement.objects.filter(pk=proposed.pk))
    assert sorted(row.status for row in found) == [AgreementStatus.PROPOSED, AgreementStatus.RECORDED]
    assert Signature.objects.about(proposed).exclude(settled_at=None).count() == 2
    assert JournalEntry.objects.about(proposed).filter(verb="record").count() == 1


def test_one_key_twice_at_once(proposed, director_by):
    acts = [partial(record, proposed, by=director_by)] * 2
    found = at_once(*acts, holding=Agreement.objects.filter(pk=proposed.pk))
    assert sorted(isinstance(one, RefusedError) for one in found) == [False, True]
    assert Signature.objects.about(proposed).count() == 1
