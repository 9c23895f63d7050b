"""Where a project stands on its way, and what this reader may do next. Reads only."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from django.db.models import Q
from django.urls import reverse
from django.utils.formats import localize
from django.utils.functional import Promise
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from core import policies
from people.enums import Side
from people.keys import Keys, keys_of
from projects.enums import RegistrationState, Stage
from projects.models import Measure, Opinion, PostCheck, Project, Registration, RegistrationRule, SideNote
from projects.workflow import lifecycle, registering

# The formal steps that a project may wait for in a state: what is signed, and where.
KEYED: dict[str, tuple[tuple[str, str, Promise], ...]] = {
    Stage.APPROVED: (("start", "start_project", _("Start of the project")),),
    Stage.RUNNING: (
        ("finish", "finish", _("End of the work")),
        ("suspend", "suspend", _("Interruption of the project")),
    ),
    Stage.SUSPENDED: (
        ("resume", "resume", _("Resumption of the project")),
        ("cancel", "cancel", _("Cancellation of the project")),
    ),
    Stage.CLOSING: (("close", "close", _("Close of the project")),),
}
OPEN = (Stage.APPROVED, Stage.RUNNING, Stage.SUSPENDED, Stage.CLOSING)

# What may be done in which states, by whom: route, permission, states, words.
DEEDS: tuple[tuple[str, str, tuple[str, ...], Promise], ...] = (
    ("edit", "projects.edit", (Stage.CONCEPT,), _("Write the concept paper")),
    ("submit", "projects.submit", (Stage.CONCEPT,), _("Check and submit it")),
    ("opinion", "projects.give_opinion", (Stage.OPINIONS,), _("Give the opinion of your side")),
    ("lay", "projects.run", (Stage.OPINIONS,), _("Lay it before the committee")),
    ("lay", "projects.run", (Stage.COMMITTEE,), _("Lay it with another decision")),
    ("return", "projects.run", (Stage.OPINIONS, Stage.COMMITTEE), _("Return it with reasons")),
    ("registration", "projects.prepare_registration", OPEN, _("National registration")),
    ("people", "projects.run", (Stage.OPINIONS, Stage.COMMITTEE, *OPEN), _("Name leaders, contractor and partners")),
    ("start_project", "projects.start", (Stage.APPROVED,), _("Start the project")),
    ("finish", "projects.start", (Stage.RUNNING,), _("End the work")),
    ("close", "projects.direct", (Stage.CLOSING,), _("Close the project")),
    ("suspend", "projects.direct", (Stage.RUNNING,), pgettext_lazy("project", "Interrupt the project")),
    ("resume", "projects.direct", (Stage.SUSPENDED,), _("Let the project go on")),
    ("cancel", "projects.direct", (Stage.APPROVED, Stage.SUSPENDED), _("Cancel the project")),
    ("links", "projects.arrange", (Stage.OPINIONS, Stage.COMMITTEE, *OPEN), _("Link practices, requests and events")),
    ("withdraw", "projects.withdraw", (Stage.CONCEPT, *Stage.proposed()), _("Withdraw it")),
    ("notes", "projects.write_note", tuple(Stage.values), _("Notes of your side")),
)


@dataclass(frozen=True)
class Button:
    """Something the reader may do, and where."""

    url: str
    label: str | Promise


@dataclass(frozen=True)
class Turning:
    """The two keys of a step that is waited for: what is signed, and where one's own is turned."""

    title: str | Promise
    keys: Keys
    sign_url: str


@dataclass(frozen=True)
class OpinionView:
    """What a side thinks of the paper in a round; none while it has not said so."""

    side: str
    opinion: Opinion | None


def buttons_of(project: Project, granted: Iterable[str]) -> list[Button]:
    """What the reader may do with the project now, in the order of its way; no step that is held up. No query.

    Of a project that a page was asked for by number.
    """
    held = set(granted)
    is_awaited = project.stage == Stage.OPINIONS and getattr(project, "opinions_given", 0) != len(Side.values)
    held_up = {"lay"} if is_awaited else set()
    return [
        Button(reverse(f"projects:{route}", args=[project.reference]), label)
        for route, permission, stages, label in DEEDS
        if permission in held and project.stage in stages and route not in held_up
    ]


def holds_key(project: Project, step: str, user: Any) -> set[str]:
    """The sides whose key to a step is this person's: co-directors hold one to all, leaders to some. No query."""
    held: set[str] = user.standing.sides(project.centre_id)
    if lifecycle.steps[step].permission == "projects.start":
        held = held | {side for side in Side.values if project.leader_id_of(side) == user.pk}
    return held


def keys_of_step(project: Project, step: str, user: Any) -> Keys:
    """The two keys of a step, own side first: one query."""
    keys = keys_of(project, lifecycle, step, user, centre=project.centre)
    held = holds_key(project, step, user)
    is_open = project.stage in lifecycle.steps[step].sources
    return replace(keys, may_sign=is_open and any(key.side in held and key.signature is None for key in keys.keys))


def turnings_of(project: Project, user: Any) -> list[Turning]:
    """The steps that wait for keys now; one that nobody has begun stands only where it is the usual next one."""
    found = []
    for number, (step, route, title) in enumerate(KEYED.get(project.stage, ())):
        keys = keys_of_step(project, step, user)
        if number == 0 or any(key.signature for key in keys.keys):
            found.append(Turning(title, keys, reverse(f"projects:{route}", args=[project.reference])))
    return found


def opinions_of(project: Project, user: Any, sides: list[str]) -> list[tuple[int, list[OpinionView]]]:
    """What both sides thought of the paper, the newest round first, the reader's own side first. One query."""
    rows = Opinion.objects.visible_to(user).filter(project=project).select_related("by")
    by_round: dict[int, dict[str, Opinion]] = {}
    for one in rows:
        by_round.setdefault(one.round, {})[one.side] = one
    if project.stage == Stage.OPINIONS:
        by_round.setdefault(project.opinion_round, {})
    return [
        (number, [OpinionView(side, by_round[number].get(side)) for side in sides])
        for number in sorted(by_round, reverse=True)
    ]


def registrations_of(project: Project) -> list[Registration]:
    """The registrations of the project with their rules. One query."""
    return list(project.registrations.select_related("rule__country", "rule__authority"))


def rules_without(project: Project, registrations: Iterable[Registration]) -> list[RegistrationRule]:
    """The rules of the country for which nothing was opened yet. One query."""
    known = [one.rule_id for one in registrations]
    return list(RegistrationRule.objects.filter(country=project.country_id).exclude(pk__in=known))


@dataclass(frozen=True)
class FigureLine:
    """A figure of an answer under the name of its indicator."""

    name: Any
    value: str
    source: str


def checks_of(project: Project) -> list[PostCheck]:
    """The checks after the close, their figures in words as `lines`. One query, two where there are figures."""
    checks = list(project.checks.select_related("by"))
    asked = {one["measure"] for check in checks for one in check.figures}
    names = dict(Measure.objects.filter(pk__in=asked).values_list("pk", "indicator__name")) if asked else {}
    for check in checks:
        check.lines = [  # type: ignore[attr-defined]
            FigureLine(names.get(one["measure"], ""), localize(Decimal(one["value"])), one["source"])
            for one in check.figures
        ]
    return checks


MOST_NOTES = 20


def notes_of(project: Project, user: Any) -> list[SideNote]:
    """The latest notes of the reader's own side. One query."""
    rows = SideNote.objects.visible_to(user).filter(project=project).select_related("by")
    return list(rows[:MOST_NOTES])


def may_answer(user: Any, checks: Iterable[PostCheck]) -> set[int]:
    """Which of the checks are this reader's to answer: asked, and not answered. A query where there is one."""
    asked = [one.pk for one in checks if one.asked_at and not one.answered_at]
    if not asked:
        return set()
    return set(
        PostCheck.objects.filter(Q(pk__in=asked) & policies.q("projects.answer_check", user)).values_list(
            "pk", flat=True
        )
    )


MOVES: dict[str, tuple[tuple[str, Promise], ...]] = {
    RegistrationState.PREPARING: (("file", _("Record that the pack was filed")),),
    RegistrationState.RETURNED: (("file", _("Record that the pack was filed again")),),
    RegistrationState.FILED: (
        ("enter", _("Record the registration")),
        ("return", _("Record that the pack came back")),
        ("refuse", _("Record the refusal")),
    ),
    RegistrationState.REGISTERED: (("redo", _("Begin the registration again")),),
    RegistrationState.REFUSED: (("redo", _("Begin the registration again")),),
}
SHAPES = {
    RegistrationState.PREPARING: "is-new",
    RegistrationState.FILED: "is-waiting",
    RegistrationState.RETURNED: "is-stopped",
    RegistrationState.REGISTERED: "is-done",
    RegistrationState.REFUSED: "is-stopped",
}


def moves_of(registration: Registration) -> list[Button]:
    """What may be recorded of a registration now."""
    project = registration.project
    here = {step.name for step in registering.here(registration)}
    return [
        Button(reverse(f"projects:{name}_registration", args=[project.reference, registration.pk]), label)
        for name, label in MOVES[registration.state]
        if name in here
    ]


# How the journal says what was done; what is not said here stays out of the history.
PHRASES: dict[str, str | Promise] = {
    "create": _("Begun"),
    "submit": _("Submitted to both sides"),
    "return": _("Returned with reasons"),
    "lay": _("Laid before the committee"),
    "approve": _("Approved by the committee"),
    "decline": _("Not approved by the committee"),
    "name_contractor": _("Contractor changed"),
    "add_partner": _("Partner added"),
    "remove_partner": _("Partner removed"),
    "remind_of_registration": _("Reminded that it is not registered"),
    "start": _("Start"),
    "finish": _("End of the work"),
    "suspend": _("Interruption"),
    "resume": _("Resumption"),
    "cancel": _("Cancellation"),
    "close": _("Close"),
    "withdraw": _("Withdrawn"),
    "ask_check": _("Asked how it stands after the close"),
    "remind_check": _("Asked once more how it stands"),
    "answer_check": _("Answered how it stands after the close"),
    "save_legacy:transfer": _("What was handed over: written"),
    "save_legacy:serviceeffect": _("A service that was touched: written"),
    "save_legacy:replication": _("Where else it was taken up: written"),
    "remove_legacy": _("A line of what stays: removed"),
    "name_keepers": _("Who runs and pays it afterwards: written"),
}


def phrases_of(project: Project) -> dict[str, str | Promise]:
    """The same with the countries of both sides in the lines that speak of one."""
    found = dict(PHRASES)
    for side in Side.values:
        country = {"country": project.centre.side_country(side).name}
        found[f"give_opinion:{side}"] = gettext("Opinion of %(country)s") % country
        found[f"name_leader:{side}"] = gettext("Project leader of %(country)s named") % country
        found[f"prepare_publication:{side}"] = gettext("Identifier and codes of %(country)s for IATI written") % country
        found[f"publish_activity:{side}"] = gettext("Activity of %(country)s published with IATI") % country
        found[f"withdraw_activity:{side}"] = gettext("Activity of %(country)s withdrawn from IATI") % country
    return found
