"""The text of an entry and its facts on a page: `{{ text|markdown }}`, `{{ one.value|figure }}`, `{{ name|years }}`."""

from django import template
from django.utils.safestring import SafeString

from practices.markdown import rendered
from practices.presentation.facts import figure, years

register = template.Library()
register.filter("figure", figure)
register.filter("years", years)


@register.filter
def markdown(text: str | None, level: int = 3) -> SafeString:
    """Markdown as safe markup. `{{ text|markdown:2 }}` where the text stands directly below the page's own heading."""
    return rendered(text or "", level)
