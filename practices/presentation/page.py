"""What the pages of one entry ask about it, together and once. Reads only."""

from typing import Any

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


def granted_on(practice: Practice, user: Any, *more: str) -> set[str]:
    """Which of the permissions hold, and of those asked beside them.

    No query for those that an entry comes with that a page was asked for by number (`practices.views.finding`).
    """
    known: set[str] | None = getattr(practice, "granted", None)
    asked = ASKED if known is None else ()
    beside = (name for name in more if name not in ASKED)
    return (known or set()) | policies.granted(user, [*asked, *beside], practice)
