"""Files that go with a letter are made when it is written; an invitation is one that mail programs can answer."""

import pytest
from icalendar import Calendar as ICalendar

from notifications.actions.delivering import deliver_due
from notifications.messages.kind import Attachment
from notifications.models import Delivery
from tests.core.toy.models import Paper
from tests.notifications.toy import told

PDF = b"%PDF-1.7 \xff\x00 not text"


def calendar_file(news):
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//toy//EN",
        "METHOD:REQUEST",
        "BEGIN:VEVENT",
        f"UID:paper-{news.record.pk}@localhost",
        "DTSTAMP:20270301T080000Z",
        "DTSTART:20270312T080000Z",
        f"SUMMARY:{news.record.title['ko']}",
        "END:VEVENT",
        "END:VCALENDAR",
    ]
    return "".join(f"{line}\r\n" for line in lines).encode()


def files(news, reader):
    return [
        Attachment("invite.ics", "text/calendar", calendar_file(news), method="REQUEST"),
        Attachment(f"письмо-{reader.language}.pdf", "application/pdf", PDF),
    ]


@pytest.fixture
def paper(official_by):
    return Paper.objects.create(title={"en": "Protocol", "ko": "회의록"}, owner=official_by.pk)


@pytest.fixture
def signal():
    with told(attachments=files) as it:
        yield it


def test_what_arrives(paper, signal, official_by, sink):
    signal.send(Paper, paper=paper, to=[official_by], by=None)
    deliver_due()
    [letter] = sink.received
    assert letter.get_content_type() == "multipart/mixed"
    body, *attached = letter.iter_parts()
    kinds = [(part.get_content_type(), part.get_param("method")) for part in body.iter_parts()]
    assert kinds == [("text/plain", None), ("text/html", None), ("text/calendar", "REQUEST")]
    assert [(part.get_content_type(), part.get_filename()) for part in attached] == [
        ("application/ics", "invite.ics"),
        ("application/pdf", "письмо-ru.pdf"),
    ]
    assert attached[1].get_payload(decode=True) == PDF


def test_the_invitation_is_the_same_file_twice_and_whole(paper, signal, official_by, sink):
    signal.send(Paper, paper=paper, to=[official_by], by=None)
    deliver_due()
    body, attached, _pdf = sink.received[0].iter_parts()
    part = list(body.iter_parts())[-1]
    assert part.get_content_charset() == "utf-8"
    for text in (part.get_content(), attached.get_payload(decode=True).decode()):
        event = ICalendar.from_ical(text).events[0]
        assert (str(event["SUMMARY"]), str(event["UID"])) == ("회의록", f"paper-{paper.pk}@localhost")
    assert attached.get_payload(decode=True).count(b"\r\n") == 11


def test_a_repeat_is_the_same_letter(paper, signal, official_by, sink):
    signal.send(Paper, paper=paper, to=[official_by], by=None)
    deliver_due()
    Delivery.objects.update(state="pending", sent_at=None)  # as after a worker that died before its commit
    deliver_due()
    assert list(sink.message_ids.values()) == [2]
    first, second = ([part.get_payload(decode=True) for part in one.walk()] for one in sink.received)
    assert first == second


def test_files_are_made_when_the_letter_is_written(paper, signal, official_by, sink):
    signal.send(Paper, paper=paper, to=[official_by], by=None)
    Paper.objects.filter(pk=paper.pk).update(title={"en": "Protocol", "ko": "새 회의록"})
    deliver_due()
    [event] = [part.get_content() for part in sink.received[0].walk() if part.get_content_type() == "text/calendar"]
    assert "SUMMARY:새 회의록" in event


def test_a_file_that_cannot_be_made_is_tried_again_and_holds_up_nobody(paper, official_by, officer, sink):
    def broken(news, _reader):
        return [Attachment("a.txt", "text/plain", b"%d" % (1 // (news.reader.pk - officer.pk)))]

    Paper.objects.filter(pk=paper.pk).update(is_public=True)
    with told(attachments=broken) as signal:
        signal.send(Paper, paper=paper, to=[officer, official_by], by=None)
        deliver_due()
    assert dict(Delivery.objects.values_list("address", "attempts")) == {
        "officer@centre.example": 1,
        "official@by.example": 0,
    }
    assert [letter["To"] for letter in sink.received] == ["official@by.example"]
