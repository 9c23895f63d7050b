"""The figures of a tab as a table."""

import csv
from datetime import UTC, datetime
from io import BytesIO, StringIO
from xml.etree import ElementTree as ET
from zipfile import ZipFile

import pytest
import time_machine

from people.enums import Function
from reports.presentation.dashboards import TABS
from tests.cast import sign_in
from tests.consultations import builders as build
from tests.factories import appoint, make_user
from tests.reports.figures.following import reader

URL = "/reports/dashboard/download/"
NOW = datetime(2026, 5, 20, 9, tzinfo=UTC)
SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def table(answer):
    return list(csv.reader(StringIO(b"".join(answer.streaming_content).decode().lstrip("\ufeff"))))


def test_every_figure_in_a_row(cast):
    with time_machine.travel(NOW, tick=False):
        build.registered(cast)
        answer = reader(cast).get(f"{URL}?tab=work&format=csv")
        rows = table(answer)
    assert answer["Content-Disposition"] == 'attachment; filename="work-2026-04-01-2026-05-20.csv"'
    assert rows[0] == ["Part", "By", "Of", "Figure", "Value", "Of all", "Days before", "Unit"]
    assert rows[1] == ["Requests", "", "", "Requests received", "1", "", "0", ""]
    assert ["Requests", "By country", "Belarus", "Requests received", "1", "", "", ""] in rows
    assert ["Requests", "By month", "April 2026", "Requests received", "0", "", "", ""] in rows


def test_numbers_are_numbers_in_a_spreadsheet(cast):
    with time_machine.travel(NOW, tick=False):
        build.registered(cast)
        answer = reader(cast).get(f"{URL}?tab=work&format=xlsx")
    assert answer["Content-Disposition"] == 'attachment; filename="work-2026-04-01-2026-05-20.xlsx"'
    with ZipFile(BytesIO(answer.content)) as book:
        cells = ET.fromstring(book.read("xl/worksheets/sheet1.xml")).iter(f"{SHEET}c")
        value = next(one for one in cells if one.get("r") == "E2")
    assert (value.get("t", "n"), value.findtext(f"{SHEET}v")) == ("n", "1")


@pytest.mark.parametrize("tab", TABS)
def test_every_tab_in_both_formats(cast, tab):
    build.answered(cast)
    client = reader(cast)
    met = [client.get(f"{URL}?tab={tab}&format={one}").status_code for one in ("csv", "xlsx")]
    assert met == [200, 200]


def test_a_formula_that_somebody_typed_is_text(cast):
    build.registered(cast, topic=build.topic("=1+1"))
    rows = table(reader(cast).get(f"{URL}?tab=work&format=csv"))
    assert {row[2] for row in rows if row[1] == "By topic"} == {"'=1+1"}


@pytest.mark.parametrize("query", ["", "format=pdf", "format=csv&period=own", "format=csv&country=XX"])
def test_what_makes_no_sense_is_no_file(cast, query):
    assert reader(cast).get(f"{URL}?{query}").status_code == 404


def test_who_takes_it(cast):
    for who in ("official_by", "contact_by", "advisor_kr", "official_ge"):
        assert sign_in(cast.people[who]).get(f"{URL}?format=csv").status_code == 404
    person = make_user()
    appoint(person, Function.EVALUATOR, cast.organisations["centre"], centre=cast.centre)
    assert sign_in(person).get(f"{URL}?format=csv").status_code == 200
