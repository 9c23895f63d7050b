"""What is told of committees: sessions, papers, minutes, decisions, actions."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from agreements import signals
from agreements.enums import ActionStatus, DecisionStatus, MinutesState
from agreements.models import CommitteePaper, Decision, SessionMinutes
from agreements.presentation.session_ics import session_calendar
from agreements.workflow import deciding, minuting
from calendars.moments import write_day
from core.models import Silence
from notifications.audience import agreements_committees as to
from notifications.messages.kind import Attachment, Kind, Part, Said, entry_of

if TYPE_CHECKING:
    from notifications.matters.matter import Reader
    from notifications.news import News


# --- Sessions --------------------------------------------------------------------------------------------------------


def _session(news: News) -> dict[str, Any]:
    session = news.record
    return {"number": session.number, "committee": session.committee.name}


def _when(news: News, reader: Reader) -> dict[str, Any]:
    session = news.record
    due = session.papers_due_on
    return {
        "starts": reader.moment(session.starts_at),
        "place": str(session.place) if session.place else "",
        "papers_due": write_day(due, "weekday") if due else "",
    }


def _ics(news: News, _reader: Reader) -> list[Attachment]:
    name = f"{news.record.reference}.ics"
    return [Attachment(name, "text/calendar", session_calendar(news.record), method="PUBLISH")]


def _of_today(said: Said) -> object:
    """One line a day, however often the agenda changes."""
    return f"{said['session'].pk}:{timezone.localdate()}"


def _due_day(said: Said) -> object:
    return f"{said['session'].pk}:{said['session'].papers_due_on}"


def _session_reasons(said: Said) -> dict[str, Any]:
    return {"entry": entry_of(said["session"])}


def _paper(said: Said) -> object:
    return said["paper"].pk


def _paper_kept(said: Said) -> dict[str, Any]:
    return {"paper": said["paper"].pk, "symbol": said["paper"].symbol}


def _symbol(news: News) -> dict[str, Any]:
    return {**_session(news), "symbol": news.row.context["symbol"]}


of_session = partial(Kind, about="session", rule="agreements.view_session", words=_session, letter_words=_when)

# --- Minutes ---------------------------------------------------------------------------------------------------------


def _silence(news: News, reader: Reader) -> dict[str, Any]:
    """Until when a reply is awaited, and whether the reader's key is among those that are missing."""
    running = Silence.objects.about(news.record).filter(step="agree", ended_at=None).first()
    awaited = SessionMinutes.objects.filter(minuting.awaiting(news.reader), pk=news.record.pk).exists()
    return {"silent_at": reader.moment(running.due_at) if running else "", "awaited": awaited}


def _version(news: News) -> dict[str, Any]:
    minutes = news.record
    return {
        "version": minutes.version,
        "session": minutes.session.reference,
        "committee": minutes.session.committee.name,
    }


of_minutes = partial(Kind, about="minutes", rule="agreements.view_minutes", words=_version)

# --- Decisions and actions -------------------------------------------------------------------------------------------


def _decision(news: News) -> dict[str, Any]:
    return {"number": news.record.reference, "committee": news.record.session.committee.name}


def _awaited(news: News, _reader: Reader) -> dict[str, Any]:
    """Whether the reader's own key is missing."""
    return {"awaited": Decision.objects.filter(deciding.awaiting(news.reader), pk=news.record.pk).exists()}


def _verdict(said: Said) -> dict[str, Any]:
    return {"accepts": said["accepts"]}


def _with_verdict(news: News) -> dict[str, Any]:
    return {**_decision(news), "accepts": news.row.context["accepts"]}


def _decision_reasons(said: Said) -> dict[str, Any]:
    return {"entry": entry_of(said["decision"])}


def _minutes_reasons(said: Said) -> dict[str, Any]:
    return {"entry": entry_of(said["minutes"])}


def _action(news: News) -> dict[str, Any]:
    return {"number": news.record.reference, "due_on": write_day(news.record.due_on, "weekday")}


def _settled(news: News) -> dict[str, Any]:
    return {**_action(news), "state": news.record.get_status_display(), "result": news.record.result}


def _reminded(said: Said) -> object:
    return f"{said['action'].pk}:{said['action'].reminded_on}"


def _of_action(said: Said) -> object:
    return said["action"].pk


def _late(said: Said) -> dict[str, Any]:
    action = said["action"]
    return {"late": bool(action.reminded_on and action.reminded_on > action.due_on)}


def _with_lateness(news: News) -> dict[str, Any]:
    return {**_action(news), "late": news.row.context["late"]}


def _is_open(news: News) -> bool:
    return bool(news.record.status == ActionStatus.OPEN)


of_decision = partial(Kind, about="decision", rule="agreements.view_decision", words=_decision)
of_action = partial(Kind, about="action", rule="agreements.view_action", words=_action)

MESSAGES: list[Kind] = [
    of_session(
        "committee_convened",
        signals.session_convened,
        _("A session of a committee is convened"),
        to.told_convened,
        attachments=_ics,
    ),
    of_session(
        "committee_moved",
        signals.session_moved,
        _("A session of a committee has other hours or another place"),
        to.told_members,
        attachments=_ics,
    ),
    of_session(
        "committee_agenda_changed",
        signals.agenda_changed,
        _("The agenda of a session has changed"),
        to.told_members,
        event=_of_today,
    ),
    of_session(
        "committee_called_off",
        signals.session_called_off,
        _("A session of a committee is called off"),
        to.told_convened,
        context=_session_reasons,
        attachments=_ics,
    ),
    of_session(
        "committee_papers_due",
        signals.papers_due,
        _("Papers of a session are due and not there"),
        to.told_officers,
        event=_due_day,
        in_office_hours=True,
    ),
    of_session(
        "committee_paper_added",
        signals.paper_added,
        _("A paper is laid before a session"),
        to.told_members,
        event=_paper,
        context=_paper_kept,
        words=_symbol,
        parts={"paper": Part("agreements.view_paper", CommitteePaper.objects.visible_to)},
    ),
    of_minutes(
        "committee_minutes_proposed",
        signals.minutes_proposed,
        _("Minutes of a session wait for both keys"),
        to.told_minutes_proposed,
        asks_in=MinutesState.PROPOSED,
        letter_words=_silence,
    ),
    of_minutes(
        "committee_minutes_key_turned",
        signals.minutes_key_turned,
        _("The other side signed the minutes of a session"),
        to.told_minutes_key,
        asks_in=MinutesState.PROPOSED,
        letter_words=_silence,
    ),
    of_minutes(
        "committee_minutes_agreed",
        signals.minutes_agreed,
        _("Minutes of a session were agreed by both sides"),
        to.told_minutes_agreed,
    ),
    of_minutes(
        "committee_minutes_sent_back",
        signals.minutes_sent_back,
        _("Minutes of a session were sent back"),
        to.told_minutes_sent_back,
        context=_minutes_reasons,
        at_once=True,
    ),
    of_decision(
        "decision_proposed",
        signals.decision_proposed,
        _("A decision waits for my key"),
        to.told_decision_proposed,
        asks_in=DecisionStatus.PROPOSED,
        letter_words=_awaited,
    ),
    of_decision(
        "decision_key_turned",
        signals.decision_key_turned,
        _("The other side turned its key on a decision"),
        to.told_decision_key,
        asks_in=DecisionStatus.PROPOSED,
        context=_verdict,
        words=_with_verdict,
        letter_words=_awaited,
    ),
    of_decision(
        "decision_adopted",
        signals.decision_adopted,
        _("A decision was adopted by both sides"),
        to.told_decision_adopted,
    ),
    of_decision(
        "decision_rejected",
        signals.decision_rejected,
        _("A decision was not adopted"),
        to.told_decision_rejected,
    ),
    of_decision(
        "decision_returned",
        signals.decision_returned,
        _("A decision was returned with reasons"),
        to.told_decision_returned,
        context=_decision_reasons,
    ),
    of_action(
        "action_given",
        signals.action_given,
        _("My side owes an action of a committee"),
        to.told_owing,
        event=_of_action,
        is_still_due=_is_open,
    ),
    of_action(
        "action_due",
        signals.action_due,
        _("An action that we owe is due, or late"),
        to.told_owing,
        event=_reminded,
        context=_late,
        words=_with_lateness,
        in_office_hours=True,
        is_still_due=_is_open,
    ),
    of_action(
        "action_settled",
        signals.action_settled,
        _("An action of a committee was settled"),
        to.told_settled,
        words=_settled,
    ),
]
