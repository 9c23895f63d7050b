"""Numbers of records, given in order and never twice."""

from core.models import NumberSeries


def next_number(series: str) -> int:
    """The next number of a series, such as `JP-2026`: 1 for a new one.

    Its row stays locked until the transaction ends, so none is lost when an act is rolled back. Call it inside one.
    """
    NumberSeries.objects.get_or_create(name=series)
    row = NumberSeries.objects.select_for_update().get(name=series)
    row.last += 1
    row.save(update_fields=["last"])
    return row.last
