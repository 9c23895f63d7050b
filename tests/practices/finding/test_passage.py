"""The piece of a text in which the words stand, and what of it is marked."""

from practices.finding.asking import Asked
from practices.finding.passages import WIDTH, passage, pattern_of


def test_a_word_that_begins_where_the_piece_ends_is_not_marked():
    text = "customs " + "x " * ((WIDTH - 12) // 2) + "customs of all states"
    found = passage(text, "en", pattern_of(Asked.of("customs")))
    assert [piece for piece, is_marked in found.pieces if is_marked] == ["customs"]
    assert found.pieces[-1][0].endswith(" …")
