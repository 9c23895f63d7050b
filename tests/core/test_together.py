"""Rows of several models in one query: as each list alone would give them."""

from datetime import date

from django.db.models import Count, F

from consultations.models import Consultation
from core.together import MOST_COLUMNS, fetch
from people.models import Appointment, Organisation, User
from tests.consultations import builders


def test_each_list_is_what_it_would_be_alone(cast, django_assert_num_queries):
    builders.submitted(cast)
    lists = [
        User.objects.filter(email__startswith="d"),
        Appointment.objects.filter(side="a").select_related("organisation__country", "user"),
        Organisation.objects.annotate(posts=Count("appointments"), land=F("country__code")).filter(acronym="NIA"),
        Consultation.objects.for_list(),
    ]
    alone = [list(rows) for rows in lists]
    with django_assert_num_queries(1):
        people, posts, bodies, requests = fetch(lists)
        assert [row.organisation.country.code for row in posts] == ["BY"]
        assert [(row.posts, row.land) for row in bodies] == [(3, "KR")]
        assert requests[0].organisation.name == cast.organisations["services_by"].name
    assert [set(people), posts, bodies, requests] == [set(alone[0]), *alone[1:]]
    assert (posts[0].starts_on, posts[0].ends_on) == (date(2016, 9, 9), None)


def test_what_nobody_may_see_and_what_is_empty_costs_nothing(cast, django_assert_num_queries):
    nobody = [User.objects.none(), User.objects.filter(pk__in=[]), User.objects.filter(email="nobody@by.example")]
    with django_assert_num_queries(1):
        assert fetch(nobody) == [[], [], []]
    with django_assert_num_queries(0):
        assert (fetch([]), fetch(nobody[:2])) == ([], [[], []])


def test_what_is_fetched_beside_the_rows_comes_too(cast, django_assert_num_queries):
    lists = [User.objects.all(), Organisation.objects.filter(acronym="NIA").prefetch_related("appointments")]
    with django_assert_num_queries(2):
        _people, (body,) = fetch(lists)
        assert {post.user_id for post in body.appointments.all()} == {
            cast.people[key].pk for key in ("director_kr", "advisor_kr", "advisor2_kr")
        }


def test_more_columns_than_one_row_can_have_are_asked_for_in_turns(cast, django_assert_num_queries):
    rows = User.objects.filter(email="officer@centre.example")
    times = MOST_COLUMNS // len(User._meta.concrete_fields) + 1
    with django_assert_num_queries(2):
        found = fetch([rows] * times)
    assert found == [[cast.people["officer"]]] * times
