"""What counts as an inline style or script in a template."""

import pytest

from tools.check import INLINE, only_html


@pytest.mark.parametrize(
    "line",
    [
        '<p style="color: red">',
        "<style>",
        "<script>",
        '<script type="module">',
        '<a onclick="go()">',
        '<a href="javascript:go()">',
    ],
)
def test_inline_is_seen(line):
    assert INLINE.search(line)


@pytest.mark.parametrize(
    "line",
    [
        '<script src="{% static "js/clock.js" %}" defer></script>',
        '<link rel="stylesheet" href="a.css">',
        '<p class="style">{% moment due style="weekday" %}',
        '<script data-of="sign-in"\n  type="application/json">{"data": 1}</script>',
        "one = 1",
    ],
)
def test_what_comes_from_a_file_is_not_inline(line):
    assert not INLINE.search(only_html(line))
