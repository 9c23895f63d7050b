from events.actions.nominating import name_head
from events.actions.replacing import withdraw_participant
from events.models import Event
from tests.events.builders import make_participant
from tests.events.delegations import builders as build
from tests.events.delegations.conftest import doors, forbidden, journal, refusal, words


def test_the_place_is_free_and_the_head_too(accepted, focal, heard):
    first = build.people(accepted)[0]
    name_head(accepted, by=focal, head=first)
    heard()
    row = withdraw_participant(first, by=focal, reason="Ill.")
    assert (row.status, row.sequence) == ("withdrawn", first.sequence + 1)
    assert heard() == [("participant_withdrawn", {"participant": row, "by": focal, "reason": "Ill."})]
    assert journal(row)[-1] == ("withdraw", "accepted", "withdrawn", focal.email, "Ill.")
    delegation = build.fresh(accepted)
    assert (delegation.head, delegation.nominees, Event.objects.get().seats_taken) == (None, 1, 1)


def test_a_freed_seat_goes_to_whoever_waits_longest(event, accepted, officer, heard):
    Event.objects.filter(pk=event.pk).update(capacity=2)
    waiting = make_participant(event, status="waiting", queued_at=event.created_at)
    heard()
    withdraw_participant(build.people(accepted)[0], by=officer, reason="Ill.")
    assert build.fresh(waiting).status == "accepted"
    assert [name for name, _said in heard()] == ["participant_withdrawn", "registration_promoted"]


def test_reasons_are_needed_and_a_delegation(event, accepted, officer):
    first = build.people(accepted)[0]
    assert refusal(withdraw_participant, first, by=officer, reason="") == (
        "Write the reasons: those concerned read them."
    )
    assert refusal(withdraw_participant, make_participant(event), by=officer, reason="x") == (
        "This person registered without a delegation and cancels the registration instead."
    )


def test_once(accepted, officer):
    first = build.people(accepted)[0]
    withdraw_participant(first, by=officer, reason="Ill.")
    assert "no longer possible" in refusal(withdraw_participant, first, by=officer, reason="Ill.")


def test_nobody_else(cast, accepted, focal):
    allowed = {"focal_ge", "contact_ge", "officer"}
    others = [person for who, person in cast.people.items() if who not in allowed]
    first = build.people(accepted)[0]
    assert forbidden(withdraw_participant, first, people=others, reason="x") == [one.email for one in others]


def test_the_screen(event, accepted, knock, screen):
    first = build.people(accepted)[0]
    assert knock("withdraw_participant", event, first.pk) == doors(
        **dict.fromkeys(("focal_ge", "contact_ge", "officer"), 200),
        **dict.fromkeys(("director_by", "director_kr", "official_ge"), 403),
    )
    assert "This field is required." in words(screen("officer", "withdraw_participant", event, first.pk, reason=""))
    assert screen("focal_ge", "withdraw_participant", event, first.pk, reason="Ill.").status_code == 302
    assert build.fresh(first).status == "withdrawn"
    alone = make_participant(event)
    assert screen("officer", "withdraw_participant", event, alone.pk).status_code == 404
