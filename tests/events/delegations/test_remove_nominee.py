from events.actions.accepting import withdraw_list
from events.actions.nominating import name_head, remove_nominee, return_nomination
from events.models import Participant
from tests.events.delegations import builders as build
from tests.events.delegations.conftest import doors, forbidden, journal, refusal


def test_what_was_entered_is_deleted(ready, focal, heard):
    first, second, alternate = build.people(ready)
    name_head(ready, by=focal, head=first)
    heard()
    row = remove_nominee(first, by=focal)
    assert build.people(row) == [second, alternate]
    row = build.fresh(row)
    assert (row.head, row.nominees, heard()) == (None, 1, [])
    assert journal(row)[-1] == ("remove_nominee", "", "", focal.email, "")


def test_who_stood_on_a_list_stays_as_withdrawn(proposed, officer, focal):
    withdraw_list(proposed, by=officer, reason="Mistake.")
    delegation = proposed.entries.first().participant.delegation
    return_nomination(delegation, by=officer, reason="Somebody else.")
    remove_nominee(build.people(delegation)[0], by=focal)
    assert build.states(delegation) == ["withdrawn", "nominated", "nominated"]


def test_not_after_sending(submitted, focal):
    assert "The nomination has been sent or closed." in refusal(remove_nominee, build.people(submitted)[0], by=focal)
    assert Participant.objects.count() == 3


def test_nobody_else(cast, ready, focal):
    others = [person for who, person in cast.people.items() if who not in {"focal_ge", "contact_ge"}]
    assert forbidden(remove_nominee, build.people(ready)[0], people=others) == [one.email for one in others]


def test_the_screen(event, ready, knock, screen):
    first = build.people(ready)[0]
    assert knock("remove_nominee", event, first.pk) == doors(
        **dict.fromkeys(("focal_ge", "contact_ge"), 200),
        **dict.fromkeys(("director_by", "director_kr", "official_ge", "officer"), 403),
    )
    assert screen("focal_ge", "remove_nominee", event, first.pk, sure="1")["Location"] == ready.get_absolute_url()
    assert not Participant.objects.filter(pk=first.pk).exists()
