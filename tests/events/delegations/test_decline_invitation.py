from events.actions.inviting import decline_invitation
from tests.events.delegations import builders as build
from tests.events.delegations.conftest import doors, forbidden, journal, refusal, words


def test_nobody_comes(ready, focal, heard):
    heard()
    row = decline_invitation(ready, by=focal, reason="Elections.")
    assert (row.status, row.decline_reason, build.states(row)) == ("declined", "Elections.", ["withdrawn"] * 3)
    assert heard() == [("invitation_declined", {"delegation": row, "by": focal, "reason": "Elections."})]
    assert journal(row)[-1] == ("decline", "invited", "declined", focal.email, "Elections.")


def test_the_contact_point_may_too(invited, contact_ge):
    assert decline_invitation(invited, by=contact_ge, reason="Elections.").status == "declined"


def test_reasons_are_needed_and_the_nomination_not_sent(submitted, focal):
    assert refusal(decline_invitation, submitted, by=focal, reason="") == (
        "Write the reasons: those concerned read them."
    )
    assert "no longer possible" in refusal(decline_invitation, submitted, by=focal, reason="Elections.")


def test_nobody_else(cast, invited, focal):
    others = [person for who, person in cast.people.items() if who not in {"focal_ge", "contact_ge"}]
    assert forbidden(decline_invitation, invited, people=others, reason="x") == [one.email for one in others]


def test_the_screen(event, invited, knock, screen):
    assert knock("decline_invitation", event, invited.pk) == doors(
        focal_ge=200, contact_ge=200, **dict.fromkeys(("director_by", "director_kr", "officer", "official_ge"), 403)
    )
    assert screen("focal_ge", "decline_invitation", event, invited.pk, reason="Elections.").status_code == 302
    assert "Nobody comes: Elections." in words(screen("officer", "delegation", event, invited.pk))
