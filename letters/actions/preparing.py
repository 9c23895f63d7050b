"""Letters are prepared from a source, looked at and corrected one by one, and left out where they are not wanted."""

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from core import journal, policies
from core.localised import LANGUAGES, LocalisedText, reading_order
from core.refusal import RefusedError
from letters.enums import LetterState, RunState
from letters.fields import names_of
from letters.merging import faults_of, value_of
from letters.models import Letter, LetterRun, LetterTemplate
from letters.sources.source import Recipient, in_protocol, sources
from letters.workflow import lifecycle, sending
from people.keys import sides_of
from people.models import User

MOST = 200  # letters of one run


@transaction.atomic
def prepare_run(template: LetterTemplate, *, by: User, source: str, record: int, signing: str) -> LetterRun:
    """Write a draft to each recipient of a source, in the order of protocol and in each one's language.

    What the fields stand for is read now and stays: what is looked at is what is issued. Refused for a template that is
    out of use, where the source has no such record or nobody to write to, and for more than two hundred recipients.
    """
    policies.require(by, "letters.manage", template)
    found = sources.get(source)
    if not template.is_active or found is None or found.kind != template.kind:
        raise RefusedError(_("Letters are not written from this template any more. Choose another one."))
    about = found.records(by).filter(centre=template.centre_id, pk=record).first()
    if about is None:
        raise RefusedError(_("No such letters are written about this record. Choose another one."))
    own = template.centre.side_country(sides_of(template.centre, by)[0]).pk
    recipients = in_protocol(found.recipients(about), own)
    _expect_some(len(recipients))
    run = LetterRun.objects.create(
        centre=template.centre,
        template=template,
        template_revision=template.revision,
        kind=template.kind,
        source=source,
        content_type=ContentType.objects.get_for_model(about),
        object_id=about.pk,
        about_reference=about.reference,
        about_name=_name_of(about),
        signing=signing,
        by=by,
    )
    Letter.objects.bulk_create(_draft(run, template, at, one) for at, one in enumerate(recipients, 1))
    journal.write(run, "prepare_run", by=by, data={"letters": len(recipients)})
    return run


def _expect_some(number: int) -> None:
    if not number:
        raise RefusedError(_("Nobody is to be written to: no recipient of this kind is left."))
    if number > MOST:
        sentence = ngettext(
            "%(count)s recipient is too many for one run. A run holds at most %(most)s letters.",
            "%(count)s recipients are too many for one run. A run holds at most %(most)s letters.",
            number,
        )
        raise RefusedError(sentence % {"count": number, "most": MOST})


def _name_of(about: Any) -> LocalisedText:
    name = about.title_text
    return name if isinstance(name, LocalisedText) else LocalisedText({"en": str(name)})


def _draft(run: LetterRun, template: LetterTemplate, position: int, one: Recipient) -> Letter:
    language = language_for(template, one.language)
    with translation.override(language):
        values = {name: value_of(said) for name, said in one.values().items()}
        addressee = [value_of(line) for line in one.addressee()]
        name = one.name if isinstance(one.name, LocalisedText) else LocalisedText({language: str(one.name)})
    return Letter(
        run=run,
        position=position,
        key=one.key,
        centre=run.centre,
        kind=run.kind,
        country=one.country,
        organisation=one.organisation,
        person=one.person,
        email=one.email,
        is_personal=one.is_personal,
        recipient=name,
        addressee="\n".join(line for line in addressee if line),
        wanted_language=one.language if one.language in LANGUAGES else "en",
        language=language,
        subject=template.subject[language],
        body=template.body[language],
        values={name: values[name] for name in names_of(run.kind) if values.get(name)},
    )


def language_for(template: LetterTemplate, wanted: str) -> str:
    """The language of the recipient, or the nearest one in which the template is whole."""
    whole = template.languages()
    return next(code for code in (*reading_order(wanted), *LANGUAGES) if code in whole)


def _expect_open(letter: Letter) -> None:
    if LetterRun.objects.select_for_update().get(pk=letter.run_id).state != RunState.PREPARED:
        raise RefusedError(_("The letters of this run are no longer in preparation."))


@transaction.atomic
def edit_letter(letter: Letter, *, by: User, seen: int, addressee: str, subject: str, body: str) -> Letter:
    """Change the words of one draft; fields may stay in them, or give way to words.

    Refused when somebody has saved since revision `seen`, once the letter is no draft, and where a brace is no field.
    """
    _expect_open(letter)
    row = lifecycle.lock(letter)
    policies.require(by, "letters.manage", row)
    if row.state != LetterState.DRAFT:
        raise RefusedError(_("Only a draft is changed: this letter is in another state."))
    if row.revision != seen:
        raise RefusedError(_("Somebody has changed this letter meanwhile. Your text is below; compare and save again."))
    if faults := faults_of(f"{subject}\n{body}", names_of(row.kind)):
        raise RefusedError(" ".join(faults))
    row.addressee, row.subject, row.body, row.revision = addressee, subject, body, row.revision + 1
    row.save(update_fields=["addressee", "subject", "body", "revision"])
    journal.write(row, "edit_letter", by=by)
    return row


@transaction.atomic
def leave_out(letter: Letter, *, by: User, reason: str) -> Letter:
    """Skip one recipient, with reasons; the others move up when the numbers are given."""
    _expect_open(letter)
    if not reason.strip():
        raise RefusedError(_("Say why this recipient is left out."))
    return lifecycle.take(letter, "leave_out", by=by, reason=reason.strip(), why=reason.strip())


@transaction.atomic
def put_back(letter: Letter, *, by: User) -> Letter:
    """Take a recipient in again."""
    _expect_open(letter)
    return lifecycle.take(letter, "put_back", by=by, why="")


@transaction.atomic
def discard_run(run: LetterRun, *, by: User) -> LetterRun:
    """Give the whole run up. Its drafts go, with what they said of people: nothing of them had left the house."""
    row = sending.take(run, "discard_run", by=by)
    row.letters.all().delete()
    return row
