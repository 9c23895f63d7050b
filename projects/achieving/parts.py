"""Parts of a value: along a dimension they make up the whole, where the indicator is added up."""

from collections import defaultdict
from collections.abc import Mapping
from decimal import Decimal

from django.utils.translation import gettext as _

from projects.enums import Aggregation
from projects.models import Category, Indicator
from projects.presentation.figures import write_figure


def is_added_up(indicator: Indicator) -> bool:
    """Whether parts of it add up to the whole: means, shares and words do not."""
    return not indicator.is_in_words and Aggregation.SUM in (indicator.over_time, indicator.across)


def difference_of_parts(indicator: Indicator, value: Decimal | None, parts: Mapping[int, Decimal]) -> str:
    """Why the parts do not make up the value, in a sentence; "" where they do, or where nothing is split. One query."""
    if not parts or not is_added_up(indicator):
        return ""
    sums: dict[object, Decimal] = defaultdict(Decimal)
    for category in Category.objects.filter(pk__in=parts).select_related("dimension").order_by("dimension__key"):
        sums[category.dimension] += parts[category.pk]
    for dimension, found in sums.items():
        if value is None or found != value:
            return _("%(dimension)s: the parts make %(parts)s, the value is %(value)s. Correct one of them.") % {
                "dimension": dimension,
                "parts": write_figure(found, indicator.unit),
                "value": write_figure(value, indicator.unit) if value is not None else _("not given"),
            }
    return ""
