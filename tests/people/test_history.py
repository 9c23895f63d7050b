"""The journal of a record in words: what is said of keys and languages, and what is left out."""

from core import journal
from people.history import history_of

PHRASES = {
    "sign": "Signed by both sides",
    "decide": "Accepted by both sides",
    "decide:key": "Key turned: %(country)s",
    "decide:silence": "Key by silence: %(country)s",
    "translate": "Translated",
    "hand_in": "Handed in",
    "hand_in:slides": "Slides handed in",
}


def test_keys_and_languages_are_said_in_words(cast, director_by):
    centre = cast.centre
    for verb, entry in {
        "sign:key": {"by": director_by, "key": "a", "reason": "As agreed."},
        "decide:key": {"by": director_by, "key": "a"},
        "decide": {"by": None},
        "translate": {"by": director_by, "data": {"language": "ko"}},
    }.items():
        journal.write(centre, verb, **entry)
    journal.write(centre, "sign:key", by=None, key="b")
    journal.write(centre, "decide:key", by=None, key="b")
    lines = history_of(centre, PHRASES, centre=centre)
    who = director_by.display_name
    assert [(line.words, line.who, line.reason) for line in lines] == [
        ("Key by silence: Republic of Korea", "", ""),
        ("Signed by both sides: key by silence, Republic of Korea", "", ""),
        ("Translated: 한국어", who, ""),
        ("Accepted by both sides", "", ""),
        ("Key turned: Belarus", who, ""),
        ("Signed by both sides: key of Belarus", who, "As agreed."),
    ]
    assert lines[-1].title == director_by.title_of_record()


def test_what_has_no_words_is_left_out(cast, director_by, django_assert_num_queries):
    for verb, key in (("sign", ""), ("count", ""), ("count:key", "a")):
        journal.write(cast.centre, verb, by=director_by, key=key)
    with django_assert_num_queries(1):
        assert [line.words for line in history_of(cast.centre, PHRASES, centre=cast.centre)] == ["Signed by both sides"]


def test_a_kind_may_have_words_of_its_own(cast, director_by):
    for data in ({"kind": "slides", "language": "ko"}, {"kind": "report", "language": "ru"}, {}):
        journal.write(cast.centre, "hand_in", by=director_by, data=data)
    assert [line.words for line in history_of(cast.centre, PHRASES, centre=cast.centre)] == [
        "Handed in",
        "Handed in: Русский",
        "Slides handed in: 한국어",
    ]
