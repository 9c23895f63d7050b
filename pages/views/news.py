"""News for everybody: the list, one press release, a page of the site, the feed."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import translation
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _

from core.localised import LANGUAGES, active_language
from core.paging import page_of
from pages.core_pages import CORE
from pages.enums import PageKind, PageStatus, TextState
from pages.forms.lists import NewsFilterForm
from pages.links import links_of
from pages.models import Page, PageText
from pages.policies.pages import may_begin
from pages.presentation.linked_data import linked_data
from pages.presentation.reading import Reading, asked_language, published_texts, reading
from pages.presentation.record import state_of
from pages.querysets import PageQuerySet
from pages.views.finding import find, progress_url

FEED = 30
SIZE = 15


def asked_news(request: HttpRequest) -> tuple[NewsFilterForm, PageQuerySet]:
    """The filters of the list, and the press releases that they leave."""
    rows = Page.objects.releases().public()
    years = [day.year for day in rows.dates("day", "year", order="DESC")]
    filters = NewsFilterForm(request.GET, years=years)
    chosen = filters.chosen()
    if text := chosen.get("q"):
        rows = rows.matching(text)
    if year := chosen.get("year"):
        rows = rows.filter(day__year=int(year))
    if language := chosen.get("language"):
        rows = rows.in_language(language)
    return filters, rows


def list_news(request: HttpRequest) -> HttpResponse:
    """Press releases, the newest first, by words, year and language."""
    filters, rows = asked_news(request)
    context = {
        "filters": filters,
        "chosen": filters.removable(request.GET),
        "page": page_of(rows.for_list(), request.GET, order="-day", size=SIZE),
        "may_write": may_begin(request.user),
    }
    return render(request, "pages/list.html", context)


def release(request: HttpRequest, reference: str) -> HttpResponse:
    """One press release; whoever writes sees it before it is published, too."""
    return _read(request, find(request, reference, kind=PageKind.RELEASE), "pages/release.html")


def page(request: HttpRequest, reference: str) -> HttpResponse:
    """A page of the site. A core page has an address of its own."""
    found = find(request, reference, kind=PageKind.PAGE)
    if reference in CORE and found.is_public:
        return redirect(CORE[reference])
    return _read(request, found, "pages/page.html")


def _read(request: HttpRequest, found: Page, template: str) -> HttpResponse:
    may_write = "pages.write" in found.granted  # type: ignore[attr-defined]
    if found.status == PageStatus.WITHDRAWN and not may_write:
        return render(request, "pages/withdrawn.html", {"record": found}, status=410)
    texts = published_texts(found) if found.is_public else working(found)
    read = reading(found, texts, asked_language(request))
    if read is None:
        raise Http404
    context = {
        "record": found,
        "read": read,
        "state": state_of(found),
        "links": links_of(found, request.user),
        "progress_url": progress_url(found) if may_write else "",
        "linked_data": _for_machines(read),
    }
    return render(request, template, context)


def _for_machines(read: Reading) -> object:
    return linked_data(read) if read.page.is_release and read.page.is_public else None


def working(found: Page) -> list[PageText]:
    """What is written so far of something that readers do not have: the newest text of each language."""
    texts = found.texts.filter(state__in=(TextState.DRAFT, TextState.PUBLISHED)).order_by("revision")
    return list({text.language: text for text in texts}.values())


def atom(request: HttpRequest) -> HttpResponse:
    """The newest press releases as Atom, in the language of the address: those that are written in it."""
    asked = request.GET.get("language", "")
    language = asked if asked in LANGUAGES else active_language()
    rows = Page.objects.releases().public().in_language(language).for_list().order_by("-day", "-pk")[:FEED]
    with translation.override(language):
        feed = Atom1Feed(
            title=_("News"),
            link=request.build_absolute_uri(reverse("pages:list")),
            description="",
            language=language,
            feed_url=request.build_absolute_uri(),
        )
        for row in rows:
            feed.add_item(
                title=row.title[language],
                link=request.build_absolute_uri(f"{row.get_absolute_url()}?language={language}"),
                description=row.lead.get(language, ""),
                unique_id=f"tag:{request.get_host().partition(':')[0]},2016:{row.reference}",
                author_name=str(row.centre.name),
                pubdate=row.published_at,
                updateddate=row.renewed_at,
            )
        return HttpResponse(feed.writeString("utf-8"), content_type="application/atom+xml; charset=utf-8")
