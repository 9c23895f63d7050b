"""The practices of a session, and the sessions of a practice. Reads only."""

from dataclasses import dataclass
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef
from django.db.models.functions import JSONObject
from django.urls import reverse

from core.localised import LocalisedText
from events.models import SessionPractice


@dataclass(frozen=True)
class Linked:
    """A practice as the page of a session names it."""

    pk: int
    reference: str
    title: LocalisedText

    @property
    def url(self) -> str:
        return reverse("practices:detail", args=[self.reference])


@dataclass(frozen=True)
class Presented:
    """The practices of one session, for one reader."""

    session_pk: int
    rows: list[Linked]
    may_link: bool


def practices_column() -> Any:
    """The practices of a session as a column; read it with `from_column`."""
    rows = SessionPractice.objects.filter(session=OuterRef("pk")).order_by("at", "pk")
    return ArraySubquery(
        rows.values(json=JSONObject(pk="pk", reference="practice__reference", title="practice__title"))
    )


def from_column(rows: list[dict[str, Any]]) -> list[Linked]:
    """What the column holds, in the order in which it was named."""
    return [Linked(row["pk"], row["reference"], LocalisedText(row["title"])) for row in rows]
