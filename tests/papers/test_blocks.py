"""The blocks of a report on a page: the same words, escaped, in marked languages."""

import re

from django.template.loader import render_to_string
from django.utils import translation
from django.utils.html import strip_tags

from core.localised import Tongue
from papers import report
from papers.blocks import Bar, Bars, Facts, Heading, Items, Key, Keys, Table, Text
from tests.papers import samples
from tests.papers.reading import words


def page(blocks, language="en"):
    with translation.override(language):
        return render_to_string("papers/_blocks.html", {"blocks": report.drawn_blocks(blocks, language)})


def shown(html):
    return " ".join(strip_tags(html.replace("<", " <")).split())


def test_a_page_and_the_pdf_hold_the_same_words():
    blocks = samples.blocks_of("Words of a report")
    in_pdf = words(report.pdf(samples.report("en", "Title", blocks)))
    assert [word for word in shown(page(blocks)).replace(":", "").split() if word not in in_pdf] == []


def test_what_people_write_is_never_read_as_html():
    html = page(samples.blocks_of("<b>&amp;</b> <script>x</script>"))
    assert ("<script" in html, "<b>" in html) == (False, False)
    assert html.count("&lt;script&gt;") >= len(samples.blocks_of(""))


def test_each_text_carries_its_language():
    foreign = Tongue("Два\n\nТри", "ru", is_fallback=True)
    html = page([Heading(foreign), Text(foreign), Items([foreign]), Facts([("a", foreign)])])
    assert html.count('lang="ru"') == 4


def test_a_table_becomes_cards_and_its_numbers_stand_to_the_right():
    html = page([Table(["State", "People"], [["Georgia", 1200]])])
    assert re.findall(r"<t[hd][ >].*?</t[hd]>", html) == [
        '<th scope="col">State</th>',
        '<th scope="col" class="num">People</th>',
        '<th scope="row">Georgia</th>',
        '<td data-label="People" class="num">1,200</td>',
    ]


def test_bars_are_as_long_as_their_figures_and_never_longer_than_the_rail():
    html = page([Bars("Rated", [Bar("a", 2.5, "a"), Bar("b", 9, "b"), Bar("c", -1)], full=5)])
    assert re.findall(r'class="bar-(\w+)" x="1" y="1" width="(\d+)%"', html) == [
        ("a", "50"),
        ("b", "99"),
        ("deep", "0"),
    ]


def test_bars_without_a_full_length_are_measured_by_the_longest():
    (block,) = report.drawn_blocks(
        [
            Bars("Rated", [Bar("a", 2), Bar("b", 4)]),
        ],
        "en",
    )
    assert [bar["share"] for bar in block["bars"]] == [0.5, 1]


def test_a_key_says_its_state_in_words():
    html = page(
        [
            Keys([Key("Belarus", "signed", "Alena"), Key("Korea", "silence")], "Both keys."),
            Keys([Key("A", "objects"), Key("B")]),
        ]
    )
    assert shown(html) == "Belarus Signed Alena Korea Agreed by silence Both keys. A Signed, against B Not yet signed"
    assert re.findall(r'class="key(?: ([\w-]+))?"', html) == ["is-signed", "is-silence", "is-signed", ""]


def test_headings_stand_below_the_title_of_the_page():
    html = page([Heading("A"), Heading("B", 2), Heading("C", 3)])
    assert re.findall(r"<(h\d)>(\w)</h\d>", html) == [("h2", "A"), ("h3", "B"), ("h4", "C")]
