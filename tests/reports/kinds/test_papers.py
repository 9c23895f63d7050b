"""The files of a report: in four languages, for the archive and for those who listen, with the names of all."""

import zipfile
from io import BytesIO

import pytest
from django.utils import translation

from core.localised import LocalisedText
from people.models import Country
from reports.actions.making import make_report
from reports.actions.papers import draw
from tests.consultations import builders as build
from tests.papers.reading import letters, told, words

LANGUAGES = ("en", "ru", "be", "ko")
NAMES = {"GE": "საქართველო", "AM": "Հայաստան"}


@pytest.fixture
def annual(cast, asked, officer):
    """The year of a centre with requests of two countries, one of which bears its name in its own letters alone."""
    Country.objects.filter(pk="GE").update(name=LocalisedText(en=f"Georgia ({NAMES['GE']}, {NAMES['AM']})"))
    from people import directory  # noqa: PLC0415

    directory.outdate()
    build.answered(cast)
    build.registered(cast, by="official_ge")
    return make_report("centre_year", asked, by=officer)


def bytes_of(report, language, form):
    return draw(report, language, form).read()


def test_a_pdf_in_each_language_for_the_archive(annual):
    found = {language: bytes_of(annual, language, "pdf") for language in LANGUAGES}
    claims = {language: told(content) for language, content in found.items()}
    assert {
        language: (one["lang"], one["tagged"], one["pdf/a"], one["pdf/ua"]) for language, one in claims.items()
    } == {language: (language, True, True, True) for language in LANGUAGES}
    lost = [
        (language, name)
        for language, content in found.items()
        for name in (annual.reference, *NAMES.values())
        if name not in letters(content)
    ]
    assert lost == []
    assert ("대한민국" in letters(found["ko"]), "Беларусь" in letters(found["ru"])) == (True, True)


def test_drawn_again_it_says_the_same(annual):
    assert words(bytes_of(annual, "en", "pdf")) == words(bytes_of(annual, "en", "pdf"))


def test_a_document_to_go_on_with(annual):
    with zipfile.ZipFile(BytesIO(bytes_of(annual, "ko", "docx"))) as archive:
        text = archive.read("word/document.xml").decode()
    assert [word for word in (annual.reference, "대한민국", NAMES["GE"]) if word not in text] == []


def test_a_workbook_with_a_sheet_a_group_and_numbers_as_numbers(annual):
    with zipfile.ZipFile(BytesIO(bytes_of(annual, "en", "xlsx"))) as archive:
        book = archive.read("xl/workbook.xml").decode()
        sheet = archive.read("xl/worksheets/sheet2.xml").decode()
    groups = len(annual.figures["groups"])
    assert book.count("<sheet ") == groups + 1
    assert ('<c r="B4"><v>2</v></c>' in sheet, "<f>" in sheet) == (True, False)


def test_no_sentence_depends_on_who_draws_it(annual):
    with translation.override("ko"):
        korean = words(bytes_of(annual, "en", "pdf"))
    with translation.override("ru"):
        assert words(bytes_of(annual, "en", "pdf")) == korean
