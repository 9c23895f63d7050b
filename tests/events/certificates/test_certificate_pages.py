"""The pages of certificates: proposal, keys, correction, revocation, paper, and the public answer."""

import pytest
from django.urls import reverse

from core.models import Signature
from events.actions.certifying import propose_certificates, reissue_certificate, revoke_certificate
from events.models import Attendance, Certificate, CertificateRun, Event, Participant
from papers.responses import PDF
from people.models import User
from tests.cast import cost
from tests.events.followup.conftest import delegate, doors, words
from tests.papers.reading import letters, told
from tests.papers.reading import words as paper_words

HELD = {"officer": 200, "director_by": 200, "director_kr": 200}
# The event is public: they see it, and not this.
KNOWING = dict.fromkeys(
    ("official_ge", "official_by", "contact_ge", "contact_by", "advisor_kr", "advisor2_kr", "admin_user"), 403
)


@pytest.fixture
def at(event):
    return (event.reference,)


def test_who_opens_what(at, run, knock):
    assert knock("certificates", *at) == doors(**KNOWING, **HELD)
    refused = {"director_by": 403, "director_kr": 403}
    assert knock("propose_certificates", *at) == doors(**KNOWING, **{**HELD, **refused})
    hidden = doors(**HELD)
    assert knock("certificate_run", *at, 1) == hidden
    assert knock("sign_certificates", *at, 1) == {**hidden, "officer": 403}
    assert knock("withdraw_certificates", *at, 1) == {**hidden, **refused}
    assert knock("certificates_pdf", *at, 1) == doors()  # nothing is issued yet
    assert knock("certificate_run", *at, 2) == doors()


def test_who_opens_what_of_one(at, issued, knock):
    mine = {"officer": 200, "director_by": 200, "director_kr": 200, "official_ge": 200}
    assert knock("certificate_pdf", *at, issued.participant_id) == doors(**mine)
    refused = dict.fromkeys(("director_by", "director_kr", "official_ge"), 403)
    for name in ("revoke_certificate", "reissue_certificate"):
        assert knock(name, *at, issued.pk) == doors(officer=200, **refused)
    assert knock("sign_certificates", *at, 1) == doors(officer=403, director_by=409, director_kr=409)


def test_the_preview_says_who_does_not_and_why(at, nino, short_stay, screen, officer):
    page = screen(officer, "propose_certificates", *at)
    assert ([one.participant.pk for one in page.context["enough"]], page.context["enough_count"]) == ([nino.pk], 1)
    assert [(one.participant.pk, one.presence.share) for one in page.context["short"]] == [(short_stay.pk, 60)]
    assert "3 of 5" in words(page)
    assert CertificateRun.objects.count() == 0


def test_from_the_proposal_to_the_paper(at, event, nino, screen, officer, director_by, director_kr):
    officer_says = lambda name, *args, **sent: screen(officer, name, *at, *args, **sent)  # noqa: E731
    assert officer_says("propose_certificates", x="1")["Location"] == reverse("events:certificate_run", args=[*at, 1])
    again = officer_says("propose_certificates", x="1")
    assert "Nobody without a certificate" in words(again)
    page = screen(director_kr, "certificate_run", *at, 1)
    assert [(key.side, key.is_own) for key in page.context["keys"].keys] == [("b", True), ("a", False)]
    assert reverse("events:sign_certificates", args=[*at, 1]) in page.content.decode()
    assert screen(director_kr, "sign_certificates", *at, 1, x="1").status_code == 302
    page = screen(director_kr, "sign_certificates", *at, 1, x="1")
    assert page.context["form"].non_field_errors() == ["Your side has already signed."]
    assert screen(director_by, "sign_certificates", *at, 1, x="1").status_code == 302
    one = Certificate.objects.get()
    assert (one.status, one.number) == ("issued", "C-E-2026-77-001")
    page = officer_says("certificates")
    assert (one.number in words(page), "Nino Beridze" in words(page)) == (True, True)
    answer = officer_says("certificates_pdf", 1)
    text = paper_words(answer.content)
    assert answer["Content-Type"] == PDF
    wanted = ("Certificate of attendance", "Nino Beridze", one.number, "Maryna Karatkevich", "Lee Hajun")
    assert ([part for part in wanted if part not in text], one.code in letters(answer.content)) == ([], True)
    for part in ("0", "x", "2", "٣"):
        answer = officer_says("certificates").client.get(
            reverse("events:certificates_pdf", args=[*at, 1]), {"part": part}
        )
        assert answer.status_code == (404 if part == "2" else 200)


def test_the_paper_in_two_languages_signed_as_on_that_day(at, event, issued, screen, officer, cast):
    Event.objects.update(languages=["ru", "en"], hours=40)
    Participant.objects.update(language="ko")
    Certificate.objects.update(name_own="ნინო ბერიძე", own_language="ka")
    User.objects.filter(pk=cast.people["director_kr"].pk).update(given_name="Renamed")
    content = screen(officer, "certificate_pdf", *at, issued.participant_id).content
    text = paper_words(content)
    assert (told(content)["lang"], told(content)["pdf/a"]) == ("ru", True)
    assert ("Renamed" in text, "Lee Hajun" in text, "ნინო" in text, "40" in text) == (False, True, True, True)
    assert (str(event.name["ru"]) in text, str(event.name["ko"]) in text) == (True, True)
    assert Signature.objects.filter(settled_at__isnull=False).count() == 2


def test_withdrawing(at, run, screen, officer):
    page = screen(officer, "withdraw_certificates", *at, 1, reason="")
    assert page.status_code == 200
    screen(officer, "withdraw_certificates", *at, 1, reason="A wrong name.")
    assert CertificateRun.objects.get().status == "withdrawn"
    assert "A wrong name." in words(screen(officer, "certificate_run", *at, 1))


def test_correcting_a_name(at, issued, screen, officer, sign):
    sent = {"name": "Nino Beridze-Lomidze", "name_own": "ნინო", "own_language": "", "reason": "Double name."}
    page = screen(officer, "reissue_certificate", *at, issued.pk, **sent)
    assert list(page.context["form"].errors) == ["own_language"]
    answer = screen(officer, "reissue_certificate", *at, issued.pk, **{**sent, "own_language": "ka"})
    assert answer["Location"] == reverse("events:certificate_run", args=[*at, 2])
    assert "Replaces C-E-2026-77-001, issued to Nino Beridze" in words(screen(officer, "certificate_run", *at, 2))
    page = screen(officer, "reissue_certificate", *at, issued.pk, **{**sent, "own_language": "ka"})
    form = page.context["form"]
    assert ("wait for both sides" in form.non_field_errors()[0], form["reason"].value()) == (True, "Double name.")
    sign(CertificateRun.objects.get(number=2))
    page = screen(None, "certificate", issued.code)
    assert "replaced by a corrected one" in words(page)


def test_revoking(at, issued, screen, officer):
    screen(officer, "revoke_certificate", *at, issued.pk, reason="Marked for another person.")
    assert Certificate.objects.get().status == "revoked"
    page = screen(officer, "revoke_certificate", *at, issued.pk, reason="Again")
    form = page.context["form"]
    assert ("Only a valid certificate" in form.non_field_errors()[0], form["reason"].value()) == (True, "Again")


# --- The public page -------------------------------------------------------------------------------------------------


def test_anybody_with_the_code_learns_whether_it_is_true(issued, screen):
    page = screen(None, "certificate", issued.code)
    said = words(page)
    assert [part for part in ("Nino Beridze", issued.number, "This certificate is valid.") if part not in said] == []
    assert (page["X-Robots-Tag"], 'name="robots" content="noindex"' in page.content.decode()) == ("noindex", True)
    assert screen(None, "certificate", "x" * 32).status_code == 404


def test_nothing_else_is_said(issued, nino, screen, officer, contact_ge):
    """What could leak is planted: address, post, body, superior, reasons."""
    Participant.objects.filter(pk=nino.pk).update(post="Zvamba", superior_name="Zvambe", organisation_name="Zvambi")
    revoke_certificate(issued, by=officer, reason="Zvambo")
    for who in (None, contact_ge):
        page = screen(who, "certificate", issued.code)
        said = page.content.decode()
        assert "This certificate was revoked, and is not valid." in words(page)
        planted = ("Zvamb", nino.email, nino.secret, nino.code, "Digital Governance", "Georgia", "per cent")
        assert [part for part in planted if part in said.replace(f"official@{who}", "")] == []


def test_what_was_never_given_out_is_not_known(run, screen, officer):
    code = Certificate.objects.get().code
    assert (screen(None, "certificate", code).status_code, screen(officer, "certificate", code).status_code) == (
        404,
        404,
    )


def test_its_holder_finds_the_paper_there(issued, at, screen, official_ge, official_by):
    url = reverse("events:certificate_pdf", args=[*at, issued.participant_id])
    found = {who: url in screen(who, "certificate", issued.code).content.decode() for who in (official_ge, official_by)}
    assert found == {official_ge: True, official_by: False}
    assert url not in screen(None, "certificate", issued.code).content.decode()


def test_guessing_is_slowed_down(issued, client):
    url = reverse("events:certificate", args=["x" * 32])
    assert [client.get(url).status_code for _time in range(61)] == [404] * 60 + [429]


def test_by_the_own_link(event, tamar, nino, officer, sign, screen, at):
    sign(propose_certificates(event, by=officer))
    answer = screen(None, "certificate_pdf_by_link", tamar.secret)
    assert (answer["Content-Type"], answer["X-Robots-Tag"]) == (PDF, "noindex")
    assert "Tamar Kapanadze" in paper_words(answer.content)
    answer = screen(None, "certificate_pdf_by_link", nino.secret)
    assert answer["Location"] == reverse("events:certificate_pdf", args=[*at, nino.pk])
    revoke_certificate(Certificate.objects.get(participant=tamar), by=officer, reason="x")
    assert screen(None, "certificate_pdf_by_link", tamar.secret).status_code == 404


def test_one_row_or_three_at_one_price(event, cast, nino, officer, sign, client_of, at):
    sign(propose_certificates(event, by=officer))
    client = client_of(officer)
    urls = [reverse("events:certificates", args=at), reverse("events:certificate_run", args=[*at, 1])]
    propose = reverse("events:propose_certificates", args=at)
    for url in urls:
        client.get(url)
    one = [cost(client, url) for url in urls]
    for _more in range(2):
        delegate(event, cast.organisations["agency_ge"])
    preview = cost(client, propose)
    other = reissue_certificate(Certificate.objects.get(), by=officer, reason="x", name="y")
    sign(other)
    sign(propose_certificates(event, by=officer))
    urls[1] = reverse("events:certificate_run", args=[*at, 3])
    assert [cost(client, url) for url in urls] == one
    assert max(*one, preview) <= 12
    assert Attendance.objects.count() == 15
