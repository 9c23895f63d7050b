from events.actions.nominating import name_head
from events.actions.replacing import confirm_participation, replace_participant, withdraw_participant
from events.models import Event, Participant
from tests.events.builders import make_participant
from tests.events.delegations import builders as build
from tests.events.delegations.conftest import doors, forbidden, journal, refusal, words


def test_exactly_one_place_passes_over(accepted, focal, heard):
    first, second, alternate = build.people(accepted)
    confirm_participation(first, by=focal)
    name_head(accepted, by=focal, head=first)
    heard()
    row = replace_participant(first, by=focal, alternate=alternate, reason="Ill.")
    assert (row, row.status, row.is_alternate, row.order, row.replaces, row.verdict) == (
        *(alternate, "accepted", False, first.order, first, "accept"),
    )
    assert build.states(accepted) == ["withdrawn", "accepted", "accepted"]
    delegation = build.fresh(accepted)
    assert (delegation.nominees, delegation.head, Event.objects.get().seats_taken) == (2, alternate, 2)
    said = {"participant": row, "replaced": first, "by": focal, "reason": "Ill."}
    assert heard() == [("participant_replaced", said)]
    assert [line[0] for line in journal(row)][-2:] == ["take_over", "replace"]
    assert journal(first)[-1] == ("withdraw", "attending", "withdrawn", focal.email, "Ill.")
    assert second.pk  # untouched


def test_who_has_withdrawn_is_replaced_later(accepted, officer, focal):
    first, _second, alternate = build.people(accepted)
    withdraw_participant(first, by=focal, reason="Ill.")
    assert replace_participant(first, by=officer, alternate=alternate, reason="Ill.").status == "accepted"
    assert build.states(accepted) == ["withdrawn", "accepted", "accepted"]


def test_before_both_sides_decide_the_nomination_passes_over(forwarded, focal):
    first, _second, alternate = build.people(forwarded)
    row = replace_participant(first, by=focal, alternate=alternate, reason="Ill.")
    assert (row.status, row.is_alternate, row.accepted_at) == ("nominated", False, None)
    assert (build.states(forwarded), build.fresh(forwarded).nominees) == (["withdrawn", "nominated", "nominated"], 2)


def test_a_place_passes_once(cast, accepted, focal):
    first, second, alternate = build.people(accepted)
    other = Participant.objects.filter(pk=make_participant(accepted.event, delegation=accepted, status="reserve").pk)
    replace_participant(first, by=focal, alternate=alternate, reason="Ill.")
    assert refusal(replace_participant, first, by=focal, alternate=other.get(), reason="x") == (
        "Somebody comes in place of Tamar1 Kapanadze already."
    )
    assert refusal(replace_participant, second, by=focal, alternate=alternate, reason="x") == (
        "Tamar3 Kapanadze cannot take the place over: the centre has not checked this alternate, or he no longer waits."
    )
    # The one who came in may be replaced in turn.
    assert replace_participant(alternate, by=focal, alternate=other.get(), reason="x").status == "accepted"


def test_only_by_an_alternate_of_the_same_delegation_whom_the_centre_has_checked(cast, event, accepted, focal):
    first, second, alternate = build.people(accepted)
    stranger = build.people(build.accepted(cast, event, body="services_by"))[2]
    sentence = "Choose an alternate of the same delegation."
    assert refusal(replace_participant, first, by=focal, alternate=stranger, reason="x") == sentence
    assert refusal(replace_participant, first, by=focal, alternate=first, reason="x") == sentence
    Participant.objects.filter(pk=alternate.pk).update(status="nominated")
    for other in (alternate, second):
        assert "cannot take the place over" in refusal(
            replace_participant, first, by=focal, alternate=other, reason="x"
        )


def test_who_holds_no_place_has_none_to_pass_on(accepted, officer):
    first, _second, alternate = build.people(accepted)
    for status in ("attended", "declined", "reserve"):
        Participant.objects.filter(pk=first.pk).update(status=status)
        assert refusal(replace_participant, first, by=officer, alternate=alternate, reason="x") == (
            "Tamar1 Kapanadze holds no place that could pass to somebody else."
        )


def test_a_seat_that_was_given_away_is_gone(event, accepted, officer):
    first, _second, alternate = build.people(accepted)
    Event.objects.filter(pk=event.pk).update(capacity=2)
    make_participant(event, status="waiting", queued_at=event.created_at)
    withdraw_participant(first, by=officer, reason="Ill.")
    assert refusal(replace_participant, first, by=officer, alternate=alternate, reason="Ill.") == (
        "The seat has been given to somebody else meanwhile, and the event has no other."
    )


def test_reasons_are_needed(accepted, officer):
    first, _second, alternate = build.people(accepted)
    assert refusal(replace_participant, first, by=officer, alternate=alternate, reason=" ") == (
        "Write the reasons: those concerned read them."
    )


def test_nobody_else(cast, accepted, focal):
    allowed = {"focal_ge", "contact_ge", "officer"}
    others = [person for who, person in cast.people.items() if who not in allowed]
    first, _second, alternate = build.people(accepted)
    met = forbidden(replace_participant, first, people=others, alternate=alternate, reason="x")
    assert met == [one.email for one in others]


def test_the_screen(event, accepted, knock, screen):
    first, second, alternate = build.people(accepted)
    assert knock("replace_participant", event, first.pk) == doors(
        **dict.fromkeys(("focal_ge", "contact_ge", "officer"), 200),
        **dict.fromkeys(("director_by", "director_kr", "official_ge"), 403),
    )
    page = screen("focal_ge", "replace_participant", event, first.pk, alternate="", reason="Ill.")
    assert ("This field is required." in words(page), "Ill." in words(page)) == (True, True)
    sent = {"alternate": alternate.pk, "reason": "Ill."}
    assert screen("focal_ge", "replace_participant", event, first.pk, **sent).status_code == 302
    assert build.states(accepted) == ["withdrawn", "accepted", "accepted"]
    assert "Comes in place of Tamar1 Kapanadze." in words(screen("focal_ge", "participant", event, alternate.pk))
    assert "no alternate who could come" in words(screen("focal_ge", "replace_participant", event, second.pk))
