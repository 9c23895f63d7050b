"""Sessions of committees, their minutes, decisions and actions as something that people are told about."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.db.models import Model, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from agreements.models import Action, CommitteeSession, Decision, SessionMinutes
from notifications.matters.matter import Matter
from people.models import Centre, Country, User


def centre_of(record: Any) -> Centre:
    """The centre whose committee it belongs to."""
    if isinstance(record, Action):
        record = record.decision
    session = record if isinstance(record, CommitteeSession) else record.session
    centre: Centre = session.committee.centre
    return centre


def _across(record: Any, country: Country | None) -> str:
    """The side of the centre that is not the reader's own."""
    centre = centre_of(record)
    if country is None:
        return ""
    return next((side for side in (centre.side_b_id, centre.side_a_id) if side != country.pk), "")


def _seen(model: type[Model], *related: str) -> Callable[[User | None], QuerySet[Any]]:
    """What the reader may see now. There are no letters to addresses here."""

    def visible(reader: Any) -> QuerySet[Any]:
        manager: Any = model._default_manager
        return manager.visible_to(reader).select_related(*related)

    return visible


def _matter(model: type[Model], path: str, label: str | Promise, number: str, *related: str) -> Matter:
    """A record that reaches its committee by `path`."""
    committee = f"{path}__committee" if path else "committee"
    sides = [f"{committee}__centre__{side}__calendar" for side in ("side_a", "side_b")]
    return Matter(model, _seen(model, *sides, *related), label=label, number=number, across=_across)


MATTERS = [
    _matter(CommitteeSession, "", _("Session"), "reference"),
    _matter(SessionMinutes, "session", _("Session"), "session__reference"),
    _matter(Decision, "session", _("Decision"), "reference"),
    _matter(Action, "decision__session", _("Action"), "decision__reference", "organisation"),
]
