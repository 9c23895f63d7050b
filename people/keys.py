"""The two keys of a formal step, own side first, and what they amount to. Reads only."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from core import policies
from core.models import Signature, Silence
from core.workflow import Workflow
from people.enums import Side
from people.models import Centre, Country


@dataclass(frozen=True)
class KeyView:
    """One side's key: whose, turned or not, by whom and when, for the step or against it."""

    side: str
    country: Country
    is_own: bool
    signature: Signature | None = None
    objects: bool = False

    @property
    def css(self) -> str:
        """look.md: solid when signed, dotted by silence, dashed when not yet."""
        if self.signature is None:
            return ""
        return "is-silence" if self.signature.by_silence else "is-signed"


@dataclass(frozen=True)
class Keys:
    """Both keys, what they amount to, whether this reader may turn one, and when silence counts."""

    keys: list[KeyView]
    outcome: str
    may_sign: bool = False
    due_at: datetime | None = None


def keys_of(obj: Any, workflow: Workflow[Any], step: str, user: Any, *, centre: Centre | None = None) -> Keys:
    """The keys of `step` on this object: one query, two where silence may count.

    `obj` has a centre, or an event that has one.
    """
    centre = centre or obj.event.centre
    signatures = Signature.objects.about(obj).filter(step=step, cleared_at=None).select_related("by")
    keys = both_keys(centre, {one.key: one for one in signatures}, user)
    is_open = getattr(obj, workflow.state) in workflow.steps[step].sources
    may_be_silent = is_open and workflow.steps[step].silence is not None
    silence = Silence.objects.about(obj).filter(step=step, ended_at=None).first() if may_be_silent else None
    due_at = silence.due_at if silence else None
    return Keys(keys, _outcome(keys, is_open=is_open), is_open and may_turn(keys, centre, user), due_at)


def sides_of(centre: Centre, user: Any) -> list[str]:
    """Both sides of the centre, the reader's own first."""
    own = _own_side(centre, user)
    return sorted(Side.values, key=lambda side: (side != own, side))


def both_keys(centre: Centre, signatures: Mapping[str, Signature], user: Any, *, against: str = "") -> list[KeyView]:
    """A key for each side of the centre, as signed; a signature of the step `against` objects."""
    own = _own_side(centre, user)
    return [_key(side, centre, own, signatures.get(side), against) for side in sides_of(centre, user)]


def _key(side: str, centre: Centre, own: str, signature: Signature | None, against: str) -> KeyView:
    objects = signature is not None and signature.step == against
    return KeyView(side, centre.side_country(side), side == own, signature, objects)


def _own_side(centre: Centre, user: Any) -> str:
    return user.standing.side_in(centre) if user.is_authenticated else ""


def may_turn(keys: list[KeyView], centre: Centre, user: Any) -> bool:
    """Whether one of the keys that are not turned yet is this reader's."""
    held = user.standing.sides(centre.pk) if user.is_authenticated else set()
    return any(key.side in held and key.signature is None for key in keys)


def _outcome(keys: list[KeyView], *, is_open: bool) -> str:
    turned = [key for key in keys if key.signature]
    if len(turned) == len(keys):
        return _("Both keys. It is in force.")
    if not is_open:
        return _("It was not signed by both sides, and is no longer open.")
    if turned:
        return _("One key of two. It is not in force yet.")
    return _("No key of two. It is not in force yet.")


def steps_beside(obj: Any, workflow: Workflow[Any], user: Any) -> set[str]:
    """The steps without keys that this person may take now, such as withdrawing; one query."""
    here = [step for step in workflow.here(obj) if step.keys is None]
    granted = policies.granted(user, (step.permission for step in here), obj)
    return {step.name for step in here if step.permission in granted}
