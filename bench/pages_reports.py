"""Which pages of reports are measured, and as whom."""

from collections.abc import Iterator
from urllib.parse import urlencode

from django.urls import reverse

from bench.pages import Page
from people import directory
from reports.presentation.dashboards import TABS

READERS = ("officer", "co-director")
YEAR = {"since": "2025-01-01", "until": "2025-12-31"}


def pages() -> Iterator[Page]:
    """Every part of the dashboard over a year, narrowed by country, as a file; the rows of a figure; the reports."""
    for reader in READERS:
        yield Page(reader, "reports", reverse("reports:list"))
        for tab in TABS:
            yield Page(
                reader, f"dashboard: {tab}", _url("reports:dashboard", tab=tab, period="last_year"), is_reckoned=True
            )
    yield Page("officer", "dashboard: this quarter", _url("reports:dashboard", period="this_quarter"), is_reckoned=True)
    yield Page(
        "officer",
        "dashboard: one country",
        _url("reports:dashboard", period="last_year", country="BY"),
        is_reckoned=True,
    )
    yield Page(
        "officer",
        "dashboard: as a table",
        _url("reports:download_dashboard", tab="work", period="last_year", format="xlsx"),
        is_reckoned=True,
    )
    centre = directory.main_centre()
    if centre is not None:
        rows = reverse("reports:figure_rows", args=["requests", "received"])
        url = f"{rows}?{urlencode({'centre': centre.pk} | YEAR)}"
        yield Page("officer", "rows of a figure", url, is_reckoned=True)


def _url(name: str, **query: str) -> str:
    return f"{reverse(name)}?{urlencode(query)}"
