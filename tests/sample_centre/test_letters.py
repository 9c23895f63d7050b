"""The letters of the sample centre: templates of all kinds in four languages, issued, in preparation, withdrawn."""

from collections import defaultdict

import pytest

from core.localised import LANGUAGES
from letters.enums import LetterKind
from letters.fields import names_of
from letters.merging import faults_of, fields_in
from letters.models import Letter, LetterRun, LetterTemplate
from sample_centre.content.letters import TEMPLATES


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda one: one.kind.value)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_template_is_sound_in_four_languages(template, language):
    subject, body = template.subject[language], template.body[language]
    assert faults_of(f"{subject}\n{body}", names_of(template.kind)) == []
    assert set(fields_in(body)) == set(fields_in(template.body["en"]))


def test_a_template_of_each_kind(sample):
    assert sorted(LetterTemplate.objects.values_list("kind", flat=True)) == sorted(LetterKind.values)
    assert {tuple(row.languages()) for row in LetterTemplate.objects.all()} == {LANGUAGES}


def test_runs_in_preparation_and_issued_in_the_order_of_protocol(sample):
    assert list(LetterRun.objects.order_by("pk").values_list("source", "state")) == [
        ("invitation", "issued"),
        ("visa", "issued"),
        ("answer", "issued"),
        ("acknowledgement", "prepared"),
        ("reminder_nominations", "prepared"),
    ]
    invited = LetterRun.objects.get(source="invitation").letters.order_by("position")
    codes = [one.country_id for one in invited]
    assert codes == ["BY", "AL", "AM", "AZ", "BG", "GE", "GR", "MD", "RO", "RS", "TR", "UA"]


def test_numbers_have_no_gap_and_one_letter_was_withdrawn(sample):
    by_year = defaultdict(list)
    for number in Letter.objects.numbered().order_by("reference").values_list("reference", flat=True):
        _letter, year, place = number.split("-")
        by_year[year].append(int(place))
    assert [places for places in by_year.values() if places != [*range(1, len(places) + 1)]] == []
    assert [one.organisation.country_id for one in Letter.objects.filter(state="withdrawn")] == ["BY"]
    assert Letter.objects.filter(state="left_out").count() == 1


def test_no_issued_letter_has_a_gap_in_its_words(sample):
    assert [one.handle for one in Letter.objects.numbered() if "{" in one.subject + one.body] == []
