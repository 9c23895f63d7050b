"""The extra questions of an event's registration form. Their keys stay, so that answers keep their meaning."""

from collections.abc import Sequence
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.db.models.fields.json import KeyTransform
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from core import journal, policies
from core.localised import LocalisedText
from core.refusal import RefusedError
from events.enums import FieldKind
from events.models import Event, RegistrationField
from people.models import User

MOST = 40  # a form that asks more is not filled in
CHOOSES = (FieldKind.CHOICE, FieldKind.CHOICES)
Choice = dict[str, Any]  # {"key": "bus", "text": {"en": "By bus"}}


@transaction.atomic
def add_question(
    event: Event,
    *,
    by: User,
    kind: str,
    label: LocalisedText,
    hint: LocalisedText,
    is_required: bool,
    choices: Sequence[Choice] = (),
) -> RegistrationField:
    """Ask one thing more of everybody who registers from now on."""
    event = _lock(event, by)
    if event.registration_fields.count() >= MOST:
        raise RefusedError(_("A form asks at most %(most)s questions.") % {"most": MOST})
    last = event.registration_fields.aggregate(last=Max("position"))["last"] or 0
    question = RegistrationField.objects.create(
        event=event,
        key=_new_key(label, set(event.registration_fields.values_list("key", flat=True))),
        kind=kind,
        label=label,
        hint=hint,
        is_required=is_required,
        choices=_keyed(kind, choices),
        position=last + 1,
    )
    journal.write(event, "add_question", by=by, data={"key": question.key})
    return question


@transaction.atomic
def edit_question(
    question: RegistrationField,
    *,
    by: User,
    kind: str,
    label: LocalisedText,
    hint: LocalisedText,
    is_required: bool,
    choices: Sequence[Choice] = (),
) -> RegistrationField:
    """Word it better, or translate it. Once somebody has answered, its kind stays, and so does every choice taken."""
    event = _lock(question.event, by)
    question = RegistrationField.objects.get(pk=question.pk)
    keyed = _keyed(kind, choices)
    if kind != question.kind and is_answered(question):
        raise RefusedError(
            _("Somebody has answered this question: what it takes stays as it is. Add another question.")
        )
    gone = {one["key"] for one in question.choices} - {one["key"] for one in keyed}
    if taken := gone & _chosen(question):
        texts = ", ".join(str(LocalisedText(one["text"])) for one in question.choices if one["key"] in taken)
        raise RefusedError(_("Somebody has chosen this already, so it stays: %(choices)s.") % {"choices": texts})
    question.kind, question.label, question.hint = kind, label, hint
    question.is_required, question.choices = is_required, keyed
    question.save()
    journal.write(event, "edit_question", by=by, data={"key": question.key})
    return question


@transaction.atomic
def remove_question(question: RegistrationField, *, by: User) -> None:
    """Take a question away that nobody has answered: answers without their question would say nothing."""
    event = _lock(question.event, by)
    if is_answered(question):
        raise RefusedError(_("Somebody has answered this question, so it stays."))
    question.delete()
    journal.write(event, "remove_question", by=by, data={"key": question.key})


@transaction.atomic
def move_question(question: RegistrationField, *, by: User, up: bool) -> RegistrationField:
    """Change places with the neighbour. The first stays first, and the last last."""
    event = _lock(question.event, by)
    rows = list(event.registration_fields.all())
    place = next(number for number, row in enumerate(rows) if row.pk == question.pk)
    other = place - 1 if up else place + 1
    if 0 <= other < len(rows):
        rows[place], rows[other] = rows[other], rows[place]
    for number, row in enumerate(rows, 1):
        row.position = number
    RegistrationField.objects.bulk_update(rows, ["position"])
    return next(row for row in rows if row.pk == question.pk)


def is_answered(question: RegistrationField) -> bool:
    return question.event.participants.filter(answers__has_key=question.key).exists()


def _lock(event: Event, by: User) -> Event:
    policies.require(by, "events.edit", event)
    return Event.objects.select_for_update(no_key=True, of=("self",)).get(pk=event.pk)


def _new_key(label: LocalisedText, taken: set[str]) -> str:
    """From the words, in Latin letters where there are any; never one that is in use."""
    base = slugify(LocalisedText(label).best("en").text).replace("_", "-")[:30].strip("-") or "question"
    number, key = 1, base
    while key in taken:
        number += 1
        key = f"{base}-{number}"
    return key


def _keyed(kind: str, choices: Sequence[Choice]) -> list[Choice]:
    """Choices with a key each. Refuses a question to choose from that offers no choice."""
    if kind not in CHOOSES:
        return []
    keyed: list[Choice] = []
    taken = {one["key"] for one in choices if one.get("key")}
    for one in choices:
        text = LocalisedText(one["text"])
        key = one.get("key") or _new_key(text, taken)
        taken.add(key)
        keyed.append({"key": key, "text": dict(text)})
    if len(keyed) < 2:  # noqa: PLR2004  one choice is none
        raise RefusedError(_("Offer at least two choices."))
    return keyed


def _chosen(question: RegistrationField) -> set[str]:
    """The choices that somebody has taken."""
    found: set[str] = set()
    answered = question.event.participants.filter(answers__has_key=question.key)
    for value in (
        answered.annotate(taken=KeyTransform(question.key, "answers")).values_list("taken", flat=True).distinct()
    ):
        found |= set(value) if isinstance(value, list) else {value}
    return found
