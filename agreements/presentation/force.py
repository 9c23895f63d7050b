"""Whether an agreement binds today, worked out from its days: for one in hand, and as a column for lists."""

from datetime import date

from django.db.models import Case, CharField, Q, Value, When

from agreements.days import months_after
from agreements.enums import AgreementStatus, Force
from agreements.models import Agreement

SOON = 6  # months before its end, an agreement that is not prolonged by itself is said to expire
SHAPES = {
    Force.AWAITED: "is-new",
    Force.IN_FORCE: "is-done",
    Force.EXPIRING: "is-soon",
    Force.ENDED: "is-stopped",
}


def last_day_of(agreement: Agreement) -> date | None:
    """The last day on which it binds; none where it has no term, or prolongs itself."""
    if agreement.status == AgreementStatus.ENDED:
        return agreement.ended_on
    return None if agreement.renewal_months else agreement.ends_on


def force(agreement: Agreement, today: date) -> Force:
    """Whether it binds on that day."""
    last = last_day_of(agreement)
    if last is not None and last < today:
        return Force.ENDED
    if agreement.in_force_on is None or agreement.in_force_on > today:
        return Force.AWAITED
    if last is not None and last <= months_after(today, SOON):
        return Force.EXPIRING
    return Force.IN_FORCE


def force_column(today: date) -> Case:
    """The same, asked of the table."""
    is_ended, lasts = Q(status=AgreementStatus.ENDED), ~Q(status=AgreementStatus.ENDED) & Q(renewal_months=0)
    soon = months_after(today, SOON)
    return Case(
        When(is_ended & Q(ended_on__lt=today) | lasts & Q(ends_on__lt=today), then=Value(Force.ENDED.value)),
        When(Q(in_force_on=None) | Q(in_force_on__gt=today), then=Value(Force.AWAITED.value)),
        When(is_ended & Q(ended_on__lte=soon) | lasts & Q(ends_on__lte=soon), then=Value(Force.EXPIRING.value)),
        default=Value(Force.IN_FORCE.value),
        output_field=CharField(),
    )
