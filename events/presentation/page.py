"""The pages of one event: what leads from one to the other, for this reader. Reads only."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from core import policies
from events.models import Event


@dataclass(frozen=True)
class Link:
    """A page of the event. `current` is the value of aria-current."""

    label: str | Promise
    url: str
    current: str = ""


@dataclass(frozen=True)
class Page:
    """A page that every event has, and the permission on the event that opens it."""

    route: str
    label: Promise
    permission: str


PAGES = (
    Page("detail", _("Overview"), "events.view"),
    Page("timetable", _("Programme"), "events.follow"),
    Page("plan_timetable", _("Draft timetable"), "events.view_whole"),
    Page("delegations", _("Delegations"), "events.view_whole"),
    Page("participants", _("Participants"), "events.view_whole"),
    Page("travel", _("Travel desk"), "events.travel_desk"),
    Page("visits", _("Site visits"), "events.take_part"),
    Page("materials", _("Materials"), "events.follow"),
    Page("attendance", _("Attendance"), "events.mark_attendance"),
    Page("questionnaires", _("Questionnaires"), "events.view_questionnaires"),
    Page("results", _("Evaluation"), "events.view_results"),
    Page("wrap_up", _("Wrap-up"), "events.take_part"),
    Page("follow_up", _("Plans and reports"), "events.view_follow_up"),
    Page("certificates", _("Certificates"), "events.view_whole"),
    Page("report", _("Report"), "events.view_report"),
)


# Asked of every event a page is about, together with the event itself: one query fewer on each page.
ASKED = tuple(
    dict.fromkeys(
        [
            *(page.permission for page in PAGES),
            "events.edit",
            "events.edit_timetable",
            "events.wrap_up",
            "events.add_material",
            "events.propose_certificates",
            "events.remind_follow_up",
        ]
    )
)


def granted_on(event: Event, user: Any, *more: str) -> set[str]:
    """Which of the permissions that pages lead by hold, and of those asked beside them.

    No query for those that an event comes with that a page was asked for by number (`events.views.finding`).
    """
    known: set[str] | None = getattr(event, "granted", None)
    asked = ASKED if known is None else ()
    beside = (name for name in more if name not in ASKED)
    return (known or set()) | policies.granted(user, [*asked, *beside], event)


def links_of(event: Event, granted: Iterable[str], current: str) -> list[Link]:
    """The pages of the event that this reader may open."""
    held = set(granted)
    return [
        Link(page.label, reverse(f"events:{page.route}", args=[event.reference]), "page" * (page.route == current))
        for page in PAGES
        if page.permission in held
    ]


def page_of_event(request: HttpRequest, event: Event, current: str = "", *more: str) -> dict[str, Any]:
    """The context that `events/event_page.html` draws: the event, its pages, and what the reader may do.

    `current` is the route of this page, `more` are further permissions on the event that the page asks about.
    """
    granted = granted_on(event, request.user, *more)
    return {"event": event, "granted": granted, "links": links_of(event, granted, current)}
