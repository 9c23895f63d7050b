from datetime import datetime
from zoneinfo import ZoneInfo

import time_machine

from core.models import Silence
from events.actions.accepting import propose_list
from events.models import ParticipantList
from tests.events.delegations import builders as build
from tests.events.delegations.conftest import doors, forbidden, journal, refusal, words


def test_it_lies_before_both_sides(cast, event, checked, officer, heard):
    heard()
    moment = datetime(2026, 11, 16, 12, tzinfo=ZoneInfo("Europe/Minsk"))
    with time_machine.travel(moment, tick=False):
        row = propose_list(event, by=officer, lines=build.lines(event), note="Six of nine.")
    assert (row.number, row.status, row.note) == (1, "proposed", "Six of nine.")
    assert [(one.participant, one.verdict, one.reason) for one in row.entries.all()] == [
        *((one, "accept", "") for one in build.people(checked)[:2]),
        (build.people(checked)[2], "reserve", "Alternate."),
    ]
    assert heard() == [("list_proposed", {"list": row, "by": officer})]
    assert journal(row) == [("propose", "", "proposed", officer.email, "")]
    # Three days that both work: 17, 18 and 19 November; shared hours end at noon in Minsk.
    assert Silence.objects.values_list("step", "due_at", "ended_at").get() == (
        *("accept", datetime(2026, 11, 19, 12, tzinfo=ZoneInfo("Europe/Minsk")), None),
    )


def test_one_at_a_time(event, proposed, officer, cast):
    build.checked(cast, event, body="services_by")
    assert refusal(propose_list, event, by=officer, lines=build.lines(event)) == (
        "A list lies before both sides already. Withdraw it first."
    )
    assert ParticipantList.objects.count() == 1


def test_the_next_takes_who_was_on_none(cast, event, accepted, officer):
    other = build.checked(cast, event, body="services_by")
    row = propose_list(event, by=officer, lines=build.lines(event))
    assert (row.number, {one.participant.delegation for one in row.entries.all()}) == (2, {other})


def test_only_checked_nominees_with_reasons(cast, event, forwarded, officer):
    first, second, alternate = build.people(forwarded)
    build.check(cast, first)
    build.check(cast, alternate)
    assert refusal(propose_list, event, by=officer, lines={}) == (
        "Check nominees first: there is nobody to put on a list."
    )
    assert refusal(propose_list, event, by=officer, lines={second: ("accept", "")}) == (
        "Tamar2 Kapanadze is not checked, or no longer comes. Open the page anew."
    )
    assert refusal(propose_list, event, by=officer, lines={first: ("decline", "")}) == (
        "Give the reasons for Tamar1 Kapanadze: the nominating body reads them."
    )
    assert refusal(propose_list, event, by=officer, lines={alternate: ("accept", "")}) == (
        "Tamar3 Kapanadze is an alternate, who comes only in somebody’s place: choose the reserve list."
    )


def test_officers_only(cast, event, checked, focal):
    others = [person for who, person in cast.people.items() if who != "officer"]
    assert forbidden(propose_list, event, people=others, lines=build.lines(event)) == [one.email for one in others]


def test_the_screen(event, checked, knock, screen):
    assert knock("propose_list", event) == dict.fromkeys(doors(), 403) | {"officer": 200, "visitor": 302}
    first, second, alternate = build.people(checked)
    sent = {
        f"v{first.pk}": "accept",
        f"v{second.pk}": "decline",
        f"v{alternate.pk}": "",
        f"r{first.pk}": "",
        f"r{second.pk}": "",
        f"r{alternate.pk}": "",
        "note": "Kept.",
    }
    refused = screen("officer", "propose_list", event, **sent)
    assert "Give the reasons: the nominating body reads them." in words(refused)
    assert ("Kept." in words(refused), ParticipantList.objects.count()) == (True, 0)
    assert screen("officer", "propose_list", event, **sent | {f"r{second.pk}": "Too junior."}).status_code == 302
    assert [one.verdict for one in ParticipantList.objects.get().entries.all()] == ["accept", "decline"]
    assert "lies before both sides already" in words(screen("officer", "propose_list", event))


def test_with_nobody_checked_it_says_what_to_do(event, forwarded, screen):
    assert "Nobody is ready for a list." in words(screen("officer", "propose_list", event))
