"""Write an entry in a further language, hand it over, check it, or send it back."""

from collections.abc import Collection, Mapping

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from core import journal, policies
from core.refusal import RefusedError
from people.models import User
from practices import signals
from practices.actions.drafting import ChangedMeanwhileError
from practices.actions.publishing import follow
from practices.enums import TranslationState
from practices.languages import draft_of, source_of, texts_of
from practices.models import EarlierTranslation, Practice, Translation, Version
from practices.revisions import number_of, outdated_sections, revisions_of, settled
from practices.sections import BY_KEY, KEYS, SECTIONS, measure_fault
from practices.texts import marks_of

WRITTEN = ("draft", "draft_of", "sources", "drafted_by", "state", "lock", "updated_at")


@transaction.atomic
def translate(
    translation: Translation,
    *,
    by: User,
    seen: int,
    texts: Mapping[str, str],
    read: Mapping[str, str] | None = None,
    made_from: Mapping[str, int] | None = None,
    followed: Collection[str] = (),
) -> Translation:
    """Keep what was written of a language, section by section; readers see it when somebody else has checked it.

    `made_from` says for each section which revision of the original the writer had before him: a text that is new was
    made from it. A text that was there already keeps its own revision, unless the writer says by `followed` that it
    follows the original as he read it: one corrected letter brings nothing up to date.

    `read` marks the sections as the writer read them: what only he or only another has changed since is kept of both;
    what both changed is refused, and both are shown. Without marks `seen`, the savings he knew of, decides for all.
    """
    row = _hold(translation)
    policies.require(by, "practices.work_on_language", row)
    expect_writing(row)
    if unknown := set(texts) - set(KEYS):
        message = f"Not sections: {sorted(unknown)}"
        raise TypeError(message)
    version = source_of(row.practice)
    before, before_of = texts_of(row), draft_of(row)
    written = {key: _clean(key, text) for key, text in texts.items()}
    if read or row.lock != seen:
        written = _merged(before, written, read or {})
    now = revisions_of(version)
    shown = _believed(made_from or {}, now, version)
    draft, of = dict(before), dict(before_of)
    for key in [key for key, text in written.items() if not text]:
        draft.pop(key, None)
        of.pop(key, None)
    for key in [key for key, text in written.items() if text]:
        draft[key] = written[key]
        if not before.get(key) or key in followed:
            of[key] = shown.get(key, now.get(key, 0))
    if (draft, of) == (before, before_of):
        return row
    row.draft, row.draft_of, row.drafted_by = draft, of, by if draft else None
    row.sources = _sources(row, version)
    if row.state != TranslationState.CHECKED:
        row.state = TranslationState.DRAFT if draft else TranslationState.MISSING
    _save(row, *WRITTEN)
    return row


def expect_writing(row: Translation) -> None:
    """Refused in words while somebody checks it."""
    if row.handed_at:
        raise RefusedError(
            _("This text has been handed over for the check. It can be written on when it is sent back.")
        )


def _hold(translation: Translation) -> Translation:
    """The language as it is now, held until the end of the transaction; first the entry, as whoever publishes does."""
    practice = Practice.objects.select_for_update(of=("self",)).get(pk=translation.practice_id)
    row = Translation.objects.select_for_update(of=("self",)).get(pk=translation.pk)
    row.practice = practice
    return row


def _save(row: Translation, *fields: str) -> None:
    row.lock, row.updated_at = row.lock + 1, timezone.now()
    row.save(update_fields=[*fields, "lock", "updated_at"])


def _clean(key: str, text: str) -> str:
    text = text.replace("\r\n", "\n").strip()
    return " ".join(text.split()) if BY_KEY[key].is_line else text


def _merged(now: Mapping[str, str], mine: Mapping[str, str], read: Mapping[str, str]) -> dict[str, str]:
    """Of each section the words of whoever changed it; refused where both did."""
    theirs, marks = marks_of({key: now.get(key, "") for key in mine}), marks_of(mine)
    kept, both = {}, {}
    for key, text in mine.items():
        if theirs[key] in {marks[key], read.get(key)}:
            kept[key] = text
        elif marks[key] != read.get(key):
            both[key] = now.get(key, "")
    if both:
        raise ChangedMeanwhileError(both)
    return kept


def _believed(shown: Mapping[str, int], now: Mapping[str, int], version: Version) -> dict[str, int]:
    """What the form says it showed, in the numbers of today. Nobody has read a revision that is yet to come."""
    numbers = settled(shown, version) if version.live_at else shown
    return {key: min(number, max(now.get(key, 0), 0)) for key, number in numbers.items()}


def _sources(row: Translation, version: Version) -> dict[str, str]:
    """The texts behind the numbers below zero, as far as a section still is of them."""
    known = {str(number_of(text)): text for text in version.sections.values() if text} | row.sources
    wanted = {str(number) for number in (*row.draft_of.values(), *row.of_revisions.values()) if number < 0}
    return {number: text for number, text in known.items() if number in wanted}


@transaction.atomic
def hand_over_translation(translation: Translation, *, by: User) -> Translation:
    """Give the draft to those who check the language. Until they have answered nobody writes on it.

    Refused while a section that the original has is not written, or while the summary is too short or too long for its
    language. A section whose original has moved on is no hindrance: readers are told, as they are now.
    """
    row = _hold(translation)
    policies.require(by, "practices.work_on_language", row)
    expect_writing(row)
    if not row.draft:
        raise RefusedError(_("Nothing has been written in this language since it was checked last."))
    version = source_of(row.practice)
    missing = [one for one in SECTIONS if version.sections.get(one.key) and not row.draft.get(one.key)]
    if missing:
        raise RefusedError(
            _("Every section of the original is translated before the check. These are missing: %(sections)s.")
            % {"sections": ", ".join(str(one.heading) for one in missing)}
        )
    if fault := measure_fault(row.language, row.draft.get("summary", "")):
        raise RefusedError(fault)
    row.handed_at, row.drafted_by = timezone.now(), by
    _save(row, "handed_at", "drafted_by")
    journal.write(row, "hand_over_translation", by=by)
    signals.translation_handed_over.send(Translation, translation=row, by=by)
    return row


@transaction.atomic
def check_translation(translation: Translation, *, by: User, seen: int) -> Translation:
    """Let readers see the draft from now on. What they read until now is kept.

    Whoever handed it over cannot check it. `seen` counts the savings that the checker had before him: refused when the
    text is another one by now.
    """
    row = _hold(translation)
    _expect_check(row, by)
    if row.lock != seen:
        raise RefusedError(_("The translation has changed since you read it. Read it again, then check it."))
    if row.state == TranslationState.CHECKED:
        EarlierTranslation.objects.create(
            translation=row,
            sections=row.sections,
            of_revisions=row.of_revisions,
            translator_id=row.translator_id,
            checked_by_id=row.checked_by_id,
            checked_at=row.checked_at,
        )
    version = source_of(row.practice)
    row.sections, row.of_revisions, row.draft, row.draft_of = row.draft, row.draft_of, {}, {}
    row.sources = _sources(row, version)
    row.state, row.outdated = TranslationState.CHECKED, len(outdated_sections(row, version))
    row.translator, row.drafted_by, row.handed_at = row.drafted_by, None, None
    row.checked_by, row.checked_at = by, timezone.now()
    _save(
        row,
        *("sections", "of_revisions", "draft", "draft_of", "sources", "state", "outdated"),
        *("translator", "drafted_by", "handed_at", "checked_by", "checked_at"),
    )
    journal.write(row, "check_translation", by=by)
    follow(row.practice, by=by)
    signals.translation_checked.send(Translation, translation=row, by=by)
    return row


@transaction.atomic
def send_back_translation(translation: Translation, *, by: User, reason: str) -> Translation:
    """Give the draft back to whoever wrote it, with reasons; readers go on reading what was checked before."""
    row = _hold(translation)
    _expect_check(row, by)
    row.handed_at = None
    _save(row, "handed_at")
    journal.write(row, "send_back_translation", by=by, reason=reason)
    signals.translation_sent_back.send(Translation, translation=row, by=by, reason=reason)
    return row


def expect_handed_over(row: Translation) -> None:
    """Refused in words when nothing waits for the check."""
    if not row.handed_at:
        raise RefusedError(_("Nothing waits for the check: somebody has checked this text, or sent it back."))


def _expect_check(row: Translation, by: User) -> None:
    policies.require(by, "practices.work_on_language", row)
    expect_handed_over(row)
    policies.require(by, "practices.check_translation", row)
