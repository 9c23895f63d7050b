"""Reports as work in the background: asked for, counted once, drawn, told; a killed worker loses and doubles nothing."""

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from core.refusal import RefusedError
from files.models import StoredFile
from notifications.models import Notification
from reports.actions import papers
from reports.actions.papers import draw, file_of, keep_paper, make
from reports.actions.requesting import ask_for_papers, ask_for_report
from reports.actions.running import claim
from reports.actions.subscribing import subscribe
from reports.models import Job, Report
from reports.questions import Question
from reports.works import StoppedError

pytestmark = pytest.mark.usefixtures("english")
KIND = "service_levels"


def question(asked, *, languages=("en",), formats=("xlsx",)):
    return Question(KIND, asked, languages=languages, formats=formats)


def files(report):
    return [(one.language, one.name, one.permission) for one in StoredFile.objects.about(report)]


def test_asked_for_made_drawn_and_told(asked, officer, director_kr, work, centre):
    subscribe(KIND, centre, by=director_kr)
    subscribe(KIND, centre, by=officer)
    ask_for_report(question(asked, languages=("en", "ko")), by=officer, language="en")
    job = work()
    report = Report.objects.get()
    assert (job.state, job.outcome, job.error) == ("done", {"report": report.pk}, "")
    assert files(report) == [
        ("en", f"{report.reference}-v1-en.xlsx", "reports.view"),
        ("ko", f"{report.reference}-v1-ko.xlsx", "reports.view"),
    ]
    told = Notification.objects.filter(kind="centre_report_made")
    assert [(row.user, row.object_id) for row in told] == [(director_kr, report.pk)]


def test_killed_between_the_figures_and_the_papers(asked, officer, work):
    """The worker dies when it says that the first paper is begun; the next one finds the report."""
    ask_for_report(question(asked, languages=("en", "ru")), by=officer, language="en")
    job = claim()
    said = []

    def killed(done, total):
        said.append((done, total))
        if done == 2:
            raise SystemExit

    with pytest.raises(SystemExit):
        make(job, killed)
    report = Report.objects.get()
    assert (said, [language for language, *_rest in files(report)]) == ([(0, 3), (1, 3), (2, 3)], ["en"])
    Job.objects.update(held_until=job.started_at)
    assert work().outcome == {"report": report.pk}
    assert [language for language, *_rest in files(report)] == ["en", "ru"]
    assert Report.objects.count() == 1


def test_taken_over_by_another_it_writes_nothing_more(asked, officer):
    ask_for_report(question(asked), by=officer, language="en")
    job = claim()
    Job.objects.update(attempts=2)
    with pytest.raises(StoppedError):
        make(job, lambda _done, _total: None)
    assert Report.objects.count() == 0


def test_rights_are_asked_when_it_is_made(cast, asked, officer, work):
    ask_for_report(question(asked), by=officer, language="en")
    appointment = cast.appointments["officer"]
    appointment.ends_on = appointment.starts_on
    appointment.save()
    assert (work().state, Report.objects.count()) == ("failed", 0)


def test_a_file_is_kept_once(report, officer):
    drawn = draw(report, "en", "xlsx")
    first = keep_paper(report, drawn, by=officer, language="en", form="xlsx")
    assert keep_paper(report, draw(report, "en", "xlsx"), by=officer, language="en", form="xlsx") == first
    assert (file_of(report, "en", "xlsx"), file_of(report, "ru", "xlsx")) == (first, None)


def test_further_papers_are_drawn_from_the_same_figures(report, officer, official_by, work):
    with pytest.raises(PermissionDenied):
        ask_for_papers(report, by=official_by, languages=["en"], formats=["xlsx"], language="en")
    with pytest.raises(RefusedError, match="Choose a language"):
        ask_for_papers(report, by=officer, languages=[], formats=["xlsx"], language="en")
    ask_for_papers(report, by=officer, languages=["be"], formats=["docx"], language="en")
    assert (work().outcome, Report.objects.count()) == ({"report": report.pk}, 1)
    assert files(report) == [("be", f"{report.reference}-v1-be.docx", "reports.view")]


def test_a_file_is_read_by_whoever_reads_the_report(report, officer, client_of, official_by, admin_user):
    kept = keep_paper(report, draw(report, "en", "xlsx"), by=officer, language="en", form="xlsx")
    met = []
    for person in (officer, admin_user, official_by):
        answer = client_of(person).get(kept.get_absolute_url())
        met.append((answer.status_code, bool(b"".join(answer)) if answer.streaming else False))
    assert met == [(200, True), (200, True), (404, False)]
    assert kept.permission == papers.PERMISSION


# --- Asking on a page ------------------------------------------------------------------------------------------------


def test_what_is_asked_becomes_work(client_of, officer, asked):
    url = reverse("reports:ask", args=[KIND])
    client = client_of(officer)
    page = client.get(url).content.decode()
    assert [
        name for name in ("period", "country", "topic", "languages", "formats") if f'name="{name}"' not in page
    ] == []
    sent = {"period": f"{asked.since}.{asked.until}", "country": "GE", "languages": ["en", "ko"], "formats": ["pdf"]}
    answer = client.post(url, sent)
    job = Job.objects.get()
    assert (answer.status_code, answer["Location"], job.by) == (302, job.get_absolute_url(), officer)
    assert job.asked == {
        "kind": KIND,
        "centre": asked.centre.pk,
        "since": asked.since.isoformat(),
        "until": asked.until.isoformat(),
        "side": "",
        "country": "GE",
        "topic": "",
        "about": None,
        "languages": ["en", "ko"],
        "formats": ["pdf"],
    }


def test_without_a_language_nothing_is_made_and_the_rest_is_kept(client_of, officer, asked):
    url = reverse("reports:ask", args=[KIND])
    answer = client_of(officer).post(url, {"period": f"{asked.since}.{asked.until}", "country": "GE"})
    page = answer.content.decode()
    assert (answer.status_code, '<option value="GE" selected' in page, Job.objects.count()) == (200, True, 0)


def test_a_period_that_is_not_offered_is_not_made(client_of, officer):
    sent = {"period": "2001-01-01.2001-02-03", "languages": ["en"], "formats": ["pdf"]}
    assert client_of(officer).post(reverse("reports:ask", args=[KIND]), sent).status_code == 200
    assert Job.objects.count() == 0


def test_only_staff_ask(client_of, official_by, advisor_kr, admin_user, officer):
    url = reverse("reports:ask", args=[KIND])
    people = (official_by, advisor_kr, admin_user, officer)
    assert [client_of(one).get(url).status_code for one in people] == [404, 404, 200, 200]
    assert client_of(officer).get(reverse("reports:ask", args=["gone"])).status_code == 404
    assert client_of().get(url).status_code == 302


def test_another_language_is_drawn_from_its_page(client_of, officer, official_by, report):
    url = reverse("reports:draw", args=[report.reference])
    assert client_of(official_by).get(url).status_code == 404
    client_of(officer).post(url, {"languages": ["ru"], "formats": ["pdf", "docx"]})
    asked = Job.objects.get().asked
    assert (asked["report"], asked["languages"], asked["formats"]) == (report.pk, ["ru"], ["pdf", "docx"])
