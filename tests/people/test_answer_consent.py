"""Consent is asked in published words, answered by the person alone, and never rewritten."""

import pytest
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, connection, transaction

from core.models import JournalEntry
from core.refusal import RefusedError
from people import actions
from people.models import Consent, ConsentText, ExpertProfile
from tests.cast import cost
from tests.people.test_accept_invitation import ANSWERS

NOTICE = {"en": "Your data are kept for the work of the centre.", "be": "Даныя захоўваюцца для працы цэнтра."}
LISTING = {"en": "Officers may find you.", "ko": "담당관이 찾을 수 있습니다."}


@pytest.fixture
def texts(db):
    notice = actions.publish_consent_text(by=None, purpose="notice", text=NOTICE, is_required=True)
    return notice, actions.publish_consent_text(by=None, purpose="listing", text=LISTING)


def log(user):
    rows = user.consents.order_by("pk")
    return [(one.text.purpose, one.text.version, one.answer, one.language, one.channel) for one in rows]


def test_an_invitation_asks_for_each_purpose_alone(cast, texts, admin_user, client):
    offer = actions.send_invitation(
        by=admin_user, email="hanna@by.example", organisation=cast.organisations["services_by"], language="be"
    )
    url, (notice, listing) = offer.get_absolute_url(), texts
    asked, optional = f"consent{notice.pk}", f"consent{listing.pk}"
    page = client.get(url).content.decode()
    assert all(part in page for part in (NOTICE["be"], f'<div lang="en"><p>{LISTING["en"]}'))
    assert list(client.post(url, ANSWERS).context["form"].errors) == [asked, optional]
    with pytest.raises(RefusedError, match="comes with the account"):
        actions.accept_invitation(offer, by=admin_user.__class__(), password="x", answers={listing: True})
    assert client.post(url, {**ANSWERS, asked: "on", optional: "no"}).url == "/account/login/"
    user = Consent.objects.latest("pk").user
    assert (user.email, log(user)) == (
        "hanna@by.example",
        [("notice", 1, "given", "be", "invitation"), ("listing", 1, "refused", "en", "invitation")],
    )


def test_who_has_an_account_answers_what_is_still_open(cast, texts, admin_user, contact_by, client_of):
    actions.answer_consent(contact_by, texts[0], by=contact_by, answer="given")
    offer = actions.send_invitation(
        by=admin_user, email=contact_by.email, organisation=cast.organisations["services_by"]
    )
    client, url = client_of(contact_by), offer.get_absolute_url()
    assert list(client.post(url, {}).context["form"].errors) == [f"consent{texts[1].pk}"]
    assert client.post(url, {f"consent{texts[1].pk}": "yes"}).url == "/profile/"
    assert [line[:3] for line in log(contact_by)] == [("notice", 1, "given"), ("listing", 1, "given")]


def test_withdrawing_takes_effect_at_once(texts, advisor_kr, officer, client_of):
    actions.edit_expert_profile(advisor_kr, by=advisor_kr, areas={}, languages={}, windows=[], is_listed=True)
    own, desk = client_of(advisor_kr), client_of(officer)
    assert len(desk.get("/experts/").context["page"].rows) == 1
    assert "담당관이" in own.get("/profile/privacy/").content.decode()
    assert own.post("/profile/privacy/", {"text": texts[1].pk, "answer": "withdrawn"}).url == "/profile/privacy/"
    assert len(desk.get("/experts/").context["page"].rows) == 0
    assert log(advisor_kr) == [
        ("listing", 1, "given", "en", "profile"),
        ("listing", 1, "withdrawn", "ko", "profile"),
    ]
    assert [one.verb for one in JournalEntry.objects.about(advisor_kr)] == ["withdrawn_consent", "given_consent"]
    own.post("/profile/privacy/", {"text": texts[1].pk, "answer": "given"})
    assert ExpertProfile.objects.get(user=advisor_kr).consent_to_be_listed


def test_it_is_refused(texts, advisor_kr, advisor2_kr, admin_user):
    notice, listing = texts
    act = {"by": advisor_kr, "answer": "given"}
    for other in (advisor2_kr, admin_user):
        with pytest.raises(PermissionDenied):
            actions.answer_consent(advisor_kr, notice, by=other, answer="given")
    with pytest.raises(RefusedError, match="nothing to withdraw"):
        actions.answer_consent(advisor_kr, listing, by=advisor_kr, answer="withdrawn")
    actions.answer_consent(advisor_kr, notice, **act)
    with pytest.raises(RefusedError, match="agreed to this already"):
        actions.answer_consent(advisor_kr, notice, **act)
    with pytest.raises(RefusedError, match="comes with the account"):
        actions.answer_consent(advisor_kr, notice, by=advisor_kr, answer="withdrawn")
    actions.publish_consent_text(by=admin_user, purpose="notice", text=NOTICE, is_required=True)
    with pytest.raises(RefusedError, match="newer one"):
        actions.answer_consent(advisor_kr, notice, **act)
    assert log(advisor_kr) == [("notice", 1, "given", "en", "profile")]


def test_new_words_are_asked_anew(texts, advisor_kr, admin_user, client_of):
    actions.answer_consent(advisor_kr, texts[1], by=advisor_kr, answer="given")
    newer = actions.publish_consent_text(by=admin_user, purpose="listing", text=LISTING)
    asked = {
        one.text: (one.is_given, one.is_answered)
        for one in client_of(advisor_kr).get("/profile/privacy/").context["asked"]
    }
    assert asked == {texts[0]: (False, False), newer: (True, False)}
    actions.answer_consent(advisor_kr, newer, by=advisor_kr, answer="withdrawn")
    assert [line[:3] for line in log(advisor_kr)] == [("listing", 1, "given"), ("listing", 1, "withdrawn")]


def test_only_administrators_publish(texts, officer, admin_user, client_of):
    with pytest.raises(PermissionDenied):
        actions.publish_consent_text(by=officer, purpose="listing", text=LISTING)
    form = {"purpose": "listing", "text_en": "Other words."}
    assert client_of(admin_user).post("/admin/people/consenttext/add/", form).status_code == 302
    assert list(ConsentText.objects.filter(purpose="listing").values_list("version", flat=True)) == [2, 1]
    page = client_of(admin_user).get(f"/admin/people/consenttext/{texts[0].pk}/change/")
    assert b'name="_save"' not in page.content


def test_a_visitor_signs_in_first(cast, client):
    assert client.get("/profile/privacy/").url == "/account/login/?next=/profile/privacy/"


def test_the_page_costs_the_same_for_one_answer_and_for_three(texts, advisor_kr, client_of):
    client, costs = client_of(advisor_kr), []
    actions.answer_consent(advisor_kr, texts[1], by=advisor_kr, answer="given")
    client.get("/profile/privacy/")
    costs.append(cost(client, "/profile/privacy/"))
    for answer in ("withdrawn", "given"):
        actions.answer_consent(advisor_kr, texts[1], by=advisor_kr, answer=answer)
    costs.append(cost(client, "/profile/privacy/"))
    assert costs[0] == costs[1] <= 10


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE people_consent SET answer = 'given'",
        "DELETE FROM people_consent",
        "TRUNCATE people_consent",
    ],
)
def test_the_database_refuses_to_rewrite_it(texts, advisor_kr, sql):
    actions.answer_consent(advisor_kr, texts[1], by=advisor_kr, answer="given")
    actions.answer_consent(advisor_kr, texts[1], by=advisor_kr, answer="withdrawn")
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
            cursor.execute(sql)
    assert [line[2] for line in log(advisor_kr)] == ["given", "withdrawn"]
