"""Who is told of entries on their way, of reviews, changes and languages, before anybody asks who may see it."""

from collections.abc import Iterable
from typing import Any

from notifications.messages.kind import To
from people.audience import co_director, holders_in_centre, holders_in_country, holders_in_organisation
from people.enums import Function, Side
from people.models import User
from practices.enums import LanguageDuty, ReviewState, TranslationState
from practices.models import Adoption, LanguageRight, Practice, Review, Translation, Version

# --- Groups ----------------------------------------------------------------------------------------------------------


def answering(practice: Practice) -> list[User]:
    """Who answers for the facts: the owner's focal points, else the contact points of its country."""
    return list(holders_in_organisation(practice.owner_id, Function.FOCAL_POINT)) or list(
        holders_in_country(practice.country_id, Function.CONTACT_POINT)
    )


def checking(practice: Practice, *hands: User) -> list[User]:
    """Who may confirm what these wrote and proposed: never they themselves; then the contact points stand in."""
    others = [one for one in answering(practice) if one not in hands]
    contacts = holders_in_country(practice.country_id, Function.CONTACT_POINT)
    return others or [one for one in contacts if one not in hands]


def owning(practice: Practice) -> list[User]:
    """The author, and the focal points of the owner."""
    return [practice.author, *holders_in_organisation(practice.owner_id, Function.FOCAL_POINT)]


def officers(practice: Practice) -> list[User]:
    return list(holders_in_centre(practice.centre_id, Function.OFFICER))


def directors(practice: Practice) -> list[User]:
    return list(holders_in_centre(practice.centre_id, Function.CO_DIRECTOR))


def adopters(practice: Practice) -> list[User]:
    """The focal points of the bodies that took it home."""
    bodies = Adoption.objects.confirmed().filter(practice=practice).values_list("adopter", flat=True)
    return [one for body in bodies[:50] for one in holders_in_organisation(body, Function.FOCAL_POINT)]


def reviewers(practice: Practice, *states: ReviewState) -> list[User]:
    """Those who were asked about it, in these states."""
    rows = Review.objects.filter(practice=practice, state__in=states).select_related("reviewer")
    return [review.reviewer for review in rows]


def working_on(practice: Practice, languages: Iterable[str], *duties: LanguageDuty) -> list[User]:
    """Those to whom the centre gave one of the languages."""
    rights = LanguageRight.objects.filter(centre=practice.centre_id, language__in=languages, duty__in=duties)
    return [right.user for right in rights.select_related("user")]


# --- An entry on its way ---------------------------------------------------------------------------------------------


def told_checkers(*, practice: Practice, by: User, **_said: Any) -> Iterable[User]:
    return checking(practice, practice.author, by)


def told_confirmed(*, practice: Practice, **_said: Any) -> Iterable[User]:
    return [practice.author, *officers(practice)]


def told_owners(*, practice: Practice, **_said: Any) -> Iterable[User]:
    return owning(practice)


def told_laid_before(*, practice: Practice, **_said: Any) -> Iterable[User]:
    return directors(practice)


def told_author(*, practice: Practice, **_said: Any) -> Iterable[User]:
    return [practice.author]


def told_other_key(*, practice: Practice, side: str, **_said: Any) -> Iterable[User]:
    other = next(one for one in Side.values if one != side)
    director = co_director(practice.centre_id, other)
    return [director] if director else []


def told_published(*, practice: Practice, **_said: Any) -> Iterable[User]:
    return [*owning(practice), *reviewers(practice, ReviewState.GIVEN), *officers(practice)]


def told_to_translate(*, practice: Practice, **_said: Any) -> Iterable[To]:
    """Each translator of his own language that readers do not have."""
    for translation in practice.translations.exclude(state=TranslationState.CHECKED):
        for user in working_on(practice, [translation.language], *LanguageDuty):
            yield To(user, about=translation)


def told_withdrawn(*, practice: Practice, **_said: Any) -> Iterable[User]:
    """Who had it before them when it went; those who read it for a review too."""
    had = [*officers(practice), *reviewers(practice, ReviewState.ASKED, ReviewState.GIVEN, ReviewState.CANCELLED)]
    return [*had, *directors(practice), *answering(practice)]


def told_recheck(*, practice: Practice, **_said: Any) -> Iterable[User]:
    return answering(practice)


def told_recheck_late(*, practice: Practice, **_said: Any) -> Iterable[User]:
    return [*answering(practice), *officers(practice)]


def told_officers(*, practice: Practice, **_said: Any) -> Iterable[User]:
    return officers(practice)


def told_retired(*, practice: Practice, **_said: Any) -> Iterable[User]:
    return [*owning(practice), *officers(practice), *adopters(practice)]


# --- Reviews ---------------------------------------------------------------------------------------------------------


def told_reviewer(*, review: Review, **_said: Any) -> Iterable[User]:
    return [review.reviewer]


def told_asker(*, review: Review, **_said: Any) -> Iterable[User]:
    """The officer who asked; the officers of the centre when he is none of them any more."""
    asker = review.asked_by
    if asker.standing.holds(Function.OFFICER, centre_id=review.practice.centre_id):
        return [asker]
    return officers(review.practice)


# --- Changes ---------------------------------------------------------------------------------------------------------


def told_change_checkers(*, version: Version, by: User, **_said: Any) -> Iterable[User]:
    return checking(version.practice, version.author, by)


def told_change_checked(*, version: Version, **_said: Any) -> Iterable[User]:
    return [*officers(version.practice), version.author]


def told_change_accepted(*, version: Version, **_said: Any) -> Iterable[User]:
    return [version.author, *owning(version.practice), *adopters(version.practice)]


def told_outdated(*, version: Version, **_said: Any) -> Iterable[To]:
    """Each translator of his own language that lags behind now."""
    for translation in version.practice.translations.outdated():
        for user in working_on(version.practice, [translation.language], *LanguageDuty):
            yield To(user, about=translation)


def told_change_author(*, version: Version, **_said: Any) -> Iterable[User]:
    return [version.author]


# --- Languages -------------------------------------------------------------------------------------------------------


def told_language_checkers(*, translation: Translation, **_said: Any) -> Iterable[User]:
    return working_on(translation.practice, [translation.language], LanguageDuty.CHECK)


def told_translator(*, translation: Translation, **_said: Any) -> Iterable[User]:
    """Who wrote what was checked, or what was sent back."""
    writer = translation.drafted_by or translation.translator
    return [writer] if writer else []
