"""The pages of a trip report: who opens which; drafts are the author's, shared ones the other participants' too."""

import pytest
from django.urls import reverse

from events.actions.trip_reports import submit_trip_report
from events.models import TripReport
from papers.responses import PDF
from tests.events.followup.conftest import doors, owed_report, words
from tests.events.followup.test_submit_trip_report import WHOLE
from tests.papers.reading import words as paper_words

HELD = {"officer": 200, "director_by": 200, "director_kr": 200, "contact_ge": 200}
SENT = {"seen": "1", "language": "en", **WHOLE}


@pytest.fixture
def report(nino):
    return owed_report(nino)


@pytest.fixture
def at(event, nino, report):
    return event.reference, nino.pk


def test_a_draft_is_the_authors(at, knock, screen, officer):
    assert knock("trip_report", *at) == doors(official_ge=302, **HELD)
    assert knock("edit_trip_report", *at) == doors(official_ge=200, **dict.fromkeys(HELD, 403))
    assert knock("trip_report_pdf", *at) == doors(official_ge=200)
    TripReport.objects.update(findings="Zvambo")
    page = words(screen(officer, "trip_report", *at))
    assert ("The report is not handed in yet." in page, "Zvambo" in page) == (True, False)


def test_handed_in_it_is_read_by_body_and_centre(at, report, knock, official_ge):
    submit_trip_report(report, by=official_ge, seen=1, **WHOLE)
    for name in ("trip_report", "trip_report_pdf"):
        assert knock(name, *at) == doors(official_ge=200, **HELD)
    assert knock("edit_trip_report", *at) == doors(official_ge=409, **dict.fromkeys(HELD, 409)) | dict.fromkeys(
        HELD, 403
    )


def test_shared_it_is_read_by_the_other_participants(at, report, sergei, screen, official_by, contact_by, official_ge):
    assert screen(official_by, "trip_report", *at).status_code == 404
    submit_trip_report(report, by=official_ge, seen=1, may_publish=True, **WHOLE)
    page = screen(official_by, "trip_report", *at)
    assert (page.status_code, WHOLE["findings"] in words(page)) == (200, True)
    assert screen(official_by, "edit_trip_report", *at).status_code == 403
    assert screen(contact_by, "trip_report", *at).status_code == 404  # did not go along


def test_saving_and_handing_in(at, screen, official_ge):
    answer = screen(official_ge, "edit_trip_report", *at, seen="1", language="en", overview="Begun.")
    assert answer["Location"] == reverse("events:trip_report", args=at)
    report = TripReport.objects.get()
    assert (report.overview, report.revision, report.submitted_at) == ("Begun.", 2, None)
    page = screen(official_ge, "edit_trip_report", *at, **{**SENT, "seen": "2", "findings": ""}, hand_in="1")
    form = page.context["form"]
    assert (form.non_field_errors(), form["activities"].value()) == (["Write the findings."], WHOLE["activities"])
    page = screen(official_ge, "edit_trip_report", *at, **SENT, hand_in="1")
    assert "saved in another window" in page.context["form"].non_field_errors()[0]
    screen(official_ge, "edit_trip_report", *at, **{**SENT, "seen": "2"}, hand_in="1")
    assert TripReport.objects.get().submitted_at is not None
    page = screen(official_ge, "edit_trip_report", *at, **{**SENT, "seen": "3"}, hand_in="1")
    assert "is on record" in page.context["form"].non_field_errors()[0]


def test_the_paper(at, report, screen, officer, official_ge):
    submit_trip_report(report, by=official_ge, seen=1, **WHOLE)
    answer = screen(officer, "trip_report_pdf", *at)
    page = paper_words(answer.content)
    assert answer["Content-Type"] == PDF
    assert [text for text in WHOLE.values() if text not in page] == []


def test_by_the_own_link(tamar, nino, event, screen):
    owed_report(tamar)
    secret = tamar.secret
    answer = screen(None, "trip_report_by_link", secret)
    assert answer["Location"] == reverse("events:edit_trip_report_by_link", args=[secret])
    screen(None, "edit_trip_report_by_link", secret, **SENT, hand_in="1")
    page = screen(None, "trip_report_by_link", secret)
    assert (WHOLE["findings"] in words(page), page["X-Robots-Tag"]) == (True, "noindex")
    assert screen(None, "trip_report_pdf_by_link", secret)["Content-Type"] == PDF
    answer = screen(None, "trip_report_by_link", nino.secret)
    assert answer["Location"] == reverse("events:trip_report", args=[event.reference, nino.pk])


def test_nothing_is_owed_nothing_is_there(event, nino, tamar, screen, official_ge):
    assert screen(official_ge, "trip_report", event.reference, nino.pk).status_code == 404
    assert screen(None, "trip_report_by_link", tamar.secret).status_code == 404
