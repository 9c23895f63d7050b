"""Catalogues of the interface: what is missing or broken is named, and nothing is guessed."""

import polib
import pytest

from tools import messages


def pot(*entries: polib.POEntry) -> polib.POFile:
    file = polib.POFile()
    file.extend(entries)
    return file


ONE = polib.POEntry(msgid="Read %(title)s", occurrences=[("a.py", "1")])
MANY = polib.POEntry(msgid="%(n)s day", msgid_plural="%(n)s days", occurrences=[("a.py", "2")])


@pytest.fixture
def locale(tmp_path):
    """Catalogues of two sentences, fully translated."""
    for language in messages.PLURALS:
        messages.merge(language, pot(ONE, MANY), tmp_path)
        path = messages.catalogue(language, tmp_path)
        file = polib.pofile(str(path))
        file[0].msgstr = "Читать %(title)s"
        file[1].msgstr_plural = dict.fromkeys(range(messages.forms(language)), "%(n)s")
        file.save()
    return tmp_path


def change(locale, **values):
    file = polib.pofile(str(messages.catalogue("ru", locale)))
    for name, value in values.items():
        setattr(file[0], name, value)
    file.save()
    return list(messages.faults("ru", pot(ONE, MANY), locale))


@pytest.mark.parametrize("language", ["ru", "be", "ko"])
def test_a_full_catalogue_has_no_faults(locale, language):
    assert list(messages.faults(language, pot(ONE, MANY), locale)) == []


@pytest.mark.parametrize(
    ("values", "fault"),
    [
        ({"msgstr": ""}, "empty"),
        ({"flags": ["fuzzy"]}, "fuzzy"),
        ({"msgstr": "Читать %(titel)s"}, "other placeholders"),
        ({"msgstr": "Читать"}, "other placeholders"),
    ],
)
def test_a_broken_sentence_is_named(locale, values, fault):
    assert change(locale, **values) == [f"ru: {fault}: 'Read %(title)s'"]


def test_new_and_forgotten_sentences_are_named(locale):
    new = polib.POEntry(msgid="New")
    assert sorted(messages.faults("ko", pot(MANY, new), locale)) == [
        "ko: missing: 'New'",
        "ko: obsolete: 'Read %(title)s'",
    ]


def test_other_plural_forms_are_refused(locale):
    path = messages.catalogue("be", locale)
    file = polib.pofile(str(path))
    file.metadata["Plural-Forms"] = "nplurals=3; plural=0;"
    file.save()
    assert list(messages.faults("be", pot(ONE, MANY), locale)) == ["be: Plural-Forms must begin with nplurals=4"]


def test_a_missing_catalogue_is_named(tmp_path):
    assert list(messages.faults("ko", pot(ONE), tmp_path)) == ["ko: there is no catalogue"]


def test_merging_keeps_what_is_translated_and_drops_what_is_gone(locale):
    messages.merge("ru", pot(ONE, polib.POEntry(msgid="Read this")), locale)
    file = polib.pofile(str(messages.catalogue("ru", locale)))
    assert [(entry.msgid, entry.msgstr, entry.flags) for entry in file] == [
        ("Read %(title)s", "Читать %(title)s", []),
        ("Read this", "", []),
    ]


def test_only_what_changed_is_compiled(locale):
    assert len(messages.compile_all(locale)) == 3
    assert messages.compile_all(locale) == []
    catalogue = polib.mofile(str(messages.catalogue("ru", locale).with_suffix(".mo")))
    assert catalogue.find("Read %(title)s").msgstr == "Читать %(title)s"
