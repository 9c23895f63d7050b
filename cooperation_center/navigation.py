"""What stands in the menu, and the counts beside it. An app that has no page of its own yet has no entry."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise, SimpleLazyObject
from django.utils.translation import gettext_lazy as _

from core.desk import badges
from letters.policies.letters import writes
from reports.policies.reports import is_staff

SIGNED_IN: tuple[tuple[str, Promise], ...] = (
    ("desk", _("Desk")),
    ("consultations:list", _("Consultations")),
    ("projects:list", _("Projects")),
    ("events:list", _("Events")),
    ("practices:list", _("Practices")),
    ("agreements:list", _("Agreements")),
    ("pages:list", _("News")),
    ("reports:list", _("Reports")),
    ("letters:list", _("Letters")),
    ("search", _("Search")),
    ("notifications:inbox", _("Inbox")),
)
PUBLIC: tuple[tuple[str, Promise], ...] = (
    ("consultations:start", _("Consultations")),
    ("projects:list", _("Projects")),
    ("events:list", _("Events")),
    ("practices:list", _("Practices")),
    ("agreements:list", _("Agreements")),
    ("pages:list", _("News")),
    ("search", _("Search")),
    ("about", _("About the centre")),
)
# What only some have: the line stands in their menu alone.
ONLY_FOR = {
    "reports:list": is_staff,
    "letters:list": lambda user: bool(writes(user)),
}


# Route → the key that opens it, together with the one that the browser asks for (Alt, or Alt and Shift).
KEYS = {"search": "s"}


@dataclass(frozen=True)
class Entry:
    """A line of the menu. `current` is the value of aria-current: this page, or a page of this part."""

    name: Any
    url: str
    current: str = ""
    badge: Any = 0
    key: str = ""


def menu(request: HttpRequest) -> list[Entry]:
    """The parts of the portal that this reader has."""
    user = signed_in(request)
    routes = [one for one in SIGNED_IN if ONLY_FOR.get(one[0], lambda _user: True)(user)] if user else PUBLIC
    return [entry for route, name in routes if (entry := _entry(request, route, name, user))]


def account(request: HttpRequest) -> list[Entry]:
    """The reader's own page, or the way in."""
    user = signed_in(request)
    route, name = ("people:profile", user) if user else ("account_login", _("Sign in"))
    entry = _entry(request, route, name, None)
    return [entry] if entry else []


def signed_in(request: HttpRequest) -> Any:
    """The person who is signed in, or none; none too where a request broke before it was known."""
    user = getattr(request, "user", None)
    return user if user is not None and user.is_authenticated else None


def path_to(route: str) -> str:
    """The path of a route, or nothing where no app has it."""
    try:
        return reverse(route)
    except NoReverseMatch:
        return ""


def _entry(request: HttpRequest, route: str, name: Any, user: Any) -> Entry | None:
    url = path_to(route)
    if not url:
        return None
    inside = "true" if request.path.startswith(url) else ""
    counted = SimpleLazyObject(lambda: badges[route](user)) if user and route in badges else 0
    return Entry(name, url, "page" if request.path == url else inside, counted, KEYS.get(route, ""))
