"""The words templates ask with: `{% can %}` and `{% localised %}`."""

from typing import Any

from django import template
from django.db.models import Model
from django.utils.html import format_html
from django.utils.safestring import SafeString

from core import policies
from core.localised import LANGUAGE_NAMES, LocalisedText, active_language

register = template.Library()


@register.simple_tag(takes_context=True)
def can(context: dict[str, Any], permission: str, obj: Model) -> bool:
    """Whether the reader holds a permission on one object: `{% can "app.edit" obj as can_edit %}`. One query."""
    return policies.allows(context["request"].user, permission, obj)


@register.simple_tag
def localised(text: LocalisedText | str | None, language: str | None = None) -> str | SafeString:
    """A text in the reader's language. A fallback carries its own `lang`, so that it is read aloud and set rightly."""
    if not isinstance(text, LocalisedText):
        return text or ""
    best = text.best(language)
    if best.lang == active_language():
        return best.text
    return format_html('<span lang="{}">{}</span>', best.lang, best.text)


@register.filter
def language_name(code: str) -> SafeString:
    """A language by its own name, marked as such: `ko` → `<span lang="ko">한국어</span>`."""
    return format_html('<span lang="{}">{}</span>', code, LANGUAGE_NAMES.get(code, code))


@register.filter
def get(mapping: dict[Any, Any], key: Any) -> Any:
    """The value of a key that is itself a variable."""
    return mapping.get(key, "")
