"""What binds both sides, what they promised, what their committees decided, and what was done."""

from datetime import UTC, date, datetime

import pytest
import time_machine

from agreements.enums import ActionStatus, AgreementStatus, CommitmentStatus, DecisionStatus, Ending, Owner
from agreements.models import Action, Agreement, Decision
from reports.figures import agreements as figures
from tests.agreements.builders import make_agreement, make_commitment
from tests.agreements.committees.builders import make_committee, make_session
from tests.reports.figures.following import asked_of, elsewhere, follow, lines, other_centre, reader, values

FIRST, LAST = date(2026, 4, 1), date(2026, 6, 30)
WITHIN = datetime(2026, 5, 5, 9, tzinfo=UTC)


@pytest.fixture
def spring(cast):
    by = cast.people["officer"]
    with time_machine.travel(datetime(2026, 6, 15, 9, tzinfo=UTC), tick=False):
        first = make_agreement(cast.centre, by)
        make_agreement(cast.centre, by, signed_on=date(2026, 5, 4), ends_on=date(2027, 5, 3))
        make_agreement(cast.centre, by, ends_on=date(2027, 5, 3), renewal_months=12)
        make_agreement(cast.centre, by, ends_on=date(2020, 5, 3))
        make_agreement(cast.centre, by, status=AgreementStatus.DRAFT)
        make_agreement(
            cast.centre, by, status=AgreementStatus.ENDED, end_kind=Ending.EXPIRED, ended_on=date(2026, 4, 30)
        )
        make_commitment(first, due_on=date(2026, 5, 1), status=CommitmentStatus.FULFILLED, settled_on=date(2026, 5, 1))
        make_commitment(first, due_on=date(2026, 5, 1), owner=Owner.B)
        make_commitment(first, due_on=date(2026, 6, 1), owner=Owner.BOTH)
        make_commitment(first, due_on=date(2026, 7, 1))
        make_commitment(first)
        session = make_session(make_committee(cast.centre), by)
        decision = decide(session, by, 1, status=DecisionStatus.ADOPTED, adopted_at=WITHIN)
        decide(session, by, 2, status=DecisionStatus.PROPOSED, proposed_at=WITHIN)
        act(decision, 1, Owner.A, status=ActionStatus.DONE, settled_on=date(2026, 5, 1), result="It is done.")
        act(decision, 2, Owner.A)
        act(decision, 3, Owner.BOTH)
        act(decision, 4, Owner.B, due_on=date(2026, 6, 20))
        act(decision, 5, Owner.B, status=ActionStatus.DROPPED, settled_on=date(2026, 5, 1), result="It is not needed.")
        yield


def decide(session, by, number, **fields):
    return Decision.objects.create(
        session=session,
        number=number,
        reference=f"{session.reference}-{number:02d}",
        title={"en": f"Decision {number}"},
        text={"en": "The committee decides."},
        by=by,
        **fields,
    )


def act(decision, number, owner, **fields):
    values = {"due_on": date(2026, 5, 20), "text": {"en": f"Action {number}"}, **fields}
    return Action.objects.create(decision=decision, number=number, owner=owner, **values)


def test_the_register(cast, spring):
    group = figures.register(asked_of(cast, FIRST, LAST))
    assert [(one.key, one.value, one.of) for one in group.figures] == [
        ("agreements.in-force", 3, None),
        ("agreements.signed", 1, None),
        ("agreements.ended", 1, None),
        ("agreements.expiring", 1, None),
        ("commitments.due", 3, None),
        ("commitments.fulfilled", 1, 3),
        ("commitments.reported", 0, 3),
        ("commitments.open", 2, 3),
        ("decisions.adopted", 1, None),
        ("committee-actions.due", 4, None),
        ("committee-actions.done", 1, 4),
        ("committee-actions.late", 2, 4),
    ]


def test_in_force_is_what_the_register_calls_so(cast, spring):
    for day in (date(2020, 5, 3), date(2020, 5, 4), date(2026, 4, 30), LAST, date(2027, 5, 4)):
        group = figures.register(asked_of(cast, date(2016, 1, 1), day))
        assert values(group)["in-force"] == Agreement.objects.filter(centre=cast.centre).in_force(day).count(), day


def test_what_both_sides_owe_counts_for_each(cast, spring):
    group = figures.register(asked_of(cast, FIRST, LAST))
    assert [lines(one) for one in group.breakdowns] == [
        {"a": (2, 1, 1), "b": (2, 0, 2)},
        {"a": (3, 1, 2), "b": (2, 0, 1)},
    ]
    narrowed = figures.register(asked_of(cast, FIRST, LAST, side="b"))
    assert [lines(one) for one in narrowed.breakdowns] == [{"b": (2, 0, 2)}, {"b": (2, 0, 1)}]


def test_every_figure_leads_to_its_rows(cast, spring):
    assert follow(figures.register(asked_of(cast, FIRST, LAST)), reader(cast)) == 24


def test_another_centre_has_its_own(cast, spring):
    there = elsewhere(asked_of(cast, FIRST, LAST), other_centre(cast))
    assert set(values(figures.register(there)).values()) == {0}


def test_four_queries_whatever_the_rows(cast, spring, django_assert_num_queries):
    asked = asked_of(cast, FIRST, LAST)
    figures.register(asked)  # calendars are read once a process
    with django_assert_num_queries(4):
        figures.register(asked, before=asked)
