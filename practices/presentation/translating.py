"""A language of an entry beside its original: what is written, what lags behind, and what has changed. Reads only."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.forms import BoundField
from django.utils.translation import gettext as _

from core.models import JournalEntry
from practices.differences import differences
from practices.enums import TranslationState
from practices.forms.translating import TranslationForm
from practices.languages import originals
from practices.models import Translation, Version
from practices.presentation.record import State
from practices.revisions import outdated_sections, revisions_of
from practices.sections import BY_KEY, Section

SENT_BACK = "send_back_translation"
VERBS = ("hand_over_translation", "check_translation", SENT_BACK)


@dataclass(frozen=True)
class Change:
    """What has become of the original of a section. No pieces: the older text was never read, and is not kept."""

    pieces: list[tuple[str, str]] | None


@dataclass(frozen=True)
class EditedSection:
    """One section on the page of a translator."""

    section: Section
    original: str
    field: BoundField
    state: State
    change: Change | None
    follows: BoundField | None
    theirs: str | None


@dataclass(frozen=True)
class CheckedSection:
    """One section on the page of whoever checks. `pieces` say how it differs from what is read, where it does."""

    section: Section
    original: str
    text: str
    change: Change | None
    pieces: list[tuple[str, str]] | None
    is_as_read: bool


@dataclass(frozen=True)
class ChangedSection:
    """One section whose original has moved on since the translation that is read."""

    section: Section
    change: Change
    text: str


def edited_sections(form: TranslationForm) -> list[EditedSection]:
    """The page of a translator, section by section: one query for all that has changed."""
    changed = _changes(form.translation, form.version, form.bases())
    return [
        EditedSection(
            BY_KEY[key],
            form.version.sections.get(key, ""),
            field,
            _state_of(form, key, is_behind=key in changed),
            changed.get(key),
            follows,
            form.theirs.get(key),
        )
        for key, field, follows in form.rows()
    ]


def meter_of(texts: Mapping[str, str], version: Version) -> dict[str, int]:
    """How many sections of the original are written in the language, and the share in hundredths."""
    wanted = [key for key in BY_KEY if version.sections.get(key)]
    done = sum(1 for key in wanted if texts.get(key))
    return {"done": done, "total": len(wanted), "percent": 100 * done // max(len(wanted), 1)}


def _state_of(form: TranslationForm, key: str, *, is_behind: bool) -> State:
    row, text = form.translation, form.texts.get(key, "")
    if not text:
        return State("is-new", _("Not translated yet"))
    if is_behind:
        return State("is-soon", _("The original has changed"))
    if row.state == TranslationState.CHECKED and (text, form.made_from.get(key)) == (
        row.sections.get(key),
        row.of_revisions.get(key),
    ):
        return State("is-done", _("Checked"))
    return State("is-going", _("Draft, not checked yet"))


def sections_to_check(translation: Translation, version: Version) -> list[CheckedSection]:
    """Original, draft, and how the draft differs from what is read today."""
    row, found = translation, []
    changed = _changes(row, version, row.draft_of)
    for key, section in BY_KEY.items():
        text, read = row.draft.get(key, ""), row.sections.get(key, "")
        original = version.sections.get(key, "")
        if not (text or read or original):
            continue
        pieces = differences(read, text) if read and read != text else None
        found.append(CheckedSection(section, original, text, changed.get(key), pieces, read == text))
    return found


def changed_sections(translation: Translation, version: Version) -> list[ChangedSection]:
    """What readers of a translation do not see yet: the sections whose original has moved on, with what changed.

    For everybody: of an original that was never published only what it says now, whatever translators had before them.
    """
    keys = outdated_sections(translation, version)
    made_from = {key: translation.of_revisions.get(key, 0) for key in keys}
    changed = _changes(translation, version, {key: number for key, number in made_from.items() if number >= 0})
    changed |= {key: Change(None) for key, number in made_from.items() if number < 0}
    return [ChangedSection(BY_KEY[key], changed[key], translation.sections.get(key, "")) for key in keys]


def _changes(translation: Translation, version: Version, bases: Mapping[str, int]) -> dict[str, Change]:
    """What has changed since those revisions, of the sections where anything has."""
    now = revisions_of(version)
    lagging = {key: number for key, number in bases.items() if number != now.get(key, 0)}
    before = originals(translation, lagging)
    changed = {}
    for key, number in lagging.items():
        is_known = key in before or number == 0
        after = version.sections.get(key, "")
        changed[key] = Change(differences(before.get(key, ""), after) if is_known else None)
    return changed


def sent_back_with(translation: Translation) -> Any:
    """The last entry of the journal, when it says why the text was sent back; nothing otherwise."""
    last = JournalEntry.objects.about(translation).filter(verb__in=VERBS).order_by("-pk").first()
    return last if last and last.verb == SENT_BACK else None
