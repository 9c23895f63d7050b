"""What robots may find: the public pages, the events and practices that everybody reads."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.contrib.sitemaps import Sitemap
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from agreements.models import Agreement
from cooperation_center.public import LOCALES
from events.models import Event
from pages.core_pages import CORE
from pages.models import Page
from people.reader import LANGUAGE_PARAMETER
from practices.models import Practice
from projects.models import Project
from reports.models import Report

PAGES = (
    "home",
    "about",
    "accessibility",
    "personal_data",
    "site_map",
    "pages:list",
    "practices:list",
    "agreements:list",
    "projects:list",
    "projects:portfolio",
    "projects:open_data",
    "reports:annual",
    "events:list",
    "consultations:start",
)


class InLanguages(Sitemap):
    """Each address once, and with it the same page in every language."""

    def _urls(self, page: int | str, protocol: str, domain: str) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = super()._urls(page, protocol, domain)  # type: ignore[misc]  # not in the stubs
        for one in found:
            at = one["location"]
            one["alternates"] = [
                *({"lang_code": code, "location": f"{at}?{LANGUAGE_PARAMETER}={code}"} for code in LOCALES),
                {"lang_code": "x-default", "location": at},
            ]
        return found


class Pages(InLanguages):
    """What stands in the menu of a visitor."""

    def items(self) -> Sequence[str]:
        return PAGES

    def location(self, item: str) -> str:
        return reverse(item)


class Practices(InLanguages):
    """Published entries, those that were retired among them: their addresses stay."""

    def items(self) -> QuerySet[Practice]:
        return Practice.objects.public().only("reference", "updated_at").order_by("pk")

    def lastmod(self, item: Practice) -> datetime:
        return item.updated_at


class Events(InLanguages):
    """Events that were announced to the public."""

    def items(self) -> QuerySet[Event]:
        return Event.objects.announced().filter(is_public=True).only("reference", "updated_at").order_by("pk")

    def lastmod(self, item: Event) -> datetime:
        return item.updated_at


class Agreements(InLanguages):
    """What is in the register and public, also when it is no longer in force."""

    def items(self) -> QuerySet[Agreement]:
        return Agreement.objects.visible_to(AnonymousUser()).only("reference", "updated_at").order_by("pk")

    def lastmod(self, item: Agreement) -> datetime:
        return item.updated_at


class Projects(InLanguages):
    """Projects that a committee has decided for, where they are public."""

    def items(self) -> QuerySet[Project]:
        return Project.objects.visible_to(AnonymousUser()).only("reference", "updated_at").order_by("pk")

    def lastmod(self, item: Project) -> datetime:
        return item.updated_at


class Reports(InLanguages):
    """Reports that both sides have published."""

    def items(self) -> QuerySet[Report]:
        return Report.objects.published().only("reference", "published_at").order_by("pk")

    def lastmod(self, item: Report) -> datetime | None:
        return item.published_at


class News(InLanguages):
    """Press releases and pages of the site that everybody reads; the core pages stand among the pages of the menu."""

    def items(self) -> QuerySet[Page]:
        rows = Page.objects.public().exclude(reference__in=CORE)
        return rows.only("kind", "reference", "renewed_at").order_by("pk")

    def lastmod(self, item: Page) -> datetime | None:
        return item.renewed_at


SITEMAPS: dict[str, Any] = {
    "news": News,
    "projects": Projects,
    "pages": Pages,
    "practices": Practices,
    "events": Events,
    "agreements": Agreements,
    "reports": Reports,
}


def robots(request: HttpRequest) -> HttpResponse:
    """Where robots find the map; what needs an account they cannot read anyway."""
    address = request.build_absolute_uri(reverse("sitemap"))
    return HttpResponse(
        f"User-agent: *\nDisallow: /admin/\nDisallow: /language/\n\nSitemap: {address}\n", content_type="text/plain"
    )
