"""What a person wrote in the library, for the export of one's own data: nothing that others wrote."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Q

from people.export import Row, source, values
from people.models import User
from practices.models import (
    AdoptionAnswer,
    AdoptionReport,
    Bookmark,
    Collection,
    EarlierTranslation,
    LanguageRight,
    Practice,
    Review,
    Translation,
    Version,
)

BATCH = 200


@source("practices_written")
def practices_written(user: User) -> Iterable[Row]:
    """Entries one began, and where they stand."""
    rows = Practice.objects.filter(author=user).order_by("pk")
    for row in rows.iterator(chunk_size=BATCH):
        yield values(row, "reference", "status", "language", "title", "created_at", "proposed_at", "published_at")


@source("practice_versions_written")
def practice_versions_written(user: User) -> Iterable[Row]:
    """The text and facts of every version one wrote, changes to other people's entries among them.

    Of what is no longer one's own to read, only that there is such a version: colleagues have gone on writing it.
    """
    rows: Any = Version.objects.filter(author=user).with_permissions(user, may_read="practices.view_version")
    rows = rows.select_related("practice").prefetch_related("names", "evidence", "links")
    for row in rows.order_by("pk").iterator(chunk_size=BATCH):
        known = {"number": row.practice.reference, "version": row.number, "state": row.state}
        if not row.may_read:
            yield {**known, **values(row, "created_at")}
            continue
        yield {
            **known,
            **values(row, "sections", "change_reason", "operation", "since_year", "until_year"),
            **values(row, "replaced_by", "goals", "needs_law", "cost_amount", "cost_currency", "cost_year"),
            **values(row, "cost_band", "awards", "licence", "created_at", "updated_at"),
            "names": [values(one, "text", "language", "kind", "since_year", "until_year") for one in row.names.all()],
            "figures": [values(one, "value", "what", "source", "source_url", "dated_on") for one in row.evidence.all()],
            "links": [values(one, "label", "url") for one in row.links.all()],
        }


@source("practice_reviews")
def practice_reviews(user: User) -> Iterable[Row]:
    """Reviews one was asked for, with all that one said in them."""
    rows = Review.objects.filter(reviewer=user).select_related("practice").prefetch_related("scores__criterion")
    for row in rows.order_by("pk").iterator(chunk_size=BATCH):
        yield {
            "number": row.practice.reference,
            **values(row, "round", "state", "asked_at", "due_at", "given_at", "has_no_conflict", "refusal"),
            **values(row, "verdict", "language", "comment"),
            "scores": [
                {"criterion": one.criterion.name, **values(one, "score", "confidence")} for one in row.scores.all()
            ],
        }


@source("practice_translations")
def practice_translations(user: User) -> Iterable[Row]:
    """Texts in further languages that one wrote: what readers read, what one is writing, what was read before."""
    rows = Translation.objects.filter(Q(translator=user) | Q(drafted_by=user)).select_related("practice").order_by("pk")
    for row in rows.iterator(chunk_size=BATCH):
        yield {
            "number": row.practice.reference,
            **values(row, "language", "state", "checked_at", "updated_at"),
            "sections": row.sections if row.translator_id == user.pk else {},
            "draft": row.draft if row.drafted_by_id == user.pk else {},
        }
    earlier = EarlierTranslation.objects.filter(translator=user).select_related("translation__practice")
    for old in earlier.order_by("pk").iterator(chunk_size=BATCH):
        yield {
            "number": old.translation.practice.reference,
            "language": old.translation.language,
            **values(old, "sections", "checked_at", "replaced_at"),
        }


@source("practice_languages")
def practice_languages(user: User) -> Iterable[Row]:
    """The languages one was given."""
    for row in LanguageRight.objects.filter(user=user).order_by("pk"):
        yield values(row, "language", "duty")


@source("adoption_reports")
def adoption_reports(user: User) -> Iterable[Row]:
    """Reports of adoptions, and answers to the yearly question."""
    rows = AdoptionReport.objects.filter(by=user).select_related("adoption__practice").order_by("pk")
    for row in rows.iterator(chunk_size=BATCH):
        yield {
            "number": row.adoption.reference,
            **values(row, "state", "stage", "since_on", "language", "adaptations", "lessons", "evidence"),
            **values(row, "cost_amount", "cost_currency", "cost_year", "created_at", "filed_at", "confirmed_at"),
        }
    answers = AdoptionAnswer.objects.filter(by=user).select_related("adoption__practice").order_by("pk")
    for one in answers.iterator(chunk_size=BATCH):
        yield {
            "number": one.adoption.reference,
            **values(one, "year", "side", "answer", "comment", "language", "answered_at"),
        }


@source("practice_shelves")
def practice_shelves(user: User) -> Iterable[Row]:
    """Bookmarks and collections."""
    for mark in Bookmark.objects.filter(user=user).select_related("practice").order_by("pk").iterator(chunk_size=BATCH):
        yield {"bookmark": mark.practice.reference, "at": mark.at}
    rows = Collection.objects.filter(user=user).prefetch_related("items__practice").order_by("pk")
    for row in rows.iterator(chunk_size=BATCH):
        yield {
            **values(row, "name", "note", "is_shared", "is_public", "created_at"),
            "entries": [{"number": one.practice.reference, "note": one.note} for one in row.items.all()],
        }
