from events.actions.accepting import uncheck_participant
from tests.events.delegations import builders as build
from tests.events.delegations.conftest import doors, forbidden, journal, refusal


def test_it_is_made_anew(cast, checked, officer, heard):
    first = build.people(checked)[0]
    heard()
    row = uncheck_participant(first, by=officer, reason="Wrong person.")
    assert (row.status, row.verdict, heard()) == ("nominated", "", [])
    assert journal(row)[-1] == ("uncheck", "checked", "nominated", officer.email, "Wrong person.")
    assert build.check(cast, row).status == "checked"


def test_not_while_both_sides_decide(proposed, officer):
    assert refusal(uncheck_participant, proposed.entries.first().participant, by=officer) == (
        "The person stands on a list that both sides decide on. Withdraw the list first."
    )


def test_only_what_is_checked(forwarded, officer):
    assert "no longer possible" in refusal(uncheck_participant, build.people(forwarded)[0], by=officer)


def test_officers_only(cast, checked, focal):
    others = [person for who, person in cast.people.items() if who != "officer"]
    assert forbidden(uncheck_participant, build.people(checked)[0], people=others) == [one.email for one in others]


def test_the_screen(event, checked, knock, screen):
    first = build.people(checked)[0]
    assert knock("uncheck_participant", event, first.pk) == doors(
        officer=200, **dict.fromkeys(("director_by", "director_kr", "official_ge", "contact_ge", "focal_ge"), 403)
    )
    assert screen("officer", "uncheck_participant", event, first.pk, sure="1").status_code == 302
    assert build.fresh(first).status == "nominated"
