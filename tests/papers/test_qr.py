"""The code is the one its standard asks for: every dark module stands where segno puts it."""

import re

import pytest
import segno
from django.utils.safestring import SafeString
from lxml import etree

from papers import qr
from papers.errors import PaperError

ADDRESS = "https://centre.example/certificates/7K3M-PQ92"


def modules(svg):
    """The dark modules, read back from the path."""
    path = etree.fromstring(svg).findall("{http://www.w3.org/2000/svg}path")[1].get("d")
    return {
        (int(x) + step - qr.QUIET, int(y) - qr.QUIET)
        for x, y, length in re.findall(r"M(\d+) (\d+)h(\d+)v1", path)
        for step in range(int(length))
    }


def test_every_module_is_drawn_where_it_belongs():
    matrix = segno.make(ADDRESS, error="m", micro=False).matrix
    assert modules(qr.svg(ADDRESS)) == {(x, y) for y, row in enumerate(matrix) for x, dark in enumerate(row) if dark}


def test_what_is_heard_is_the_label_else_the_text():
    heard = [etree.fromstring(svg).get("aria-label") for svg in (qr.svg('<&">'), qr.svg("x", label="Code of 김 & 박"))]
    assert heard == ['<&">', "Code of 김 & 박"]


def test_a_text_that_is_too_long_is_refused():
    with pytest.raises(PaperError, match="3000 characters are too many"):
        qr.svg("x" * 3000)


def test_a_page_with_the_strictest_policy_may_show_it():
    svg = qr.svg(ADDRESS)
    assert (isinstance(svg, SafeString), "style" in svg, "<script" in svg) == (True, False, False)
