"""Rich text: what people write becomes safe markup, blocks of a paper, or words alone."""

from core.localised import Tongue
from papers import blocks as papers
from practices.markdown import blocks, plain, rendered

TEXT = """# Begin

Ask **two** registers first, see [the law](https://law.example/1).

- one
  - below
- two

| Year | Step |
|------|------|
| 2014 | open |

> A lesson
"""


def test_headings_stand_below_those_of_the_page():
    assert rendered("# One\n\n### Three") == "<h3>One</h3>\n<h4>Three</h4>\n"
    assert rendered("## Two", 2) == "<h2>Two</h2>\n"


def test_markup_of_the_writer_stays_text():
    assert rendered("<script>alert(1)</script>") == "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>\n"
    assert rendered("a <b onclick='x()'>b</b>") == "<p>a &lt;b onclick='x()'&gt;b&lt;/b&gt;</p>\n"


def test_a_link_leads_to_the_web_only():
    assert "href" not in rendered("[x](javascript:alert(1))")
    assert "href" not in rendered("[x](data:text/html,1)")
    assert rendered("[x](https://a.example)") == ('<p><a href="https://a.example" rel="noopener nofollow">x</a></p>\n')


def test_a_picture_is_not_fetched():
    assert "<img" not in rendered("![spy](https://a.example/pixel.png)")


def test_a_line_break_is_kept():
    assert rendered("one\ntwo") == "<p>one<br>\ntwo</p>\n"


def test_blocks_of_a_paper():
    def korean(text):
        return Tongue(text, "ko", is_fallback=False)

    assert blocks(TEXT, "ko") == [
        papers.Heading(korean("Begin"), 2),
        papers.Text(korean("Ask two registers first, see the law (https://law.example/1).")),
        papers.Items([korean("one"), korean("– below"), korean("two")]),
        papers.Table([korean("Year"), korean("Step")], [[korean("2014"), korean("open")]]),
        papers.Text(korean("A lesson"), tone="soft"),
    ]


def test_words_alone():
    assert plain("**Two** [links](https://a.example)\n\n- one") == "Two links (https://a.example)\none"
