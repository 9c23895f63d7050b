"""The words templates ask with: `{% can %}` and `{% localised %}`."""

import json
from typing import Any

from django import template
from django.core.serializers.json import DjangoJSONEncoder
from django.db.models import Model
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from core import policies
from core.localised import LANGUAGE_NAMES, LocalisedText, Tongue

register = template.Library()
_ENDS_A_BLOCK = {ord(">"): "\\u003E", ord("<"): "\\u003C", ord("&"): "\\u0026"}


@register.simple_tag(takes_context=True)
def can(context: dict[str, Any], permission: str, obj: Model) -> bool:
    """Whether the reader holds a permission on one object: `{% can "app.edit" obj as can_edit %}`. One query."""
    return policies.allows(context["request"].user, permission, obj)


@register.simple_tag
def localised(text: LocalisedText | str | None, *, mark: bool = False) -> str | SafeString:
    """A text in the reader's language. A fallback carries its own `lang`, so that it is read aloud and set rightly.

    With `mark` the fallback also names its language: for the one title of a page, not for every line of a list.
    """
    if not isinstance(text, LocalisedText):
        return text or ""
    best = text.best()
    if not best.is_fallback:
        return best.text
    shown = format_html('<span lang="{}">{}</span>', best.lang, best.text)
    return format_html('{} <small class="tongue">{}</small>', shown, tongue(best.lang)) if mark else shown


@register.simple_tag
def best(text: LocalisedText) -> Tongue:
    """The text, its language, and whether it is a fallback, for a template that sets them in a block of its own."""
    return text.best()


@register.filter
def tongue(code: str) -> SafeString:
    """A language by its own name, marked as such: `ko` → `<span lang="ko">한국어</span>`."""
    return format_html('<span lang="{}">{}</span>', code, LANGUAGE_NAMES.get(code, code))


@register.filter
def get(mapping: dict[Any, Any], key: Any) -> Any:
    """The value of a key that is itself a variable."""
    return mapping.get(key, "")


@register.filter
def texts(mapping: Any) -> LocalisedText:
    """A text per language out of plain data, such as a released programme."""
    return LocalisedText(mapping or {})


@register.simple_tag
def data_block(data: Any, media_type: str) -> SafeString:
    """Data for machines inside a page. What could end the block is escaped, as Django's `json_script` does."""
    text = json.dumps(data, ensure_ascii=False, cls=DjangoJSONEncoder).translate(_ENDS_A_BLOCK)
    return format_html('<script type="{}">{}</script>', media_type, mark_safe(text))  # noqa: S308  escaped above
