"""What must never leave: the text of an internal note; what a reader may no longer see."""

from consultations.actions import corresponding
from consultations.enums import Audience
from notifications.models import Notification
from notifications.news import load
from people.models import Appointment

SECRET = "Наша сторона уступит по срокам"


def everything(message):
    """All that a letter holds, headers included."""
    return "\n".join(
        [message.subject, message.body, *(part[0] for part in message.alternatives), str(message.extra_headers)]
    )


def test_text_of_a_note_is_in_no_mail(in_progress, contact_by, advisor_kr, letters):
    letters()
    corresponding.write_note(in_progress, by=contact_by, text=SECRET, language="ru", audience=Audience.SIDE)
    corresponding.write_note(in_progress, by=advisor_kr, text=SECRET, language="ru", audience=Audience.CENTRE)
    sent = letters()
    assert set(sent) == {"director@by.example", "director@kr.example", "officer@centre.example"}
    assert [address for address, message in sent.items() if SECRET in everything(message)] == []


def test_text_of_a_note_is_in_no_inbox(in_progress, contact_by, client, cast):
    corresponding.write_note(in_progress, by=contact_by, text=SECRET, language="ru", audience=Audience.SIDE)
    for user in cast.people.values():
        client.force_login(user)
        assert SECRET not in client.get("/inbox/").content.decode()


def test_a_note_of_one_side_is_no_news_for_the_other(in_progress, contact_by, director_kr, advisor_kr):
    corresponding.write_note(in_progress, by=contact_by, text=SECRET, language="ru", audience=Audience.SIDE)
    assert not Notification.objects.filter(kind="note_written", user__in=[director_kr, advisor_kr]).exists()


def test_nobody_else_is_told_anything(answered, official_ge, contact_ge, advisor2_kr, admin_user):
    assert not Notification.objects.filter(user__in=[official_ge, contact_ge, advisor2_kr, admin_user]).exists()


def test_inbox_keeps_no_titles_for_who_has_left(registered, director_kr, client):
    Appointment.objects.filter(user=director_kr).update(ends_on="2020-01-01")
    director_kr.refresh_from_db()
    [news] = load(Notification.objects.filter(user=director_kr), director_kr)
    assert (news.may_see, news.reference, str(news.title), news.headline) == (False, "", "", "A request was registered")


def test_rows_keep_identifiers_only(in_progress, official_by, say):
    say(in_progress, official_by, SECRET, "ru")
    row = Notification.objects.filter(kind="message_written").first()
    assert set(row.context) == {"people", "message"}
