"""A file that is handed in: what is read of it, and what is refused before it is opened."""

import io
import zipfile
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from core.refusal import RefusedError
from people.importing import reading
from people.importing.columns import understand
from people.importing.reading import read
from tests.people.tables import csv, xlsx

RUSSIAN = "Министерство связи"
KOREAN = "한국지능정보사회진흥원"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (RUSSIAN, "utf-8"),
        (RUSSIAN, "utf-8-sig"),
        (RUSSIAN, "utf-16"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN.upper(), "cp1251"),
        ("Міністэрства ўнутраных спраў", "cp1251"),
        (KOREAN, "utf-8"),
        (KOREAN, "cp949"),
        ("행정안전부", "cp949"),
        (f"{KOREAN} NIA 2026", "cp949"),
        ("Plain", "ascii"),
    ],
)
def test_letters_are_read_as_the_spreadsheets_of_both_sides_write_them(text, encoding):
    table = read(csv("name_ru,kind", f"{text},agency", encoding=encoding))
    assert (table.header, table.rows) == (["name_ru", "kind"], [(2, [text, "agency"])])


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_cells_stand_apart_by_what_the_header_uses(delimiter):
    table = read(csv(f"a{delimiter}b", "", f'"x, y; z"{delimiter} 2 ', delimiter))
    assert table.rows == [(3, ["x, y; z", "2"])]


def test_a_workbook_gives_values_not_formulas():
    table = read(xlsx(["email", "ends_on", "n", "f"], ["a@b.example", date(2027, 12, 31), 5, ("=1+1", 2)]))
    assert table.rows == [(2, ["a@b.example", "2027-12-31", "5", "2"])]


def test_what_turns_the_writing_or_breaks_lines_is_taken_out():
    assert read(csv("a,b", '"one\ntwo\x07",x')).rows == [(2, ["one two", "x"])]


def swollen():
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b"0" * 20_000_000)
    return SimpleUploadedFile("bomb.xlsx", target.getvalue())


def with_doctype():
    source = xlsx(["a"], ["b"])
    target = io.BytesIO()
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w") as new:
        for part in old.infolist():
            text = old.read(part)
            if part.filename == "xl/workbook.xml":
                text = text.replace(b"<workbook", b'<!DOCTYPE x [<!ENTITY a "aaaa">]><workbook', 1)
            new.writestr(part, text)
    return SimpleUploadedFile("entities.xlsx", target.getvalue())


def locked():
    data = bytearray(xlsx(["a"], ["b"]).read())
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = data.find(mark)
        while place >= 0:
            data[place + offset] |= 1
            place = data.find(mark, place + 1)
    return SimpleUploadedFile("locked.xlsx", bytes(data))


def many_parts():
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for number in range(reading.MOST_PARTS + 1):
            archive.writestr(f"{number}.xml", b"<a/>")
    return SimpleUploadedFile("parts.xlsx", target.getvalue())


@pytest.mark.parametrize(
    ("upload", "said"),
    [
        (swollen, "The workbook unpacks to far more than a table needs."),
        (many_parts, "The workbook unpacks to far more than a table needs."),
        (with_doctype, "The workbook is not written as Excel writes it."),
        (locked, "The workbook is protected by a password."),
        (lambda: SimpleUploadedFile("a.xlsx", b"PK\x03\x04rubbish"), "The file cannot be read as an Excel workbook."),
        (lambda: csv(""), "The file holds no table."),
        (xlsx, "The file holds no table."),
        (lambda: csv("email,given_name"), "There is no row beneath the names of the columns."),
        (lambda: csv("a", *["1"] * (reading.MOST_ROWS + 1)), "The file has more than 5000 rows."),
        (lambda: SimpleUploadedFile("a.csv", b"a,b\n\x98\xff\x98,1\x00"), "The letters of the file cannot be read."),
        (lambda: SimpleUploadedFile("a.csv", b"x" * (reading.MOST_BYTES + 1)), "The file is larger than 5 MB."),
    ],
    ids=lambda one: getattr(one, "__name__", ""),
)
def test_what_is_refused(upload, said):
    with pytest.raises(RefusedError) as refused:
        read(upload())
    assert str(refused.value.message).startswith(said)


def test_as_many_rows_as_are_taken_are_read():
    assert len(read(csv("a", *["1"] * reading.MOST_ROWS)).rows) == reading.MOST_ROWS


def test_a_header_is_understood_by_name_and_by_label_in_any_language():
    header = ["E-mail address", "given_name", "FAMILY_NAME", "", "organisation"]
    assert understand("people", header) == ["email", "given_name", "family_name", "", "organisation"]


@pytest.mark.parametrize(
    ("header", "said"),
    [
        (["email", "salary", "given_name", "family_name", "organisation"], "These columns are not known: salary."),
        (["email", "email", "given_name"], "These columns stand there twice: email."),
        (["email", "given_name"], "These columns are missing: family_name, organisation."),
    ],
)
def test_a_header_that_is_not_understood(header, said):
    with pytest.raises(RefusedError) as refused:
        understand("people", header)
    assert str(refused.value.message) == said
