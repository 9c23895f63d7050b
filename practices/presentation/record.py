"""The record page of an entry in words: where it stands, what is known of it, what a reader may do. Reads only."""

from dataclasses import dataclass
from typing import Any

from django.utils.formats import number_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from core.localised import LANGUAGE_NAMES
from practices.enums import Operation, Status, VersionState
from practices.goals import GOALS
from practices.models import Practice, Version

SHAPES: dict[str, str] = {
    Status.DRAFT: "is-new",
    Status.PROPOSED: "is-waiting",
    Status.REVIEW: "is-going",
    Status.DECISION: "is-waiting",
    Status.PUBLISHED: "is-done",
    Status.DUE: "is-soon",
    Status.RETIRED: "is-stopped",
    Status.DECLINED: "is-stopped",
    Status.WITHDRAWN: "is-stopped",
}
OPERATION_SHAPES: dict[str, str] = {
    Operation.PILOT: "is-going",
    Operation.IN_OPERATION: "is-done",
    Operation.REPLACED: "is-stopped",
    Operation.ENDED: "is-stopped",
}


@dataclass(frozen=True)
class State:
    """A shape of the look, and the words beside it."""

    shape: str
    words: str | Promise


@dataclass(frozen=True)
class Tongue:
    """A language the entry can be read in: its address, and whether it is the original or the one being read."""

    code: str
    url: str
    is_current: bool
    is_original: bool


def state_of(practice: Practice) -> State:
    """Where the entry stands on its way into the library, or in it."""
    return State(SHAPES[practice.status], practice.get_status_display())


def operation_of(version: Version) -> State | None:
    """What has become of the system, with the years."""
    if not version.operation:
        return None
    years = {"since": version.since_year, "until": version.until_year}
    match version.operation:
        case Operation.IN_OPERATION if version.since_year:
            words = _("In operation since %(since)s") % years
        case Operation.PILOT if version.since_year:
            words = _("Pilot since %(since)s") % years
        case Operation.REPLACED if version.until_year:
            words = _("In use %(since)s–%(until)s, then replaced") % years
        case Operation.ENDED if version.until_year:
            words = _("In use %(since)s–%(until)s, then ended") % years
        case _other:
            words = version.get_operation_display()
    return State(OPERATION_SHAPES[version.operation], words)


def version_to_read(versions: list[Any]) -> Any:
    """What the record shows: the live version; of an entry that was never published, the one being written."""
    live = [one for one in versions if one.state == VersionState.LIVE]
    return live[0] if live else versions[0]


def languages_of(practice: Practice, languages: list[str], current: str) -> list[Tongue]:
    """The languages of the text, each one step away; the reader's own needs no mark in the address."""
    address = practice.get_absolute_url()
    return [
        Tongue(code, f"{address}?language={code}", code == current, code == practice.language) for code in languages
    ]


def notice_of(wanted: str, language: str) -> str:
    """That the reader gets another language than asked for, and which."""
    if wanted == language:
        return ""
    return _("There is no checked text in %(wanted)s yet. This is the text in %(language)s.") % {
        "wanted": LANGUAGE_NAMES[wanted],
        "language": LANGUAGE_NAMES[language],
    }


def goals_of(version: Version) -> list[tuple[int, str | Promise]]:
    """The Sustainable Development Goals it serves, by number and name."""
    return [(number, GOALS[number]) for number in version.goals if number in GOALS]


def cost_of(version: Version) -> str:
    """The amount with its currency and the year of the price, as one would write it; else the order of magnitude."""
    if version.cost_amount is not None:
        return pgettext("amount, currency, year of the price", "%(currency)s %(amount)s (prices of %(year)s)") % {
            "currency": version.cost_currency,
            "amount": number_format(version.cost_amount, 0, force_grouping=True),
            "year": version.cost_year,
        }
    return str(version.get_cost_band_display()) if version.cost_band else ""
