"""Who works on which language of an entry."""

from typing import Any

from django.db.models import Exists, OuterRef, Q

from core.policies import NOBODY, rule
from people.enums import Function
from practices.enums import LanguageDuty, Status, TranslationState
from practices.models import LanguageRight
from practices.policies.practices import TRANSLATED, concerns, of_practice


def works_on_language(user: Any, *duties: LanguageDuty) -> Q:
    """Those to whom the entry's centre gave this language; their right ends with their last post."""
    if not user.standing.appointments:
        return NOBODY
    mine = LanguageRight.objects.filter(user=user, language=OuterRef("language"), centre=OuterRef("practice__centre"))
    if duties:
        mine = mine.filter(duty__in=duties)
    return Q(Exists(mine)) & Q(practice__status__in=TRANSLATED)


@rule(
    "practices.view_translation",
    public=Q(state=TranslationState.CHECKED, practice__status__in=Status.public()),
)
def view_translation(user: Any) -> Q:
    """What was checked, everybody; before that who works on the language, and who has a part in the entry."""
    return works_on_language(user) | of_practice(concerns(user))


@rule("practices.work_on_language")
def work_on_language(user: Any) -> Q:
    """Those to whom the entry's centre gave the language, while the entry is on its way or published."""
    return works_on_language(user)


@rule("practices.translate")
def translate(user: Any) -> Q:
    """Those to whom the centre gave the language, while nobody checks what they wrote."""
    return works_on_language(user) & Q(handed_at=None)


@rule("practices.check_translation")
def check_translation(user: Any) -> Q:
    """Those who may check the language, what somebody else has handed over."""
    return works_on_language(user, LanguageDuty.CHECK) & Q(handed_at__isnull=False) & ~Q(drafted_by=user)


@rule("practices.give_language")
def give_language(user: Any) -> Q:
    """On a right: the officers of its centre."""
    centres = user.standing.centre_ids(Function.OFFICER)
    return Q(centre__in=centres) if centres else NOBODY


def sees_languages(user: Any) -> bool:
    """Whether the overview of languages opens: officers, and whoever has a language. Asked of no row, so not a rule."""
    if not user.is_authenticated:
        return False
    return user.standing.holds(Function.OFFICER) or (
        bool(user.standing.appointments) and LanguageRight.objects.filter(user=user).exists()
    )
