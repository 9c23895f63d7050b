"""The dates of a decree, pasted as lines."""

import re
from datetime import date

from django.utils.translation import gettext as _

from core.refusal import RefusedError

# 2027-05-10 or 10.05.2027; what stands around a date ("Monday", "на", an arrow) is only for people.
DATE = re.compile(r"(?<!\d)(?:(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)|(?P<D>\d{1,2})\.(?P<M>\d{1,2})\.(?P<Y>\d{4}))(?!\d)")
MOST_DATES = 2


def read_decree(text: str) -> dict[date, bool]:
    """For each day whether it is worked.

    One date on a line is a day off, or worked when a plus stands before it; of two dates the working day is moved from
    the first to the second. Refuses, by the number of the line, what holds no date, no real one or more than two, and a
    day given twice.
    """
    days: dict[date, bool] = {}
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip():
            continue
        found = [_date(match, number) for match in DATE.finditer(line)]
        if not 1 <= len(found) <= MOST_DATES:
            raise RefusedError(_("Line %(number)s must hold one date or two.") % {"number": number})
        works = (line.lstrip().startswith("+"),) if len(found) == 1 else (False, True)
        for day, is_working in zip(found, works, strict=True):
            if day in days:
                raise RefusedError(_("Line %(number)s names a date for the second time.") % {"number": number})
            days[day] = is_working
    return days


def _date(match: re.Match[str], number: int) -> date:
    parts = match.groupdict()
    try:
        return date(*(int(parts[name] or parts[name.swapcase()]) for name in ("y", "m", "d")))
    except ValueError:
        raise RefusedError(_("Line %(number)s holds a date that does not exist.") % {"number": number}) from None
