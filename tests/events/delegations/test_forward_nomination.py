from events.actions.nominating import forward_nomination
from tests.events.delegations import builders as build
from tests.events.delegations.conftest import doors, forbidden, journal, refusal


def test_the_centre_has_it(submitted, contact_ge, heard):
    heard()
    row = forward_nomination(submitted, by=contact_ge, opinion="We support them.")
    assert (row.status, row.forwarded_at is not None) == ("forwarded", True)
    assert heard() == [("nomination_forwarded", {"delegation": row, "by": contact_ge})]
    assert journal(row)[-1] == ("forward", "submitted", "forwarded", contact_ge.email, "We support them.")


def test_only_what_was_sent_and_once(ready, contact_ge):
    assert "no longer possible" in refusal(forward_nomination, ready, by=contact_ge)


def test_nobody_else(cast, submitted, focal):
    others = [person for who, person in cast.people.items() if who != "contact_ge"]
    assert forbidden(forward_nomination, submitted, people=others) == [one.email for one in others]


def test_the_screen(event, submitted, knock, screen):
    assert knock("forward_nomination", event, submitted.pk) == doors(
        contact_ge=200, **dict.fromkeys(("director_by", "director_kr", "official_ge", "officer", "focal_ge"), 403)
    )
    assert screen("contact_ge", "forward_nomination", event, submitted.pk, opinion="").status_code == 302
    assert build.fresh(submitted).status == "forwarded"
    assert screen("contact_ge", "forward_nomination", event, submitted.pk).status_code == 409
