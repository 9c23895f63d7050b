"""One act that concerns hundreds: the same queries for three readers and thirty, and nobody told who may not see it."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from core import policies
from notifications.actions.reading import set_preferences
from notifications.messages.kind import To
from notifications.models import Delivery, Notification
from notifications.sight import CHUNK, allowed
from people.enums import Function
from tests.core.toy.models import Paper
from tests.factories import appoint, make_user
from tests.notifications.toy import told


@pytest.fixture
def crowd(cast):
    """Officials with an appointment each, so that what they may see is asked of their standing."""

    def made(number):
        people = [make_user() for _ in range(number)]
        for one in people:
            appoint(one, Function.MEMBER, cast.organisations["services_by"])
        return people

    return made


def cost(signal, paper, to):
    """Queries of one telling."""
    with CaptureQueriesContext(connection) as found:
        signal.send(Paper, paper=paper, to=to, by=None)
    return len(found)


def papers(number):
    return [Paper.objects.create(title={"en": "Protocol"}, is_public=True) for _ in range(number)]


def test_people(crowd):
    few, many = papers(2)
    with told(in_office_hours=True) as signal:
        cost(signal, papers(1)[0], crowd(1))  # calendars and content types are read once
        queries = cost(signal, few, crowd(3))
        assert cost(signal, many, crowd(30)) == queries
    assert queries <= 10
    assert Delivery.objects.filter(notification__object_id=many.pk).count() == 30


def test_addresses_each_about_an_own_record(cast):
    def registrants(number):
        return [
            To(address=f"person{n}@kr.example", language="ko", country="KR", about=one)
            for n, one in enumerate(papers(number))
        ]

    with told(in_office_hours=True) as signal:
        cost(signal, papers(1)[0], registrants(1))
        queries = cost(signal, papers(1)[0], registrants(3))
        assert cost(signal, papers(1)[0], registrants(30)) == queries
        assert cost(signal, papers(1)[0], registrants(300)) == queries
    assert queries <= 8
    assert Delivery.objects.count() == Notification.objects.count() == 334


def test_people_each_about_an_own_record(crowd):
    def own(people):
        return [To(one, about=paper) for one, paper in zip(people, papers(len(people)), strict=True)]

    with told() as signal:
        cost(signal, papers(1)[0], own(crowd(1)))
        queries = cost(signal, papers(1)[0], own(crowd(3)))
        assert cost(signal, papers(1)[0], own(crowd(30))) == queries


def test_only_those_who_may_see_it_are_told(crowd):
    people = crowd(CHUNK + 3)
    paper = Paper.objects.create(title={"en": "Protocol"}, left=people[1].pk, right=people[-1].pk)
    with told() as signal:
        signal.send(Paper, paper=paper, to=people, by=None)
    assert set(Notification.objects.values_list("user", flat=True)) == {people[1].pk, people[-1].pk}


def test_wishes_of_a_crowd_are_kept(crowd):
    people, [paper] = crowd(3), papers(1)
    with told() as signal:
        set_preferences(people[0], {("paper_told", "mail"): False})
        set_preferences(people[1], {("paper_told", "mail"): False, ("paper_told", "inbox"): False})
        signal.send(Paper, paper=paper, to=people, by=None)
    assert set(Notification.objects.values_list("user", flat=True)) == {people[0].pk, people[2].pk}
    assert list(Delivery.objects.values_list("notification__user", flat=True)) == [people[2].pk]


def test_answers_are_those_of_the_single_question(submitted, cast):
    """The rule of a real record, asked together and one by one, for the whole cast."""
    permissions = ("consultations.view", "consultations.decide", "consultations.forward")
    asked = [
        (user, name, submitted) for user in cast.people.values() for name in permissions if name in policies.rules()
    ]
    one_by_one = [policies.allows(*question) for question in asked]
    assert allowed(asked) == one_by_one
    assert {True, False} == set(one_by_one)


def test_nothing_asked_and_nothing_allowed(cast, official_by):
    assert allowed([]) == []
    paper = Paper.objects.create(title={"en": "Protocol"})
    assert allowed([(official_by, "toy.view", paper)]) == [False]
    official_by.is_active = False
    assert allowed([(official_by, "toy.send", paper)] * 2) == [False, False]
