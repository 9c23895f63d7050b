"""A letter leaves by mail, with its paper, in the language of whoever reads it; a withdrawn one does not leave."""

import pytest
from django.core import mail

from letters.actions.issuing import issue_run, withdraw_letter
from letters.actions.preparing import prepare_run
from letters.models import Letter
from notifications.actions.delivering import deliver_due
from notifications.models import Notification
from tests.events.builders import make_participant
from tests.letters.builders import issued, make_focal, make_inviting_event, make_template
from tests.papers.reading import words as paper_words


@pytest.fixture
def sent():
    """The mails that leave now: reader, subject, body, files."""

    def read():
        mail.outbox.clear()
        deliver_due()
        return [(one.to, one.subject, one.body, one.attachments) for one in mail.outbox]

    return read


def test_with_its_paper(cast, template, sent):
    make_focal(cast, "services_by", email="focal@by.example", language="ru")
    letter = issued(cast, make_inviting_event(cast, "services_by"))[0]
    [(to, subject, body, [paper])] = sent()
    assert to == ["focal@by.example"]
    assert subject.startswith(f"{letter.reference}: ")
    assert letter.subject in body
    assert (paper.filename, paper.mimetype) == (f"{letter.reference}.pdf", "application/pdf")
    assert "Приглашение" in paper_words(paper.content)


def test_to_an_address_without_an_account(cast, officer, sent):
    event = make_inviting_event(cast, "agency_ge")
    make_participant(event, email="traveller@ge.example", language="ko")
    texts = {"en": "For {recipient}", "ko": "{recipient} 귀하"}
    template = make_template(cast, kind="visa", name="V", subject=texts, body=texts)
    issue_run(prepare_run(template, by=officer, source="visa", record=event.pk, signing="b"), by=officer)
    [(to, _subject, body, [paper])] = sent()
    letter = Letter.objects.get()
    assert (to, letter.language, letter.person) == (["traveller@ge.example"], "ko", None)
    assert letter.subject in body
    assert paper_words(paper.content).count("귀하") == 2


def test_a_withdrawn_letter_is_not_sent_any_more(cast, template, officer, sent):
    letter = issued(cast, make_inviting_event(cast, "agency_ge"))[0]
    withdraw_letter(letter, by=officer, reason="Written by mistake.")
    [(_to, subject, body, files)] = sent()
    assert "withdrawn" in subject
    assert ("Written by mistake." in body, files) == (True, [])


def test_who_is_told_of_a_withdrawal_in_the_inbox(cast, template, officer, contact_ge):
    letter = issued(cast, make_inviting_event(cast, "agency_ge"))[0]
    withdraw_letter(letter, by=officer, reason="x")
    assert sorted(Notification.objects.values_list("kind", "user__email")) == [
        ("letter_issued", contact_ge.email),
        ("letter_withdrawn", contact_ge.email),
    ]
