"""Named fields and nothing else: what is filled in, what is refused, and that nothing is ever run."""

import pytest
from django.utils import translation

from letters.enums import LetterKind
from letters.fields import FIELDS, examples_of, names_of
from letters.merging import Piece, faults_of, fields_in, fill, missing_in, paragraphs_of, pieces_of, value_of

KNOWN = ["event", "recipient"]
STRANGER = "There is no field “{%s}” in letters of this kind."
SLIP = "“%s” is not a field. A field is one name of the list in braces, such as {recipient}."


@pytest.fixture(autouse=True)
def _english():
    with translation.override("en"):
        yield


def test_fields_are_filled_in_once_and_in_their_order():
    text = "{event} for {recipient}: {event}"
    assert fields_in(text) == ["event", "recipient"]
    assert fill(text, {"event": "Forum", "recipient": "Ministry"}) == "Forum for Ministry: Forum"
    assert missing_in(text, {"event": "Forum", "recipient": ""}) == ["recipient"]
    assert fill(text, {"event": "Forum"}) == "Forum for {recipient}: Forum"


def test_what_a_field_stands_for_is_not_read_again():
    """A body may call itself whatever it likes."""
    values = {"event": "{recipient}", "recipient": "{event.__class__} %(event)s {0}"}
    assert fill("{event}: {recipient}", values) == "{recipient}: {event.__class__} %(event)s {0}"
    assert missing_in("{event}: {recipient}", values) == []


@pytest.mark.parametrize(
    ("text", "slip"),
    [
        ("{recipient.__class__.__init__.__globals__}", "{recipient.__class__.__i"),
        ("{recipient.name}", "{recipient.name}"),
        ("{recipient[0]}", "{recipient[0]}"),
        ("{recipient!r}", "{recipient!r}"),
        ("{recipient:>1000000}", "{recipient:>1000000}"),
        ("{0}", "{0}"),
        ("{}", "{}"),
        ("{{recipient}", "{{recipient}"),
        ("{ recipient }", "{ recipient }"),
        ("{recipient", "{recipient"),
        ("recipient}", "}"),
        ("{Recipient}", "{Recipient}"),
        ("{{ settings.SECRET_KEY }}", "{{ settings.SECRET_KEY }"),
    ],
)
def test_braces_that_are_no_field_are_named(text, slip):
    assert faults_of(f"Dear {text}", KNOWN)[0] == SLIP % slip
    assert "SECRET" not in fill(text, {"recipient": "M"}) or text == fill(text, {"recipient": "M"})


def test_a_field_of_another_kind_is_named():
    assert faults_of("{event}, {quota} and {deadline}", KNOWN) == [STRANGER % "quota", STRANGER % "deadline"]
    assert faults_of("{event} for {recipient}", KNOWN) == []


def test_what_a_field_stands_for_is_one_line():
    assert value_of("A\n\nDear Minister,\x07 \u202ebad") == "A Dear Minister, bad"


def test_a_text_is_cut_at_its_empty_lines():
    assert paragraphs_of("One\r\n\r\nTwo\nlines\n  \n\nThree\n") == ["One", "Two\nlines", "Three"]


def test_a_preview_tells_words_from_values_and_gaps():
    assert pieces_of("To {recipient}: {event}.", {"recipient": "M"}) == [
        Piece("To "),
        Piece("M", is_value=True),
        Piece(": "),
        Piece("{event}", is_missing=True),
        Piece("."),
    ]


@pytest.mark.parametrize("language", ["en", "ru", "be", "ko"])
@pytest.mark.parametrize("kind", LetterKind.values)
def test_every_field_has_words_and_an_example(kind, language):
    with translation.override(language):
        assert list(examples_of(kind)) == names_of(kind)
        assert [name for name, example in examples_of(kind).items() if not example] == []
        assert [field.name for field in FIELDS[kind] if not str(field.says)] == []
    assert len(set(names_of(kind))) == len(FIELDS[kind])
