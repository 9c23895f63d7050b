"""Loading once, in order, with everything in the state its story tells of."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from django.contrib.auth import authenticate
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from calendars.directory import calendar_of
from consultations.actions import drafting
from consultations.enums import AnswerState, MessageKind, Status
from consultations.models import Clock, ClockPause, Consultation, Message
from core.models import JournalEntry, Signature
from notifications.enums import State
from notifications.models import Delivery, Notification
from people.models import Centre, User
from sample_centre import actions, timeline
from sample_centre.content.people import PASSWORD, PEOPLE, PRINCIPAL
from sample_centre.content.stories import DRAFT, REQUESTS

EVERYTHING = (Centre, User, Consultation, Message, JournalEntry, Delivery)


def request_of(story) -> Consultation:
    return Consultation.objects.get(**{f"title__{story.language}": story.title[story.language]})


def by_title(words: str) -> Consultation:
    return Consultation.objects.get(title__en__startswith=words)


def test_a_second_time_changes_nothing(sample):
    before = [model.objects.count() for model in EVERYTHING]
    assert min(before) > 0
    assert actions.load() is False
    assert [model.objects.count() for model in EVERYTHING] == before


def test_every_state_of_the_workflow_occurs(sample):
    assert set(Consultation.objects.values_list("status", flat=True)) == set(Status.values)


def test_twelve_requests_and_a_draft_to_send(sample):
    standing = [(row.title.get("en", ""), row.status, row.answer_state) for row in map(request_of, (*REQUESTS, DRAFT))]
    assert standing == [
        ("Retention formats for the digital national archive", "in_progress", "draft"),
        ("Liability in an electronic trade single window", "accepted", ""),
        ("Comments on a draft standard for information-system passports", "in_progress", "check"),
        ("Metering cloud use between ministries", "waiting", ""),
        ("Accrediting information-security auditors", "submitted", ""),
        ("Turning 112 procedures into proactive services", "closed", "sent"),
        ("Consolidating ministry data centres", "answered", "sent"),
        ("Mobile identity without a network connection", "registered", ""),
        ("Information villages for remote districts", "registered", ""),
        ("Joint procurement of software licences", "declined", ""),
        ("Integrated control centre: traffic, safety, disasters", "withdrawn", ""),
        ("Publishing register data as open data", "draft", ""),
        ("", "draft", ""),
    ]
    assert Consultation.objects.count() == len(REQUESTS) + 1


def test_numbers_follow_the_days_of_registration(sample):
    numbered = Consultation.objects.exclude(reference=None).order_by("registered_at")
    assert [row.reference[-3:] for row in numbered] == [f"{number:03}" for number in range(1, 11)] or any(
        row.registered_at.year != numbered[0].registered_at.year for row in numbered
    )


def test_one_was_decided_by_silence_and_the_journal_says_so(sample):
    row = by_title("Liability")
    keys = JournalEntry.objects.about(row).filter(verb="decide:key").order_by("at")
    assert [(entry.key, entry.actor_name) for entry in keys] == [("a", "Maryna Karatkevich"), ("b", "")]
    assert [one.by_silence for one in Signature.objects.about(row).order_by("key")] == [False, True]


def test_keys_stand_as_told(sample):
    live = {
        words: [one.key for one in Signature.objects.about(by_title(words)) if one.is_live]
        for words in ("Mobile", "Information villages")
    }
    assert live == {"Mobile": ["a"], "Information villages": []}
    declined = JournalEntry.objects.about(by_title("Joint procurement")).filter(verb="decline:key")
    assert sorted(entry.key for entry in declined if entry.reason) == ["a", "b"]


def test_one_is_overdue_one_is_due_soon_and_one_clock_stands_still(sample):
    now = timezone.now()
    running = Clock.objects.filter(ended_at=None, due_at__isnull=False)
    late = [clock.consultation for clock in running.filter(due_at__lt=now)]
    assert by_title("Comments") in late
    soon = [clock.consultation for clock in running.filter(due_at__range=(now, now + timedelta(days=9)))]
    assert by_title("Accrediting") in [*soon, *late]
    assert [pause.clock.consultation for pause in ClockPause.objects.filter(ended_at=None)] == [by_title("Metering")]


def test_the_advice_is_asked_about_half_a_year_later(sample):
    row = by_title("Turning 112")
    assert timedelta(days=182) <= row.use_asked_at - row.closed_at <= timedelta(days=183)
    assert (row.use, row.use_reported_at) == ("", None)


def test_messages_stand_beside_their_translation(sample):
    thread = Message.objects.exclude(kind=MessageKind.NOTE).order_by("pk")
    assert {(len(one.texts.all()), one.texts.last().source == one.texts.first()) for one in thread} == {(2, True)}
    assert Message.objects.filter(kind=MessageKind.NOTE).count() == 1


def test_sent_answers_are_complete_in_two_languages(sample):
    for row in Consultation.objects.filter(answers__state=AnswerState.SENT):
        languages = [sorted(part.text) for part in row.answers.get().parts.all()]
        assert languages == [sorted({"ko", row.language})] * row.questions.count()


def test_requests_are_read_and_found_in_four_languages(sample):
    assert [sorted(row.title) for row in Consultation.objects.exclude(reference=None)] == [
        ["be", "en", "ko", "ru"]
    ] * 10
    archive = by_title("Retention")
    for user, words in (
        ("official@by.example", "архива"),
        ("advisor@kr.example", "보존포맷"),
        ("director@kr.example", "retention"),
    ):
        found = Consultation.objects.visible_to(User.objects.get(email=user)).matching(words)
        assert archive in found


def test_the_letters_of_the_past_are_sent(sample):
    assert set(Delivery.objects.values_list("state", "last_error")) == {(State.SENT, "")}
    assert Delivery.objects.count() < 1500


def test_news_of_the_past_is_read_and_that_of_this_week_is_not(sample):
    week = timezone.now() - timedelta(days=7)
    old, new = Notification.objects.filter(created_at__lt=week), Notification.objects.filter(created_at__gt=week)
    assert (old.filter(read_at=None).count(), new.exclude(read_at=None).count()) == (0, 0)
    assert old.exists()


def test_the_draft_can_be_sent_as_it_stands(sample):
    row = request_of(DRAFT)
    assert drafting.submit(row, by=row.requester).status == Status.SUBMITTED


def test_everybody_signs_in_with_the_password(sample):
    people = [authenticate(email=person.email, password=PASSWORD) for person in PEOPLE.values()]
    assert [user.email for user in people] == [person.email for person in PEOPLE.values()]
    assert all(user.standing.functions == {PEOPLE[key].function} for key, user in zip(PEOPLE, people, strict=True))


@pytest.mark.parametrize("key", list(PEOPLE)[:PRINCIPAL])
def test_the_desk_opens_with_a_password_alone(sample, settings, key):
    settings.SAMPLE_CENTRE = True
    browser = Client()
    answer = browser.post(reverse("account_login"), {"login": PEOPLE[key].email, "password": PASSWORD})
    assert (answer.status_code, answer.url) == (302, reverse("desk"))
    assert browser.get(answer.url).status_code == 200


def test_nobody_bears_the_name_of_an_official_of_the_sources():
    officials = {"popkov", "yoon", "kang", "jeongwon", "sang-baek", "попков", "윤", "강"}
    names = {
        part.lower()
        for person in PEOPLE.values()
        for part in (person.given, person.family, person.given_own, person.family_own)
    }
    assert names & officials == set()


def test_whatever_day_it_is_loaded_everybody_acts_in_order_and_in_office_hours(sample):
    for days in range(0, 800, 5):
        today = date(2026, 1, 1) + timedelta(days=days)
        for story in (*REQUESTS, DRAFT):
            moments = timeline.plan([story], today)
            assert [moment.act for moment in moments] == list(story.acts), (today, story.title)
            assert moments[-1].at < datetime.combine(today, time(0), UTC), (today, story.title)
            for moment in moments:
                if moment.act.by:
                    calendar = calendar_of(timeline.country_of(moment.act.by))
                    windows = calendar.windows(calendar.date_of(moment.at))
                    assert any(opens <= moment.at < closes for opens, closes in windows), (today, moment)
