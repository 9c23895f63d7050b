"""The public pages of the centre, the desk and the search."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from calendars.directory import upcoming_holidays
from cooperation_center.context import Site
from cooperation_center.days_ahead import joint_slots, soon_until
from cooperation_center.home import coming_events, newest_news, newest_practices, overlap_of, shown_figures
from cooperation_center.site_map import PARTS
from core import desk as desks
from core import search as searching
from core.desk import Desk, DeskItem
from core.localised import active_language
from core.measure import with_measure
from pages.presentation.reading import core_text, listed_pages
from people.models import Country


def home(request: HttpRequest) -> HttpResponse:
    """What the centre is for, when both offices are open, how a request travels, and what is new for everybody."""
    clock = Site(request).clock
    context = {
        "overlap": overlap_of(clock) if clock else None,
        "events": coming_events(),
        "practices": newest_practices(),
        "news": newest_news(),
        "figures": shown_figures(),
    }
    return render(request, "home.html", context)


def about(request: HttpRequest) -> HttpResponse:
    """What kind of house this is, and which countries may ask it."""
    centre = Site(request).centre
    context = {
        "countries": centre.countries.all() if centre else (),
        "text": core_text("about"),
        "listed": listed_pages(),
    }
    return render(request, "pages/about.html", context)


def accessibility(request: HttpRequest) -> HttpResponse:
    """How everybody can use the portal, and what to do where one cannot."""
    return render(request, "pages/accessibility.html", {"text": core_text("accessibility")})


def personal_data(request: HttpRequest) -> HttpResponse:
    """What is kept about whom, who sees it and for how long."""
    return render(request, "pages/personal_data.html", {"text": core_text("personal-data")})


def site_map(request: HttpRequest) -> HttpResponse:
    """All that everybody may read, on one page."""
    return render(request, "pages/site_map.html", {"parts": PARTS})


SHOWN = 12  # rows of each list on the desk
ON_DESK = 50  # rows a source lays down; the lists behind them hold the rest
HITS = 10


@login_required
def desk(request: HttpRequest) -> HttpResponse:
    """What waits for the reader and what waits for others, nearest due time first; what changed, and the days ahead."""
    laid = desks.lay_all(request.user, ON_DESK)
    begun = _nearest_first(item for _source, one in laid for item in one.mine)
    drafts, mine = [item for item in begun if item.is_draft], [item for item in begun if not item.is_draft]
    desks.remember(request.user, {source.name: _moves(one) for source, one in laid})
    others = _nearest_first(item for _source, one in laid for item in one.others)
    site, now = Site(request), timezone.now()
    centre = site.centre
    near = soon_until(now, centre)
    visit = desks.panels["visit"](request.user, 4)
    context = {
        "today": timezone.localdate(),
        "sources": [source for source, _one in laid if source.has_lists(request.user)],
        "mine": mine[:SHOWN],
        "mine_count": len(mine),
        "mine_more": any(one.mine_more for _source, one in laid),
        "others": others[:SHOWN],
        "others_count": len(others),
        "others_more": any(one.others_more for _source, one in laid),
        "late": sum(1 for item in mine if item.due_at and item.due_at < now),
        "soon": sum(1 for item in mine if item.due_at and now <= item.due_at <= near),
        "drafts": drafts,
        "visit": visit,
        "inbox": visit.inbox,
        "slots": joint_slots(site.clock) if site.clock else [],
        "days_off": _days_off([centre.side_a, centre.side_b]) if centre else [],
    }
    return render(request, "desk.html", context)


def _moves(laid: Desk) -> int:
    """How much of one app waits for the reader."""
    return sum(not item.is_draft for item in laid.mine)


def _nearest_first(items: Iterable[DeskItem]) -> list[DeskItem]:
    """Of all apps together: what has a due time first, the nearest before the others."""
    return sorted(items, key=lambda item: (item.due_at is None, item.due_at))


def _days_off(sides: list[Country]) -> list[tuple[date, list[tuple[Country, Any]]]]:
    """The next four days on which an office of either side is closed, with the names of the holidays."""
    by_calendar = {country.calendar_id: country for country in sides}
    found = upcoming_holidays(by_calendar, timezone.localdate(), 4, active_language())
    return [(day, [(by_calendar[code], name) for code, name in names.items()]) for day, names in found]


def search(request: HttpRequest) -> HttpResponse:
    """Words or a number, looked for in every kind of record the reader may see; a visitor in what is public."""
    text = request.GET.get("q", "").strip()[:200].replace("\x00", "")
    if not text:
        return render(request, "search.html", {"text": "", "found": []})
    return _found(request, text) if request.user.is_authenticated else _found_by_visitor(request, text)


def _found(request: HttpRequest, text: str) -> HttpResponse:
    return render(request, "search.html", {"text": text, "found": searching.look(request.user, text, HITS)})


# Who is signed in is known by name; a visitor may be a machine that reads the portal by its search.
_found_by_visitor = with_measure("search")(_found)
