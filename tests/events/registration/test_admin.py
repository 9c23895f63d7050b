"""Administrators find people and marks, and neither change them nor read what is the person's own."""

from datetime import timedelta

from django.urls import reverse
from django.utils import timezone

from events.actions.attendance import Occasion, mark_present
from tests.cast import cost
from tests.events.builders import make_event, make_participant
from tests.events.registration.conftest import come


def test_people_and_marks_are_read_and_not_changed(forum, centre, officer, admin_user, client_of):
    one = come(forum, 1, answers={"diet": "Plantedanswer"})
    past = make_event(centre, starts_on=timezone.localdate() - timedelta(days=1))
    mark_present(past, [make_participant(past)], by=officer, at=Occasion(past.starts_on))
    browser = client_of(admin_user)
    pages = [
        reverse("admin:events_participant_changelist"),
        reverse("admin:events_participant_changelist") + "?q=dana1@kr.example",
        reverse("admin:events_participant_change", args=[one.pk]),
        reverse("admin:events_attendance_changelist"),
    ]
    for url in pages:
        page = browser.get(url)
        assert page.status_code == 200
        for planted in ("Plantedanswer", one.secret, one.calendar_secret):
            assert planted not in page.content.decode()
    assert browser.get(reverse("admin:events_participant_add")).status_code == 403
    assert browser.post(pages[2], {"given_name": "x"}).status_code == 403


def test_the_list_costs_the_same_for_one_and_for_three(forum, admin_user, client_of):
    browser, url = client_of(admin_user), reverse("admin:events_participant_changelist")
    come(forum, 1)
    cost(browser, url)
    one = cost(browser, url)
    come(forum, 2)
    come(forum, 3)
    assert cost(browser, url) == one
