"""What a letter says: in the reader's language and zone, with what is wanted and by when, and with stable headers."""

from email import message_from_bytes, policy

import pytest
import time_machine
from django.conf import settings
from django.utils import translation

from consultations.actions import clocks, corresponding, deciding, drafting
from notifications.actions.reading import set_preferences
from notifications.models import Delivery
from people.actions import refuse_access_request, request_access, resend_invitation, send_invitation
from tests.notifications.conftest import TITLE

MONDAY = "2026-11-23 08:00Z"  # 11:00 in Minsk


def parsed(message):
    """The letter as a mail program reads it."""
    return message_from_bytes(message.message().as_bytes(), policy=policy.default)


@pytest.fixture(autouse=True)
def on_a_monday():
    with time_machine.travel(MONDAY, tick=False):
        yield


def test_each_reader_has_his_own_language(registered, letters):
    with translation.override("be"):
        sent = letters()
    languages = {address: parsed(message)["Content-Language"] for address, message in sent.items()}
    assert languages == {
        "contact@by.example": "be",
        "official@by.example": "ru",
        "director@by.example": "ru",
        "director@kr.example": "ko",
        "officer@centre.example": "ru",
    }
    assert translation.get_language() == settings.LANGUAGE_CODE


def test_due_time_in_both_cities_own_first(registered, letters):
    sent = letters()
    assert "пн 30.11.2026, 12:00 Минск, 18:00 Сеул" in sent["director@by.example"].body
    assert "2026. 11. 30. (월) 서울 18:00, 민스크 12:00" in sent["director@kr.example"].body


def test_it_names_request_actor_and_what_is_wanted(registered, director_kr, letters):
    director_kr.language = "en"
    director_kr.save()
    letter = parsed(letters()["director@kr.example"])
    assert letter["Subject"] == "CR-2026-001: The request is registered"
    text = letter.get_body(("plain",)).get_content().splitlines()
    row = Delivery.objects.get(address="director@kr.example").notification_id
    assert "\n".join(text[:6]) == (
        "Alena Volkava forwarded the request of National Centre of Electronic Services to the centre, where it is"
        " registered under the number CR-2026-001.\n\n"
        "Accept or decline it by Mon 30 Nov 2026, 18:00 Seoul, 12:00 Minsk. The silence of a side until then counts as"
        " its consent.\n\n"
        f"Request: CR-2026-001, {TITLE}\n"
        f"Open in the portal: {settings.SITE_URL}/inbox/open/{row}/"
    )
    html = letter.get_body(("html",)).get_content()
    assert '<html lang="en">' in html
    assert f'<span lang="ru">{TITLE}</span>' in html


def test_only_who_has_the_next_move_is_asked(registered, contact_by, letters):
    sent = letters()
    wanted = {"ru": "Примите или отклоните", "ko": "승인하거나 반려하십시오", "be": "Прыміце або адхіліце"}
    asked = {address for address, message in sent.items() if any(words in message.body for words in wanted.values())}
    assert asked == {"director@by.example", "director@kr.example"}


def test_a_late_letter_asks_nothing(registered, director_by, director_kr, quiet, letters):
    deciding.decide(registered, by=director_by, accepts=True)
    deciding.decide(registered, by=director_kr, accepts=True)
    Delivery.objects.exclude(notification__kind="consultation_registered").delete()
    assert "Accept or decline" not in "".join(message.body for message in letters().values())


def test_headers(registered, director_by, letters):
    letter = parsed(letters()["director@by.example"])
    row = Delivery.objects.get(address="director@by.example")
    assert letter["Message-ID"] == row.message_id
    assert letter["Message-ID"].endswith("@localhost>")
    assert letter["Date"].datetime == row.created_at.replace(microsecond=0)
    assert letter["Auto-Submitted"] == "auto-generated"
    assert letter["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert letter["List-Unsubscribe"].strip().startswith(f"<{settings.SITE_URL}/inbox/unsubscribe/")


def test_letters_about_one_request_are_one_thread(registered, director_by, letters):
    first = letters()["director@kr.example"]
    deciding.decide(registered, by=director_by, accepts=True)
    second = letters()["director@kr.example"]
    assert first.extra_headers["References"] == second.extra_headers["References"]
    assert first.extra_headers["Message-ID"] != second.extra_headers["Message-ID"]


def test_message_is_quoted_in_the_original(in_progress, advisor_kr, say, letters):
    letters()
    say(in_progress, advisor_kr, "로그가 <b>있습니까?", "ko")
    letter = parsed(letters()["official@by.example"])
    assert "> 로그가 <b>있습니까?" in letter.get_body(("plain",)).get_content()
    html = letter.get_body(("html",)).get_content()
    assert '<blockquote lang="ko"><p>로그가 &lt;b&gt;있습니까?</p></blockquote>' in html


def test_message_is_quoted_in_translation_when_there_is_one(in_progress, advisor_kr, officer, say, letters):
    letters()
    message = say(in_progress, advisor_kr, "로그가 있습니까?", "ko")
    corresponding.translate_message(message, by=officer, language="ru", text="Есть ли журналы?")
    html = parsed(letters()["official@by.example"]).get_body(("html",)).get_content()
    assert '<blockquote lang="ru"><p>Есть ли журналы?</p></blockquote>' in html
    assert "로그가" not in html


def test_reasons_are_told(submitted, contact_by, letters):
    drafting.return_request(submitted, by=contact_by, reason="Укажите срок.")
    assert "> Укажите срок." in letters()["official@by.example"].body


def test_advisor_is_told_when_the_answer_is_due(in_progress, letters):
    due = in_progress.clocks.get(kind="answer").due_at
    assert f"{due:%Y}. {due.month}. {due.day}. (월) 서울 18:00" in letters()["advisor@kr.example"].body


def test_moved_due_time_names_both(in_progress, letters, quiet):
    from consultations import signals  # noqa: PLC0415

    quiet()
    clock = in_progress.clocks.get(kind="answer")
    before = clock.due_at
    clock.due_at = clocks.add_working_time(before, clocks.timedelta(hours=9), clocks.calendar_of("KR"))
    signals.due_moved.send(type(clock), consultation=in_progress, by=None, clock=clock, before=before)
    body = letters()["advisor@kr.example"].body
    assert "2026. 12. 7. (월) 서울 18:00" in body
    assert "2026. 12. 8. (화) 서울 18:00" in body


def test_invitation_in_its_own_language_without_unsubscribing(cast, admin_user, letters):
    invitation = send_invitation(
        by=admin_user, email="new@kr.example", organisation=cast.organisations["nia"], language="ko"
    )
    message = letters()["new@kr.example"]
    letter = parsed(message)
    assert letter["Content-Language"] == "ko"
    assert letter["List-Unsubscribe"] is None
    assert f"{settings.SITE_URL}{invitation.get_absolute_url()}" in message.body
    assert "2026. 12. 7. (월) 서울" in message.body


def test_invitation_sent_again_replaces_the_letter_on_its_way(cast, admin_user, letters):
    invitation = send_invitation(by=admin_user, email="new@by.example", organisation=cast.organisations["services_by"])
    with time_machine.travel("2026-11-24 08:00Z"):
        invitation = resend_invitation(invitation, by=admin_user)
        sent = letters()["new@by.example"]
    assert f"/invitation/{invitation.token.partition(':')[0]}:" in sent.body
    assert Delivery.objects.count() == 2


def test_refusal_says_why(cast, admin_user, letters):
    asked = request_access(
        email="asks@by.example",
        given_name="Asks",
        family_name="Sample",
        organisation=cast.organisations["services_by"],
        reason="Работа",
        language="ru",
    )
    refuse_access_request(asked, by=admin_user, reason="Нет такой сотрудницы.")
    assert "> Нет такой сотрудницы." in letters()["asks@by.example"].body


def test_unwanted_mail_is_not_written(submitted, contact_by, director_by, letters):
    set_preferences(director_by, {("consultation_registered", "mail"): False})
    drafting.forward(submitted, by=contact_by)
    assert "director@by.example" not in letters()
    assert director_by.notifications.get().in_inbox


def test_unwanted_in_the_inbox_still_comes_by_mail(submitted, contact_by, director_by, letters):
    set_preferences(director_by, {("consultation_registered", "inbox"): False})
    drafting.forward(submitted, by=contact_by)
    assert "director@by.example" in letters()
    assert not director_by.notifications.get().in_inbox


def test_unwanted_everywhere_leaves_nothing(submitted, contact_by, director_by):
    wishes = {("consultation_registered", "inbox"): False, ("consultation_registered", "mail"): False}
    set_preferences(director_by, wishes)
    drafting.forward(submitted, by=contact_by)
    assert not director_by.notifications.exists()


def test_switching_a_kind_off_stops_what_was_not_sent_yet(registered, director_by, letters):
    set_preferences(director_by, {("consultation_registered", "mail"): False})
    assert "director@by.example" not in letters()
