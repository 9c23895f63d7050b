"""The fields of each kind of letter: a closed list, with what each stands for and an example.

Whoever writes a template is shown this list; a source gives a value for every field of its kind, or "" where the
record does not say.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from calendars.moments import write_day
from letters.enums import LetterKind


@dataclass(frozen=True)
class MergeField:
    """A name in braces. `example` writes one in the active language."""

    name: str
    says: str | Promise
    example: Callable[[], str]

    @property
    def braced(self) -> str:
        return f"{{{self.name}}}"


def _day(year: int, month: int, number: int) -> Callable[[], str]:
    return lambda: write_day(date(year, month, number))


COMMON = (
    MergeField(
        "recipient", gettext_lazy("Who is addressed: the body or the person"), lambda: _("Ministry of Digital Affairs")
    ),
    MergeField("country", gettext_lazy("The country of the recipient"), lambda: _("Republic of Armenia")),
    MergeField("centre", gettext_lazy("The name of the centre"), lambda: _("IT Cooperation Centre")),
)
EVENT = (
    MergeField("event", gettext_lazy("The name of the event"), lambda: _("Training programme on digital government")),
    MergeField("event_number", gettext_lazy("The number of the event"), lambda: "E-2027-001"),
    MergeField(
        "event_days",
        gettext_lazy("The first and the last day of the event"),
        lambda: f"{write_day(date(2027, 5, 17))} – {write_day(date(2027, 5, 21))}",
    ),
    MergeField("event_places", gettext_lazy("The cities and countries of the event"), lambda: _("Seoul, Korea")),
    MergeField("event_languages", gettext_lazy("The working languages of the event"), lambda: "English, Русский"),
)
PAPERS = MergeField(
    "papers_deadline",
    gettext_lazy("By when country report and slides are handed in, in the time of the recipient’s capital"),
    _day(2027, 5, 3),
)
FIELDS: dict[str, tuple[MergeField, ...]] = {
    LetterKind.INVITATION: (
        *COMMON,
        *EVENT,
        MergeField("quota", gettext_lazy("How many people may be nominated"), lambda: "2"),
        MergeField(
            "deadline",
            gettext_lazy("By when to nominate, in the time of the recipient’s capital"),
            _day(2027, 3, 31),
        ),
        PAPERS,
    ),
    LetterKind.ACKNOWLEDGEMENT: (
        *COMMON,
        *EVENT,
        MergeField(
            "nominees", gettext_lazy("Those who were nominated, by name"), lambda: "Ani Sargsyan; Tigran Petrosyan"
        ),
        MergeField("their_number", gettext_lazy("The number of the nomination letter"), lambda: "04-12/317"),
        MergeField("their_day", gettext_lazy("The date of the nomination letter"), _day(2027, 3, 18)),
        MergeField("received_on", gettext_lazy("The day the nomination was received"), _day(2027, 3, 22)),
        PAPERS,
    ),
    LetterKind.ANSWER: (
        *COMMON,
        MergeField("request_number", gettext_lazy("The number of the request"), lambda: "CR-2027-014"),
        MergeField(
            "request_title",
            gettext_lazy("The title of the request"),
            lambda: _("Requirements for a government cloud"),
        ),
        MergeField("sent_on", gettext_lazy("The day the request was sent"), _day(2027, 2, 8)),
        MergeField("answered_on", gettext_lazy("The day the answer was sent"), _day(2027, 3, 12)),
        MergeField("questions", gettext_lazy("How many questions were asked"), lambda: "4"),
    ),
    LetterKind.VISA: (
        *COMMON,
        *EVENT,
        MergeField("host", gettext_lazy("The country that the person travels to"), lambda: _("Republic of Korea")),
        MergeField(
            "institution", gettext_lazy("The body that sends the person"), lambda: _("Ministry of Digital Affairs")
        ),
        MergeField("post", gettext_lazy("The post of the person"), lambda: _("Head of department")),
    ),
    LetterKind.REMINDER: (
        *COMMON,
        MergeField("matter", gettext_lazy("What is owed"), lambda: _("the nomination of your delegation")),
        MergeField("deadline", gettext_lazy("The day it is owed, or was owed"), _day(2027, 3, 31)),
        MergeField(
            "about",
            gettext_lazy("The name of the event or the agreement"),
            lambda: _("Training programme on digital government"),
        ),
        MergeField("about_number", gettext_lazy("The number of the event or the agreement"), lambda: "E-2027-001"),
    ),
}


def names_of(kind: str) -> list[str]:
    """The names of the fields of a kind."""
    return [field.name for field in FIELDS[kind]]


def examples_of(kind: str) -> dict[str, str]:
    """An example for each field, in the active language."""
    return {field.name: field.example() for field in FIELDS[kind]}
