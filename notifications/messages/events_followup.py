"""What is told of plans, reports of journeys and certificates."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from calendars.moments import write_day
from events import signals
from events.enums import ListStatus, PlanStatus, Progress
from events.models import PlanCheck
from events.presentation.owed import ITEMS
from notifications.audience import events_followup as to
from notifications.messages.kind import Kind, Said, entry_of

if TYPE_CHECKING:
    from notifications.matters.matter import Reader
    from notifications.news import News


def _by_link(route: str, news: News, *args: Any) -> str:
    """A page of the author without an account, by the own secret."""
    return reverse(f"events:{route}_by_link", args=[news.record.participant.secret, *args])


def _entry(name: str) -> Any:
    """The line of the journal that holds the reasons."""
    return lambda said: {"entry": entry_of(said[name])}


def _check(said: Said) -> dict[str, Any]:
    check: PlanCheck = said["check"]
    return {"check": check.pk, "months": check.months, "progress": check.progress}


def _asked(said: Said) -> object:
    check: PlanCheck = said["check"]
    return f"{check.pk}:{'again' if check.reminded_at else ''}"


def _is_unanswered(news: News) -> bool:
    return PlanCheck.objects.filter(pk=news.row.context["check"], answered_at=None).exists()


def _person(news: News) -> dict[str, Any]:
    return {"person": news.record.participant.display_name}


def _progress(news: News) -> dict[str, Any]:
    return {**_person(news), "progress": Progress(news.row.context["progress"]).label}


def _due(news: News, _reader: Reader) -> dict[str, Any]:
    return {"due_on": write_day(news.record.due_on, "weekday")}


def _items(news: News, _reader: Reader) -> dict[str, Any]:
    return {"items": [str(ITEMS[item]) for item in news.row.context["items"]]}


def _first_owed(news: News) -> str:
    """Where the first thing that is owed is written."""
    items, secret = news.row.context["items"], news.record.secret
    route = "trip_report_by_link" if items == ["trip_report"] else "plan_by_link"
    return reverse(f"events:{route}", args=[secret])


of_plan = partial(Kind, about="plan", rule="events.view_plan", words=_person)
of_report = partial(Kind, about="report", rule="events.view_trip_report", words=_person)
of_run = partial(Kind, about="run", rule="events.view_run")

MESSAGES: list[Kind] = [
    # --- Action plans ---
    of_plan(
        "plan_wanted",
        signals.plan_wanted,
        _("I am asked for an action plan"),
        to.told_author,
        event=lambda said: said["plan"].pk,
        in_office_hours=True,
        is_still_due=lambda news: news.record.status == PlanStatus.DRAFT,
        own_link=partial(_by_link, "edit_plan"),
        link_text=_("Write the plan"),
    ),
    of_plan(
        "plan_submitted",
        signals.plan_submitted,
        _("An action plan waits for the endorsement"),
        to.told_endorsers,
        is_still_due=lambda news: news.record.status == PlanStatus.SUBMITTED,
    ),
    of_plan(
        "plan_for_superior",
        signals.plan_submitted,
        _("An action plan of somebody I am the superior of"),
        to.told_superior,
        rule="",
        essential=True,
        is_still_due=lambda news: news.record.status == PlanStatus.SUBMITTED,
        own_link=lambda news: reverse("events:endorse_by_link", args=[news.record.secret]),
        link_text=_("Read the plan and decide"),
    ),
    of_plan(
        "plan_endorsed",
        signals.plan_endorsed,
        _("An action plan was endorsed"),
        to.told_author_and_officers,
        own_link=partial(_by_link, "plan"),
    ),
    of_plan(
        "plan_returned",
        signals.plan_returned,
        _("My action plan was returned"),
        to.told_author,
        context=_entry("plan"),
        is_still_due=lambda news: news.record.status == PlanStatus.DRAFT,
        own_link=partial(_by_link, "edit_plan"),
    ),
    of_plan(
        "plan_progress_asked",
        signals.plan_progress_asked,
        _("I am asked where my action plan stands"),
        to.told_author,
        event=_asked,
        context=_check,
        in_office_hours=True,
        is_still_due=_is_unanswered,
        own_link=lambda news: _by_link("report_progress", news, news.row.context["months"]),
        link_text=_("Say where it stands"),
    ),
    of_plan(
        "plan_progress_reported",
        signals.plan_progress_reported,
        _("Somebody said where an action plan stands"),
        to.told_progress,
        context=_check,
        words=_progress,
    ),
    # --- Trip reports ---
    of_report(
        "trip_report_due_soon",
        signals.trip_report_due_soon,
        _("My trip report is nearly due"),
        to.told_traveller,
        event=lambda said: said["report"].pk,
        in_office_hours=True,
        is_still_due=lambda news: news.record.submitted_at is None,
        own_link=partial(_by_link, "edit_trip_report"),
        link_text=_("Write the report"),
        letter_words=_due,
    ),
    of_report(
        "trip_report_overdue",
        signals.trip_report_overdue,
        _("My trip report is overdue"),
        to.told_traveller,
        event=lambda said: said["report"].pk,
        in_office_hours=True,
        is_still_due=lambda news: news.record.submitted_at is None,
        own_link=partial(_by_link, "edit_trip_report"),
        link_text=_("Write the report"),
        letter_words=_due,
    ),
    of_report(
        "trip_report_overdue_at_ours",
        signals.trip_report_overdue,
        _("A trip report of a colleague is overdue"),
        to.told_body,
        event=lambda said: said["report"].pk,
        in_office_hours=True,
        is_still_due=lambda news: news.record.submitted_at is None,
        letter_words=_due,
    ),
    of_report(
        "trip_report_submitted",
        signals.trip_report_submitted,
        _("A trip report was handed in"),
        to.told_report,
    ),
    # --- The officer's reminder ---
    Kind(
        "follow_up_reminded",
        signals.follow_up_reminded,
        _("I am reminded of what I owe after an event"),
        to.told_debtors,
        about="event",
        rule="events.view_participant",
        in_office_hours=True,
        route="events:owed",
        own_link=_first_owed,
        letter_words=_items,
    ),
    # --- Certificates ---
    of_run(
        "certificates_proposed",
        signals.certificates_proposed,
        _("Certificates wait for my key"),
        to.told_directors,
        is_still_due=lambda news: news.record.status == ListStatus.PROPOSED,
    ),
    of_run(
        "certificates_key_turned",
        signals.certificates_key_turned,
        _("The other side has signed certificates"),
        to.told_other_side,
        is_still_due=lambda news: news.record.status == ListStatus.PROPOSED,
    ),
    of_run(
        "certificates_withdrawn",
        signals.certificates_withdrawn,
        _("Certificates were withdrawn before both sides had signed"),
        to.told_directors,
        context=_entry("run"),
    ),
    Kind(
        "certificate_issued",
        signals.certificates_issued,
        _("I got a certificate"),
        to.told_holders,
        about="run",
        rule="events.view_certificate",
        own_link=partial(_by_link, "certificate_pdf"),
        link_text=_("Open the certificate"),
    ),
    Kind(
        "certificate_revoked",
        signals.certificate_revoked,
        _("A certificate of mine was revoked"),
        to.told_holder,
        about="certificate",
        rule="events.view_certificate",
        context=_entry("certificate"),
        essential=True,
        own_link=lambda news: news.record.get_absolute_url(),
        link_text=_("What the portal says of it"),
    ),
]
