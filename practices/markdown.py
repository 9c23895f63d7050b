"""Rich text of an entry: Markdown in, safe markup, blocks for papers or plain words out.

What people write is never markup of ours: HTML in it stays text, pictures stay links, and what is left is cleaned once
more (nh3) before a page shows it. Headings of a text stand below those of the page, and none of a level is left out.
"""

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import nh3
from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock, table
from markdown_it.token import Token

from core.localised import Tongue
from papers import blocks as papers
from papers import fonts

SCHEMES = {"http", "https", "mailto"}
# Of what nh3 holds to be safe, as much as Markdown writes.
TAGS = nh3.ALLOWED_TAGS & {
    *("p", "br", "hr", "strong", "em", "s", "a", "code", "pre", "blockquote", "ul", "ol", "li"),
    *("h2", "h3", "h4", "h5", "h6", "table", "thead", "tbody", "tr", "th", "td"),
}
LOWEST = 6
MOST_CELLS = 2000  # of a table that one can still look through: each line has a cell for each column of its head

_parser = MarkdownIt("commonmark", {"html": False, "breaks": True}).enable(["table", "strikethrough"]).disable("image")


def _table_in_bounds(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001  as it is called
    """A table, unless a short text would make a huge one: then its lines are a paragraph."""
    if not table(state, start, end, True):
        return False
    columns = state.src.count("|", state.bMarks[start], state.eMarks[start]) + 1
    limit = start + MOST_CELLS // columns
    is_huge = limit < end and not any(state.isEmpty(line) for line in range(start, limit))
    return not is_huge and (silent or table(state, start, end, silent))


_parser.block.ruler.at("table", _table_in_bounds, {"alt": ["paragraph", "reference"]})


@lru_cache(maxsize=512)
def rendered(text: str, level: int = 3) -> SafeString:
    """The text as markup that is safe to show. The highest of its own headings become those of `level`."""
    tokens = _parser.parse(text)
    ranks = sorted({token.tag for token in tokens if token.type == "heading_open"})
    for token in tokens:
        if token.type in {"heading_open", "heading_close"}:
            token.tag = f"h{min(ranks.index(token.tag) + level, LOWEST)}"
        elif token.type == "table_open":
            token.attrSet("class", "table")
    markup = _parser.renderer.render(tokens, _parser.options, {})
    clean = nh3.clean(
        markup,
        tags=TAGS,
        attributes={"a": {"href", "title"}, "ol": {"start"}},
        allowed_classes={"table": {"table"}},
        url_schemes=SCHEMES,
        link_rel="noopener nofollow",
    )
    return mark_safe(clean)  # noqa: S308  nh3 has just cleaned it


def blocks(text: str, language: str = "") -> list[papers.Block]:
    """The text as blocks of a paper, marked with its language where that is given. Links end with their address."""
    return list(_blocks(_parser.parse(text), language))


def plain(text: str) -> str:
    """The words alone, a line a paragraph: for the index, for excerpts and for what is counted."""
    return "\n".join(_inline(token) for token in _parser.parse(text) if token.type in {"inline", "fence", "code_block"})


def _blocks(tokens: list[Token], language: str) -> Iterator[papers.Block]:
    """Lists and tables are gathered whole, quotations are set back by a softer tone."""
    at, quoted = 0, 0
    while at < len(tokens):
        token = tokens[at]
        if token.type in {"bullet_list_open", "ordered_list_open", "table_open"}:
            end = _end_of(tokens, at)
            gather = _table if token.type == "table_open" else _items
            yield gather(tokens[at:end], language)
            at = end
            continue
        quoted += (token.type == "blockquote_open") - (token.type == "blockquote_close")
        if token.type == "inline" and tokens[at - 1].type == "heading_open":
            if not fonts.writable(_inline(token)).strip():
                at += 1  # nothing to be heard
                continue
            yield papers.Heading(_said(token, language), min(int(tokens[at - 1].tag[1]) + 1, 3))
        elif token.type in {"inline", "fence", "code_block"}:
            yield papers.Text(_said(token, language), tone="soft" if quoted else "")
        at += 1


def _end_of(tokens: list[Token], start: int) -> int:
    """The place after the token that closes the one at `start`."""
    depth = 0
    for at in range(start, len(tokens)):
        depth += tokens[at].nesting
        if depth == 0:
            return at + 1
    return len(tokens)


def _items(tokens: list[Token], language: str) -> papers.Items:
    """A list, its inner lists set flat behind a dash: papers know one depth."""
    found: list[tuple[int, list[str]]] = []
    depth = 0
    for token in tokens:
        depth += (token.type in {"bullet_list_open", "ordered_list_open"}) - (
            token.type in {"bullet_list_close", "ordered_list_close"}
        )
        if token.type == "list_item_open":
            found.append((depth, []))
        elif token.type in {"inline", "fence", "code_block"} and found:
            found[-1][1].append(_inline(token))
    said = ["– " * (level - 1) + " ".join(words) for level, words in found if words]
    return papers.Items([_marked(one, language) for one in said], is_numbered=tokens[0].type == "ordered_list_open")


def _table(tokens: list[Token], language: str) -> papers.Table:
    rows: list[list[Any]] = []
    for token in tokens:
        if token.type == "tr_open":
            rows.append([])
        elif token.type == "inline":
            rows[-1].append(_said(token, language))
    return papers.Table(head=rows[0], rows=rows[1:])


def _said(token: Token, language: str) -> str | Tongue:
    return _marked(_inline(token), language)


def _marked(text: str, language: str) -> str | Tongue:
    return Tongue(text, language, is_fallback=False) if language else text


def _inline(token: Token) -> str:
    """The words of one line of markup; a link is followed by its address unless it shows it."""
    if token.children is None:
        return token.content.rstrip("\n")
    written: list[str] = []
    opened: list[tuple[str, int]] = []
    for child in token.children:
        if child.type in {"softbreak", "hardbreak"}:
            written.append("\n")
        elif child.type == "link_open":
            opened.append((str(child.attrGet("href") or ""), len(written)))
        elif child.type == "link_close" and opened:
            address, start = opened.pop()
            if "".join(written[start:]).strip() != address:
                written.append(f" ({address})")
        else:
            written.append(child.content)
    return "".join(written)
