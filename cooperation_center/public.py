"""The pages that anybody may read: their one address, and the same page in the other languages.

`?lang=ru` is a page in Russian for whoever is not signed in. Search engines and links that are passed on use it; what a
visitor has chosen in the menu of languages is kept in a cookie, and what neither says the browser does.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from urllib.parse import urlencode, urljoin

from django.conf import settings
from django.http import HttpRequest, QueryDict

from people.reader import LANGUAGE_PARAMETER

# The comparison sets the order of its practices, and names its address itself.
OWN_ADDRESS = {"practices:compare"}
LOCALES = {"en": "en_GB", "ru": "ru_RU", "be": "be_BY", "ko": "ko_KR"}
TRACKING = {"fbclid", "gclid", "yclid", "msclkid", "dclid", "mc_cid", "mc_eid", "_openstat", "igshid"}


class Life(Enum):
    """What a page shows changes with its rows; this says when it changes without them."""

    MINUTE = "minute"  # it speaks of moments: what is open, what is due, what is on now
    DAY = "day"  # it speaks of days at most


# Every page that is the same for all visitors, and how long it may stand while no row of it changes. What is not named
# here is made anew for each reader: pages behind a sign-in, links with a secret in them, pages with a form.
PAGES: dict[str, Life] = {
    "home": Life.DAY,
    "about": Life.DAY,
    "accessibility": Life.DAY,
    "personal_data": Life.DAY,
    "site_map": Life.DAY,
    "consultations:start": Life.DAY,
    "reports:annual": Life.DAY,
    "reports:report": Life.MINUTE,
    "pages:list": Life.DAY,
    "pages:release": Life.DAY,
    "pages:page": Life.DAY,
    "projects:list": Life.MINUTE,
    "projects:portfolio": Life.MINUTE,
    "projects:portfolio_rows": Life.MINUTE,
    "projects:project": Life.MINUTE,
    "projects:concept": Life.MINUTE,
    "projects:results": Life.MINUTE,
    "projects:measure": Life.MINUTE,
    "projects:money": Life.MINUTE,
    "projects:lines": Life.MINUTE,
    "projects:line": Life.MINUTE,
    "projects:entries": Life.MINUTE,
    "projects:entry": Life.MINUTE,
    "projects:value": Life.MINUTE,
    "projects:legacy": Life.MINUTE,
    "projects:indicators": Life.DAY,
    "projects:indicator": Life.DAY,
    "projects:values": Life.DAY,
    "projects:reports": Life.MINUTE,
    "projects:report": Life.MINUTE,
    "projects:open_data": Life.DAY,
    "practices:list": Life.DAY,
    "practices:detail": Life.DAY,
    "practices:versions": Life.DAY,
    "practices:adoption": Life.MINUTE,
    "practices:adoptions": Life.MINUTE,
    "practices:countries": Life.DAY,
    "practices:country": Life.DAY,
    "practices:compare": Life.DAY,
    "practices:collections": Life.DAY,
    "practices:collection": Life.DAY,
    "events:list": Life.MINUTE,
    "events:detail": Life.MINUTE,
    "events:programme": Life.MINUTE,
    "events:materials": Life.MINUTE,
    "events:timetable": Life.MINUTE,
    "events:session": Life.MINUTE,
    "agreements:list": Life.DAY,
    "agreements:agreement": Life.DAY,
    "agreements:commitment": Life.DAY,
    "agreements:decisions": Life.DAY,
    "agreements:decision": Life.DAY,
    "agreements:sessions": Life.MINUTE,
    "agreements:session": Life.MINUTE,
}


def kept_query(query: QueryDict, *, without: Sequence[str] = ()) -> list[tuple[str, str]]:
    """What of a query says which page it is: not who sent the visitor. In one order, so that equal pages are one."""
    return [
        (name, value)
        for name, values in sorted(query.lists())
        if name not in without and name not in TRACKING and not name.startswith("utm_")
        for value in values
    ]


def with_query(path: str, query: Sequence[tuple[str, str]]) -> str:
    """A path and what follows its question mark."""
    return f"{path}?{urlencode(query)}" if query else path


@dataclass(frozen=True)
class Address:
    """Where a public page is found, whatever brought the visitor there."""

    path: str
    query: tuple[tuple[str, str], ...]
    language: str

    @property
    def plain(self) -> str:
        """In the language that the browser asks for."""
        return urljoin(settings.SITE_URL, with_query(self.path, self.query))

    @property
    def canonical(self) -> str:
        """In the language it is read in."""
        return self.in_language(self.language)

    @property
    def alternates(self) -> list[tuple[str, str]]:
        """The same page in every language of the portal."""
        return [(code, self.in_language(code)) for code in LOCALES]

    @property
    def locale(self) -> str:
        """As Open Graph writes the language."""
        return LOCALES[self.language]

    @property
    def other_locales(self) -> list[str]:
        """The languages one may read it in instead."""
        return [locale for code, locale in LOCALES.items() if code != self.language]

    def in_language(self, code: str) -> str:
        """The address that search engines and passed-on links use."""
        return urljoin(settings.SITE_URL, with_query(self.path, [*self.query, (LANGUAGE_PARAMETER, code)]))


def address_of(request: HttpRequest, language: str) -> Address | None:
    """The address of a public page; none for any other, and none where something was sent."""
    match = request.resolver_match
    name = match.view_name if match else ""
    if name not in PAGES or name in OWN_ADDRESS or request.method not in {"GET", "HEAD"}:
        return None
    return Address(request.path, tuple(kept_query(request.GET, without=[LANGUAGE_PARAMETER])), language)


def here(request: HttpRequest) -> str:
    """Where to come back to after the language was chosen: the same page, which no longer names one itself."""
    query = [(name, value) for name, values in request.GET.lists() if name != LANGUAGE_PARAMETER for value in values]
    return with_query(request.path, query)
