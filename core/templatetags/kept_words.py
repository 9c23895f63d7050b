"""`{% keep title %}…{% endkeep %}`: words of a page that are written twice, such as its title."""

from html import unescape
from typing import Any

from django import template
from django.template.base import NodeList, Parser, Token
from django.utils.html import strip_tags

register = template.Library()
PARTS = 2


class KeepNode(template.Node):
    """Draws what is inside once, blocks of other templates among it, and gives it a name."""

    child_nodelists = ("nodelist",)

    def __init__(self, name: str, nodelist: NodeList) -> None:
        self.name = name
        self.nodelist = nodelist

    def render(self, context: Any) -> str:
        """Nothing appears here: the name does, as often as it is written. Plain words in one line, without marks."""
        words = unescape(strip_tags(self.nodelist.render(context)))
        context[self.name] = " ".join(words.split())
        return ""


@register.tag
def keep(parser: Parser, token: Token) -> KeepNode:
    """A block cannot stand in a page twice; what it says can."""
    parts = token.split_contents()
    if len(parts) != PARTS:
        raise template.TemplateSyntaxError("keep has one argument: the name that its words are given.")
    nodelist = parser.parse(("endkeep",))
    parser.delete_first_token()
    return KeepNode(parts[1], nodelist)
