"""Who is told of reports."""

from collections.abc import Iterable
from typing import Any

from people.audience import holders_in_centre
from people.enums import Function
from people.models import User
from reports.models import Report, Subscription


def told_subscribers(*, report: Report, **_said: Any) -> Iterable[User]:
    """Those who wanted to be told of this kind."""
    rows = Subscription.objects.filter(kind=report.kind, centre=report.centre_id)
    return User.objects.filter(pk__in=rows.values("user"))


def told_directors(*, report: Report, **_said: Any) -> Iterable[User]:
    return holders_in_centre(report.centre_id, Function.CO_DIRECTOR)


def told_staff(*, report: Report, **_said: Any) -> Iterable[User]:
    """Whoever proposes reports: officers and co-directors."""
    return holders_in_centre(report.centre_id, Function.OFFICER, Function.CO_DIRECTOR)
