from events.actions.nominating import nominate, return_nomination
from tests.events.delegations import builders as build
from tests.events.delegations.conftest import doors, forbidden, journal, refusal, words


def test_the_contact_point_gives_it_back(submitted, contact_ge, focal, heard):
    heard()
    row = return_nomination(submitted, by=contact_ge, reason="One more alternate.")
    assert (row.status, row.submitted_at, row.forwarded_at) == ("invited", None, None)
    assert heard() == [("nomination_returned", {"delegation": row, "by": contact_ge, "reason": "One more alternate."})]
    assert journal(row)[-1] == ("return", "submitted", "invited", contact_ge.email, "One more alternate.")
    facts = {**build.FACTS, "email": "fourth@ge.example", "is_alternate": True}
    assert nominate(row, by=focal, **facts).order == 4


def test_the_officer_gives_it_back_and_checks_are_taken_back(checked, officer):
    row = return_nomination(checked, by=officer, reason="The letter names others.")
    assert (row.status, build.states(row)) == ("invited", ["nominated"] * 3)
    assert journal(build.people(row)[0])[-1] == (
        *("uncheck", "checked", "nominated", officer.email, "The letter names others."),
    )


def test_not_while_both_sides_decide_on_its_people(proposed, officer):
    row = proposed.entries.first().participant.delegation
    assert refusal(return_nomination, row, by=officer, reason="x") == (
        "People of this delegation stand on a list that both sides decide on. Withdraw it first."
    )


def test_not_once_both_sides_have_decided(accepted, officer):
    assert refusal(return_nomination, accepted, by=officer, reason="x") == (
        "Both sides have decided on people of this delegation. Replace or withdraw them instead."
    )


def test_reasons_are_needed(submitted, contact_ge):
    assert refusal(return_nomination, submitted, by=contact_ge, reason="") == (
        "Write the reasons: those concerned read them."
    )


def test_each_gives_back_what_lies_with_him(cast, submitted, focal):
    others = [person for who, person in cast.people.items() if who != "contact_ge"]
    assert forbidden(return_nomination, submitted, people=others, reason="x") == [one.email for one in others]


def test_after_forwarding_only_the_officer(cast, forwarded, focal):
    others = [person for who, person in cast.people.items() if who != "officer"]
    assert forbidden(return_nomination, forwarded, people=others, reason="x") == [one.email for one in others]


def test_the_screen(event, submitted, knock, screen):
    assert knock("return_nomination", event, submitted.pk) == doors(
        contact_ge=200, **dict.fromkeys(("director_by", "director_kr", "official_ge", "officer", "focal_ge"), 403)
    )
    assert "This field is required." in words(screen("contact_ge", "return_nomination", event, submitted.pk, reason=""))
    assert screen("contact_ge", "return_nomination", event, submitted.pk, reason="Again.").status_code == 302
    assert build.fresh(submitted).status == "invited"
