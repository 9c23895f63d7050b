"""The administrator sees what went out and what did not, finds it, and sends it again."""

import pytest
from django.urls import reverse

from notifications.models import Delivery, Notification

LETTERS = reverse("admin:notifications_delivery_changelist")


@pytest.fixture
def admin(client, admin_user, settings):
    settings.SAMPLE_CENTRE = True  # passes the second factor
    client.force_login(admin_user)
    return client


@pytest.fixture
def failed(registered):
    Delivery.objects.filter(address="director@kr.example").update(
        state="failed", attempts=1, last_error="director@kr.example: 550 No such mailbox"
    )
    return Delivery.objects.get(state="failed")


def addresses(answer):
    return sorted(letter.address for letter in answer.context["cl"].queryset)


def test_failed_letters_are_seen_with_the_reason(admin, failed):
    answer = admin.get(LETTERS, {"state__exact": "failed"})
    assert addresses(answer) == ["director@kr.example"]
    assert "550 No such mailbox" in answer.content.decode()


@pytest.mark.parametrize("text", ["CR-2026-001", "director@"])
def test_search(admin, failed, text):
    expected = Delivery.objects.all() if text.startswith("CR") else Delivery.objects.filter(address__startswith=text)
    assert addresses(admin.get(LETTERS, {"q": text})) == sorted(expected.values_list("address", flat=True))


def test_search_by_message_id(admin, failed):
    assert addresses(admin.get(LETTERS, {"q": failed.message_id})) == ["director@kr.example"]


def test_send_again(admin, failed):
    chosen = {"action": "send_again", "_selected_action": [one.pk for one in Delivery.objects.all()]}
    page = admin.post(LETTERS, chosen, follow=True).content.decode()
    assert "1 letter will be sent again." in page
    failed.refresh_from_db()
    assert (failed.state, failed.attempts, failed.last_error) == ("pending", 0, "")


def test_nothing_is_written_by_hand(admin, failed):
    row = Notification.objects.first()
    pages = [
        reverse("admin:notifications_delivery_add"),
        reverse("admin:notifications_delivery_delete", args=[failed.pk]),
        reverse("admin:notifications_notification_add"),
        reverse("admin:notifications_notification_delete", args=[row.pk]),
    ]
    assert [admin.get(page).status_code for page in pages] == [403] * 4
    assert admin.get(reverse("admin:notifications_delivery_change", args=[failed.pk])).status_code == 200


def test_an_official_is_refused(client, official_by):
    client.force_login(official_by)
    assert client.get(LETTERS).status_code in {302, 403}
