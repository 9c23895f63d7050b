"""Letters leave once each, over one connection; what cannot leave is tried again, or seen by the administrator."""

import time
from datetime import timedelta

import pytest
import time_machine
from celery import Celery
from django.core import mail
from django.utils import timezone

from core.tasks import enqueue
from notifications.actions.delivering import BATCH, deliver_due, send_again, wait_after
from notifications.backends import EmlFileBackend
from notifications.models import Delivery, Notification
from notifications.tasks import deliver
from people.models import Appointment


@pytest.fixture
def letter(submitted):
    """The letter to the contact point."""
    return Delivery.objects.get()


def states():
    return dict(Delivery.objects.values_list("address", "state"))


def test_a_batch_is_one_connection(registered, sink):
    assert deliver_due() == 5
    assert sink.connections == 1
    assert sorted(sink.message_ids.values()) == [1, 1, 1, 1, 1]
    assert set(states().values()) == {"sent"}


def test_nothing_due_opens_no_connection(letter, sink):
    Delivery.objects.update(next_try_at=timezone.now() + timedelta(minutes=1))
    assert deliver_due() == 0
    assert sink.connections == 0


def test_sent_letters_are_not_sent_again(letter, sink):
    assert [deliver_due(), deliver_due()] == [1, 0]
    assert len(sink.received) == 1


def test_limit(registered, sink):
    assert [deliver_due(2), deliver_due(2), deliver_due(2)] == [2, 2, 1]
    assert sink.connections == 3


def test_full_batch_asks_for_the_next(letter):
    rows = [Notification(user=letter.notification.user, kind="consultation_submitted", event=f"{n}",
                         content_type=letter.notification.content_type, object_id=letter.notification.object_id)
            for n in range(BATCH)]  # fmt: skip
    Notification.objects.bulk_create(rows)
    Delivery.objects.bulk_create(Delivery(notification=row, address="contact@by.example") for row in rows)
    assert [deliver.run(), deliver.run()] == [BATCH, 1]


def test_non_ascii_subject_and_body_arrive_whole(in_progress, official_by, say, sink):
    say(in_progress, official_by, "Ёсць пытанне: 몇 개입니까?", "be")
    deliver_due()
    received = next(one for one in sink.received if one["To"] == "advisor@kr.example" and "메시지" in one["Subject"])
    assert received["Subject"] == "CR-2026-001: Sergei Dubovik 님이 메시지를 썼습니다"
    assert "> Ёсць пытанне: 몇 개입니까?" in received.get_body(("plain",)).get_content()


def test_no_such_mailbox_is_final(registered, sink):
    sink.refuse = {"director@kr.example": "550 No such mailbox"}
    assert deliver_due() == 5
    assert sink.connections == 1
    assert states() == {
        "contact@by.example": "sent",
        "director@by.example": "sent",
        "director@kr.example": "failed",
        "officer@centre.example": "sent",
        "official@by.example": "sent",
    }
    failed = Delivery.objects.get(state="failed")
    assert (failed.attempts, failed.last_error) == (1, "director@kr.example: 550 No such mailbox")


def test_full_mailbox_is_tried_again_later(letter, sink):
    sink.refuse = {"contact@by.example": "452 Mailbox full"}
    with time_machine.travel("2026-11-23 08:00Z", tick=False):
        Delivery.objects.update(next_try_at=timezone.now())
        deliver_due()
        letter.refresh_from_db()
        assert (letter.state, letter.attempts) == ("pending", 1)
        assert letter.next_try_at == timezone.now() + timedelta(minutes=1)
        assert deliver_due() == 0
    sink.refuse = {}
    with time_machine.travel("2026-11-23 08:01Z", tick=False):
        assert deliver_due() == 1
    assert list(sink.message_ids) == [letter.message_id]


def test_waits_grow_to_six_hours():
    minutes = [wait_after(attempts).total_seconds() / 60 for attempts in range(1, 8)]
    assert minutes == [1, 4, 16, 64, 256, 360, 360]


def test_eighth_attempt_is_the_last(letter, sink):
    sink.refuse = {"contact@by.example": "452 Mailbox full"}
    Delivery.objects.update(attempts=7)
    deliver_due()
    letter.refresh_from_db()
    assert (letter.state, letter.attempts) == ("failed", 8)


def test_unreachable_server_costs_no_attempts(registered, settings, sink):
    settings.EMAIL_PORT = 1
    assert deliver_due() == 0
    assert set(Delivery.objects.values_list("state", "attempts")) == {("pending", 0)}
    settings.EMAIL_PORT = sink.port
    assert deliver_due() == 5


def test_server_that_hangs_up_ends_the_batch(registered, sink):
    sink.refuse = {"contact@by.example": "421 Closing"}
    assert deliver_due() == 0
    assert sorted(Delivery.objects.values_list("address", "attempts")) == [
        ("contact@by.example", 1),
        ("director@by.example", 0),
        ("director@kr.example", 0),
        ("officer@centre.example", 0),
        ("official@by.example", 0),
    ]
    assert deliver_due() == 4


def test_a_letter_that_cannot_be_written_holds_up_nobody(registered, sink):
    Notification.objects.filter(user__email="contact@by.example").update(
        context={"people": {}, "owed": "no such clock"}
    )
    assert deliver_due() == 5
    broken = Delivery.objects.get(address="contact@by.example")
    assert (broken.state, broken.attempts) == ("pending", 1)
    assert len(sink.received) == 4


def test_send_again(letter, sink):
    sink.refuse = {"contact@by.example": "550 No such mailbox"}
    deliver_due()
    sink.refuse = {}
    assert send_again(Delivery.objects.all()) == 1
    assert deliver_due() == 1
    assert list(sink.message_ids) == [letter.message_id]
    assert send_again(Delivery.objects.all()) == 0


def test_deactivated_reader(letter, contact_by, sink):
    contact_by.is_active = False
    contact_by.save()
    deliver_due()
    assert (states(), sink.received) == ({"contact@by.example": "cancelled"}, [])


def test_reader_whose_appointment_ended(letter, contact_by, sink):
    Appointment.objects.filter(user=contact_by).update(ends_on="2020-01-01")
    deliver_due()
    assert (states(), sink.received) == ({"contact@by.example": "cancelled"}, [])


def test_new_address_of_the_reader(letter, contact_by, sink):
    contact_by.email = "new.address@by.example"
    contact_by.save()
    deliver_due()
    assert (sink.received[0]["To"], states()) == ("new.address@by.example", {"new.address@by.example": "sent"})


def test_revoked_invitation_is_not_sent(cast, admin_user, sink):
    from people.actions import revoke_invitation, send_invitation  # noqa: PLC0415

    invitation = send_invitation(by=admin_user, email="new@by.example", organisation=cast.organisations["nia"])
    revoke_invitation(invitation, by=admin_user)
    deliver_due()
    assert (states(), sink.received) == ({"new@by.example": "cancelled"}, [])


def test_letters_leave_after_the_commit(cast, official_by, request, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks() as callbacks:
        request.getfixturevalue("submitted")
    assert len(mail.outbox) == 0
    assert callbacks


def test_a_broker_that_is_away_does_not_hold_up_the_act(settings):
    away = Celery(broker="redis://127.0.0.1:1", set_as_current=False)
    away.conf.broker_transport_options = settings.CELERY_BROKER_TRANSPORT_OPTIONS
    begun = time.monotonic()
    enqueue(away.task(deliver.run, name="away"))
    assert time.monotonic() - begun < 2


def test_files_instead_of_a_server(registered, settings, tmp_path):
    settings.EMAIL_BACKEND = f"{EmlFileBackend.__module__}.{EmlFileBackend.__name__}"
    settings.EMAIL_FILE_PATH = str(tmp_path / "mail")
    assert deliver_due() == 5
    files = sorted((tmp_path / "mail").iterdir())
    assert [file.suffix for file in files] == [".eml"] * 5
    Delivery.objects.update(state="pending", sent_at=None)
    assert deliver_due() == 5
    assert sorted((tmp_path / "mail").iterdir()) == files
