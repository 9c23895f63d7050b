"""Figures as JSON and back: exact, and in every language."""

import json
from datetime import date
from decimal import Decimal

from django.utils import translation
from django.utils.translation import gettext_lazy as _

from core.localised import LocalisedText
from reports.figures.figure import Breakdown, Figure, Group, Line
from reports.figures.table import month_in_words
from reports.storing import digest, read, write

NAME = LocalisedText(en="Georgia", ru="Грузия", ko="조지아")
GROUPS = [
    Group(
        "work",
        _("Requests"),
        [
            Figure("received", _("Requests"), 12, "/rows/", of=20, note="Registered"),
            Figure("median", "Median", Decimal("7.50"), unit="h"),
            Figure("nothing", "Nothing", None),
        ],
        [
            Breakdown("by_country", "By country", ("Received",), [Line(NAME, [Figure("received", "R", 3)], "GE")], "C"),
            Breakdown(
                "by_month",
                "By month",
                ("Received",),
                [Line(month_in_words(date(2026, 3, 1)), [Figure("received", "R", 1)], "2026-03")],
                "M",
            ),
        ],
    )
]


def there_and_back():
    return read(json.loads(json.dumps(write(GROUPS)))).groups[0]


def test_values_come_back_exact():
    group = there_and_back()
    assert [(one.key, one.value, type(one.value), one.of, one.url) for one in group.figures] == [
        ("received", 12, int, 20, "/rows/"),
        ("median", Decimal("7.5"), Decimal, None, ""),
        ("nothing", None, type(None), None, ""),
    ]
    assert [(one.note, one.unit) for one in group.figures] == [("Registered", ""), ("", "h"), ("", "")]


def test_words_stand_in_every_language_that_says_them():
    group = there_and_back()
    said = {}
    for language in ("en", "ru", "be", "ko"):
        with translation.override(language):
            wanted = str(_("Requests"))
            said[language] = (str(group.label), wanted)
    assert {language: got == wanted for language, (got, wanted) in said.items()} == dict.fromkeys(said, True)
    assert said["ru"][0] != said["en"][0]
    assert group.breakdowns[0].lines[0].label == NAME


def test_a_month_is_written_in_each_language_anew():
    line = there_and_back().breakdowns[1].lines[0]
    found = {}
    for language in ("en", "ru", "ko"):
        with translation.override(language):
            found[language] = str(line.label)
    assert found == {"en": "March 2026", "ru": "Март 2026 г.", "ko": "2026년 3월"}


def test_the_same_figures_have_the_same_mark_whoever_reads():
    with translation.override("ko"):
        korean = digest(write(GROUPS))
    assert korean == digest(write(GROUPS))
    other = [Group("work", _("Requests"), [Figure("received", _("Requests"), 13)])]
    assert digest(write(other)) != korean
