"""Draws the blocks of a report on a page: the third way beside PDF and DOCX."""

from collections.abc import Iterable, Sequence
from typing import Any

from django import template
from django.utils.html import format_html, linebreaks
from django.utils.safestring import SafeString, mark_safe

from papers.labels import labels

register = template.Library()


@register.filter
def say(words: Any) -> str | SafeString:
    """Words that were written out by `papers.report.drawn`, with the language they are in."""
    if isinstance(words, dict):
        return (
            format_html('<span lang="{}">{}</span>', words["lang"], words["text"]) if words["lang"] else words["text"]
        )
    return words or ""


@register.filter
def prose(words: Any) -> SafeString:
    """The same as paragraphs, with their lines."""
    text, lang = (words["text"], words["lang"]) if isinstance(words, dict) else (words or "", "")
    drawn = mark_safe(linebreaks(text, autoescape=True))  # noqa: S308  escaped there
    return format_html('<div lang="{}">{}</div>', lang, drawn) if lang else drawn


@register.filter
def beside(cells: Sequence[Any], labels: Sequence[Any]) -> Iterable[tuple[Any, Any]]:
    """Each cell with the head of its column, which stands before it where a table becomes cards."""
    return zip(cells, labels, strict=True)


@register.filter
def heard(words: Any) -> str:
    """The bare words, for an attribute."""
    return words["text"] if isinstance(words, dict) else str(words or "")


@register.filter
def state_word(state: str) -> str:
    """What a key's state is called: as on paper."""
    return labels()[state or "unsigned"]
