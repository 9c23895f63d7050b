"""What is told of projects on their way, of their registration, and of what is asked after the close."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _

from core.models import JournalEntry
from notifications.audience import projects_life as to
from notifications.messages.kind import Kind, Said, entry_of
from projects import signals
from projects.enums import RegistrationState, Stage
from projects.presentation.life import KEYED
from projects.workflow import lifecycle

if TYPE_CHECKING:
    from notifications.news import News

TITLES = {step: title for steps in KEYED.values() for step, _route, title in steps}


def _reasons(said: Said) -> dict[str, Any]:
    """The line of the journal with the reasons of the act."""
    return {"entry": entry_of(said["project"])}


def _reasons_of_key(step: str) -> Any:
    """The line of the last key: what two keys amount to has no reasons of its own."""

    def context(said: Said) -> dict[str, Any]:
        keys = JournalEntry.objects.about(said["project"]).filter(verb=f"{step}:key").order_by("-pk")
        return {"entry": keys.values_list("pk", flat=True).first()}

    return context


def _step(said: Said) -> dict[str, Any]:
    return {"step": said["step"]}


def _step_in_words(news: News) -> dict[str, Any]:
    return {"what": TITLES[news.row.context["step"]]}


def _still_waits(news: News) -> bool:
    return news.record.stage in lifecycle.steps[news.row.context["step"]].sources


def _verdict(said: Said) -> dict[str, Any]:
    return {"opinion": said["opinion"].pk, "verdict": said["opinion"].verdict}


def _state(said: Said) -> dict[str, Any]:
    """Where the registration stood when it was told: it may have moved on when the letter is read."""
    return {"state": said["registration"].state, "entry": entry_of(said["registration"])}


def _state_in_words(news: News) -> dict[str, Any]:
    return {"state": RegistrationState(news.row.context["state"]).label}


def _years(news: News) -> dict[str, Any]:
    return {"years": news.record.years}


def _of_check(said: Said) -> object:
    return f"{said['check'].pk}:{said['check'].reminded_on}"


of_project = partial(Kind, about="project", rule="projects.view")
of_check = partial(Kind, about="check", rule="projects.view_check", words=_years)

MESSAGES: list[Kind] = [
    of_project(
        "project_submitted",
        signals.project_submitted,
        _("A concept paper waits for opinions"),
        to.told_submitted,
        asks_in=Stage.OPINIONS,
    ),
    of_project(
        "project_returned",
        signals.project_returned,
        _("A concept paper was returned"),
        to.told_writers,
        context=_reasons,
        asks_in=Stage.CONCEPT,
    ),
    of_project(
        "opinion_given",
        signals.opinion_given,
        _("A side has given its opinion on a project"),
        to.told_opinion,
        context=_verdict,
        asks_in=Stage.OPINIONS,
    ),
    of_project("project_laid", signals.project_laid, _("A project lies before the committee"), to.told_laid),
    of_project("project_approved", signals.project_approved, _("A project was approved"), to.told_approved),
    of_project("project_declined", signals.project_declined, _("A project was not approved"), to.told_writers),
    of_project(
        "project_withdrawn",
        signals.project_withdrawn,
        _("A project was withdrawn"),
        to.told_withdrawn,
        context=_reasons,
    ),
    of_project("leader_named", signals.leader_named, _("I am named project leader"), to.told_named, at_once=True),
    of_project(
        "other_leader_named",
        signals.leader_named,
        _("The other side has named its project leader"),
        to.told_other_leader,
    ),
    of_project(
        "project_key_turned",
        signals.project_key_turned,
        _("The other side has signed for a project"),
        to.told_other_key,
        context=_step,
        words=_step_in_words,
        is_still_due=_still_waits,
    ),
    of_project("project_started", signals.project_started, _("A project has started"), to.told_everybody),
    of_project(
        "project_suspended",
        signals.project_suspended,
        _("A project was interrupted"),
        to.told_everybody,
        context=_reasons_of_key("suspend"),
    ),
    of_project("project_resumed", signals.project_resumed, _("A project goes on"), to.told_everybody),
    of_project(
        "project_finished",
        signals.project_finished,
        _("The work of a project has ended"),
        to.told_finished,
        asks_in=Stage.CLOSING,
    ),
    of_project("project_closed", signals.project_closed, _("A project was closed"), to.told_closed),
    of_project(
        "project_cancelled",
        signals.project_cancelled,
        _("A project was cancelled"),
        to.told_everybody,
        context=_reasons_of_key("cancel"),
    ),
    Kind(
        "project_registration_moved",
        signals.registration_moved,
        _("The national registration of a project has moved"),
        to.told_registration,
        about="registration",
        rule="projects.view_registration",
        context=_state,
        words=_state_in_words,
    ),
    of_project(
        "project_registration_missing",
        signals.registration_missing,
        _("A project is approved and not registered"),
        to.told_missing,
        asks_in=Stage.APPROVED,
        in_office_hours=True,
        is_still_due=lambda news: news.record.stage == Stage.APPROVED,
    ),
    of_check(
        "project_check_asked",
        signals.check_asked,
        _("I am asked how a closed project stands"),
        to.told_check,
        event=_of_check,
        in_office_hours=True,
        is_still_due=lambda news: news.record.answered_at is None,
    ),
    of_check(
        "project_check_answered",
        signals.check_answered,
        _("A side has said how a closed project stands"),
        to.told_answer,
        event=lambda said: said["check"].pk,
    ),
]
