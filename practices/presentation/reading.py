"""The text as one reader gets it: in the best language there is, told which, with the original one step away."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from core.localised import LANGUAGES, active_language, reading_order
from practices.enums import TranslationState
from practices.models import Practice, Translation, Version
from practices.revisions import outdated_sections
from practices.sections import SECTIONS, Section


@dataclass(frozen=True)
class ReadSection:
    """One section on the page: `lang` is the language it stands in, which may be another than the page's text."""

    section: Section
    text: str
    lang: str
    is_original: bool
    is_outdated: bool = False

    @property
    def key(self) -> str:
        return self.section.key

    @property
    def heading(self) -> Any:
        return self.section.heading


@dataclass(frozen=True)
class Chapter:
    """Sections that are read together."""

    key: str
    heading: str | Promise
    sections: list[ReadSection]


CHAPTERS: tuple[tuple[str, Promise, tuple[str, ...]], ...] = (
    ("story", _("What was done"), ("problem", "solution", "actors", "steps", "technology")),
    ("outcome", _("What came of it"), ("results", "obstacles", "lessons", "sustainability")),
    ("cost", _("Cost and law"), ("financing", "legal")),
    ("home", _("Taking it home"), ("preconditions", "adapt", "not_suitable")),
)


@dataclass(frozen=True)
class Reading:
    """The whole text. `wanted` is what the reader asked for, `language` what there is; `languages` what else."""

    practice: Practice
    version: Version
    wanted: str
    language: str
    sections: list[ReadSection]
    languages: list[str]
    translation: Translation | None = None

    @cached_property
    def by_key(self) -> dict[str, ReadSection]:
        return {one.key: one for one in self.sections}

    @property
    def is_original(self) -> bool:
        return self.language == self.practice.language

    @property
    def is_fallback(self) -> bool:
        """The reader gets another language than asked for."""
        return self.language != self.wanted

    @property
    def outdated(self) -> list[ReadSection]:
        """Sections whose original has moved on since they were translated."""
        return [one for one in self.sections if one.is_outdated]

    @property
    def title(self) -> ReadSection:
        return self.by_key["title"]

    @property
    def summary(self) -> ReadSection:
        return self.by_key["summary"]

    @property
    def chapters(self) -> list[Chapter]:
        """What stands below title and summary, in the chapters of a page, as far as it is written."""
        found = [
            Chapter(key, heading, [self.by_key[name] for name in names if self.by_key[name].text])
            for key, heading, names in CHAPTERS
        ]
        return [chapter for chapter in found if chapter.sections]

    @property
    def story(self) -> list[ReadSection]:
        """What stands below title and summary, as far as it is written."""
        return [one for one in self.sections if one.text and one.key not in ("title", "summary")]


def reading(
    practice: Practice, version: Version, translations: Iterable[Translation], wanted: str | None = None
) -> Reading:
    """The version in the language `wanted` (the active one), or in the nearest that has a checked text.

    A translation speaks of what is live, or of the first version before that; any other version is read in its
    original alone. A section that the translation lacks stands in the original, marked as such. Asks no database.
    """
    wanted = wanted if wanted in LANGUAGES else active_language()
    checked = {
        one.language: one for one in translations if one.state == TranslationState.CHECKED and _is_translated(version)
    }
    languages = [lang for lang in LANGUAGES if lang == practice.language or lang in checked]
    order = (*reading_order(wanted), practice.language)
    language = next(lang for lang in order if lang in languages)
    translation = checked.get(language)
    behind = set(outdated_sections(translation, version)) if translation else set()
    return Reading(
        practice,
        version,
        wanted,
        language,
        [_read(section, practice, version, translation, behind) for section in SECTIONS],
        languages,
        translation,
    )


def _is_translated(version: Version) -> bool:
    return version.past_at is None and (version.live_at is not None or version.number == 1)


def _read(
    section: Section, practice: Practice, version: Version, translation: Translation | None, behind: set[str]
) -> ReadSection:
    original = version.sections.get(section.key, "")
    translated = translation.sections.get(section.key, "") if translation else ""
    if translation and translated:
        return ReadSection(
            section, translated, translation.language, is_original=False, is_outdated=section.key in behind
        )
    return ReadSection(section, original, practice.language, is_original=True)
