"""What is told of entries on their way, of reviews, changes and languages."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _

from calendars.moments import write_day
from core.localised import LANGUAGE_NAMES
from notifications.audience import practices_entries as to
from notifications.messages.kind import Kind, Said, entry_of
from practices import signals
from practices.enums import ReviewState, Status, VersionState

if TYPE_CHECKING:
    from notifications.matters.matter import Reader
    from notifications.news import News


def _reasons(_said: Said) -> dict[str, Any]:
    """The field of the record that holds the reasons, in several languages."""
    return {"reasons": "reasons"}


def _declined(_said: Said) -> dict[str, Any]:
    return {"reasons": "decline_reason"}


def _entry(said: Said) -> dict[str, Any]:
    return {"entry": entry_of(said["translation"])}


def _language(news: News) -> dict[str, Any]:
    return {"language": LANGUAGE_NAMES[news.record.language]}


def _stands_in(*states: str) -> Any:
    return lambda news: getattr(news.record, "status", getattr(news.record, "state", "")) in states


def _due(news: News, reader: Reader) -> dict[str, Any]:
    return {"due_at": reader.moment(news.record.due_at)}


def _recheck(news: News, _reader: Reader) -> dict[str, Any]:
    verified = news.record.verified_on
    return {"verified_on": write_day(verified, "plain") if verified else ""}


def _of_due(said: Said) -> object:
    return f"{said['review'].pk}:{said['review'].due_at}"


def _of_year(said: Said) -> object:
    return f"{said['practice'].pk}:{said['practice'].recheck_on}"


of_practice = partial(Kind, about="practice", rule="practices.view")
of_review = partial(Kind, about="review", rule="practices.view_review")
of_change = partial(Kind, about="version", rule="practices.view_version")
of_language = partial(Kind, about="translation", rule="practices.view_translation", words=_language)

MESSAGES: list[Kind] = [
    # --- An entry on its way ---
    of_practice(
        "practice_proposed",
        signals.practice_proposed,
        _("The facts of a practice wait for my check"),
        to.told_checkers,
        asks_in=Status.PROPOSED,
    ),
    of_practice(
        "facts_confirmed", signals.facts_confirmed, _("The facts of a practice were confirmed"), to.told_confirmed
    ),
    of_practice(
        "practice_returned",
        signals.practice_returned,
        _("A practice was returned for revision"),
        to.told_owners,
        context=_reasons,
        asks_in=Status.DRAFT,
    ),
    of_practice(
        "practice_for_decision",
        signals.reviews_closed,
        _("A practice waits for my key"),
        to.told_laid_before,
        asks_in=Status.DECISION,
    ),
    of_practice(
        "practice_reviewed", signals.reviews_closed, _("The reviews of my practice are complete"), to.told_author
    ),
    of_practice(
        "practice_key_turned",
        signals.key_turned,
        _("The other side has signed for a practice"),
        to.told_other_key,
        asks_in=Status.DECISION,
    ),
    of_practice("practice_published", signals.practice_published, _("A practice was published"), to.told_published),
    of_practice(
        "practice_declined",
        signals.practice_declined,
        _("A practice was not taken into the library"),
        to.told_owners,
        context=_reasons,
    ),
    of_practice(
        "practice_withdrawn",
        signals.practice_withdrawn,
        _("A practice was withdrawn"),
        to.told_withdrawn,
        context=_reasons,
    ),
    of_practice(
        "recheck_asked",
        signals.recheck_asked,
        _("I am asked whether a practice still holds"),
        to.told_recheck,
        event=_of_year,
        asks_in=Status.DUE,
        in_office_hours=True,
        is_still_due=_stands_in(Status.DUE),
        letter_words=_recheck,
    ),
    of_practice(
        "recheck_reminded",
        signals.recheck_reminded,
        _("A practice was not confirmed in time"),
        to.told_recheck_late,
        event=_of_year,
        asks_in=Status.DUE,
        in_office_hours=True,
        is_still_due=_stands_in(Status.DUE),
        letter_words=_recheck,
    ),
    of_practice("practice_confirmed", signals.practice_confirmed, _("A practice was confirmed"), to.told_officers),
    of_practice(
        "practice_retired", signals.practice_retired, _("A practice was retired"), to.told_retired, context=_reasons
    ),
    # --- Reviews ---
    of_review(
        "review_asked",
        signals.review_asked,
        _("I am asked for a review"),
        to.told_reviewer,
        event=lambda said: said["review"].pk,
        is_still_due=_stands_in(ReviewState.ASKED),
        letter_words=_due,
    ),
    of_review("review_given", signals.review_given, _("A review was given"), to.told_asker),
    of_review("review_refused", signals.review_refused, _("A review was refused"), to.told_asker),
    of_review(
        "review_cancelled", signals.review_cancelled, _("A review is no longer needed"), to.told_reviewer, people=()
    ),
    of_review(
        "review_due_soon",
        signals.review_due_soon,
        _("A review that I owe is due soon"),
        to.told_reviewer,
        event=_of_due,
        in_office_hours=True,
        is_still_due=_stands_in(ReviewState.ASKED),
        letter_words=_due,
    ),
    of_review(
        "review_overdue",
        signals.review_overdue,
        _("A review that I owe is overdue"),
        to.told_reviewer,
        event=_of_due,
        in_office_hours=True,
        is_still_due=_stands_in(ReviewState.ASKED),
        letter_words=_due,
    ),
    of_review(
        "review_missing",
        signals.review_overdue,
        _("A review that I asked for is overdue"),
        to.told_asker,
        event=_of_due,
        in_office_hours=True,
        is_still_due=_stands_in(ReviewState.ASKED),
        letter_words=_due,
    ),
    # --- Changes ---
    of_change(
        "change_proposed",
        signals.change_proposed,
        _("A change to a practice waits for my check"),
        to.told_change_checkers,
        is_still_due=_stands_in(VersionState.PROPOSED),
    ),
    of_change(
        "change_checked",
        signals.change_checked,
        _("The facts of a change were confirmed"),
        to.told_change_checked,
    ),
    of_change("change_accepted", signals.change_accepted, _("A practice has changed"), to.told_change_accepted),
    of_change(
        "change_declined",
        signals.change_declined,
        _("My change was not taken"),
        to.told_change_author,
        context=_declined,
    ),
    # --- Languages ---
    of_language(
        "translation_wanted",
        signals.practice_published,
        _("A new practice waits for my translation"),
        to.told_to_translate,
        about="practice",
    ),
    of_language(
        "translation_outdated",
        signals.change_accepted,
        _("A translation has become outdated"),
        to.told_outdated,
        about="version",
    ),
    of_language(
        "translation_handed_over",
        signals.translation_handed_over,
        _("A translation waits for my check"),
        to.told_language_checkers,
        is_still_due=lambda news: news.record.handed_at is not None,
    ),
    of_language(
        "translation_checked", signals.translation_checked, _("My translation was checked"), to.told_translator
    ),
    of_language(
        "translation_sent_back",
        signals.translation_sent_back,
        _("My translation was sent back"),
        to.told_translator,
        context=_entry,
        at_once=True,
    ),
]

SILENT = {
    signals.entry_changed: "The index follows what readers see; people are told of the act itself.",
}
