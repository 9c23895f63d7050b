"""Letters to people without an account: in their language, about their own record, with a link that carries a secret."""

import pytest

from notifications.messages.kind import To
from notifications.models import Delivery, Notification
from tests.core.toy.models import Paper
from tests.notifications.test_letters import parsed
from tests.notifications.toy import cancel_link, told

SECRET = "s3cret-of-dana"


@pytest.fixture
def papers(cast):
    return [Paper.objects.create(title={"en": f"Registration {note}"}, note=note) for note in (SECRET, "other")]


@pytest.fixture
def signal():
    with told(own_link=lambda news: f"/papers/{news.record.note}/", link_text="See it", letter_words=cancel_link) as it:
        yield it


def dana(about, **fields):
    return To(address="dana@kr.example", about=about, **{"language": "ko", "country": "KR", **fields})


def test_each_is_written_about_the_own_record_in_the_own_language(papers, signal, letters):
    both = [dana(papers[0]), To(address="ales@by.example", language="be", country="BY", about=papers[1])]
    signal.send(Paper, paper=papers[0], to=both, by=None)
    sent = letters()
    assert {address: parsed(message)["Content-Language"] for address, message in sent.items()} == {
        "dana@kr.example": "ko",
        "ales@by.example": "be",
    }
    assert f"/papers/{SECRET}/" in sent["dana@kr.example"].body
    assert SECRET not in sent["ales@by.example"].body
    assert "/papers/other/" in sent["ales@by.example"].body


def test_times_are_those_of_the_own_country_first(papers, signal, letters):
    signal.send(Paper, paper=papers[0], to=[dana(papers[0], language="en")], by=None)
    assert "Sign it by Fri 12 Mar 2027, 17:00 Seoul, 11:00 Minsk." in letters()["dana@kr.example"].body


def test_who_named_no_country_reads_the_clock_of_the_first_side(papers, signal, letters):
    signal.send(Paper, paper=papers[0], to=[dana(papers[0], language="en", country="")], by=None)
    assert "Sign it by Fri 12 Mar 2027, 11:00 Minsk, 17:00 Seoul." in letters()["dana@kr.example"].body


def test_the_secret_is_in_the_letter_and_in_no_row(papers, signal, letters):
    signal.send(Paper, paper=papers[0], to=[dana(papers[0])], by=None)
    row = Notification.objects.values().get()
    assert SECRET not in str(row)
    assert row["context"] == {"people": {}, "due": "2027-03-12T08:00:00+00:00", "country": "KR"}
    body = letters()["dana@kr.example"].body
    assert f"See it: http://localhost:8000/papers/{SECRET}/" in body
    assert f"To cancel: http://localhost:8000/papers/cancel/{SECRET}/" in body
    assert SECRET not in str(Delivery.objects.values().get())


def test_a_new_secret_replaces_the_one_of_a_letter_that_waits(papers, signal, letters):
    signal.send(Paper, paper=papers[0], to=[dana(papers[0])], by=None)
    Paper.objects.filter(pk=papers[0].pk).update(note="renewed")
    assert "/papers/renewed/" in letters()["dana@kr.example"].body


def test_one_mailbox_for_two_registrations_gets_both(papers, signal):
    for _again in range(2):
        signal.send(Paper, paper=papers[0], to=[dana(papers[0]), dana(papers[1])], by=None)
    assert sorted(Notification.objects.values_list("object_id", flat=True)) == sorted(one.pk for one in papers)
    assert Delivery.objects.count() == 2


def test_a_record_that_is_gone_is_not_written_about(papers, signal, letters):
    signal.send(Paper, paper=papers[0], to=[dana(papers[0])], by=None)
    papers[0].delete()
    assert letters() == {}
    assert Delivery.objects.get().state == "cancelled"


def test_what_is_no_longer_due_is_not_written(papers, letters):
    with told(is_still_due=lambda news: news.record.status == "draft") as signal:
        signal.send(Paper, paper=papers[0], to=[dana(papers[0]), dana(papers[1])], by=None)
        Paper.objects.filter(pk=papers[0].pk).update(status="sent")
        letters()
    assert dict(Delivery.objects.values_list("notification__object_id", "state")) == {
        papers[0].pk: "cancelled",
        papers[1].pk: "sent",
    }


def test_a_person_follows_the_link_of_the_inbox(papers, signal, letters, official_by):
    Paper.objects.filter(pk=papers[0].pk).update(owner=official_by.pk)
    signal.send(Paper, paper=papers[0], to=[To(official_by, about=papers[0])], by=None)
    body = letters()["official@by.example"].body
    assert f"See it: http://localhost:8000/inbox/open/{official_by.notifications.get().pk}/" in body


def test_a_confirmation_also_goes_to_whoever_asked_for_it(papers, official_by):
    Paper.objects.filter(pk=papers[0].pk).update(owner=official_by.pk)
    for options, count in (({}, 0), ({"tells_actor": True}, 1)):
        with told(**options) as signal:
            signal.send(Paper, paper=papers[0], to=[To(official_by, about=papers[0])], by=official_by)
        assert official_by.notifications.count() == count
