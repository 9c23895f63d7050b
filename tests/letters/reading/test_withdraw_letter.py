"""An issued letter is declared void: number and words stay, its reader learns why."""

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from core.models import JournalEntry
from core.refusal import RefusedError
from letters.actions.issuing import withdraw_letter
from letters.models import Letter
from tests.letters.builders import issued, make_inviting_event, prepared

WHY = "The event was moved."


@pytest.fixture
def letter(cast, template):
    return issued(cast, make_inviting_event(cast, "agency_ge"))[0]


def test_withdrawn_with_reasons(letter, officer, heard, told, contact_ge):
    heard()
    row = withdraw_letter(letter, by=officer, reason=f" {WHY} ")
    assert (row.state, row.why, row.reference, row.body) == ("withdrawn", WHY, letter.reference, letter.body)
    assert heard() == [("letter_withdrawn", {"letter": row, "by": officer, "reason": WHY})]
    assert told() == [
        ("letter_issued", contact_ge.email, letter.reference),
        ("letter_withdrawn", contact_ge.email, letter.reference),
    ]
    entry = JournalEntry.objects.about(row).first()
    assert (entry.verb, entry.reason, entry.to_state) == ("withdraw", WHY, "withdrawn")


def test_its_reader_sees_it(client_of, letter, officer, official_ge):
    withdraw_letter(letter, by=officer, reason=WHY)
    said = client_of(official_ge).get(letter.get_absolute_url()).content.decode()
    assert ("This letter was withdrawn and no longer holds." in said, WHY in said) == (True, True)
    assert client_of(official_ge).get(reverse("letters:letter_pdf", args=[letter.handle])).status_code == 200


def test_from_the_page(client_of, letter, officer):
    url = reverse("letters:withdraw", args=[letter.handle])
    assert client_of(officer).post(url, {"reason": ""}).status_code == 200
    assert Letter.objects.get().state == "issued"
    assert client_of(officer).post(url, {"reason": WHY})["Location"] == letter.get_absolute_url()
    assert Letter.objects.get().state == "withdrawn"
    assert client_of(officer).get(url).status_code == 409


def test_refused(cast, letter, officer, official_ge):
    with pytest.raises(RefusedError, match="Give the reasons"):
        withdraw_letter(letter, by=officer, reason=" ")
    with pytest.raises(PermissionDenied):
        withdraw_letter(letter, by=official_ge, reason=WHY)
    draft = prepared(cast, letter.run.about).letters.get()
    with pytest.raises(RefusedError, match="no longer possible"):
        withdraw_letter(draft, by=officer, reason=WHY)
