"""What the pages of one entry ask about it, together and once. Reads only."""

from typing import Any

from django.db.models import QuerySet

from core import policies
from practices.models import Practice

# Asked of every entry a page is about, together with the entry itself: no query of its own.
ASKED = (
    "practices.edit",
    "practices.propose",
    "practices.check_facts",
    "practices.run",
    "practices.return",
    "practices.decide",
    "practices.confirm",
    "practices.retire",
    "practices.withdraw",
    "practices.propose_change",
    "practices.name_contact",
    "practices.add_document",
    "practices.adopt",
    "practices.view_history",
)


def with_granted(rows: QuerySet[Practice], user: Any) -> QuerySet[Practice]:
    """Entries with a column for each permission that their pages ask about."""
    return rows.annotate(**{_column(name): policies.as_column(policies.q(name, user)) for name in ASKED})


def granted_on(practice: Practice, user: Any, *more: str) -> set[str]:
    """Which of the permissions hold, and of those asked beside them.

    No query for what stands in the columns of `with_granted`, which an entry has that a page was asked for by number.
    """
    known = {name for name in ASKED if getattr(practice, _column(name), None)}
    asked = () if hasattr(practice, _column(ASKED[0])) else ASKED
    return known | policies.granted(user, [*asked, *(name for name in more if name not in ASKED)], practice)


def _column(permission: str) -> str:
    return permission.replace("practices.", "may_")
