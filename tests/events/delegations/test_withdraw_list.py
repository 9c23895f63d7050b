from events.actions.accepting import accept_list, propose_list, withdraw_list
from tests.events.delegations import builders as build
from tests.events.delegations.conftest import doors, forbidden, journal, refusal


def test_nobody_is_moved_and_another_may_be_proposed(event, proposed, officer, director_by, heard):
    accept_list(proposed, by=director_by)
    heard()
    row = withdraw_list(proposed, by=officer, reason="Two names were mixed up.")
    assert (row.status, row.accepted_at) == ("withdrawn", None)
    assert heard() == [("list_withdrawn", {"list": row, "by": officer, "reason": "Two names were mixed up."})]
    assert journal(row)[-1] == ("withdraw", "proposed", "withdrawn", officer.email, "Two names were mixed up.")
    assert propose_list(event, by=officer, lines=build.lines(event)).number == 2


def test_a_co_director_objects_by_it(proposed, director_kr):
    assert withdraw_list(proposed, by=director_kr, reason="Too many of one body.").status == "withdrawn"


def test_reasons_are_needed(proposed, officer):
    assert refusal(withdraw_list, proposed, by=officer, reason="") == "Write the reasons: those concerned read them."


def test_not_once_both_have_signed(accepted, event, officer):
    made = event.participant_lists.get()
    assert "no longer possible" in refusal(withdraw_list, made, by=officer, reason="x")


def test_nobody_else(cast, proposed, focal):
    allowed = {"officer", "director_by", "director_kr"}
    others = [person for who, person in cast.people.items() if who not in allowed]
    assert forbidden(withdraw_list, proposed, people=others, reason="x") == [one.email for one in others]


def test_the_screen(event, proposed, knock, screen):
    assert knock("withdraw_list", event, proposed.number) == doors(director_by=200, director_kr=200, officer=200)
    assert screen("officer", "withdraw_list", event, proposed.number, reason="x").status_code == 302
    assert build.fresh(proposed).status == "withdrawn"
    assert screen("officer", "withdraw_list", event, proposed.number).status_code == 409
