"""What was asked of a report, as work in the background keeps it, and back."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Model, Q
from django.utils.translation import gettext as _

from core.refusal import RefusedError
from people import directory
from people.models import Centre
from reports.figures.figure import Asked
from reports.models import Report


@dataclass(frozen=True)
class Question:
    """A kind, what it is asked about, and what it is drawn as."""

    kind: str
    asked: Asked
    record: Model | None = None
    languages: tuple[str, ...] = ()
    formats: tuple[str, ...] = ()

    def written(self) -> dict[str, Any]:
        """As JSON keeps it: numbers of rows, codes and days."""
        about = None
        if self.record is not None:
            about = [ContentType.objects.get_for_model(self.record).pk, self.record.pk]
        return {
            "kind": self.kind,
            "centre": self.asked.centre.pk,
            "since": self.asked.since.isoformat(),
            "until": self.asked.until.isoformat(),
            "side": self.asked.side,
            "country": self.asked.country.pk if self.asked.country else "",
            "topic": self.asked.topic,
            "about": about,
            "languages": list(self.languages),
            "formats": list(self.formats),
        }


def read(kept: dict[str, Any]) -> Question:
    """The question again. Refused where the record it is about is gone."""
    record = None
    if kept["about"]:
        kind, pk = kept["about"]
        model: Any = ContentType.objects.get_for_id(kind).model_class()
        record = model._base_manager.filter(pk=pk).first() if model else None
        if record is None:
            raise RefusedError(_("The record that the report is about is no longer there."))
    centre = Centre.objects.select_related("side_a__calendar", "side_b__calendar").get(pk=kept["centre"])
    asked = Asked(
        centre=centre,
        since=date.fromisoformat(kept["since"]),
        until=date.fromisoformat(kept["until"]),
        side=kept["side"],
        country=directory.country(kept["country"]) if kept["country"] else None,
        topic=kept["topic"],
    )
    return Question(kept["kind"], asked, record, tuple(kept["languages"]), tuple(kept["formats"]))


def same_question(report: Report) -> Q:
    """The reports that answer the same question: versions of one another."""
    return Q(
        kind=report.kind,
        centre=report.centre_id,
        since=report.since,
        until=report.until,
        side=report.side,
        country=report.country_id,
        topic=report.topic,
        content_type=report.content_type_id,
        object_id=report.object_id,
    )


def question_of(report: Report) -> Question:
    """What a report was asked, to ask it again."""
    asked = Asked(
        centre=report.centre,
        since=report.since,
        until=report.until,
        side=report.side,
        country=report.country,
        topic=report.topic,
    )
    record: Any = report.about
    return Question(report.kind, asked, record)
