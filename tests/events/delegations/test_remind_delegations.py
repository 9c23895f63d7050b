from core.models import JournalEntry
from events.actions.handing_in import remind_delegations
from events.actions.inviting import decline_invitation
from tests.events.delegations import builders as build
from tests.events.delegations.conftest import doors, forbidden, refusal, words


def heard_items(heard):
    return [(said["delegation"].country_id, said["items"]) for name, said in heard() if name == "delegation_reminded"]


def test_each_is_told_only_what_it_owes(cast, event, accepted, officer, heard):
    build.paper(cast, accepted)
    other = build.invited(cast, event, body="services_by")
    heard()
    told = remind_delegations(event, by=officer, items=["letter", "country_report", "slides"])
    assert told == [(other, ["letter", "country_report", "slides"]), (accepted, ["slides"])]
    assert heard_items(heard) == [("BY", ["letter", "country_report", "slides"]), ("GE", ["slides"])]
    assert [one.reminded_at is not None for one in (build.fresh(other), build.fresh(accepted))] == [True, True]
    entry = JournalEntry.objects.about(accepted).filter(verb="remind").get()
    assert (entry.actor, entry.data) == (officer, {"items": ["slides"]})


def test_one_of_them_alone(cast, event, accepted, officer, heard):
    build.invited(cast, event, body="services_by")
    heard()
    assert remind_delegations(event, by=officer, items=["slides"], delegations=[accepted]) == [(accepted, ["slides"])]
    assert heard_items(heard) == [("GE", ["slides"])]


def test_nobody_is_reminded_of_nothing(event, accepted, officer):
    assert refusal(remind_delegations, event, by=officer, items=["letter"]) == (
        "Nothing of this is missing any more: nobody was reminded."
    )


def test_not_of_who_declined(event, invited, focal, officer):
    decline_invitation(invited, by=focal, reason="Elections.")
    assert "nobody was reminded" in refusal(remind_delegations, event, by=officer, items=["letter"])


def test_officers_only(cast, event, accepted, focal):
    others = [person for who, person in cast.people.items() if who != "officer"]
    assert forbidden(remind_delegations, event, people=others, items=["slides"]) == [one.email for one in others]


def test_the_screen_shows_who_gets_what_before_anything_is_sent(cast, event, accepted, knock, screen, heard):
    assert knock("remind_delegations", event) == dict.fromkeys(doors(), 403) | {"officer": 200, "visitor": 302}
    build.invited(cast, event, body="services_by")
    heard()
    page = screen("officer", "remind_delegations", event, query="?items=letter&items=slides")
    shown = [(one.delegation.country_id, one.items, one.readers) for one in page.context["reminders"]]
    assert shown == [("BY", ["Nomination letter", "Slides"], 2), ("GE", ["Slides"], 2)]
    assert (heard(), "2 delegations are reminded" in words(page)) == ([], True)
    assert screen("officer", "remind_delegations", event, items=["letter", "slides"]).status_code == 302
    assert heard_items(heard) == [("BY", ["letter", "slides"]), ("GE", ["slides"])]
    nothing = screen("officer", "remind_delegations", event, query="?items=nominees")
    assert [one.delegation.country_id for one in nothing.context["reminders"]] == ["BY"]
