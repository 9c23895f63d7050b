"""Periods in words: a quarter and a year by their names, anything else by its days."""

from datetime import date, timedelta

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from calendars.moments import write_day

YEAR, QUARTER = 12, 3


def write_period(first: date, last: date) -> str:
    """`Q3 2026`, `2026`, `1 May 2026 – 15 Jun 2026`."""
    after = last + timedelta(days=1)
    months = (after.year - first.year) * 12 + after.month - first.month
    if first.day != 1 or after.day != 1:
        return _("%(first)s – %(last)s") % {"first": write_day(first, "plain"), "last": write_day(last, "plain")}
    if months == YEAR and first.month == 1:
        return pgettext("period", "%(year)d") % {"year": first.year}
    if months == QUARTER and first.month % QUARTER == 1:
        return _("Q%(quarter)d %(year)d") % {"quarter": (first.month + 2) // 3, "year": first.year}
    return _("%(first)s – %(last)s") % {"first": write_day(first, "plain"), "last": write_day(last, "plain")}
