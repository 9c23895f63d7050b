"""Where pages of other apps lead to the dashboards: `{% sees_dashboards user as is_staff %}`."""

from typing import Any

from django import template

from core.policies import NOBODY
from reports.policies.reports import centres_of_staff

register = template.Library()


@register.simple_tag
def sees_dashboards(user: Any) -> bool:
    """Whether the person is of the staff of a centre. No query: it is read from the standing."""
    return bool(user.is_authenticated) and centres_of_staff(user) != NOBODY
