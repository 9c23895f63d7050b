from events.actions.nominating import name_head
from events.models import Participant
from tests.events.builders import make_participant
from tests.events.delegations import builders as build
from tests.events.delegations.conftest import doors, forbidden, journal, refusal


def test_head_and_order(ready, focal, heard):
    first, second, alternate = build.people(ready)
    heard()
    row = name_head(ready, by=focal, head=second, order=[second, first, alternate])
    assert (row.head, heard()) == (second, [])
    assert list(row.participants.order_by("order")) == [second, first, alternate]
    assert journal(row)[-1] == ("name_head", "", "", focal.email, "")


def test_officers_and_the_contact_point_may_too(ready, officer, contact_ge):
    first, second, _alternate = build.people(ready)
    assert name_head(ready, by=officer, head=first).head == first
    assert name_head(ready, by=contact_ge, head=second).head == second
    assert name_head(ready, by=contact_ge, head=None).head is None


def test_the_head_comes_with_this_delegation(event, ready, focal):
    first, second, alternate = build.people(ready)
    sentence = "The head is one of those who come with the delegation, not an alternate."
    Participant.objects.filter(pk=second.pk).update(status="withdrawn")
    for head in (alternate, second, make_participant(event)):
        assert refusal(name_head, ready, by=focal, head=head) == sentence
    assert refusal(name_head, ready, by=focal, head=first, order=[make_participant(event)]) == (
        "The list of people has changed. Open the page anew."
    )


def test_nobody_else(cast, ready, focal):
    others = [person for who, person in cast.people.items() if who not in {"focal_ge", "contact_ge", "officer"}]
    assert forbidden(name_head, ready, people=others, head=None) == [one.email for one in others]


def test_the_screen(event, ready, knock, screen):
    first, second, alternate = build.people(ready)
    assert knock("name_head", event, ready.pk) == doors(
        **dict.fromkeys(("focal_ge", "contact_ge", "officer"), 200),
        **dict.fromkeys(("director_by", "director_kr", "official_ge"), 403),
    )
    sent = {"head": second.pk, f"place{first.pk}": "2", f"place{second.pk}": "1", f"place{alternate.pk}": "3"}
    assert screen("focal_ge", "name_head", event, ready.pk, **sent).status_code == 302
    assert list(ready.participants.order_by("order")) == [second, first, alternate]
    assert screen("focal_ge", "name_head", event, ready.pk, **sent | {"head": alternate.pk}).status_code == 200
