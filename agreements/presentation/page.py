"""What the pages of one agreement ask about it, together and once. Reads only."""

from typing import Any

from django.db.models import QuerySet

from agreements.models import Agreement
from core import policies

# Asked of every agreement a page is about, together with the agreement itself: no query of its own.
ASKED = (
    "agreements.record",
    "agreements.edit",
    "agreements.add_text",
    "agreements.confirm",
    "agreements.view_history",
)


def with_granted(rows: QuerySet[Agreement], user: Any) -> QuerySet[Agreement]:
    """Agreements with a column for each permission that their pages ask about."""
    return rows.annotate(**{_column(name): policies.as_column(policies.q(name, user)) for name in ASKED})


def granted_on(agreement: Agreement) -> set[str]:
    """Which of the permissions hold; of an agreement that a page was asked for by number."""
    return {name for name in ASKED if getattr(agreement, _column(name), None)}


def _column(permission: str) -> str:
    return permission.replace("agreements.", "may_")
