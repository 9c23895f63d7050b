"""The two keys of any formal step of an event, own side first, and what they amount to. Reads only."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from core import policies
from core.models import Signature, Silence
from core.workflow import Workflow
from people.enums import Function, Side


@dataclass(frozen=True)
class KeyView:
    """One side's key: whose, turned or not, by whom and when."""

    side: str
    country: Any
    is_own: bool
    signature: Signature | None = None

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
    may_sign: bool
    due_at: datetime | None


def keys_of(obj: Any, workflow: Workflow[Any], step: str, user: Any, *, centre: Any = None) -> Keys:
    """The keys of `step` on this object: two queries. `obj` has a centre, or an event that has one."""
    centre = centre or obj.event.centre
    signatures = Signature.objects.about(obj).filter(step=step, cleared_at=None).select_related("by")
    shown = {one.key: one for one in signatures}
    own = user.standing.side_in(centre) if user.is_authenticated else ""
    sides = sorted(Side.values, key=lambda side: (side != own, side))
    keys = [KeyView(side, centre.side_country(side), side == own, shown.get(side)) for side in sides]
    is_open = getattr(obj, workflow.state) in workflow.steps[step].sources
    holds = (
        {one.side for one in user.standing.holding(Function.CO_DIRECTOR, centre_id=centre.pk)}
        if user.is_authenticated
        else set()
    )
    may_sign = is_open and any(key.side in holds and key.signature is None for key in keys)
    silence = Silence.objects.about(obj).filter(step=step, ended_at=None).first() if is_open else None
    return Keys(keys, _outcome(keys, is_open=is_open), may_sign, silence.due_at if silence else None)


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
