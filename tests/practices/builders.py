"""Entries and what belongs to them, one line each: rows as they stand, past every action but the one that publishes."""

from datetime import date, timedelta
from itertools import count
from typing import Any

from django.db import transaction
from django.utils import timezone

from core.localised import LANGUAGES
from people.models import Centre, Organisation, User
from practices.actions.publishing import follow, make_live
from practices.enums import NameKind, Operation, Status, TranslationState, VersionState
from practices.models import (
    Capability,
    Evidence,
    LanguageRight,
    Practice,
    PracticeTopic,
    ReviewCriterion,
    SystemName,
    Translation,
    Version,
)
from practices.revisions import outdated_sections
from practices.sections import KEYS, SUMMARY

_number = count(1)


def sections_in(language: str, word: str = "gateway") -> dict[str, str]:
    """All sections in a language, each with its own words; the summary has its due length."""
    measure = SUMMARY[language]
    written = {key: f"{word} {key} {language}." for key in KEYS}
    written["title"] = f"{word.title()} {language}"
    filler = "слова" if language in ("ru", "be") else "전자정부" if language == "ko" else "word"
    size = len(filler) if not measure.by_words else 1
    written["summary"] = " ".join([word, *[filler] * ((measure.least // size) + 3)])
    return written


@transaction.atomic
def make_practice(
    centre: Centre, owner: Organisation, author: User, *, text: dict[str, str] | None = None, **fields: Any
) -> Practice:
    """An entry in any state, a draft in Korean when nothing else is said; its version is complete."""
    number = next(_number)
    status = fields.get("status", Status.DRAFT)
    now = timezone.now()
    values: dict[str, Any] = {
        "reference": f"P-{now.year}-{number + 500:03}",
        "language": "ko",
        "country": owner.country,
        **fields,
        "status": Status.DRAFT,
    }
    if status not in (Status.DRAFT, Status.WITHDRAWN):
        values.setdefault("proposed_at", now)
    language = values["language"]
    practice = Practice.objects.create(centre=centre, owner=owner, author=author, **values)
    sections = sections_in(language, f"gateway{number}") if text is None else text
    practice.title = {language: sections["title"]} if sections.get("title") else {}
    version = Version.objects.create(
        practice=practice,
        author=author,
        sections=sections,
        operation=Operation.IN_OPERATION,
        since_year=2014,
        needs_law=False,
        goals=[16],
    )
    version.topics.add(make_topic())
    SystemName.objects.create(version=version, text=f"System {number}", language="en", kind=NameKind.CURRENT)
    Evidence.objects.create(
        version=version, value="84", what={"en": "registers"}, source="Audit", dated_on=date(2024, 12, 31)
    )
    practice.status = status
    if status in Status.public():
        practice.published_at = practice.published_at or now
        practice.verified_on = practice.verified_on or timezone.localdate()
        practice.recheck_on = practice.recheck_on or practice.verified_on + timedelta(days=365)
    practice.save()
    if status in Status.public():
        make_live(version, by=None)
        practice.refresh_from_db()
    return practice


def make_translation(
    practice: Practice, language: str, translator: User, checker: User, *, sections: dict[str, str] | None = None
) -> Translation:
    """A checked text of a published entry, made from what is live now."""
    live = practice.versions.get(state=VersionState.LIVE)
    translation, _made = Translation.objects.get_or_create(practice=practice, language=language)
    translation.sections = sections or sections_in(language)
    translation.of_revisions = dict(live.revisions)
    translation.state, translation.translator = TranslationState.CHECKED, translator
    translation.checked_by, translation.checked_at = checker, timezone.now()
    translation.outdated = len(outdated_sections(translation, live))
    translation.save()
    follow(practice, by=checker)
    practice.refresh_from_db()
    return translation


def give_language(centre: Centre, user: User, language: str, duty: str = "translate") -> LanguageRight:
    return LanguageRight.objects.create(centre=centre, user=user, language=language, duty=duty)


def make_topic(key: str = "interoperability") -> PracticeTopic:
    names = {language: f"{key} {language}" for language in LANGUAGES}
    return PracticeTopic.objects.get_or_create(key=key, defaults={"name": names})[0]


def make_capability(key: str = "e_signature_law", kind: str = "legal") -> Capability:
    names = {language: f"{key} {language}" for language in LANGUAGES}
    return Capability.objects.get_or_create(key=key, defaults={"name": names, "kind": kind})[0]


def make_criteria(number: int = 3) -> list[ReviewCriterion]:
    return [ReviewCriterion.objects.create(name={"en": f"Criterion {n}"}, position=n) for n in range(number)]
