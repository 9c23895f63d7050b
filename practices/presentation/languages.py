"""Which entry stands in which language, and what is missing: for those who see to it, and for readers. Reads only."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, IntegerField, OuterRef, Prefetch, Q, QuerySet, Subquery
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext, pgettext_lazy

from core.localised import LANGUAGE_NAMES, LANGUAGES
from people.enums import Function
from people.models import User
from practices.enums import TranslationState
from practices.models import LanguageRight, Practice, Translation
from practices.policies.practices import TRANSLATED
from practices.presentation.reading import Reading
from practices.presentation.record import State

# What is counted at most for one language and state: beyond it the number tells nothing that one could act on.
COUNTED = 1000

# Where a language of an entry stands, each entry in one of them.
STATES: dict[str, tuple[str | Promise, Q]] = {
    "missing": (pgettext_lazy("translation", "Missing"), Q(state=TranslationState.MISSING, handed_at=None)),
    "draft": (pgettext_lazy("translation", "Draft"), Q(state=TranslationState.DRAFT, handed_at=None)),
    "to_check": (gettext_lazy("To be checked"), Q(handed_at__isnull=False)),
    "outdated": (
        gettext_lazy("Outdated"),
        Q(state=TranslationState.CHECKED, handed_at=None, outdated__gt=0),
    ),
    "checked": (
        pgettext_lazy("translation", "Checked"),
        Q(state=TranslationState.CHECKED, handed_at=None, outdated=0),
    ),
}
SHAPES = {
    "missing": "is-new",
    "draft": "is-going",
    "to_check": "is-waiting",
    "outdated": "is-soon",
    "checked": "is-done",
}
# What a translator does next with a text of this state.
WORDS = {
    TranslationState.MISSING: pgettext_lazy("button", "Translate"),
    TranslationState.DRAFT: pgettext_lazy("translation", "Write on"),
    TranslationState.CHECKED: pgettext_lazy("translation", "Change"),
}


class CappedCount(Subquery):
    """How many rows a query finds, counted no further than it reaches."""

    template = "(SELECT COUNT(*) FROM (%(subquery)s) AS capped)"
    output_field = IntegerField()


@dataclass(frozen=True)
class Cell:
    """One language of one entry; `url` leads to the page on which this reader can go on with it."""

    language: str
    is_original: bool
    state: State | None
    url: str = ""
    act: str | Promise = ""

    @property
    def name(self) -> str:
        return LANGUAGE_NAMES[self.language]


@dataclass(frozen=True)
class Row:
    """One entry, and how it stands in the languages that are looked at."""

    practice: Practice
    cells: list[Cell]


@dataclass(frozen=True)
class Count:
    """How many entries stand so in a language; `is_more` says that there are more than were counted."""

    state: str
    label: str | Promise
    number: int
    is_more: bool


@dataclass(frozen=True)
class Tongue:
    """A language of the record: read or to be read, and what its translators can do with it."""

    code: str
    url: str
    is_current: bool
    is_original: bool
    outdated: int
    changes_url: str
    act_url: str
    act: str | Promise
    is_there: bool


# --- Where a text stands ---------------------------------------------------------------------------------------------


def key_of(translation: Translation) -> str:
    """Which of `STATES` a text is in: the same question as the query asks."""
    if translation.handed_at:
        return "to_check"
    if translation.state != TranslationState.CHECKED:
        return "draft" if translation.state == TranslationState.DRAFT else "missing"
    return "outdated" if translation.outdated else "checked"


def state_of(translation: Translation) -> State:
    """The same in words."""
    key = key_of(translation)
    words: str | Promise = STATES[key][0]
    if key == "outdated":
        count = translation.outdated
        words = ngettext("%(count)s section outdated", "%(count)s sections outdated", count) % {"count": count}
    return State(SHAPES[key], words)


# --- The overview ----------------------------------------------------------------------------------------------------


def centres_of(user: User, rights: Iterable[LanguageRight]) -> set[int]:
    """The centres whose languages the person sees to, or works on."""
    return {*user.standing.centre_ids(Function.OFFICER), *(one.centre_id for one in rights)}


def languages_first(rights: Iterable[LanguageRight]) -> list[str]:
    """What concerns the reader: the languages he works on; all of them for an officer who works on none."""
    mine = {one.language for one in rights}
    return [code for code in LANGUAGES if code in mine] or list(LANGUAGES)


def translated(user: User, centres: Iterable[int]) -> QuerySet[Practice]:
    """Entries of these centres that translators work on."""
    return Practice.objects.visible_to(user).filter(centre__in=centres, status__in=TRANSLATED)


def narrowed(practices: QuerySet[Practice], languages: list[str], state: str) -> QuerySet[Practice]:
    """Those that have, in one of the languages, a text that stands so."""
    if state:
        texts = Translation.objects.filter(STATES[state][1], practice=OuterRef("pk"), language__in=languages)
        return practices.filter(Exists(texts))
    return practices


def with_texts(practices: Any, languages: list[str], user: User) -> Any:
    """With where each language stands and what the reader may do with it: one query for all rows. No text is read."""
    texts = (
        Translation.objects.filter(language__in=languages)
        .only("practice", "language", "state", "outdated", "handed_at")
        .with_permissions(user, may_translate="practices.translate", may_check="practices.check_translation")
    )
    return practices.select_related("owner", "country__calendar").prefetch_related(
        Prefetch("translations", texts, to_attr="texts")
    )


def rows_of(practices: Iterable[Any], languages: list[str]) -> list[Row]:
    """The matrix: entries by languages."""
    found = []
    for practice in practices:
        texts = {one.language: one for one in practice.texts}
        found.append(Row(practice, [_cell(practice, texts.get(code), code) for code in languages]))
    return found


def _cell(practice: Practice, text: Any, language: str) -> Cell:
    if text is None:
        return Cell(language, language == practice.language, None)
    url, act = act_of(text, practice)
    return Cell(language, False, state_of(text), url, act)


def act_of(text: Any, practice: Practice) -> tuple[str, str | Promise]:
    """Where the reader can go on with a text, and how that is called; nothing where he cannot."""
    if text.may_check:
        return reverse("practices:check_translation", args=[practice.reference, text.language]), _("Check")
    if text.may_translate:
        word = WORDS[text.state]
        return reverse("practices:translate", args=[practice.reference, text.language]), word
    return "", ""


def counts_of(user: User, centres: Iterable[int], languages: list[str]) -> list[tuple[str, list[Count]]]:
    """For each language, how many entries stand how: one query, and none of its counts goes past `COUNTED`."""
    texts = Translation.objects.filter(practice__centre__in=list(centres), practice__status__in=TRANSLATED)
    columns = {
        f"{code}_{state}": CappedCount(texts.filter(asked, language=code).order_by().values("pk")[: COUNTED + 1])
        for code in languages
        for state, (_label, asked) in STATES.items()
    }
    found = User.objects.filter(pk=user.pk).values(**columns).get()
    return [(code, [_count(found[f"{code}_{state}"], state) for state in STATES]) for code in languages]


def _count(number: int, state: str) -> Count:
    return Count(state, STATES[state][0], min(number, COUNTED), number > COUNTED)


def table_of(user: User, centres: Iterable[int], languages: list[str], state: str) -> Iterator[list[Any]]:
    """The overview as a table, a line a text, the head first; read while it is sent."""
    yield [
        _("Number"),
        pgettext("practice", "Title"),
        _("Original"),
        _("Language"),
        _("State"),
        _("Outdated sections"),
        _("Translator"),
        _("Checked by"),
        _("Checked on"),
        _("Last change"),
    ]
    texts = Translation.objects.filter(practice__in=translated(user, centres), language__in=languages)
    if state:
        texts = texts.filter(STATES[state][1])
    texts = texts.select_related("practice", "translator", "checked_by", "drafted_by").defer(
        "sections", "of_revisions", "draft", "draft_of", "sources"
    )
    for text in texts.order_by("-practice", "language").iterator(chunk_size=500):
        who = text.drafted_by or text.translator
        yield [
            text.practice.reference,
            text.practice.title_text,
            LANGUAGE_NAMES[text.practice.language],
            LANGUAGE_NAMES[text.language],
            STATES[key_of(text)][0],
            text.outdated,
            who.display_name if who else "",
            text.checked_by.display_name if text.checked_by else "",
            text.checked_at.date().isoformat() if text.checked_at else "",
            text.updated_at.date().isoformat(),
        ]


# --- The record ------------------------------------------------------------------------------------------------------


def with_work(translations: Any, user: Any) -> Any:
    """The languages of one entry with what the reader may do with each: no query more than without."""
    return translations.with_permissions(
        user, may_translate="practices.translate", may_check="practices.check_translation"
    )


def tongues_of(read: Reading, translations: Iterable[Any]) -> list[Tongue]:
    """The languages in which the entry is read, and those that the reader could work on. Asks no database."""
    practice, texts = read.practice, {one.language: one for one in translations}
    found = []
    for code in LANGUAGES:
        text, is_there = texts.get(code), code in read.languages
        act_url, act = act_of(text, practice) if text else ("", "")
        if not (is_there or act_url):
            continue
        outdated = text.outdated if text and is_there else 0
        found.append(
            Tongue(
                code,
                f"{practice.get_absolute_url()}?language={code}",
                is_current=code == read.language,
                is_original=code == practice.language,
                outdated=outdated,
                changes_url=reverse("practices:changes_since", args=[practice.reference, code]) if outdated else "",
                act_url=act_url,
                act=act,
                is_there=is_there,
            )
        )
    return found
