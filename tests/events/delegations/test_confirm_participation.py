from django.urls import reverse

from events.actions.replacing import confirm_participation
from events.models import Participant
from tests.events.builders import make_participant
from tests.events.delegations import builders as build
from tests.events.delegations.conftest import doors, forbidden, journal, refusal, words


def test_the_person_comes(accepted, official_ge, heard):
    first = build.people(accepted)[0]
    Participant.objects.filter(pk=first.pk).update(user=official_ge)
    heard()
    row = confirm_participation(first, by=official_ge)
    assert row.status == "attending"
    assert heard() == [("participation_confirmed", {"participant": row, "by": official_ge})]
    assert journal(row)[-1] == ("confirm", "accepted", "attending", official_ge.email, "")


def test_the_focal_point_says_so_or_the_link_of_the_letter(accepted, focal):
    first, second, _alternate = build.people(accepted)
    assert confirm_participation(first, by=focal).status == "attending"
    assert confirm_participation(second, by=None).status == "attending"


def test_only_who_is_accepted_and_once(accepted, focal):
    first, _second, alternate = build.people(accepted)
    assert "no longer possible" in refusal(confirm_participation, alternate, by=focal)
    confirm_participation(first, by=focal)
    assert "no longer possible" in refusal(confirm_participation, first, by=focal)


def test_nobody_else(cast, accepted, focal):
    others = [person for who, person in cast.people.items() if who not in {"focal_ge", "contact_ge"}]
    assert forbidden(confirm_participation, build.people(accepted)[0], people=others) == [one.email for one in others]


def test_the_screen(event, accepted, knock, screen):
    first = build.people(accepted)[0]
    assert knock("confirm_participation", event, first.pk) == doors(
        **dict.fromkeys(("focal_ge", "contact_ge"), 200),
        **dict.fromkeys(("director_by", "director_kr", "official_ge", "officer"), 403),
    )
    assert screen("focal_ge", "confirm_participation", event, first.pk, sure="1").status_code == 302
    assert build.fresh(first).status == "attending"
    assert screen("focal_ge", "confirm_participation", event, first.pk).status_code == 409


def test_the_link_of_the_letter_needs_no_account(event, accepted, client):
    first, _second, alternate = build.people(accepted)
    url = reverse("events:confirm_by_letter", args=[first.secret])
    page = client.get(url)
    assert (page.status_code, page["Referrer-Policy"], page["X-Robots-Tag"]) == (200, "same-origin", "noindex")
    assert build.fresh(first).status == "accepted"  # looking confirms nothing
    assert client.post(url, {})["Location"] == reverse("events:registration", args=[first.secret])
    assert build.fresh(first).status == "attending"
    assert client.post(url, {}).status_code == 302  # followed twice
    reserve = client.post(reverse("events:confirm_by_letter", args=[alternate.secret]), {})
    assert "no longer possible" in words(reserve)
    alone = make_participant(event)
    assert client.get(reverse("events:confirm_by_letter", args=[alone.secret])).status_code == 404
    assert client.get(reverse("events:confirm_by_letter", args=["x"])).status_code == 404
