"""Numbers of entries: one series a year."""

from practices.models import PracticeSeries


def next_reference(year: int) -> str:
    """The next number of the year, `P-2026-014`. Its row stays locked until the transaction ends."""
    PracticeSeries.objects.get_or_create(year=year)
    series = PracticeSeries.objects.select_for_update().get(year=year)
    series.last += 1
    series.save(update_fields=["last"])
    return f"P-{year}-{series.last:03d}"
