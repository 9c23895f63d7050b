from datetime import timedelta

import pytest
from django.contrib.auth.models import AnonymousUser
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied
from django.db.models import Exists, OuterRef, Q
from django.http import Http404
from django.template import Context, Template
from django.test import RequestFactory
from django.utils import timezone

from core import policies
from core.models import Silence
from core.policies import EVERYBODY, NOBODY, as_column, granted, q, rule
from tests.core.toy.models import Paper

VISITOR = AnonymousUser()


@pytest.fixture
def shelf(paper, owner, stranger):
    """Three papers: of the owner and both desks, of a stranger, and a public one of nobody."""
    return [paper, Paper.objects.create(owner=stranger.pk), Paper.objects.create(is_public=True)]


def test_list_and_object_agree(shelf, owner, left, right, stranger):
    people = [owner, left, right, stranger, VISITOR]
    listed = {one.pk: list(Paper.objects.visible_to(person)) for one, person in zip(people, people, strict=True)}
    assert listed == {
        owner.pk: [shelf[0], shelf[2]],
        left.pk: [shelf[0], shelf[2]],
        right.pk: [shelf[0], shelf[2]],
        stranger.pk: [shelf[1], shelf[2]],
        None: [shelf[2]],
    }
    for person in people:
        assert [one for one in shelf if policies.allows(person, "toy.view", one)] == listed[person.pk]


def test_a_visitor_is_never_asked(shelf, monkeypatch):
    """The public part alone: `owner=None` would be taken for *is null*."""

    def broken(user):
        raise AssertionError("a visitor was asked")

    monkeypatch.setitem(policies._rules, "toy.view", policies.Rule("toy.view", broken, Q(is_public=True)))
    assert list(Paper.objects.visible_to(VISITOR)) == [shelf[2]]


def test_a_closed_account_is_a_visitor(shelf, owner):
    owner.is_active = False
    assert list(Paper.objects.visible_to(owner)) == [shelf[2]]
    assert policies.allows(owner, "toy.send", shelf[0]) is False


def test_nobody_and_everybody_keep_their_sense_in_every_company(shelf, owner):
    mine = Q(owner=owner.pk)
    shown = {
        "nobody": NOBODY,
        "nobody or mine": NOBODY | mine,
        "mine or nobody": mine | NOBODY,
        "everybody": EVERYBODY,
        "everybody or mine": EVERYBODY | mine,
        "mine or everybody": mine | EVERYBODY,
        "everybody and mine": EVERYBODY & mine,
        "not everybody": ~EVERYBODY,
        "not nobody": ~NOBODY,
    }
    assert {name: len(Paper.objects.filter(condition)) for name, condition in shown.items()} == {
        "nobody": 0,
        "nobody or mine": 1,
        "mine or nobody": 1,
        "everybody": 3,
        "everybody or mine": 3,
        "mine or everybody": 3,
        "everybody and mine": 1,
        "not everybody": 0,
        "not nobody": 3,
    }
    columns = {name.replace(" ", "_"): as_column(condition) for name, condition in shown.items()}
    assert Paper.objects.annotate(**columns).values(*columns).get(pk=shelf[1].pk) == {
        "nobody": False,
        "nobody_or_mine": False,
        "mine_or_nobody": False,
        "everybody": True,
        "everybody_or_mine": True,
        "mine_or_everybody": True,
        "everybody_and_mine": False,
        "not_everybody": False,
        "not_nobody": True,
    }


def test_rows_know_what_may_be_done_with_them(shelf, owner, django_assert_num_queries):
    with django_assert_num_queries(1):
        rows = list(Paper.objects.with_permissions(owner, can_view="toy.view", can_send="toy.send"))
    assert [(row.can_view, row.can_send) for row in rows] == [(True, True), (False, False), (True, False)]
    assert [
        (row.can_view, row.can_send)
        for row in Paper.objects.with_permissions(VISITOR, can_view="toy.view", can_send="toy.send")
    ] == [(False, False), (False, False), (True, False)]


def test_all_permissions_of_one_object_cost_one_query(shelf, owner, left, django_assert_num_queries):
    asked = ["toy.view", "toy.send", "toy.sign", "toy.view"]
    with django_assert_num_queries(1):
        assert granted(owner, asked, shelf[0]) == {"toy.view", "toy.send"}
    with django_assert_num_queries(1):
        assert granted(left, asked, shelf[0]) == {"toy.view", "toy.sign"}
    with django_assert_num_queries(0):
        assert granted(left, [], shelf[0]) == set()


def test_rules_are_put_together_again_as_the_database_reads_them(shelf, owner, monkeypatch):
    """Also where a value is missing, in every depth of not, and where a part is asked of another table."""
    kind, now = ContentType.objects.get_for_model(Paper), timezone.now()
    due = {"started_at": now - timedelta(days=1), "due_at": now, "content_type": kind}
    silences = [
        Silence.objects.create(step=step, object_id=paper.pk, ended_at=ended, **due)
        for step, paper, ended in (("agree", shelf[0], now), ("agree", shelf[1], None), ("refuse", shelf[2], None))
    ]
    over, agree = Q(ended_at__lte=now), Q(step="agree")
    public = Q(Exists(Paper.objects.filter(pk=OuterRef("object_id"), is_public=True)))
    conditions = {
        "over": over,
        "not over": ~over,
        "not not over": ~~over,
        "neither": ~(over | public),
        "not both": ~(over & ~public),
        "mixed": ~(~over & agree) | ~(agree | ~public),
        "running": Q(ended_at=None) & ~public,
        "one or all": (over | agree) & (public | ~over),
        "several": Q(step="agree", ended_at__gte=now),
        "not several": ~Q(step="agree", ended_at__gte=now),
        "nobody": NOBODY,
        "everybody": EVERYBODY,
        "everybody else": EVERYBODY & ~over,
    }
    for name, condition in conditions.items():
        monkeypatch.setitem(policies._rules, name, policies.Rule(name, lambda _user, c=condition: c, NOBODY))
    put_together = [granted(owner, conditions, one) for one in silences]
    assert put_together == [
        {name for name, condition in conditions.items() if Silence.objects.filter(condition, pk=one.pk).exists()}
        for one in silences
    ]
    assert [len(names) for names in put_together] == [5, 8, 6]


def test_what_rules_have_in_common_is_asked_once(owner, monkeypatch):
    shared = Q(Exists(Paper.objects.filter(pk=OuterRef("pk"), is_public=False)))
    for name in ("toy.one", "toy.two", "toy.three"):
        monkeypatch.setitem(policies._rules, name, policies.Rule(name, lambda _user: shared & Q(owner=1), NOBODY))
    asked = policies.Asked(owner, ["toy.one", "toy.two", "toy.three"])
    assert list(asked.columns) == ["asked_0", "asked_1"]
    assert asked.held({"asked_0": True, "asked_1": True}) == {"toy.one", "toy.two", "toy.three"}
    assert asked.held({"asked_0": True, "asked_1": None}) == set()


def test_a_row_is_found_together_with_what_is_granted_on_it(shelf, owner, left, stranger, django_assert_num_queries):
    def found(person, paper):
        with django_assert_num_queries(1):
            return policies.find_granted(Paper.objects.all(), person, ["toy.send", "toy.sign"], pk=paper.pk)

    assert found(owner, shelf[0]).granted == {"toy.view", "toy.send"}
    assert found(left, shelf[0]).granted == {"toy.view", "toy.sign"}
    assert found(VISITOR, shelf[2]).granted == {"toy.view"}
    for person, paper in ((stranger, shelf[0]), (owner, shelf[1]), (VISITOR, shelf[0])):
        with pytest.raises(Http404):
            found(person, paper)
    shelf[2].delete()
    with pytest.raises(Http404):
        policies.find_granted(Paper.objects.all(), owner, ["toy.send"], pk=shelf[2].pk or 0)


def test_a_row_that_is_gone_grants_nothing(shelf, owner):
    shelf[0].delete()
    shelf[0].pk = shelf[2].pk + 100
    assert granted(owner, ["toy.view"], shelf[0]) == set()
    assert policies.allows(owner, "toy.view", shelf[0]) is False


def test_require_names_what_was_missing(paper, left):
    policies.require(left, "toy.sign", paper)
    with pytest.raises(PermissionDenied, match=r"toy\.send"):
        policies.require(left, "toy.send", paper)


def test_a_rule_is_given_once_and_an_unknown_one_is_a_mistake(owner):
    with pytest.raises(ValueError, match=r"toy\.view is written twice"):
        rule("toy.view")(lambda _user: NOBODY)
    with pytest.raises(KeyError, match=r"toy\.nothing"):
        q("toy.nothing", owner)
    assert (policies.has("toy.view"), policies.has("toy.nothing")) == (True, False)
    assert policies.rules()["toy.sign"].why == "Either desk."


def test_templates_ask_with_one_query(paper, owner, left, django_assert_num_queries):
    template = Template('{% can "toy.send" paper as can_send %}{{ can_send|yesno:"yes,no" }}')
    said = []
    for person in (owner, left, VISITOR):
        request = RequestFactory().get("/")
        request.user = person
        with django_assert_num_queries(0 if person is VISITOR else 1):
            said.append(template.render(Context({"request": request, "paper": paper})))
    assert said == ["yes", "no", "no"]
