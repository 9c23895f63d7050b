"""What stands in a digest, in which order, and what does not."""

import pytest
from django.conf import settings
from django.contrib.contenttypes.models import ContentType

from consultations.actions import deciding
from notifications.actions.digesting import write_digests
from notifications.digests import MOST_LINES
from notifications.messages.registry import KINDS
from notifications.models import Delivery, Notification
from people.models import User

OPENS_IN_MINSK = "2026-11-23 06:00Z"


@pytest.fixture
def english(cast):
    User.objects.update(language="en")
    for one in cast.people.values():
        one.language = "en"


def news_of(record, user):
    """What the person was told of one record, the oldest first. Records of two kinds may have the same number."""
    kind = ContentType.objects.get_for_model(record)
    return Notification.objects.filter(user=user, content_type=kind, object_id=record.pk).order_by("pk")


def test_by_app_and_record_newest_first(clock, english, wishes, accepted, say, tell, paper, quiet, sent, official_by):
    quiet()
    wishes("daily", official_by)
    officer = User.objects.get(email="officer@centre.example")
    say(accepted, officer, "Two media are named.", "en")
    tell(paper, official_by)
    clock.shift(60)
    say(accepted, officer, "A third one too.", "en")
    older, newest = news_of(accepted, official_by)
    (of_paper,) = news_of(paper, official_by)
    clock.move_to(OPENS_IN_MINSK)
    message = sent()["official@by.example"]
    assert message.subject == "Digest of Monday, 23 November 2026"
    link = f"{settings.SITE_URL}/inbox/open/"
    assert message.body.partition("\n\n-- \n")[0].splitlines() == [
        "3 pieces of news for you.",
        "",
        "Consultations",
        "",
        f"{accepted.reference}, Облачная платформа",
        "- Iryna Lis wrote a message (Mon 23 Nov, 08:31)",
        f"  {link}{newest.pk}/",
        "- Iryna Lis wrote a message (Mon 23 Nov, 08:30)",
        f"  {link}{older.pk}/",
        "",
        "Toy",
        "- The paper lies on the desk (Mon 23 Nov, 08:30)",
        f"  {link}{of_paper.pk}/",
        "",
        f"Inbox: {settings.SITE_URL}/inbox/",
    ]


def test_at_most_fifty_lines_and_how_many_more(clock, english, wishes, tell, papers, sent, official_by):
    wishes("daily", official_by)
    for one in papers(MOST_LINES + 3):
        tell(one, official_by)
    clock.move_to(OPENS_IN_MINSK)
    message = sent()["official@by.example"]
    html = message.alternatives[0][0]
    assert (message.body.count("/inbox/open/"), html.count("/inbox/open/")) == (MOST_LINES, MOST_LINES)
    assert "53 pieces of news for you." in message.body
    assert "and 3 more in your inbox" in message.body
    assert "and 3 more in your inbox" in html
    newest = Notification.objects.filter(user=official_by).order_by("-pk")[0]
    assert message.body.index("/inbox/open/") == message.body.index(f"/inbox/open/{newest.pk}/")


def test_in_the_language_of_the_reader_with_one_click_to_leave(clock, wishes, tell, paper, sent, advisor_kr):
    wishes("daily", advisor_kr)
    tell(paper, advisor_kr)
    clock.move_to("2026-11-23 00:30Z")
    headers = sent()["advisor@kr.example"].extra_headers
    assert headers["Content-Language"] == "ko"
    assert headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert headers["Message-ID"] == Delivery.objects.get().message_id


def test_what_is_urgent_comes_at_once_and_not_again(
    clock, english, wishes, registered, quiet, tell, paper, letters, sent, director_kr
):
    """A key waits for the other side; the same reader's news that can wait is in the digest."""
    quiet()
    wishes("daily", director_kr)
    deciding.decide(registered, by=User.objects.get(email="director@by.example"), accepts=True)
    tell(paper, director_kr)
    kinds = {row.kind: row.for_digest for row in Notification.objects.filter(user=director_kr)}
    assert kinds == {"key_turned": False, "paper_told": True}
    assert registered.reference in letters()["director@kr.example"].subject
    clock.move_to("2026-11-24 00:00Z")
    body = sent()["director@kr.example"].body
    assert "1 piece of news for you." in body
    assert registered.reference not in body


def test_what_cannot_wait():
    """Keys, deadlines, files, security: none of them may ever come a day late."""
    waiting = {kind.id for kind in KINDS.values() if kind.can_wait}
    urgent = ("due", "due_soon", "missing", "reminded", "key_turned", "_proposed", "overdue", "alert", "sent_back")
    assert {one for one in waiting if one.endswith(urgent)} == set()
    assert {"message_written", "answer_accepted", "consultation_withdrawn"} <= waiting
    assert waiting & {"due_moved", "invitation_sent", "access_requested", "appointment_ended", "use_asked"} == set()


def test_the_administrator_finds_it_among_the_letters(client_of, clock, wishes, tell, paper, official_by, admin_user):
    wishes("daily", official_by)
    tell(paper, official_by)
    clock.move_to(OPENS_IN_MINSK)
    write_digests()
    page = client_of(admin_user).get("/admin/notifications/delivery/").content.decode()
    assert "official@by.example" in page
    assert '<td class="field-what">Digest</td>' in page
