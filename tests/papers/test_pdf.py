"""Making a PDF: where templates lie, what is refused, and that a run of papers costs no memory."""

import re
from datetime import date
from pathlib import Path

import psutil
import pytest
from django.conf import settings

from papers import badges, pdf, report
from papers.errors import PaperError
from papers.heads import Head, head_of
from people import directory
from tests.papers import samples
from tests.papers.reading import letters, words

TEMPLATES = sorted(Path(settings.BASE_DIR).glob("[a-z]*/papers/*.typ")) + sorted(
    Path(settings.BASE_DIR).glob("papers/typst/*.typ")
)


@pytest.fixture
def template(tmp_path, monkeypatch):
    """Write a template of an app `forum` in a house of its own, with our base beside it."""
    monkeypatch.setattr(pdf, "ROOT", tmp_path)
    (tmp_path / "papers").mkdir()
    (tmp_path / "papers" / "typst").symlink_to(settings.BASE_DIR / "papers" / "typst")
    folder = tmp_path / "forum" / "papers"
    folder.mkdir(parents=True)

    def write(text):
        (folder / "list.typ").write_text(text, encoding="utf-8")
        return "forum/list"

    return write


def test_another_app_draws_on_our_sheet(template):
    name = template(
        '#import "/papers/typst/base.typ": *\n#show: sheet\n#letterhead(paper.head)\n= #paper.title\n#paper.day'
    )
    head = Head("Centre", ("A", "B"), "1", None)
    content = pdf.compile_pdf(name, {"title": "Список", "day": date(2026, 11, 3), "head": head}, language="ru")
    assert words(content).startswith("Centre A · B")
    assert letters(content).count("03.11.2026") == 1


@pytest.mark.parametrize("name", ["../secret", "/etc/passwd", "events/../papers", "a/b/c", "", "Letter"])
def test_only_templates_of_apps_have_names(name):
    with pytest.raises(PaperError, match="names no template"):
        pdf.compile_pdf(name, {"title": "T"}, language="en")


def test_a_template_that_is_not_there_is_named():
    with pytest.raises(PaperError, match=r"There is no template events/papers/nothing\.typ"):
        pdf.compile_pdf("events/nothing", {"title": "T"}, language="en")


@pytest.mark.parametrize("title", [None, "", " \n "])
def test_a_paper_without_a_title_is_refused(title):
    with pytest.raises(PaperError, match="needs a title"):
        pdf.compile_pdf("report", {"title": title, "blocks": [], "head": None, "subtitle": ""}, language="en")


def test_a_language_that_the_portal_does_not_have_is_refused():
    with pytest.raises(PaperError, match="not in 'fr'"):
        pdf.compile_pdf("report", {"title": "T"}, language="fr")


def test_a_fault_of_a_template_says_where(template):
    name = template('#import "/papers/typst/base.typ": *\n#show: sheet\n#paper.nothing')
    with pytest.raises(PaperError, match=r"forum/papers/list\.typ: (.|\n)*list\.typ:3"):
        pdf.compile_pdf(name, {"title": "T"}, language="en")


def test_a_picture_without_words_is_no_paper(template):
    name = template('#import "/papers/typst/base.typ": *\n#show: sheet\n#image(bytes(paper.svg), format: "svg")')
    with pytest.raises(PaperError, match="alt"):
        pdf.compile_pdf(name, {"title": "T", "svg": '<svg xmlns="http://www.w3.org/2000/svg"/>'}, language="en")


def test_a_letter_that_no_font_has_cannot_pass_unseen(template):
    name = template('#import "/papers/typst/base.typ": *\n#show: sheet\n漢')
    with pytest.raises(PaperError, match="漢"):
        pdf.compile_pdf(name, {"title": "T"}, language="en")


def test_a_template_reads_nothing_outside_the_house(template):
    name = template('#import "/papers/typst/base.typ": *\n#show: sheet\n#read("/../../../../etc/hostname")')
    with pytest.raises(PaperError):
        pdf.compile_pdf(name, {"title": "T"}, language="en")


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.stem)
def test_templates_evaluate_nothing_and_fetch_nothing(path):
    source = path.read_text(encoding="utf-8")
    assert re.findall(r'\beval\(|mode: *"markup"|@preview|\bread\(|\bplugin\(', source) == []


def test_a_run_of_papers_leaves_no_memory_behind():
    def make(number):
        run = [samples.badge(f"Kim {number} {one}", code=f"{number}-{one}") for one in range(40)]
        badges.pdf(run, event=f"Forum {number}", title="Badges", language="en")

    make(0)
    before = psutil.Process().memory_info().rss
    for number in range(1, 6):
        make(number)
    assert psutil.Process().memory_info().rss - before < 20 * 2**20


def test_a_paper_that_does_not_come_to_an_end_is_stopped(monkeypatch):
    monkeypatch.setattr(pdf, "SECONDS", 0.01)
    with pytest.raises(PaperError, match=r"took longer than 0\.01 seconds"):
        report.pdf(samples.report("en"))


def test_typst_knows_no_secret(template, monkeypatch):
    monkeypatch.setenv("SECRET_KEY", "planted")
    monkeypatch.setattr(pdf, "COMPILER", settings.BASE_DIR / "tests" / "papers" / "tells_its_environment.py")
    with pytest.raises(PaperError) as raised:
        pdf.compile_pdf("report", {"title": "T"}, language="en")
    assert str(raised.value) == "papers/typst/report.typ: []"


@pytest.mark.django_db
def test_the_head_names_the_own_side_first(centre):
    centre = directory.main_centre()
    assert centre is not None
    heads = [head_of(centre, own=own).sides for own in ("", centre.side_b_id, centre.side_a_id, "GE")]
    a, b = centre.side_a.name, centre.side_b.name
    assert heads == [(a, b), (b, a), (a, b), (a, b)]
