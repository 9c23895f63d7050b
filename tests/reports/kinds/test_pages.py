"""The list, a report on its page, two of them side by side, and the annual ones for everybody."""

from dataclasses import replace
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from core.desk import sources as desks
from core.search import sources as searches
from people import directory
from people.models import User
from reports.actions.making import make_report
from reports.actions.publishing import propose, publish
from reports.presentation.changes import changes
from reports.storing import read
from tests.cast import cost
from tests.consultations import builders as build
from tests.projects.builders import make_project

pytestmark = pytest.mark.usefixtures("english")
KIND = "service_levels"
QUERIES = 12


def test_the_list_is_the_staffs(client_of, report, officer, admin_user, official_by, advisor_kr):
    url = reverse("reports:list")
    people = (officer, admin_user, official_by, advisor_kr)
    assert [client_of(one).get(url).status_code for one in people] == [200, 200, 404, 404]
    assert client_of().get(url).status_code == 302
    page = client_of(officer).get(url).content.decode()
    assert [
        word for word in (report.reference, "Service levels by country and topic", "Internal") if word not in page
    ] == []


def test_the_list_is_narrowed(client_of, report, officer):
    client, url = client_of(officer), reverse("reports:list")
    found = {
        query: report.get_absolute_url() in client.get(f"{url}?{query}").content.decode()
        for query in ("kind=service_levels", "kind=advisor_days", "state=made", "state=published", "kind=x&older=x")
    }
    assert found == {
        "kind=service_levels": True,
        "kind=advisor_days": False,
        "state=made": True,
        "state=published": False,
        "kind=x&older=x": True,
    }


def test_every_figure_leads_to_its_rows(client_of, cast, asked, officer):
    build.registered(cast)
    report = make_report(KIND, asked, by=officer)
    client = client_of(officer)
    page = client.get(report.get_absolute_url()).content.decode()
    urls = [one.url for group in read(report.figures).groups for one in group.figures]
    assert [url for url in urls if url.replace("&", "&amp;") not in page] == []
    assert {client.get(url).status_code for url in urls} == {200}


def test_its_page_for_others(client_of, report, admin_user, official_by):
    url = report.get_absolute_url()
    assert [client_of(one).get(url).status_code for one in (admin_user, official_by)] == [200, 404]
    assert client_of().get(url).status_code == 404
    page = client_of(admin_user).get(url).content.decode()
    assert ("Propose for publication" in page, reverse("reports:compare", args=[report.reference]) in page) == (
        False,
        True,
    )


def test_what_changed_since_the_last_version(client_of, cast, asked, officer, official_by):
    build.registered(cast)
    first = make_report(KIND, asked, by=officer)
    build.registered(cast)
    second = make_report(KIND, asked, by=officer)
    groups = changes(read(first.figures).groups, read(second.figures).groups)
    figures = {str(row.label): (row.before, row.after, row.words) for row in groups[0].rows if not row.line}
    assert (figures["Requests received"], figures["Requests answered"]) == (("1", "2", "+1"), ("0", "0", "unchanged"))
    back = changes(read(second.figures).groups, read(first.figures).groups)
    assert [row.words for row in back[0].rows if str(row.label) == "Requests received" and not row.line] == ["−1"]
    url = reverse("reports:compare", args=[second.reference])
    page = client_of(officer).get(url).content.decode()
    assert (first.reference in page, "<strong>+1</strong>" in page) == (True, True)
    assert client_of(official_by).get(url).status_code == 404
    alone = client_of(officer).get(f"{url}?with=RP-1999-001").content.decode()
    assert "There is no earlier report of this kind to compare with." in alone


def test_a_group_that_is_new_and_one_that_is_gone(cast, asked, officer):
    service = read(make_report(KIND, asked, by=officer).figures).groups
    found = changes(service[:1], service[1:])
    assert [(one.key, {row.words for row in one.rows}) for one in found] == [
        (service[1].key, {"new"}),
        (service[0].key, {"gone"}),
    ]


def test_pages_cost_the_same_with_one_and_with_three(client_of, cast, asked, officer, director_by):
    build.registered(cast)
    propose(make_report(KIND, asked, by=officer), by=officer)
    client, found = client_of(director_by), {}
    urls = (reverse("reports:list"), reverse("reports:annual"))
    for number in (1, 3):
        for url in urls:
            client.get(url)
            found.setdefault(url, []).append(cost(client, url))
        for country in ("GE", "BY"):
            propose(make_report(KIND, replace(asked, country=directory.country(country)), by=officer), by=officer)
        assert number in (1, 3)
    assert {url: one for url, (one, three) in found.items() if one != three or one > QUERIES} == {}


def test_one_report_costs_few_queries(client_of, cast, asked, officer, director_by, director_kr):
    report = propose(make_report("centre_year", asked, by=officer), by=officer)
    publish(report, by=director_kr)
    make_report("centre_year", asked, by=officer)
    client = client_of(director_by)
    urls = [
        report.get_absolute_url(),
        *(reverse(f"reports:{name}", args=[report.reference]) for name in ("compare", "publish")),
    ]
    for url in urls:
        client.get(url)
    assert {url: found for url in urls if (found := cost(client, url)) > QUERIES} == {}


def test_annual_reports_are_everybodys_once_published(client_of, asked, officer, director_by, director_kr):
    url = reverse("reports:annual")
    report = propose(make_report("centre_year", asked, by=officer), by=officer)
    english = {"accept-language": "en"}
    assert "No annual report has been published yet." in client_of().get(url, headers=english).content.decode()
    publish(report, by=director_by)
    publish(report, by=director_kr)
    other = propose(make_report(KIND, asked, by=officer), by=officer)
    publish(other, by=director_by)
    publish(other, by=director_kr)
    page = client_of().get(url, headers=english).content.decode()
    assert (report.get_absolute_url() in page, other.get_absolute_url() in page) == (True, False)
    assert report.get_absolute_url() in client_of().get("/sitemap-reports.xml").content.decode()


def test_the_page_of_a_year_names_what_was_done_in_the_language_of_its_reader(
    client_of, cast, asked, officer, director_kr
):
    shown = make_project(cast)
    report = make_report("centre_year", asked, by=officer)
    client = client_of(officer)
    for language, heading in (("en", "By name"), ("ko", "주요 활동 목록")):
        User.objects.filter(pk=officer.pk).update(language=language)
        page = client.get(report.get_absolute_url()).content.decode()
        assert (f"<h2>{heading}</h2>" in page, page.count(shown.reference)) == (True, 1)
    publishing = reverse("reports:publish", args=[propose(report, by=officer).reference])
    assert shown.reference in client_of(director_kr).get(publishing).content.decode()  # who turns the key reads it
    quarter = client.get(make_report("centre_quarter", asked, by=officer).get_absolute_url()).content.decode()
    assert "주요 활동 목록" not in quarter


def test_what_waits_for_a_key_stands_on_the_desk(asked, officer, director_by, official_by, report):
    propose(report, by=officer)
    for person in (officer, director_by, official_by):
        person.__dict__.pop("standing", None)
        assert person.standing is not None
    lay = desks["reports"].lay
    with CaptureQueriesContext(connection) as queries:
        mine = lay(director_by, 5)
    assert len([one for one in queries.captured_queries if "reports_report" in one["sql"]]) == 1
    assert [(one.reference, one.url) for one in mine.mine] == [(report.reference, report.get_absolute_url())]
    assert [one.reference for one in lay(officer, 5).others] == [report.reference]
    assert (lay(official_by, 5).mine, lay(official_by, 5).others) == ([], [])


def test_found_by_number_and_by_the_words_of_its_kind(report, officer, official_by, asked):
    find = searches["reports"].find
    other = make_report("advisor_days", replace(asked, until=date(asked.until.year, 6, 30)), by=officer)
    assert [one.reference for one in find(officer, report.reference, 5)] == [report.reference]
    assert [one.reference for one in find(officer, "advisor days", 5)] == [other.reference]
    assert [one.reference for one in find(officer, "of the", 5)] == []
    assert find(official_by, report.reference, 5) == []
