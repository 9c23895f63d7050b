import pytest

from events.actions.accepting import decide_nominee
from tests.events.delegations import builders as build
from tests.events.delegations.conftest import journal, refusal


@pytest.mark.parametrize(
    ("verdict", "reason", "step", "status", "holds"),
    [
        ("accept", "", "accept", "accepted", True),
        ("reserve", "One place less.", "reserve", "reserve", False),
        ("decline", "Too junior.", "decline", "declined", False),
    ],
)
def test_as_the_list_says(checked, verdict, reason, step, status, holds):
    row = decide_nominee(build.people(checked)[0], verdict=verdict, reason=reason)
    assert (row.status, row.verdict, row.verdict_reason, row.accepted_at is not None) == (
        *(status, verdict, reason, holds),
    )
    assert journal(row)[-1] == (step, "checked", status, "", reason)


def test_only_who_is_checked(forwarded):
    one = build.people(forwarded)[0]
    assert "no longer possible" in refusal(decide_nominee, one, verdict="accept", reason="")
