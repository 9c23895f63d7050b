"""What no template may hold: the content security policy would refuse it, or a reader would not understand it."""

import re
from pathlib import Path

import pytest

BASE = Path(__file__).resolve().parents[2]
TEMPLATES = sorted(
    path for folder in (BASE / "templates", *BASE.glob("*/templates")) for path in folder.rglob("*.html")
)
STYLESHEETS = sorted((BASE / "static/css").glob("*.css"))
INLINE = re.compile(
    r"\sstyle=|<style|\son[a-z]+=\"|javascript:|<script(?![^>]*\b(?:src=|type=\"application/json\"))", re.IGNORECASE
)
FORBIDDEN = re.compile(
    r"class=\"[^\"]*\b(?:text-(?:primary|success|danger|warning|info|muted)|bg-\w+|btn-close|navbar|badge)\b"
)


def names(paths):
    return [str(path.relative_to(BASE)) for path in paths]


@pytest.mark.parametrize("path", TEMPLATES, ids=names(TEMPLATES))
def test_no_inline_style_or_script_and_no_colours_of_bootstrap(path):
    if "mail" in path.parts or "email" in path.parts:
        return  # mail programs know no stylesheets
    text = path.read_text(encoding="utf-8")
    assert (INLINE.findall(text), FORBIDDEN.findall(text)) == ([], [])


def test_pages_link_to_nothing_that_is_not_there():
    dead = [
        name
        for path, name in zip(TEMPLATES, names(TEMPLATES), strict=True)
        if re.search(r'href="#?"', path.read_text())
    ]
    assert dead == []


@pytest.mark.parametrize("path", STYLESHEETS, ids=names(STYLESHEETS))
def test_stylesheets_name_no_colour_but_in_the_tokens(path):
    if path.name == "tokens.css":
        return
    assert re.findall(r"#[0-9a-f]{3,8}\b", path.read_text(), re.IGNORECASE) == []
