"""Where an entry stands on its way, who has the move, and what the reader may do about it. Reads only."""

from collections.abc import Iterable
from copy import copy
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count, Q
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext_lazy

from core.models import JournalEntry
from people.audience import holders_in_centre, holders_in_country, holders_in_organisation
from people.enums import Function
from people.keys import Keys, KeyView
from people.models import User
from practices.enums import ReviewState, Status
from practices.models import Practice
from practices.workflow import REVIEWS_NEEDED, lifecycle

PHRASES: dict[str, Any] = {
    "create": gettext_lazy("Draft begun"),
    "propose": gettext_lazy("Proposed to the library"),
    "confirm_facts": gettext_lazy("Facts confirmed for the owner"),
    "return": gettext_lazy("Returned to the author"),
    "ask_reviewers": gettext_lazy("A review was asked for"),
    "close_reviews": gettext_lazy("Laid before the co-directors"),
    "publish": gettext_lazy("Published by both sides"),
    "publish:key": gettext_lazy("Key turned, to publish: %(country)s"),
    "decline": gettext_lazy("Not taken, by both sides"),
    "decline:key": gettext_lazy("Key turned, not to take it: %(country)s"),
    "ask": gettext_lazy("The owner was asked whether the facts still hold"),
    "remind": gettext_lazy("The owner was asked once more"),
    "confirm": gettext_lazy("Confirmed for another year"),
    "retire": gettext_lazy("Retired"),
    "withdraw": pgettext_lazy("practice", "Withdrawn"),
    "name_contact": gettext_lazy("Contact person named"),
    "drop_contact": gettext_lazy("The contact person has left"),
}
ASKS: dict[str, Promise] = {
    "propose": gettext_lazy("Finish the draft and propose it."),
    "confirm_facts": gettext_lazy("Check that everything in the entry is right, or return it with reasons."),
    "ask_reviewers": gettext_lazy("Ask officials of two other countries for a review."),
    "close_reviews": gettext_lazy("The reviews are there. Lay the entry before the co-directors, or return it."),
    "decide": gettext_lazy("Turn your side’s key."),
    "confirm": gettext_lazy("A year has passed. Say whether the facts still hold."),
}
MOVES: dict[str, Promise] = {
    Status.DRAFT: gettext_lazy("Finish the draft and propose it."),
    Status.PROPOSED: gettext_lazy("Check the facts of the entry."),
    Status.REVIEW: gettext_lazy("See to the reviews."),
    Status.DECISION: gettext_lazy("Turn your side’s key."),
    Status.DUE: gettext_lazy("Say whether the facts still hold."),
}
NAMED = 5  # people whose move it is, by name; more stand for the same body
HAD_AN_END = (Status.DECLINED, Status.WITHDRAWN, Status.RETIRED)


@dataclass(frozen=True)
class Button:
    """A step as a link to the page that asks for what it needs."""

    name: str
    label: str | Promise
    url: str


@dataclass(frozen=True)
class Ask:
    """What is wanted from this reader: a sentence and one button."""

    sentence: str | Promise
    button: Button


@dataclass(frozen=True)
class Stage:
    """One mark of the step indicator: done, now or to come; with a day, or the day it is due."""

    name: str
    state: str
    on: Any = None
    due: Any = None


@dataclass(frozen=True)
class Move:
    """Who has the move, in a sentence, and whom one may ask about it."""

    sentence: str
    people: list[User]


@dataclass(frozen=True)
class Reviewing:
    """How many reviews of the present round are given and owed, and when the last of them is due."""

    given: int = 0
    owed: int = 0


def reviewing_of(practice: Practice, rows: list[Any], *, sees_all: bool) -> Reviewing:
    """Counted from the rows of a reader who sees all of them, else asked; nothing when it is not under review."""
    if practice.status != Status.REVIEW:
        return Reviewing()
    if sees_all:
        states = [row.state for row in rows if row.round == practice.round]
        return Reviewing(states.count(ReviewState.GIVEN), states.count(ReviewState.ASKED))
    found = practice.reviews.filter(round=practice.round).aggregate(
        given=Count("pk", filter=Q(state=ReviewState.GIVEN)), owed=Count("pk", filter=Q(state=ReviewState.ASKED))
    )
    return Reviewing(**found)


def days_of(entries: Iterable[JournalEntry]) -> dict[str, JournalEntry]:
    """The last time each act was done, with what was said; `entries` come newest first."""
    found: dict[str, JournalEntry] = {}
    for entry in entries:
        found.setdefault(entry.verb, entry)
    return found


def told(entries: Iterable[JournalEntry], *, sees_keys: bool) -> list[JournalEntry]:
    """The same entries; what one side alone says against the entry is read by those who decide on it.

    When both sides have said so, their reasons stand in the entry; those of a side that took its key back are gone.
    """
    found = [copy(entry) for entry in entries]
    for entry in found:
        if entry.key and not sees_keys:
            entry.reason = ""
    return found


def stages_of(practice: Practice, days: dict[str, JournalEntry]) -> list[Stage]:
    """The way into the library. An entry that was not taken, withdrawn or retired ends where it got to."""
    reached = {Status.DRAFT: 0, Status.PROPOSED: 1, Status.REVIEW: 2, Status.DECISION: 3}
    names: list[tuple[str, datetime | None]] = [
        (_("Proposed"), practice.proposed_at),
        (_("Facts checked"), _at(days, "confirm_facts")),
        (_("Reviewed abroad"), _at(days, "close_reviews")),
        (_("Decided by both"), practice.published_at),
    ]
    if practice.status in HAD_AN_END:
        until = practice.published_at or practice.moved_at
        done = [Stage(name, "done", on) for name, on in names if on and on <= until]
        return [*done, Stage(str(practice.get_status_display()), "now", practice.moved_at)]
    here = reached.get(Status(practice.status), len(names))
    stages = [
        Stage(name, "done", on) if place < here else Stage(name, "now" if place == here else "")
        for place, (name, on) in enumerate(names)
    ]
    return [*stages, Stage(_("Re-check each year"), "now" if here == len(names) else "", due=practice.recheck_on)]


def _at(days: dict[str, JournalEntry], verb: str) -> datetime | None:
    return days[verb].at if verb in days else None


def move_of(practice: Practice, reviewing: Reviewing, missing: list[KeyView]) -> Move | None:
    """Who has the move: a sentence and names, two queries at most. `missing`: the keys not turned."""
    owner, country = str(practice.owner.name), str(practice.country.name)
    match practice.status:
        case Status.DRAFT:
            return Move(_("The author writes."), [practice.author])
        case Status.PROPOSED:
            said = _("%(owner)s checks the facts; the contact point may do so for it (%(country)s).")
            people = [one for one in _answering(practice) if one.pk != practice.author_id]
            return Move(said % {"owner": owner, "country": country}, people)
        case Status.REVIEW:
            return _move_in_review(practice, reviewing)
        case Status.DECISION:
            return _move_in_decision(practice, missing)
        case Status.DUE:
            said = _("%(owner)s was asked whether the facts still hold.")
            return Move(said % {"owner": owner}, _answering(practice))
    return None


def _move_in_review(practice: Practice, reviewing: Reviewing) -> Move:
    if reviewing.owed and reviewing.owed + reviewing.given >= REVIEWS_NEEDED:
        said = ngettext(
            "%(owed)s reviewer of another country reads it; %(given)s of %(all)s reviews given.",
            "%(owed)s reviewers of other countries read it; %(given)s of %(all)s reviews given.",
            reviewing.owed,
        )
        counts = {"owed": reviewing.owed, "given": reviewing.given, "all": reviewing.owed + reviewing.given}
        return Move(said % counts, [])
    officers = _some(holders_in_centre(practice.centre_id, Function.OFFICER))
    if reviewing.given >= REVIEWS_NEEDED:
        return Move(_("All reviews are given. The centre lays the entry before the co-directors."), officers)
    return Move(_("The centre asks officials of other countries for reviews."), officers)


def _move_in_decision(practice: Practice, missing: list[KeyView]) -> Move:
    """The co-directors whose key is not turned; both, where each has turned it another way."""
    if not missing:
        said = _("The two sides disagree. The entry is decided when both turn their keys the same way.")
        return Move(said, _some(holders_in_centre(practice.centre_id, Function.CO_DIRECTOR)))
    names = " · ".join(str(one.country.name) for one in missing)
    said = ngettext("A key is missing: %(names)s.", "The keys of both sides are missing: %(names)s.", len(missing))
    sides = [one.side for one in missing]
    directors = User.objects.holding(Function.CO_DIRECTOR, centre=practice.centre_id, side__in=sides)
    return Move(said % {"names": names}, _some(directors))


def _answering(practice: Practice) -> list[User]:
    """Who answers for the facts."""
    focal = holders_in_organisation(practice.owner_id, Function.FOCAL_POINT)
    return _some(focal | holders_in_country(practice.country_id, Function.CONTACT_POINT))


def _some(people: Any) -> list[User]:
    return list(people.by_name()[:NAMED])


def buttons_of(practice: Practice, granted: set[str], reviewing: Reviewing) -> dict[str, Button]:
    """What the reader may do with the entry as a whole, by name, in the order of the table. Asks no database.

    Whose key is turned may still turn it the other way until the other side has signed.
    """
    found: dict[str, Button] = {}

    def add(name: str, label: Any) -> None:
        found[name] = Button(name, label, reverse(f"practices:{name}", args=[practice.reference]))

    if practice.status == Status.DRAFT and "practices.edit" in granted:
        add("edit", gettext_lazy("Go on writing"))
    if practice.status == Status.REVIEW and "practices.run" in granted:
        add("ask_reviewers", gettext_lazy("Ask for reviews"))
    for step in lifecycle.here(practice):
        waits = step.name == "close_reviews" and reviewing.given < REVIEWS_NEEDED
        if step.permission in granted and not step.by_clock and not waits:  # the decision's two steps have one page
            add("decide" if step.keys else step.name, gettext_lazy("Decide") if step.keys else step.label)
    if "practices.name_contact" in granted and practice.status not in HAD_AN_END:
        add("name_contact", gettext_lazy("Name a contact person"))
    return found


def ask_of(buttons: dict[str, Button], reviewing: Reviewing, keys: Keys | None) -> Ask | None:
    """The one thing that waits for this reader, if anything does."""
    quiet = set()
    if reviewing.owed and reviewing.owed + reviewing.given >= REVIEWS_NEEDED:
        quiet |= {"close_reviews", "ask_reviewers"}
    if keys is None or not keys.may_sign:
        quiet.add("decide")
    for name in ("propose", "confirm_facts", "close_reviews", "ask_reviewers", "decide", "confirm"):
        if name in buttons and name not in quiet:
            return Ask(ASKS[name], buttons[name])
    return None


def ask_on_record(practice: Practice, user: Any, granted: set[str]) -> Ask | None:
    """The same for the record itself: one query, and none for readers without a part or where nobody has the move."""
    if practice.status not in MOVES or "practices.view_history" not in granted:
        return None
    if not Practice.objects.awaiting(user).filter(pk=practice.pk).exists():
        return None
    where = reverse("practices:progress", args=[practice.reference])
    return Ask(MOVES[practice.status], Button("progress", gettext_lazy("See where it stands"), where))
