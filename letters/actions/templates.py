"""Templates: written, changed, put out of use and back."""

from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from core import journal, policies
from core.localised import LANGUAGE_NAMES, LocalisedText
from core.refusal import RefusedError, refusing
from letters.fields import names_of
from letters.merging import faults_of
from letters.models import LetterTemplate
from people.models import Centre, User


@transaction.atomic
def create_template(
    centre: Centre, *, by: User, kind: str, name: str, subject: LocalisedText, body: LocalisedText
) -> LetterTemplate:
    """Write a template. Refused where a brace is no field of this kind, and for a name that the centre has given."""
    policies.require(by, "letters.write", centre)
    _expect_sound(kind, subject, body)
    with refusing({"one_letter_template_a_name": _taken()}):
        row = LetterTemplate.objects.create(centre=centre, kind=kind, name=name, subject=subject, body=body, by=by)
    journal.write(row, "create_template", by=by)
    return row


@transaction.atomic
def edit_template(
    template: LetterTemplate, *, by: User, seen: int, name: str, subject: LocalisedText, body: LocalisedText
) -> LetterTemplate:
    """Change the words. Letters in preparation keep those that they were begun with.

    Refused when somebody has saved since revision `seen`, and where a brace is no field of this kind.
    """
    row = _lock(template)
    policies.require(by, "letters.manage", row)
    if row.revision != seen:
        raise RefusedError(
            _("Somebody has changed this template meanwhile. Your text is below; compare and save again.")
        )
    _expect_sound(row.kind, subject, body)
    if (row.name, row.subject, row.body) == (name, subject, body):
        return row
    row.name, row.subject, row.body = name, subject, body
    row.revision, row.by, row.updated_at = row.revision + 1, by, timezone.now()
    with refusing({"one_letter_template_a_name": _taken()}):
        row.save()
    journal.write(row, "edit_template", by=by, data={"revision": row.revision})
    return row


@transaction.atomic
def retire_template(template: LetterTemplate, *, by: User) -> LetterTemplate:
    """Put it out of use: no letter is begun from it any more. Done twice, it stays done."""
    return _use(template, "retire_template", by=by, is_active=False)


@transaction.atomic
def restore_template(template: LetterTemplate, *, by: User) -> LetterTemplate:
    """Put it back into use."""
    return _use(template, "restore_template", by=by, is_active=True)


def _use(template: LetterTemplate, verb: str, *, by: User, is_active: bool) -> LetterTemplate:
    row = _lock(template)
    policies.require(by, "letters.manage", row)
    if row.is_active != is_active:
        row.is_active, row.by, row.updated_at = is_active, by, timezone.now()
        row.save(update_fields=["is_active", "by", "updated_at"])
        journal.write(row, verb, by=by)
    return row


def _lock(template: LetterTemplate) -> LetterTemplate:
    return LetterTemplate.objects.select_for_update(of=("self",)).select_related("centre").get(pk=template.pk)


def _taken() -> Any:
    return _("The centre has a template of this kind and name.")


def _expect_sound(kind: str, subject: LocalisedText, body: LocalisedText) -> None:
    """Each language whole, and every brace a field of the kind."""
    found = []
    for code in sorted({*subject, *body}):
        if bool(subject.get(code)) != bool(body.get(code)):
            found.append(
                _("%(language)s: write the subject and the text, or neither.") % {"language": LANGUAGE_NAMES[code]}
            )
        text = f"{subject.get(code, '')}\n{body.get(code, '')}"
        found += [f"{LANGUAGE_NAMES[code]}: {fault}" for fault in faults_of(text, names_of(kind))]
    if found:
        raise RefusedError(" ".join(found))
