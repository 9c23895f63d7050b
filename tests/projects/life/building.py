"""Projects on their way, one line each, and what the tests of it ask."""

from datetime import date
from typing import Any

from django.test import Client
from django.urls import reverse
from django.utils import timezone

from agreements.enums import DecisionKind, DecisionStatus
from agreements.models import Decision
from core.models import JournalEntry
from people.enums import Side
from people.models import User
from projects.concept import GROUPS
from projects.enums import RegistrationState, Stage, Verdict
from projects.models import Opinion, Project, Registration, RegistrationPaper, RegistrationRule
from tests.cast import PEOPLE, Cast, sign_in
from tests.projects.builders import make_agreement, make_decision, make_project

BOTH_WORDS = {"en": "We agree to it.", "ru": "Мы согласны."}
WHOLE: dict[str, Any] = {
    "summary": {"en": "An archive that keeps records."},
    "place": {"en": "Minsk"},
    **{name: {"en": f"{name} in words."} for name in (*GROUPS["why"], *GROUPS["how"])},
    "asked_a": 0,
    "asked_b": 250000,
}


def concept(cast: Cast, **fields: Any) -> Project:
    """A concept paper of the National Centre of Electronic Services and NIA, whole, without leaders."""
    values = {"agreement": make_agreement(cast.centre, cast.people["officer"]), **WHOLE, **fields}
    return make_project(cast, **{"stage": Stage.CONCEPT, "leader_a": None, "leader_b": None, **values})


def proposed(cast: Cast, stage: str = Stage.OPINIONS, **fields: Any) -> Project:
    """One that was submitted: with both sides, or before the committee."""
    return concept(cast, stage=stage, **fields)


def with_opinions(project: Project, cast: Cast) -> Project:
    """Both sides have said what they think, in the round that runs."""
    for side, key in ((Side.A, "director_by"), (Side.B, "director_kr")):
        give(project, side, cast.people[key])
    return project


def give(project: Project, side: str, by: User, **fields: Any) -> Opinion:
    values = {"round": project.opinion_round, "verdict": Verdict.SUPPORTS, "text": BOTH_WORDS, **fields}
    return Opinion.objects.create(project=project, side=side, by=by, by_name=by.name_of_record(), **values)


def open_decision(cast: Cast, status: str = DecisionStatus.PROPOSED, **fields: Any) -> Decision:
    """A decision on projects that nobody has taken yet."""
    values = {"status": status, "adopted_at": None, "kind": DecisionKind.PROJECT, **fields}
    return make_decision(cast.centre, cast.people["officer"], **values)


def make_rule(cast: Cast, papers: int = 2, country: str = "BY") -> RegistrationRule:
    """That the country registers projects, with so many papers in its pack."""
    rule = RegistrationRule.objects.create(
        country=cast.countries[country], name={"en": "Registration"}, authority_name={"en": "Ministry of Economy"}
    )
    for number in range(papers):
        RegistrationPaper.objects.create(rule=rule, position=number, name={"en": f"Paper {number + 1}"})
    return rule


def registered(project: Project, rule: RegistrationRule, **fields: Any) -> Registration:
    """On the national register."""
    values = {
        "state": RegistrationState.REGISTERED,
        "number": "2/26/000123",
        "registered_on": date(2026, 1, 5),
        "filed_on": date(2025, 12, 1),
        **fields,
    }
    return Registration.objects.create(project=project, rule=rule, **values)


def approved(cast: Cast, **fields: Any) -> Project:
    """Approved a moment ago, with both leaders."""
    return make_project(cast, **{"stage": Stage.APPROVED, "approved_at": timezone.now(), **fields})


def fresh(row: Any) -> Any:
    return type(row).objects.get(pk=row.pk)


def again(user: User) -> User:
    """The person as the next request meets him: with what he may do today."""
    return User.objects.get(pk=user.pk)


def told(row: Any) -> list[tuple[str, ...]]:
    """The journal of a row, oldest first."""
    entries = JournalEntry.objects.about(row).order_by("pk").select_related("actor")
    return [(one.verb, one.key, one.actor.email if one.actor else "", one.reason) for one in entries]


def url(name: str, project: Project, *args: Any) -> str:
    return reverse(f"projects:{name}", args=[project.reference, *args])


def met(cast: Cast, address: str, *more: str) -> dict[str, int]:
    """What each of the cast, and a visitor, meets at an address."""
    found = {"visitor": Client().get(address).status_code}
    return found | {who: sign_in(cast.people[who]).get(address).status_code for who in (*PEOPLE, *more)}
