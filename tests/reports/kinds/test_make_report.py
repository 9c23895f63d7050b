"""A report is made: its figures are those of the rows, kept for good, and counted anew as the next version."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied

from consultations.models import Consultation
from core.models import JournalEntry
from core.refusal import RefusedError
from people import directory
from people.days import today_at
from reports.actions.making import make_report
from reports.models import Report
from reports.storing import digest, read
from tests.consultations import builders as build

KIND = "service_levels"


def figures(report):
    """The figures of all groups by their keys."""
    return {one.key: one.value for group in read(report.figures).groups for one in group.figures}


def test_its_figures_are_those_of_the_rows(cast, asked, officer):
    build.registered(cast)
    build.declined(cast)
    build.answered(cast)
    build.submitted(cast)
    found = figures(make_report(KIND, asked, by=officer))
    assert {key: found[f"requests.{key}"] for key in ("received", "accepted", "declined", "answered", "open")} == {
        "received": 3,
        "accepted": 1,
        "declined": 1,
        "answered": 1,
        "open": 2,
    }


def test_it_has_a_number_and_stands_in_the_journal(cast, asked, officer):
    report = make_report(KIND, asked, by=officer)
    year = today_at(cast.centre).year
    assert (report.reference, report.version, report.state) == (f"RP-{year}-001", 1, "made")
    entry = JournalEntry.objects.about(report).get()
    assert (entry.verb, entry.actor, entry.data) == (
        "make",
        officer,
        {"sha256": digest(report.figures), "version": 1},
    )


def test_made_again_it_says_the_same_as_the_next_version(cast, asked, officer):
    build.registered(cast)
    first = make_report(KIND, asked, by=officer)
    second = make_report(KIND, asked, by=None)
    assert (first.version, second.version) == (1, 2)
    assert first.figures == second.figures
    assert first.reference != second.reference


def test_what_was_counted_stays_as_it_was(cast, asked, officer):
    build.registered(cast)
    first = make_report(KIND, asked, by=officer)
    build.registered(cast)
    second = make_report(KIND, asked, by=officer)
    first.refresh_from_db()
    assert (figures(first)["requests.received"], figures(second)["requests.received"]) == (1, 2)


def test_another_question_has_versions_of_its_own(cast, asked, officer):
    make_report(KIND, asked, by=officer)
    georgia = make_report(KIND, replace(asked, country=directory.country("GE")), by=officer)
    assert (georgia.version, georgia.country_id) == (1, "GE")


def test_a_country_narrows_it(cast, asked, officer):
    build.registered(cast)
    build.registered(cast, by="official_ge")
    georgia = make_report(KIND, replace(asked, country=directory.country("GE")), by=officer)
    assert figures(georgia)["requests.received"] == 1
    assert Consultation.objects.count() == 2


def test_who_is_no_staff_may_not(asked, official_by, advisor_kr):
    for person in (official_by, advisor_kr):
        with pytest.raises(PermissionDenied):
            make_report(KIND, asked, by=person)
    assert Report.objects.count() == 0


def test_what_has_not_begun_cannot_be_counted(cast, asked, officer):
    tomorrow = today_at(cast.centre) + timedelta(days=1)
    with pytest.raises(RefusedError, match="has not begun"):
        make_report(KIND, replace(asked, since=tomorrow, until=tomorrow + timedelta(days=9)), by=officer)


def test_a_kind_that_is_gone_is_not_made(asked, officer):
    with pytest.raises(RefusedError, match="no longer made"):
        make_report("gone", asked, by=officer)


def test_a_kind_of_periods_is_about_no_record(asked, officer, cast):
    with pytest.raises(RefusedError, match="which record"):
        make_report(KIND, asked, by=officer, about=cast.organisations["nia"])


def test_days_of_another_year_are_not_counted(cast, asked, officer):
    build.registered(cast)
    before = replace(asked, since=date(asked.since.year - 1, 1, 1), until=date(asked.since.year - 1, 12, 31))
    assert figures(make_report(KIND, before, by=officer))["requests.received"] == 0
