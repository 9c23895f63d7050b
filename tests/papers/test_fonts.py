"""Letters: what the fonts have, and what becomes of the rest."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from papers import fonts, report
from papers.blocks import Text
from papers.errors import PaperError
from tests.papers import samples
from tests.papers.reading import words


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        (samples.SCRIPTS, samples.SCRIPTS),
        ("“quotes” – dash — № ₩ € ½ → ✓", "“quotes” – dash — № ₩ € ½ → ✓"),
        ("Zoe\u0308", "Zoë"),  # composed
        ("ру\u0301сский", "ру\u0301сский"),  # an accent that the font has stays
        ("김\u1112\u1161\u11ab", "김한"),  # jamo become a syllable
        ("ℌ ǆ", "H dž"),  # forms of letters that the fonts have in another form
        ("a\u202eb\u200b\ufeffc\x00d", "abcd"),  # what is not seen
        ("a\r\nb\u2028c\td", "a\nb\nc d"),
        ("🙂", "□"),
        ("👨\u200d👩", "□□"),
        ("漢 ع ก", "□ □ □"),
        ("ა\u0f71", "ა"),  # a mark that no font sets on this letter is lost, the letter is not
        ("", ""),
    ],
)
def test_a_text_becomes_what_can_be_printed(typed, printed):
    assert fonts.writable(typed) == printed


def test_what_would_be_lost_can_be_asked_before():
    assert fonts.missing(f"{samples.SCRIPTS} 漢漢🙂") == ["漢", "🙂"]
    assert fonts.missing(samples.SCRIPTS) == []


def test_a_square_that_was_typed_is_not_missing():
    assert (fonts.writable("□"), fonts.missing("□")) == ("□", [])


def test_fonts_that_are_not_there_are_named_with_the_way_to_bring_them(tmp_path, monkeypatch):
    monkeypatch.setattr(fonts, "FOLDER", tmp_path)
    with pytest.raises(PaperError, match=r"IBMPlexSans_400Regular\.ttf.*python tools/front_end\.py"):
        fonts.folder()


@settings(max_examples=25, deadline=None)
@given(st.lists(st.text(max_size=40), max_size=30))
def test_any_text_at_all_gives_a_paper(texts):
    shown = [Text(text) for text in texts]
    assert "Any" in words(report.pdf(samples.report("en", "Any", shown)))
