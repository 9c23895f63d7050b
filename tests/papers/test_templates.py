"""Each paper, in each language, with whatever people may have written."""

import time
from dataclasses import replace
from datetime import date

import pytest
from django.utils import translation

from papers import badges, certificate, letter, report
from papers.blocks import Heading, Table, Text
from papers.labels import labels
from tests.papers import samples
from tests.papers.reading import letters, opened, tags, told, tongues, words

PAPERS = {
    "report": lambda text, language: report.pdf(samples.report(language, text)),
    "letter": lambda text, language: letter.pdf([samples.letter(text)], language=language),
    "badges": lambda text, language: badges.pdf([samples.badge(text)], event=text, title=text, language=language),
    "certificate": lambda text, language: certificate.pdf([samples.certificate(text)], title=text, language=language),
}


@pytest.mark.parametrize("language", samples.LANGUAGES)
@pytest.mark.parametrize("made", PAPERS.values(), ids=PAPERS)
def test_every_script_is_written_and_the_file_tells_itself(made, language):
    content = made(samples.SCRIPTS, language)
    assert samples.SCRIPTS.replace(" ", "") in letters(content)
    assert told(content) == {
        "title": samples.SCRIPTS,
        "lang": language,
        "tagged": True,
        "shows title": True,
        "pdf/a": True,
        "pdf/ua": True,
    }


@pytest.mark.parametrize("language", samples.LANGUAGES)
@pytest.mark.parametrize("made", PAPERS.values(), ids=PAPERS)
def test_what_people_write_is_never_read_as_typst(made, language):
    found = letters(made(samples.HOSTILE, language))
    assert "".join(samples.HOSTILE.split()) in found
    assert "root:" not in found


@pytest.mark.parametrize("language", samples.LANGUAGES)
@pytest.mark.parametrize("made", PAPERS.values(), ids=PAPERS)
def test_a_text_without_end_still_gives_a_paper(made, language):
    assert "Österreichisch" in letters(made(samples.LONG, language))


@pytest.mark.parametrize("made", PAPERS.values(), ids=PAPERS)
def test_what_no_font_has_stands_as_a_white_square(made):
    content = made("Kim 🙂 Seoyeon", "en")
    assert "Kim□Seoyeon" in letters(content)


def test_a_report_of_empty_blocks_is_still_a_report():
    assert words(report.pdf(samples.report("en", "Nothing to tell", samples.EMPTY))).startswith("Belarusian–Korean IT")


def test_what_may_be_left_out_of_a_letter_leaves_nothing_behind():
    bare = letter.Letter(samples.HEAD, [], "Subject", [], [])
    assert words(letter.pdf([bare], language="en")) == (
        "Belarusian–Korean IT Cooperation Centre Belarus · Republic of Korea No. ER-2026-007 3 Nov 2026 Subject Page 1 of 1"
    )


def test_facts_of_a_letter_may_be_days_and_numbers():
    one = letter.Letter(samples.HEAD, [], "S", [], [], facts=[("Until", date(2027, 1, 15)), ("Places", 2)])
    assert "Until 15 Jan 2027 Places 2" in words(letter.pdf([one], language="en"))


def test_a_report_reads_in_order_with_heads_of_tables_and_languages():
    content = report.pdf(samples.report("en"))
    found = tags(content)
    assert [one for one in found if one in {"Title", "H1", "H2", "H3"}] == ["Title", "H1", "H2"]
    assert (found.count("Table"), found.count("TH")) == (1, 3)
    assert tongues(content) >= {"ru"}


def test_a_head_is_repeated_on_every_page_of_a_long_table():
    rows = [[f"row {number}", number] for number in range(200)]
    content = report.pdf(samples.report("en", "Title", [Table(["A column", "Count"], rows)]))
    pages = [page.extract_text() for page in opened(content).pages]
    assert len(pages) > 3
    assert ["A column" in page for page in pages] == [True] * len(pages)
    assert ["Belarusian–Korean IT Cooperation Centre" in page for page in pages] == [True] * len(pages)


def test_each_letter_of_a_run_counts_its_own_pages():
    long = samples.letter("A word.", paragraphs=["Many words. " * 30] * 30)
    content = letter.pdf([samples.letter("One"), long, samples.letter("Two")], language="en")
    pages = [page.extract_text().split("\n")[-1] for page in opened(content).pages]
    assert pages == ["Page 1 of 1", *[f"Page {n} of {len(pages) - 2}" for n in range(1, len(pages) - 1)], "Page 1 of 1"]


@pytest.mark.parametrize("language", samples.LANGUAGES)
def test_pages_are_counted_in_the_language_of_the_paper(language):
    with translation.override(language):
        counted = labels()["page"].format(page=1, pages=1)
    assert words(letter.pdf([samples.letter("한국어")], language=language)).endswith(counted)


def test_eight_badges_are_a_sheet_of_a4():
    content = badges.pdf([samples.badge("Kim")] * 9, event="Forum", title="Badges", language="en")
    assert [[round(float(side)) for side in page.mediabox[2:]] for page in opened(content).pages] == [[595, 842]] * 2
    assert words(content).count("K7-001") == 9


def test_a_badge_carries_both_names_the_role_and_the_code():
    badge = badges.Badge(
        samples.SEOYEON, "Speaker", samples.KOREA, samples.SEOYEON_OWN, "NIA", "K7-001", "https://a.example"
    )
    content = badges.pdf([badge], event="Forum", title="Badges", language="ru")
    assert words(content) == "Forum Kim Seoyeon 김서연 Республика Корея NIA Speaker K7-001"
    assert tags(content).count("Figure") == 1


def test_a_certificate_is_a_landscape_page_with_what_it_confirms():
    one = certificate.Certificate(
        samples.HEAD,
        "Certificate of attendance",
        samples.SEOYEON,
        ["Forum"],
        samples.SIGNED,
        "7K3M",
        "https://a.example/c/7K3M",
        samples.SEOYEON_OWN,
    )
    content = certificate.pdf([one, one], title="Certificates", language="en")
    pages = opened(content).pages
    assert [[round(float(side)) for side in page.mediabox[2:]] for page in pages] == [[842, 595]] * 2
    assert " ".join(pages[0].extract_text().split()) == (
        "Belarusian–Korean IT Cooperation Centre Belarus · Republic of Korea No. ER-2026-007 3 Nov 2026 "
        "Certificate of attendance Kim Seoyeon 김서연 Forum Alena Volkava Co-director Belarus 김서연 공동센터장 "
        "Republic of Korea Signed in the portal Code 7K3M Anyone can check this certificate at https://a.example/c/7K3M"
    )


@pytest.mark.parametrize("text", [samples.SCRIPTS, samples.LONG], ids=["scripts", "long"])
def test_a_certificate_and_a_badge_keep_to_their_page(text):
    signed = [replace(one, note=text[:90], title=text[:90]) for one in samples.SIGNED]
    one = samples.certificate(text, signatures=signed, address="https://portal.centre.example/" + "a" * 60)
    made = (
        certificate.pdf([one], title="T", language="ru"),
        badges.pdf([samples.badge(text)] * 8, event=text, title="T", language="ru"),
    )
    assert [len(opened(content).pages) for content in made] == [1, 1]


def test_sixty_pages_take_no_longer_than_a_reader_waits():
    chapter = [Heading("Chapter"), Text("A sentence of a report. " * 60), *samples.blocks_of("Text")[5:10]]
    rows = Table(["State", "People"], [["Belarus", number] for number in range(40)])
    shown = samples.report("ru", "Report", [*chapter, rows] * 40)
    started = time.monotonic()
    content = report.pdf(shown)
    assert (len(opened(content).pages) >= 60, time.monotonic() - started < 10) == (True, True)
