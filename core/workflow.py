"""When something may happen, as a table.

    lifecycle = Workflow(
        Consultation,
        #    step      from          to         who may                 what people read
        Step("submit", [DRAFT],      SUBMITTED, "consultations.submit", _("Submit")),
        Step("decide", [REGISTERED], ACCEPTED,  "consultations.decide", _("Accept"), keys=both, silence=joint_days(5)),
    )

`take` is the only door: it locks the row, asks the policy, checks the state, turns keys, saves, writes the journal. A
step with `keys` happens when the last of them is turned. A step with `silence` is signed for by the clock, for the
sides that have not answered by then, unless a side has turned its key for an opposite step: an objection stops the
silence. Leaving a state clears the keys that were turned in it for nothing.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Generic, TypeVar

from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Exists, Model, OuterRef, Q, QuerySet
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from core import journal, policies
from core.models import Signature, Silence, of_record
from core.refusal import RefusedError

M = TypeVar("M", bound=Model)
Due = Callable[[Any, datetime], datetime]


@dataclass(frozen=True)
class Keys:
    """The keys a step needs, and for which rows a person holds each: `held(user)` gives a `Q` per key."""

    names: tuple[str, ...]
    held: Callable[[Any], dict[str, Q]]

    def of(self, user: Any, obj: Model) -> set[str]:
        """The keys this person holds on this object; one query, and none for those who hold no key anywhere."""
        held = self.held(user)
        if not held:
            return set()
        columns = {f"holds_{name}": policies.as_column(condition) for name, condition in held.items()}
        row = type(obj)._base_manager.filter(pk=obj.pk).annotate(**columns).values_list(*columns).first()
        return {name for name, yes in zip(held, row or (), strict=False) if yes}


@dataclass(frozen=True)
class Step:
    """One line of the table.

    `awaits` says whose move the step is, for "waiting for me": by default the holder of `permission`, another
    permission where the work before the step is somebody else's, "" for a step nobody waits for (withdraw, return).
    `held_up` says of a row, in a sentence, why the step has to wait, or "": until then no page offers it, and it is
    refused with that sentence.
    """

    name: str
    sources: Sequence[str]
    target: str
    permission: str
    label: str | Promise
    keys: Keys | None = None
    silence: Due | None = None
    awaits: str | None = None
    by_clock: bool = False
    held_up: Callable[[Any], str] | None = None


workflows: dict[type[Model], "Workflow[Any]"] = {}


@dataclass(init=False)
class Workflow(Generic[M]):
    """The table of one model's steps, and everything that reads it."""

    model: type[M]
    steps: dict[str, Step] = field(default_factory=dict)
    state: str = "status"

    def __init__(self, model: type[M], *steps: Step, state: str = "status") -> None:
        self.model, self.state = model, state
        self.steps = {step.name: step for step in steps}
        if len(self.steps) != len(steps):
            message = f"A step of {model.__name__} is written twice"
            raise ValueError(message)
        workflows[model] = self

    # --- Acting -----------------------------------------------------------------------------------------------------

    @transaction.atomic
    def take(self, obj: M, name: str, *, by: Any, reason: str = "", **changes: Any) -> M:
        """Take the step, or turn one key of it, and return the fresh, locked row.

        `by=None` is the clock, which may only take what the table gives it. `changes` are saved together with the new
        state, and only when the step happens. Raises PermissionDenied for the wrong person and RefusedError for the
        wrong moment: someone else was quicker, this side has signed already, an objection stands.
        """
        row = self.lock(obj)
        step = self.expect(row, name, by=by)
        before = getattr(row, self.state)
        if step.keys and not self._turn(row, step, step.keys, by=by, reason=reason):
            return row
        setattr(row, self.state, step.target)
        for name_, value in changes.items():
            setattr(row, name_, value)
        row.save(update_fields=[self.state, *changes])
        self._leave(row, step)
        self._enter(row)
        # The keys have their own entries, with names and reasons; what they amount to is nobody's single act.
        who = {} if step.keys else {"by": by, "reason": reason}
        journal.write(row, step.name, **{"by": None, **who}, from_state=before, to_state=step.target)
        return row

    def expect(self, obj: M, name: str, *, by: Any) -> Step:
        """Whether this person may take the step now, without taking it: for the page that asks for what it needs."""
        step = self.steps[name]
        if by is not None:
            policies.require(by, step.permission, obj)
        elif not (step.silence or step.by_clock):
            message = f"The clock may not take {name}"
            raise ValueError(message)
        state = getattr(obj, self.state)
        if state not in step.sources:
            raise RefusedError(
                _("“%(step)s” is no longer possible: the record is now in the state “%(state)s”.")
                % {"step": step.label, "state": self.state_label(state)}
            )
        if step.held_up and (why := step.held_up(obj)):
            raise RefusedError(why)
        running = Silence.objects.about(obj).filter(step=name, ended_at=None)
        if by is None and step.silence and not running.filter(due_at__lte=timezone.now()).exists():
            raise RefusedError(_("There is still time to answer: silence does not count as consent yet."))
        return step

    def lock(self, obj: M) -> M:
        """The row as it is now, held until the end of the transaction."""
        return self.model._base_manager.select_for_update(of=("self",)).get(pk=obj.pk)

    def begin(self, obj: M) -> None:
        """Start the silences of the state that a row is created in; `take` starts those of every later state."""
        self._enter(obj)

    def restart_silence(self, obj: M) -> None:
        """Count the running silences anew from their start: the calendar has changed."""
        for silence in Silence.objects.about(obj).filter(ended_at=None):
            due = self.steps[silence.step].silence
            if due is not None:
                silence.due_at = due(obj, silence.started_at)
                silence.save(update_fields=["due_at"])

    # --- Asking -----------------------------------------------------------------------------------------------------

    def here(self, obj: M) -> list[Step]:
        """The steps that lead on from where the object stands, whoever may take them."""
        return [step for step in self.steps.values() if getattr(obj, self.state) in step.sources]

    def available(
        self, obj: M, user: Any, *, granted: set[str] | None = None, live: Sequence[Signature] | None = None
    ) -> list[Step]:
        """The buttons of a page: what this person may do with this object now.

        A page that has asked for the permissions or read the signatures already passes them.
        """
        here = self.here(obj)
        if granted is None:
            granted = policies.granted(user, (step.permission for step in here), obj)
        mine = [step for step in here if step.permission in granted and not (step.held_up and step.held_up(obj))]
        if not any(step.keys for step in mine):
            return mine
        turned = {(one.step, one.key) for one in (self.live(obj) if live is None else live)}
        held = {step.name: step.keys.of(user, obj) for step in mine if step.keys}
        return [
            step for step in mine if not step.keys or any((step.name, key) not in turned for key in held[step.name])
        ]

    def awaiting(self, user: Any) -> Q:
        """The rows whose next move is this person's: a key not yet turned, or a step only they can take."""
        found = policies.NOBODY
        for step in self.steps.values():
            if step.awaits == "":
                continue
            here = Q(**{f"{self.state}__in": step.sources})
            if step.keys is None:
                found |= here & policies.q(step.awaits or step.permission, user)
                continue
            for key, condition in step.keys.held(user).items():
                found |= here & condition & ~Q(Exists(self._signatures().filter(object_id=OuterRef("pk"), key=key)))
        return found

    def live(self, obj: M) -> list[Signature]:
        """The keys turned so far for a step that has not happened yet."""
        return list(self._signatures().filter(object_id=obj.pk).order_by("signed_at", "pk"))

    def silent(self, now: datetime | None = None) -> QuerySet[Silence]:
        """The silences whose time has come and that no objection stops, oldest first."""
        kind = ContentType.objects.get_for_model(self.model)
        objection = self._signatures().filter(object_id=OuterRef("object_id")).exclude(step=OuterRef("step"))
        due = Silence.objects.filter(content_type=kind, ended_at=None, due_at__lte=now or timezone.now())
        return due.exclude(Exists(objection)).order_by("due_at", "pk")

    def state_label(self, value: str) -> str:
        """The word people read for a state."""
        choices: Iterable[tuple[Any, Any]] = self.model._meta.get_field(self.state).flatchoices  # type: ignore[union-attr]
        return str(dict(choices).get(value, value))

    # --- Keys -------------------------------------------------------------------------------------------------------

    def _signatures(self) -> QuerySet[Signature]:
        kind = ContentType.objects.get_for_model(self.model)
        return Signature.objects.filter(content_type=kind, settled_at=None, cleared_at=None)

    def _turn(self, row: M, step: Step, keys: Keys, *, by: Any, reason: str) -> bool:
        """Turn the keys that `by` holds; the clock turns all that are missing. True when none is missing any more."""
        live = self.live(row)
        turned = {signature.key for signature in live if signature.step == step.name}
        opposed = [signature for signature in live if signature.step != step.name]
        if by is None:
            if opposed:
                raise RefusedError(_("One side has objected: silence no longer counts as consent."))
            mine = set(keys.names) - turned
        else:
            held = keys.of(by, row)
            if not held:
                raise PermissionDenied(step.permission)
            mine = held - turned
            if not mine:
                raise RefusedError(_("Your side has already signed."))
            if any(one.by_id == by.pk and one.key not in held for one in live):
                # Who has moved to the other side since does not turn its key, too.
                raise RefusedError(_("You have signed for the other side already. Somebody else signs for yours."))
        changed = [signature.pk for signature in opposed if signature.key in mine]
        Signature.objects.filter(pk__in=changed).update(cleared_at=timezone.now())
        record = of_record(by)
        for key in sorted(mine):
            Signature.objects.create(
                content_type=ContentType.objects.get_for_model(row),
                object_id=row.pk,
                step=step.name,
                key=key,
                by=by,
                by_name=record["name"],
                by_title=record["title"],
                reason=reason,
            )
            journal.write(row, f"{step.name}:key", by=by, reason=reason, key=key)
        return set(keys.names) <= turned | mine

    def _leave(self, row: M, step: Step) -> None:
        now = timezone.now()
        live = self._signatures().filter(object_id=row.pk)
        if step.keys:
            live.filter(step=step.name).update(settled_at=now)
        live.update(cleared_at=now)
        Silence.objects.about(row).filter(ended_at=None).update(ended_at=now)

    def _enter(self, row: M) -> None:
        now = timezone.now()
        for step in self.steps.values():
            if step.silence and getattr(row, self.state) in step.sources:
                kind = ContentType.objects.get_for_model(row)
                due = step.silence(row, now)
                Silence.objects.create(content_type=kind, object_id=row.pk, step=step.name, started_at=now, due_at=due)
