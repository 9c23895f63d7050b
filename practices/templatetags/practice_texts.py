"""The text of an entry on a page: `{{ text|markdown }}`."""

from django import template
from django.utils.safestring import SafeString

from practices.markdown import rendered

register = template.Library()


@register.filter
def markdown(text: str | None, level: int = 3) -> SafeString:
    """Markdown as safe markup. `{{ text|markdown:2 }}` where the text stands directly below the page's own heading."""
    return rendered(text or "", level)
