from events.actions.inviting import cancel_delegation
from events.models import Event
from tests.events.delegations import builders as build
from tests.events.delegations.conftest import doors, forbidden, journal, refusal, words


def test_everybody_loses_the_place_and_is_told(accepted, officer, heard):
    people = build.people(accepted)
    heard()
    row = cancel_delegation(accepted, by=officer, reason="Budget cut.")
    assert (row.status, build.states(row)) == ("cancelled", ["withdrawn"] * 3)
    assert heard() == [
        *(("participant_withdrawn", {"participant": one, "by": officer, "reason": "Budget cut."}) for one in people),
        ("delegation_cancelled", {"delegation": row, "by": officer, "reason": "Budget cut."}),
    ]
    assert journal(row)[-1] == ("cancel", "forwarded", "cancelled", officer.email, "Budget cut.")
    row = build.fresh(row)
    assert (row.nominees, Event.objects.get(pk=row.event_id).seats_taken) == (0, 0)


def test_nominees_of_whom_nothing_was_decided_are_not_written_to(ready, officer, heard):
    heard()
    row = cancel_delegation(ready, by=officer, reason="Budget cut.")
    assert [name for name, _said in heard()] == ["delegation_cancelled"]
    assert build.states(row) == ["withdrawn"] * 3


def test_what_was_never_sent_is_taken_back_in_silence(cast, event, officer, heard):
    cancel_delegation(build.invited(cast, event, sends=False), by=officer, reason="Mistake.")
    assert heard() == []


def test_the_body_goes_on_seeing_what_became_of_it(cast, event, invited, officer, screen):
    cancel_delegation(invited, by=officer, reason="Budget cut.")
    page = words(screen("focal_ge", "delegation", event, invited.pk))
    assert ("Invitation withdrawn" in page, "Budget cut." in page) == (True, True)


def test_reasons_are_needed(invited, officer):
    sentence = refusal(cancel_delegation, invited, by=officer, reason=" ")
    assert sentence == "Write the reasons: those concerned read them."


def test_once(invited, officer):
    cancel_delegation(invited, by=officer, reason="Budget cut.")
    assert "no longer possible" in refusal(cancel_delegation, invited, by=officer, reason="Again.")


def test_officers_only(cast, invited, focal):
    others = [person for who, person in cast.people.items() if who != "officer"]
    assert forbidden(cancel_delegation, invited, people=others, reason="x") == [one.email for one in others]


def test_the_screen(event, invited, knock, screen):
    assert knock("cancel_delegation", event, invited.pk) == doors(
        officer=200, **dict.fromkeys(("director_by", "director_kr", "focal_ge", "contact_ge", "official_ge"), 403)
    )
    assert "This field is required." in words(screen("officer", "cancel_delegation", event, invited.pk, reason=""))
    assert screen("officer", "cancel_delegation", event, invited.pk, reason="Budget cut.").status_code == 302
    assert build.fresh(invited).status == "cancelled"
