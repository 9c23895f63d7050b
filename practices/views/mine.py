"""The author's desk: what waits for me, what I and my body write, which changes are under way."""

from dataclasses import dataclass
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from core.paging import page_of
from people.requests import SignedInRequest
from practices.models import Practice, Version
from practices.policies.languages import sees_languages
from practices.policies.practices import may_begin, owned_by
from practices.presentation.record import state_of
from practices.workflow import changing


@dataclass(frozen=True)
class Shelf:
    """A list of the page; `empty` is what stands there when nothing does."""

    name: str | Promise
    empty: str | Promise


SHELVES: dict[str, Shelf] = {
    "waiting": Shelf(_("Waiting for me"), _("No practice waits for you.")),
    "others": Shelf(_("Waiting for others"), _("No practice waits for others.")),
    "mine": Shelf(_("Written by me"), _("You have not begun a practice yet.")),
    "body": Shelf(_("Of my organisation"), _("Your organisation has no practice in the library yet.")),
    "changes": Shelf(_("Changes"), _("No change waits for you, and none of yours is under way.")),
}


def practices_of(user: Any, shelf: str) -> Any:
    """The entries of one list."""
    rows = Practice.objects.visible_to(user).for_list()
    return {
        "waiting": lambda: rows.awaiting(user),
        "others": lambda: rows.awaiting_others(user),
        "mine": lambda: rows.filter(author=user),
        "body": lambda: rows.filter(owned_by(user)),
    }[shelf]()


def changes_of(user: Any) -> Any:
    """Changes of published entries: those whose next move is this person's, and his own that are under way."""
    rows = Version.objects.visible_to(user).pending().exclude(number=1)
    waiting = rows.filter(changing.awaiting(user))
    own = rows.filter(author=user)
    return (waiting | own).select_related("practice__owner", "practice__country__calendar")


@login_required
def mine(request: SignedInRequest) -> HttpResponse:
    """One list at a time, the last touched first."""
    shelf = request.GET.get("show", "")
    shelf = shelf if shelf in SHELVES else next(iter(SHELVES))
    if shelf == "changes":
        page = page_of(changes_of(request.user), request.GET)
        rows: list[Any] = page.rows
    else:
        page = page_of(practices_of(request.user, shelf), request.GET)
        rows = [(row, state_of(row)) for row in page.rows]
    return render(
        request,
        "practices/mine.html",
        {
            "shelves": [(key, one.name, key == shelf) for key, one in SHELVES.items()],
            "shelf": SHELVES[shelf],
            "is_changes": shelf == "changes",
            "rows": rows,
            "page": page,
            "may_begin": may_begin(request.user),
            "sees_languages": sees_languages(request.user),
        },
    )
