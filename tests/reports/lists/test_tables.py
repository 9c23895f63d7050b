"""Lists as files: what stands in a cell, what never does, and how much memory it takes."""

import tracemalloc
from datetime import UTC, date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone, translation
from django.utils.translation import gettext

from core.localised import LocalisedText
from reports.exporting.tables import Csv, Xlsx
from tests.reports.lists.reading import cells_of, names_in, part, rows_of_csv, sheets_of, texts_of

MOMENT = datetime(2026, 3, 4, 22, 30, tzinfo=UTC)
ROW = [
    "=1+1",
    "+375 17",
    "Минск 서울",
    LocalisedText({"en": "Cloud", "ko": "클라우드"}),
    12,
    Decimal("1234.50"),
    date(2026, 3, 4),
    MOMENT,
    None,
    "",
    True,
]
HEAD = [f"c{number}" for number in range(len(ROW))]


@pytest.fixture(autouse=True)
def _in_minsk():
    with timezone.override(ZoneInfo("Europe/Minsk")), translation.override("ko"):
        yield


def write(table, *rows):
    for row in rows:
        table.write(row)
    table.close([("Rows", len(rows))])


def write_many(table, number):
    for _number in range(number):
        table.write(ROW)
    table.close([("Rows", number)])


def test_csv_is_plain_and_without_formulas(tmp_path):
    path = tmp_path / "list.csv"
    write(Csv(path, HEAD), ROW, ["x", *[None] * 10])
    assert rows_of_csv(path) == [
        HEAD,
        [
            "'=1+1",
            "'+375 17",
            "Минск 서울",
            "클라우드",
            "12",
            "1234.50",
            "2026-03-04",
            "2026-03-05 01:30",
            "",
            "",
            "True",
        ],
        ["x", *[""] * 10],
    ]


def test_xlsx_has_numbers_days_and_texts_and_no_formulas(tmp_path):
    path = tmp_path / "list.xlsx"
    write(Xlsx(path, HEAD, name="List"), ROW)
    head, row = cells_of(path)
    assert head == [("s", one) for one in HEAD]
    assert row == [
        ("s", "=1+1"),
        ("s", "+375 17"),
        ("s", "Минск 서울"),
        ("s", "클라우드"),
        ("n", "12"),
        ("n", "1234.50"),
        ("n", "46085"),  # days since 1900, as spreadsheets count them
        ("n", "46086.0625"),
        ("s", gettext("yes")),
    ]


def test_the_head_stays_and_can_be_filtered(tmp_path):
    path = tmp_path / "list.xlsx"
    write(Xlsx(path, ["a", "b"], name="List"), [1, 2], [3, 4])
    sheet = part(path, "xl/worksheets/sheet1.xml")
    spot = "{*}sheetViews/{*}sheetView/{*}pane"
    assert (sheet.find(spot).get("state"), sheet.find(spot).get("ySplit")) == ("frozen", "1")
    assert sheet.find("{*}autoFilter").get("ref") == "A1:B3"


def test_what_a_spreadsheet_cannot_hold_is_text(tmp_path):
    path = tmp_path / "list.xlsx"
    odd = [10**15, date(1897, 1, 1), "a\x01b\ufffe", "x" * 40_000, "http://x.example/", "007"]
    write(Xlsx(path, HEAD[:6], name="List"), odd)
    kinds = cells_of(path)[1]
    assert kinds == [
        ("s", "1000000000000000"),
        ("s", "1897-01-01"),
        ("s", "ab"),
        ("s", "x" * 32_767),
        ("s", "http://x.example/"),
        ("s", "007"),
    ]


def test_a_long_list_goes_on_on_the_next_sheet(tmp_path):
    path = tmp_path / "list.xlsx"
    write(Xlsx(path, ["n"], name="A: list/with [signs] and a very long name", rows_a_sheet=2), [1], [2], [3])
    assert sheets_of(path)[:2] == ["A list with signs and a very lo", "A list with signs and a very 2"]
    assert [texts_of(path, number) for number in (1, 2)] == [[["n"], ["1"], ["2"]], [["n"], ["3"]]]


def test_its_properties_name_nobody(tmp_path):
    path = tmp_path / "list.xlsx"
    write(Xlsx(path, ["n"], name="List"), [1])
    said = names_in(path)
    assert "<dc:title>List</dc:title>" in said
    assert "<dc:creator></dc:creator>" in said
    assert "<cp:lastModifiedBy></cp:lastModifiedBy>" in said


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_five_times_the_rows_take_no_more_memory(tmp_path, kind):
    def peak(number):
        path = tmp_path / f"{number}.{kind}"
        table = Csv(path, HEAD) if kind == "csv" else Xlsx(path, HEAD, name="List")
        tracemalloc.start()
        write_many(table, number)
        found = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return found

    peak(10)
    assert peak(10_000) < 1.5 * peak(2000)
