"""The difference of two texts: nothing is lost of either, and one changed word is one changed word."""

from itertools import pairwise
from time import perf_counter

from hypothesis import given
from hypothesis import strategies as st

from practices.differences import MOST, differences

TEXTS = st.text(st.sampled_from("ab가 \n."), max_size=60)


def words(pieces, *without):
    return " ".join("".join(text for kind, text in pieces if kind not in without).split())


@given(TEXTS, TEXTS)
def test_both_texts_can_be_read_from_it(before, after):
    pieces = differences(before, after)
    spaced = [(kind, f" {text}") for kind, text in pieces]
    assert words(spaced, "removed") == " ".join(after.split())
    assert words(spaced, "added") == " ".join(before.split())
    assert all(one[0] != other[0] for one, other in pairwise(pieces))


def test_a_replaced_word_stands_before_the_new_one():
    assert differences("Nine people run it today.", "Twelve people run it.") == [
        ("removed", "Nine"),
        ("added", "Twelve"),
        ("same", " people run"),
        ("removed", " it today."),
        ("added", " it."),
    ]


def test_line_ends_and_spaces_are_no_difference():
    assert differences("one\r\n\r\ntwo  three", "one\n\ntwo three\n") == [("same", "one\n\ntwo three")]


def test_what_is_new_and_what_is_gone():
    assert (differences("", "가 나"), differences("가 나", ""), differences("", "")) == (
        [("added", "가 나")],
        [("removed", "가 나")],
        [],
    )


def test_a_text_made_to_be_slow_is_not():
    began = perf_counter()
    long = differences("x " + "a b " * MOST, "y " + "b a c " * MOST)
    assert [kind for kind, _words in long] == ["removed", "added"]
    differences("x " + "a b " * (MOST // 2 - 10), "y " + "b a c " * (MOST // 3 - 10))
    assert perf_counter() - began < 5
