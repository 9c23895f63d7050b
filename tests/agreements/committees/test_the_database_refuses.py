"""What no act writes and the database would not take either."""

from datetime import date
from typing import NamedTuple

import pytest
from django.db import IntegrityError, connection, transaction

from agreements.models import Action, CommitteeSession, Decision
from people.models import Organisation, User
from tests.agreements.committees.builders import (
    HELD_AT,
    make_action,
    make_decision,
    make_item,
    make_member,
    make_minutes,
    make_paper,
    make_session,
)


class Asked(NamedTuple):
    held: CommitteeSession
    by: User
    body: Organisation


pytestmark = pytest.mark.django_db
NOT_SO = {
    "committee_one_head_a_side": lambda one: make_member(one.held, one.body, role="head"),
    "committee_one_seat_a_person": lambda one: make_member(one.held, one.body, user=one.held.members.first().user),
    "committee_members_have_a_side": lambda one: make_member(one.held, one.body, side=""),
    "committee_session_in_order": lambda one: make_session(one.held.committee, one.by, ends_at=HELD_AT),
    "committee_only_closed_is_released": lambda one: make_session(
        one.held.committee, one.by, release_on=date(2030, 1, 1)
    ),
    "committee_convened_has_moment": lambda one: type(one.held).objects.update(convened_at=None),
    "committee_one_paper_a_number": lambda one: [
        make_paper(one.held, one.by),
        one.held.papers.update(number=1),
        make_paper(one.held, one.by),
        one.held.papers.update(number=1),
    ],
    "committee_only_closed_papers_are_released": lambda one: make_paper(one.held, one.by, release_on=date(2030, 1, 1)),
    "committee_one_open_version_of_minutes": lambda one: [
        make_minutes(one.held, one.by),
        make_minutes(one.held, one.by, state="proposed"),
    ],
    "committee_one_agreed_version": lambda one: [
        make_minutes(one.held, one.by, state="agreed"),
        make_minutes(one.held, one.by, state="agreed"),
    ],
    "committee_adopted_has_moment": lambda one: [
        make_decision(one.held, one.by),
        Decision.objects.update(status="adopted"),
    ],
    "committee_action_settled_is_explained": lambda one: [
        make_action(make_decision(one.held, one.by)),
        Action.objects.update(status="done", settled_on=date(2026, 1, 1)),
    ],
}


@pytest.mark.parametrize("name", NOT_SO)
def test_the_database_refuses(held, officer, cast, name):
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        NOT_SO[name](Asked(held, officer, cast.organisations["services_by"]))


def test_two_items_never_have_one_number(held):
    """Asked at the end of the transaction, so that two may change places."""
    with transaction.atomic(), connection.cursor() as cursor:
        sid = transaction.savepoint()
        make_item(held, number=1)
        with pytest.raises(IntegrityError, match="committee_one_item_a_number"):
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        transaction.savepoint_rollback(sid)
