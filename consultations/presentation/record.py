"""The small parts of a request: its people, dates of wish, translations; and the words of its history. Reads only."""

from datetime import date
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef
from django.db.models.functions import JSONObject
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from consultations.enums import Status
from consultations.models import (
    Consultation,
    CriterionScore,
    PreferredWindow,
    Question,
    RequestTranslation,
)
from files.columns import files_column, from_column
from files.models import StoredFile

# An advisor is named on the way out of these, and none of them is ever come back to: nobody has a part yet, no answer.
BEFORE_ADVISORS = (Status.DRAFT, Status.SUBMITTED, Status.REGISTERED, Status.ACCEPTED, Status.DECLINED)


def people_of(consultation: Consultation) -> list[Any]:
    """Those who work on it now; one query, kept with the instance, and none before there are advisors."""
    if not hasattr(consultation, "people_now"):
        named = consultation.participants.now().select_related("user")
        consultation.people_now = [] if consultation.status in BEFORE_ADVISORS else list(named)  # type: ignore[attr-defined]
    return consultation.people_now  # type: ignore[attr-defined]


def with_small_parts(rows: Any) -> Any:
    """Questions, windows and translations of a request as columns, so that its page needs no query for each."""
    questions = Question.objects.filter(consultation=OuterRef("pk")).order_by("number")
    windows = PreferredWindow.objects.filter(consultation=OuterRef("pk")).order_by("position")
    translations = RequestTranslation.objects.filter(consultation=OuterRef("pk")).order_by("language")
    scores = CriterionScore.objects.filter(consultation=OuterRef("pk")).order_by("criterion__position", "criterion")
    return rows.annotate(
        asked=ArraySubquery(questions.values(json=JSONObject(number="number", text="text"))),
        scored=ArraySubquery(
            scores.values(
                json=JSONObject(name="criterion__name", weight="criterion__weight", side="side", score="score")
            )
        ),
        wished=ArraySubquery(windows.values(json=JSONObject(first="starts_on", last="ends_on"))),
        translated=ArraySubquery(translations.values(json=JSONObject(language="language", of="of_revision"))),
        enclosed=files_column(Consultation, permission="consultations.view"),
    )


def wished_of(consultation: Any) -> list[tuple[date, date]]:
    """The dates of wish, from the column of `with_small_parts`."""
    return [(date.fromisoformat(one["first"]), date.fromisoformat(one["last"])) for one in consultation.wished]


def documents_of(consultation: Any) -> list[StoredFile]:
    """The documents of the request, from the column of `with_small_parts`."""
    return from_column(consultation.enclosed)


def translations_of(consultation: Any) -> list[tuple[str, bool]]:
    """The languages the request is translated into, and whether each translation is outdated."""
    return [(one["language"], one["of"] < consultation.revision) for one in consultation.translated]


PHRASES: dict[str, Promise] = {
    "create": gettext_lazy("Draft begun"),
    "submit": gettext_lazy("Sent to the contact point"),
    "return": gettext_lazy("Returned for revision"),
    "forward": gettext_lazy("Registered"),
    "decide": gettext_lazy("Accepted by both sides"),
    "decide:key": gettext_lazy("Key turned, to accept: %(country)s"),
    "decide:silence": gettext_lazy("Key by silence, to accept: %(country)s"),
    "decline": gettext_lazy("Declined by both sides"),
    "decline:key": gettext_lazy("Key turned, to decline: %(country)s"),
    "assign": gettext_lazy("Advisor named"),
    "name_people": gettext_lazy("People of the request named"),
    "ask_back": gettext_lazy("Question put to the requester; the clock of the answer stopped"),
    "reply": gettext_lazy("Reply given; the clock of the answer runs on"),
    "answer": gettext_lazy("Answer sent to the requester"),
    "accept_answer": gettext_lazy("Answer accepted"),
    "reopen": gettext_lazy("Reopened"),
    "withdraw": gettext_lazy("Withdrawn"),
    "add_document": gettext_lazy("Document added"),
    "remove_document": gettext_lazy("Document removed"),
    "correct_message": gettext_lazy("Message corrected by its author"),
    "translate_request": gettext_lazy("Request translated"),
    "due_moved": gettext_lazy("Due time moved: a calendar has changed"),
    "hand_over": gettext_lazy("Handed over to a successor"),
    "ask_about_use": gettext_lazy("Asked whether the advice was used"),
    "report_use": gettext_lazy("Use of the advice reported"),
}
