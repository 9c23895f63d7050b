"""A leaver's posts pass to a successor in one act; open work follows the signal."""

from datetime import date

import pytest
import time_machine
from django.core.exceptions import PermissionDenied

from core.models import JournalEntry
from core.refusal import RefusedError
from people import actions
from people.models import Appointment
from people.signals import work_reassigned
from tests.factories import make_user


def held(user) -> list[tuple]:
    rows = Appointment.objects.filter(user=user).order_by("starts_on")
    return [(one.function, one.side, one.starts_on, one.ends_on, one.is_primary) for one in rows]


@time_machine.travel("2026-11-21 09:00+03:00", tick=False)
def test_the_successor_follows_on_the_day_after(cast, admin_user, director_kr):
    successor, told = make_user(), []

    def hear(sender, leaver, successor, appointments, by, **_):
        told.append((leaver, successor, [one.user for one in appointments], by))

    work_reassigned.connect(hear)
    posts = [cast.appointments["director_kr"]]
    actions.reassign_work(director_kr, successor, by=admin_user, appointments=posts, on=date(2026, 12, 31))
    work_reassigned.disconnect(hear)
    assert (held(director_kr), held(successor)) == (
        [("co_director", "b", date(2016, 9, 9), date(2026, 12, 31), True)],
        [("co_director", "b", date(2027, 1, 1), None, True)],
    )
    assert told == [(director_kr, successor, [successor], admin_user)]
    assert [entry.verb for entry in JournalEntry.objects.order_by("pk")] == [
        "end_appointment",
        "start_appointment",
        "reassign_work",
    ]


@time_machine.travel("2026-11-21 09:00+03:00", tick=False)
def test_at_once_means_from_today(cast, admin_user, advisor_kr, advisor2_kr):
    successor = make_user()
    posts = [cast.appointments["advisor_kr"]]
    actions.reassign_work(advisor_kr, successor, by=admin_user, appointments=posts)
    assert (held(advisor_kr)[0][3], held(successor)[0][2]) == (date(2026, 11, 20), date(2026, 11, 21))
    assert advisor_kr.standing.functions == set()


def test_what_the_successor_holds_is_not_given_twice(cast, admin_user, advisor_kr, advisor2_kr):
    posts = [cast.appointments["advisor_kr"]]
    moved = actions.reassign_work(advisor_kr, advisor2_kr, by=admin_user, appointments=posts)
    assert (moved, len(held(advisor2_kr))) == ([cast.appointments["advisor2_kr"]], 1)


def test_it_is_refused(cast, admin_user, officer):
    advisor_kr, advisor2_kr, official_by = (cast.people[key] for key in ("advisor_kr", "advisor2_kr", "official_by"))
    posts = [cast.appointments["advisor_kr"]]
    with pytest.raises(PermissionDenied):
        actions.reassign_work(advisor_kr, advisor2_kr, by=officer, appointments=posts)
    with pytest.raises(RefusedError, match="somebody else"):
        actions.reassign_work(advisor_kr, advisor_kr, by=admin_user, appointments=posts)
    with pytest.raises(RefusedError, match="not a post of this person"):
        actions.reassign_work(official_by, advisor2_kr, by=admin_user, appointments=posts)
    official_by.is_active = False
    with pytest.raises(RefusedError, match="closed"):
        actions.reassign_work(advisor_kr, official_by, by=admin_user, appointments=posts)
    assert JournalEntry.objects.count() == 0


def test_the_admin_site_asks_for_successor_and_posts(cast, admin_user, advisor_kr, advisor2_kr, client_of):
    client, post = client_of(admin_user), cast.appointments["advisor_kr"]
    choose = client.post("/admin/people/user/", {"action": "reassign_work", "_selected_action": [advisor_kr.pk]})
    assert choose.url == f"/admin/people/user/{advisor_kr.pk}/reassign/"
    assert client.get(choose.url).status_code == 200
    done = client.post(choose.url, {"successor": advisor2_kr.pk, "appointments": [post.pk]})
    post.refresh_from_db()
    assert (done.url, post.ends_on is not None) == (f"/admin/people/user/{advisor2_kr.pk}/change/", True)
    again = client.post(choose.url, {"successor": advisor_kr.pk, "appointments": [post.pk]})
    assert again.status_code == 200


def test_two_leavers_at_once_are_asked_back(cast, admin_user, advisor_kr, advisor2_kr, client_of):
    client = client_of(admin_user)
    chosen = {"action": "reassign_work", "_selected_action": [advisor_kr.pk, advisor2_kr.pk]}
    answer = client.post("/admin/people/user/", chosen, follow=True)
    assert [str(message) for message in answer.context["messages"]] == ["Choose one person whose work is handed over."]
