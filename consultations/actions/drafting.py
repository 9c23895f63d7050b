"""Begin, write and send a request; check it on its way to the centre."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from consultations import signals
from consultations.actions import clocks
from consultations.actions.indexing import index
from consultations.enums import ClockKind, Status
from consultations.models import (
    Consultation,
    PreferredWindow,
    Question,
    ReferenceSeries,
    RequestTranslation,
    texts_of,
)
from consultations.policies import may_ask
from consultations.workflow import lifecycle
from core import journal, policies
from core.localised import LocalisedText
from core.refusal import RefusedError
from people.enums import Function
from people.models import Centre, Organisation, User
from practices.models import Practice

# Written in the language of the request; kept as texts that can be translated.
TEXTS = ("title", "state_of_play", "legal_basis", "expected_result")
FACTS = (
    "type",
    "organisation",
    "unit",
    "signatory_name",
    "signatory_post",
    "language",
    "topic",
    "earlier_help",
    "linked_to",
    "preferred_advisor",
    "languages",
    "is_urgent",
    "urgency_reason",
    "is_confidential",
)


@transaction.atomic
def create_draft(
    *, by: User, centre: Centre, organisation: Organisation, practice: Practice | None = None
) -> Consultation:
    """Begin a request of one's own body. Only the body sees it until it is sent.

    Asked about a practice, it names the practice and its owner, in words that the requester may change.
    Refused where the centre does not serve the country. Raises PermissionDenied for a body that is not one's own.
    """
    own = by.standing.organisation_ids(Function.MEMBER, Function.FOCAL_POINT)
    if not may_ask(by) or organisation.pk not in own:
        raise PermissionDenied("consultations.create")
    _refuse_unserved(centre, organisation)
    consultation = Consultation.objects.create(
        centre=centre,
        organisation=organisation,
        country_id=organisation.country_id,
        requester=by,
        language=by.language,
        languages=[by.language],
        practice=practice,
        **_about(practice, by.language),
    )
    journal.write(consultation, "create", by=by, to_state=Status.DRAFT)
    if practice is not None:
        index(consultation)
    return consultation


def _about(practice: Practice | None, language: str) -> dict[str, Any]:
    """What a draft about a practice begins with: a title, whom to ask, and what it is linked to."""
    if practice is None:
        return {}
    title = practice.title.best(language).text
    with translation.override(language):
        words = _("About the practice “%(title)s”") % {"title": title}
    return {
        "title": LocalisedText({language: words}),
        "preferred_advisor": practice.owner.name.best(language).text[:300],
        "linked_to": f"{practice.reference} {title}"[:300],
    }


def _refuse_unserved(centre: Centre, organisation: Organisation) -> None:
    if not centre.countries.filter(pk=organisation.country_id).exists():
        raise RefusedError(_("The centre does not take requests from this country."))


@transaction.atomic
def edit_draft(
    consultation: Consultation,
    *,
    by: User,
    seen: int,
    questions: Iterable[str] | None = None,
    windows: Iterable[tuple[date, date]] | None = None,
    **values: Any,
) -> Consultation:
    """Keep what was written; values are fields of the request, texts are plain strings in its language.

    `seen` is the revision the writer had before him: refused when a colleague has saved another since, so that nobody
    overwrites what he has not read. Every saving is a new revision, and translations of earlier ones are outdated.
    """
    row = lifecycle.lock(consultation)
    expect_draft(row, by=by)
    if row.revision != seen:
        raise RefusedError(
            _("A colleague has saved this draft after you opened it. Open it anew and add what you have written here.")
        )
    unknown = set(values) - set(TEXTS) - set(FACTS)
    if unknown:
        message = f"Not fields of a draft: {sorted(unknown)}"
        raise TypeError(message)
    before = row.language
    for name in FACTS:
        if name in values:
            setattr(row, name, values[name])
    if "organisation" in values:
        own = by.standing.organisation_ids(Function.MEMBER, Function.FOCAL_POINT)
        if row.organisation_id not in own:
            raise PermissionDenied("consultations.create")
        _refuse_unserved(row.centre, row.organisation)
        row.country_id = row.organisation.country_id
    for name in TEXTS:
        written = values.get(name, getattr(row, name).get(before, "")).strip()
        setattr(row, name, with_text(getattr(row, name), row.language, written, moved_from=before))
    row.revision += 1
    row.updated_at = timezone.now()
    row.save()
    _write_questions(row, questions, moved_from=before)
    if windows is not None:
        row.windows.all().delete()
        PreferredWindow.objects.bulk_create(
            PreferredWindow(consultation=row, position=position, starts_on=first, ends_on=last)
            for position, (first, last) in enumerate(windows, 1)
        )
    index(row)
    return row


def expect_draft(consultation: Consultation, *, by: User) -> None:
    """Refuse to edit what has been sent, in words: a colleague may have sent it while the page was open."""
    policies.require(by, "consultations.submit", consultation)
    if consultation.status != Status.DRAFT:
        raise RefusedError(
            _("Only a draft is edited: the record is now in the state “%(state)s”.")
            % {"state": lifecycle.state_label(consultation.status)}
        )


def with_text(text: LocalisedText, language: str, written: str, *, moved_from: str) -> LocalisedText:
    """The text with its original written anew; when the language of the request changed, it moves there."""
    kept = {lang: value for lang, value in text.items() if lang not in {language, moved_from}}
    return LocalisedText({**kept, **({language: written} if written else {})})


def _write_questions(row: Consultation, questions: Iterable[str] | None, *, moved_from: str) -> None:
    existing = {question.number: question for question in row.questions.all()}
    if questions is None:
        written = [question.text.get(moved_from, "") for question in existing.values()]
    else:
        written = [text.strip() for text in questions if text.strip()]
    for number, text in enumerate(written, 1):
        question = existing.pop(number, None) or Question(consultation=row, number=number, text=LocalisedText())
        question.text = with_text(question.text, row.language, text, moved_from=moved_from)
        question.save()
    Question.objects.filter(pk__in=[question.pk for question in existing.values()]).delete()


def missing(consultation: Consultation) -> list[tuple[str, str]]:
    """What a request still lacks before it may be sent: the page where it is written, and a sentence."""
    language = consultation.language
    wanted = [
        ("body", consultation.signatory_name, _("Name the authorised signatory.")),
        ("questions", consultation.title.get(language), _("Give the request a title.")),
        ("questions", consultation.topic_id, _("Choose a subject.")),
        ("questions", consultation.state_of_play.get(language), _("Describe the state of play.")),
        ("questions", consultation.questions.all(), _("Ask at least one question.")),
        ("questions", consultation.expected_result.get(language), _("Write how the answer will be used.")),
        (
            "dates",
            not consultation.is_urgent or consultation.urgency_reason,
            _("Say why the request is urgent."),
        ),
    ]
    return [(page, sentence) for page, value, sentence in wanted if not value]


@transaction.atomic
def submit(consultation: Consultation, *, by: User) -> Consultation:
    """Send the draft to the national contact point and start the clock of the check.

    Refused while something is missing.
    """
    lacking = missing(lifecycle.lock(consultation))
    if lacking:
        raise RefusedError(" ".join(sentence for _page, sentence in lacking))
    now = timezone.now()
    row = lifecycle.take(consultation, "submit", by=by, submitted_at=now, moved_at=now, updated_at=now)
    clocks.start(row, ClockKind.CHECK, row.country)
    signals.consultation_submitted.send(Consultation, consultation=row, by=by)
    return row


@transaction.atomic
def return_request(consultation: Consultation, *, by: User, reason: str) -> Consultation:
    """Give the request back for revision, with reasons. Keys turned so far are cleared; a number once given stays."""
    now = timezone.now()
    row = lifecycle.take(consultation, "return", by=by, reason=reason, moved_at=now, updated_at=now)
    clocks.end_all(row)
    signals.consultation_returned.send(Consultation, consultation=row, by=by, reason=reason)
    return row


@transaction.atomic
def forward(consultation: Consultation, *, by: User, opinion: str = "") -> Consultation:
    """Register the request: it gets its number and its desk, its questions are frozen, the silence begins to run.

    `opinion` is what the contact point adds for the two sides; it stands in the journal.
    """
    row = lifecycle.lock(consultation)
    now = timezone.now()
    row = lifecycle.take(
        row,
        "forward",
        by=by,
        reason=opinion,
        reference=row.reference or next_reference(_year_at(row)),
        officer=_desk(row),
        registered_at=row.registered_at or now,
        moved_at=now,
        updated_at=now,
    )
    clocks.end_all(row)
    index(row)
    signals.consultation_registered.send(Consultation, consultation=row, by=by)
    return row


def _year_at(row: Consultation) -> int:
    """The year that the calendar of side A shows: a number of the first of January is one of the new year."""
    return timezone.localdate(timezone=ZoneInfo(row.centre.side_a.calendar.zone)).year


def next_reference(year: int) -> str:
    """The next number of the year, `CR-2026-014`. Holds the series until the transaction ends: no gap, no double."""
    ReferenceSeries.objects.get_or_create(year=year)
    series = ReferenceSeries.objects.select_for_update().get(year=year)
    series.last += 1
    series.save(update_fields=["last"])
    return f"CR-{year}-{series.last:03d}"


def _desk(row: Consultation) -> User | None:
    """The officer of the subject, while still an officer of this centre; else the one with the fewest open requests."""
    officers = User.objects.holding(Function.OFFICER, centre=row.centre_id)
    wanted = row.topic.officer_id if row.topic else None
    if wanted and (officer := officers.filter(pk=wanted).first()):
        return officer
    loads = {officer: Consultation.objects.open().filter(officer=officer).count() for officer in officers}
    return min(loads, key=lambda officer: (loads[officer], officer.pk), default=None)


@transaction.atomic
def translate_request(
    consultation: Consultation, *, by: User, language: str, questions: Mapping[int, str], **texts: str
) -> Consultation:
    """Keep a translation of the request's texts, of the revision that stands now. `questions` are by number.

    Refused for the language of the original: that is written by the requester alone.
    """
    row = lifecycle.lock(consultation)
    policies.require(by, "consultations.translate_request", row)
    if language == row.language:
        raise RefusedError(_("This is the language of the original, which only the requester writes."))
    for name in texts_of(row):
        setattr(row, name, with_text(getattr(row, name), language, texts.get(name, "").strip(), moved_from=language))
    row.updated_at = timezone.now()
    row.save(update_fields=[*texts_of(row), "updated_at"])
    for question in row.questions.all():
        question.text = with_text(
            question.text, language, questions.get(question.number, "").strip(), moved_from=language
        )
        question.save(update_fields=["text"])
    RequestTranslation.objects.update_or_create(
        consultation=row, language=language, defaults={"of_revision": row.revision, "by": by, "at": timezone.now()}
    )
    journal.write(row, "translate_request", by=by, data={"language": language, "revision": row.revision})
    index(row)
    return row
