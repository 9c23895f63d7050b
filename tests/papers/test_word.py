"""The same blocks as DOCX: the same words, headings, heads of tables, and a language on every run."""

from io import BytesIO
from zipfile import ZipFile

import pytest
from docx import Document
from docx.oxml.ns import qn

from core.localised import Tongue
from papers import report
from papers.blocks import Facts, Heading, Table, Text
from papers.report import Report
from tests.papers import samples
from tests.papers.reading import words


def opened(content):
    return Document(BytesIO(content))


def everything(document):
    """All words in reading order, tables included."""
    return " ".join(paragraph.text for paragraph in document.element.body.iter(qn("w:p")))


def languages(document):
    """Words and the language they are marked with."""
    found = {}
    for run in document.element.body.iter(qn("w:r")):
        text = "".join(node.text or "" for node in run.iter(qn("w:t"))).strip()
        lang = run.find(f"{qn('w:rPr')}/{qn('w:lang')}")
        if text:
            found.setdefault(None if lang is None else lang.get(qn("w:val")), []).append(text)
    return found


@pytest.mark.parametrize(("language", "region"), [("en", "en-GB"), ("ru", "ru-RU"), ("be", "be-BY"), ("ko", "ko-KR")])
def test_the_file_opens_and_tells_its_title_and_language(language, region):
    document = opened(report.docx(samples.report(language)))
    properties = document.core_properties
    styles = [lang.get(qn("w:val")) for lang in document.styles.element.iter(qn("w:lang"))]
    assert (properties.title, properties.language, properties.comments) == (samples.SCRIPTS, region, "")
    assert set(styles) == {region}
    assert samples.SCRIPTS in everything(document)


def test_word_and_pdf_hold_the_same_words():
    shown = samples.report("en", "Words of the report")
    in_pdf = words(report.pdf(shown))
    missing = [word for word in everything(opened(report.docx(shown))).split() if word not in in_pdf]
    assert [word for word in missing if set(word) != {"_"}] == []


def test_each_text_is_marked_with_the_language_it_is_in():
    shown = [Text("One"), Text(Tongue("Два", "ru", is_fallback=True)), Facts([(samples.BELARUS, samples.ALENA_OWN)])]
    document = opened(report.docx(Report("Title", shown, "en")))
    assert languages(document) == {"en-GB": ["Title", "One", "Belarus"], "ru-RU": ["Два"], "be-BY": ["Алена Волкава"]}


def test_headings_are_headings_and_skip_no_level():
    shown = samples.report("en", "T", [Heading("A", 3), Heading("B", 3), Heading("C", 1), Heading("D", 9)])
    document = opened(report.docx(shown))
    styles = [(p.style.name, p.text) for p in document.paragraphs if p.style.name.startswith(("Title", "Heading"))]
    assert styles == [("Title", "T"), ("Heading 1", "A"), ("Heading 2", "B"), ("Heading 1", "C"), ("Heading 2", "D")]


def test_the_head_of_a_table_is_marked_and_comes_again():
    document = opened(report.docx(samples.report("en", "T", [Table(["State", "n"], [["Georgia", 1200], ["Armenia"]])])))
    (table,) = document.tables
    marked = [row._tr.trPr.find(qn("w:tblHeader")) is not None for row in table.rows]
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["State", "n"],
        ["Georgia", "1,200"],
        ["Armenia", ""],
    ]
    assert marked == [True, False, False]


def test_korean_letters_have_a_korean_font():
    document = opened(report.docx(samples.report("ko", "제목")))
    fonts = document.styles["Heading 1"].element.rPr.rFonts
    assert (fonts.get(qn("w:eastAsia")), fonts.get(qn("w:asciiTheme"))) == ("Malgun Gothic", None)


def test_whatever_was_typed_opens_again():
    text = f"{samples.HOSTILE} \x00\x0b\u202e🙂"
    document = opened(report.docx(samples.report("en", text, [Text(text)])))
    assert f"{samples.HOSTILE} 🙂" in everything(document)  # Word has letters that our fonts lack


def test_a_report_of_empty_blocks_is_still_a_document():
    assert "Nothing" in everything(opened(report.docx(samples.report("en", "Nothing", samples.EMPTY))))


def test_pages_are_counted_by_word():
    with ZipFile(BytesIO(report.docx(samples.report("en", "T", [])))) as archive:
        footers = [archive.read(name).decode() for name in archive.namelist() if "footer" in name]
    assert [("PAGE" in footer, "NUMPAGES" in footer) for footer in footers] == [(True, True)]
