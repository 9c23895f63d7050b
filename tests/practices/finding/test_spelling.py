"""How near two words are."""

import pytest

from practices.finding.spelling import closest, distance, remainders


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [("kiosk", "kiosk", 0), ("kiosk", "kisok", 1), ("kiosk", "kiosks", 1), ("kiosk", "kosk", 1), ("kiosk", "kiask", 1), ("kiosk", "", 5), ("ab", "ba", 1), ("procurement", "porcurment", 2)],
)  # fmt: skip
def test_distance(one, other, apart):
    assert distance(one, other) == distance(other, one) == apart


@pytest.mark.parametrize("word", ["ab", "kiosk", "шлюз", "나라장터", "procurement", "interoperabilities-of-25"])
def test_one_mistake_always_leaves_a_common_remainder(word):
    for at in range(len(word)):
        swapped = word[:at] + word[at : at + 2][::-1] + word[at + 2 :]
        for mistaken in (
            word[:at] + "z" + word[at:],
            word[:at] + word[at + 1 :],
            word[:at] + "z" + word[at + 1 :],
            swapped,
        ):
            assert distance(word, mistaken) <= 1
            assert set(remainders(word)) & set(remainders(mistaken))


def test_two_mistakes_are_forgiven_in_long_words_only():
    assert closest("interoprability", ["interoperability"]) == "interoperability"
    assert closest("intropreability", ["interoperability"]) == "interoperability"
    assert closest("kisk", ["kiosk"]) == "kiosk"
    assert closest("kzzk", ["kiosk"]) == ""


def test_of_equals_the_one_that_begins_alike_is_taken():
    assert closest("cart", ["part", "card"]) == "card"
