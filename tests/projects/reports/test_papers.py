"""PDF and DOCX: in the reader's language, own side first, from the frozen figures once there are some."""

from io import BytesIO

import pytest
from django.urls import reverse
from django.utils import timezone, translation
from docx import Document
from pypdf import PdfReader

from papers.report import drawn
from people.keys import keys_of, sides_of
from projects.freezing import figures_of
from projects.presentation.report_paper import report_of
from projects.presentation.reports import parts_of, whole_reports
from projects.workflow import reporting
from tests.cast import sign_in
from tests.projects.builders import make_entry, make_line
from tests.projects.reports.quarter import part_of, signed, verified, write


def address(name, report):
    return reverse(f"projects:{name}", args=[report.project.reference, report.year, report.quarter])


def words_of(content: bytes) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(BytesIO(content)).pages).split())


def paper(report, user, language):
    """The description that both papers are drawn from."""
    found = whole_reports(user).select_related("project__centre").get(pk=report.pk)
    sides, own = sides_of(found.project.centre, user), user.standing.side_in(found.project.centre)
    with translation.override(language), timezone.override(user.zone):
        keys = keys_of(found, reporting, "sign", user, centre=found.project.centre)
        parts = parts_of(found, sides, own)
        return drawn(report_of(found, figures_of(found), parts, keys, sides=sides, own=own, language=language))


def headings(paper):
    return [one["text"] for one in paper["blocks"] if one["kind"] == "heading"]


def test_own_side_stands_first_in_each_copy(cast, worked, report):
    row = signed(report, cast)
    for who, first in (("leader_by", "Belarus"), ("leader_kr", "Republic of Korea")):
        found = paper(row, cast.people[who], "en")
        assert headings(found)[0] == f"Report of {first}"
        (keys,) = [one for one in found["blocks"] if one["kind"] == "keys"]
        assert (keys["keys"][0]["country"], keys["keys"][0]["state"]) == (first, "signed")
        money = next(one for one in found["blocks"] if one["kind"] == "table")
        assert money["head"][1] == f"{first}, in the quarter"


def test_both_languages_of_the_narrative_stand_in_it(cast, worked, report):
    row = verified(report, cast)
    texts = [one["text"] for one in paper(row, cast.people["leader_kr"], "ru")["blocks"] if one["kind"] == "text"]
    assert texts.index("Три органа передают.") < texts.index({"text": "Three agencies hand over.", "lang": "en"})


def test_the_papers_do_not_follow_the_books_once_it_is_verified(cast, worked, report):
    row = verified(report, cast)
    user = cast.people["leader_by"]
    before = paper(row, user, "en")
    make_entry(make_line(worked, "b"), amount="123456.00", on=report.last_day())
    worked.deliverables.all().delete()
    assert paper(row, user, "en") == before


@pytest.mark.parametrize("language", ["en", "ru", "be", "ko"])
def test_it_is_drawn_as_pdf_and_docx_in_each_language(cast, worked, report, language):
    row = verified(report, cast)
    client = sign_in(cast.people["leader_kr"])
    answer = client.get(address("report_pdf", row), {"language": language})
    assert (answer.status_code, answer["Content-Type"]) == (200, "application/pdf")
    assert f"{worked.reference}-2026-Q1-{language}.pdf" in answer["Content-Disposition"]
    text = words_of(answer.content)
    assert ("31" in text, row.reference in text) == (True, True)
    answer = client.get(address("report_docx", row), {"language": language})
    document = Document(BytesIO(answer.content))
    shown = [one.text for one in document.paragraphs]
    assert "Three agencies hand over." in shown
    assert len(document.tables) > 6


def test_the_words_of_the_other_side_are_not_in_its_draft(cast, worked, report):
    write(report, "a", cast, summary={"en": "WORDSOFA", "ru": "СЛОВА"})
    own, other = (sign_in(cast.people[who]).get(address("report_pdf", report)) for who in ("leader_by", "leader_kr"))
    assert ("WORDSOFA" in words_of(own.content), "WORDSOFA" in words_of(other.content)) == (True, False)
    assert part_of(report, "a").summary["en"] == "WORDSOFA"
