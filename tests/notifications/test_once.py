"""One event is told to a person once, whoever sends its signal again."""

from django.db import transaction

from consultations import signals
from consultations.actions import drafting
from consultations.models import Message
from notifications.models import Delivery, Notification


def test_the_same_signal_twice(registered, contact_by):
    before = (Notification.objects.count(), Delivery.objects.count())
    signals.consultation_registered.send(type(registered), consultation=registered, by=contact_by)
    assert (Notification.objects.count(), Delivery.objects.count()) == before


def test_the_same_message_twice(in_progress, official_by, say):
    message = say(in_progress, official_by, "Добрый день.", "ru")
    before = (Notification.objects.count(), Delivery.objects.count())
    signals.message_written.send(Message, consultation=in_progress, by=official_by, message=message)
    assert (Notification.objects.count(), Delivery.objects.count()) == before


def test_the_same_step_another_time_is_news(submitted, official_by, contact_by):
    returned = drafting.return_request(submitted, by=contact_by, reason="Укажите срок.")
    drafting.submit(returned, by=official_by)
    assert contact_by.notifications.filter(kind="consultation_submitted").count() == 2


def test_a_letter_that_was_sent_stays_sent(registered, contact_by, letters):
    letters()
    signals.consultation_registered.send(type(registered), consultation=registered, by=contact_by)
    assert letters() == {}


def test_rows_go_with_the_act(submitted, contact_by):
    before = Notification.objects.count()
    with transaction.atomic():
        drafting.forward(submitted, by=contact_by)
        assert Notification.objects.count() > before
        transaction.set_rollback(True)
    assert Notification.objects.count() == before
