"""Who takes the name along leaves the certificate as a public act: its number, event and state."""

from core.refusal import RefusedError
from events.models import Certificate, Participant
from people.actions import end_appointment
from people.actions.privacy import anonymise
from tests.events.followup.conftest import on, words


def test_the_page_says_so(issued, official_ge, admin_user, cast, screen, clock):
    end_appointment(cast.appointments["official_ge"], by=admin_user, on=on(2026, 10, 12).date())
    clock.move_to(on(2026, 10, 14))
    try:
        anonymise(official_ge, by=admin_user, reason="Asked for.")
    except RefusedError as refusal:  # what still hangs on the person is said in words
        raise AssertionError(str(refusal.message)) from refusal
    one = Certificate.objects.get()
    assert (one.name, one.number, one.status) == ("", "C-E-2026-77-001", "issued")
    said = words(screen(None, "certificate", one.code))
    assert ("Name removed at the holder’s wish" in said, "Beridze" in said) == (True, False)
    assert Participant.objects.get().anonymised_at is not None
