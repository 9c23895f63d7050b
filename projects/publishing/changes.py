"""When what is published of a project was changed last: what its file says, and what a reader asks before taking it.

Every act on a project, its results and its people stands in the journal of the project; lines have journals of their
own, and entries, values and registrations the moment at which they began to count.
"""

from datetime import datetime
from typing import Any

from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.db.models import Model, OuterRef, QuerySet, Subquery
from django.db.models.functions import Greatest

from core.models import JournalEntry
from people.models import Organisation
from projects.models import (
    BudgetLine,
    Category,
    Dimension,
    Entry,
    IatiIdentity,
    Indicator,
    Project,
    Publication,
    Registration,
    ReportedValue,
)

# What administrators keep, and files name.
KEPT: tuple[type[Model], ...] = (Organisation, IatiIdentity, Indicator, Dimension, Category)


def with_changes(publications: QuerySet[Publication]) -> QuerySet[Publication]:
    """Publications with `changed_at`: the newest change of the project, its money, its results, either publication."""
    of_project = {"project": OuterRef("project")}
    lines = BudgetLine.objects.filter(project=OuterRef(OuterRef("project"))).values("pk")
    return publications.annotate(
        changed_at=Greatest(
            "updated_at",
            "project__updated_at",
            "project__agreement__updated_at",
            _newest(Publication, "updated_at", **of_project),
            _newest(Entry, "approved_at", **of_project, approved_at__isnull=False),
            _newest(ReportedValue, "moved_at", **of_project, approved_at__isnull=False),
            _newest(Registration, "moved_at", **of_project),
            _newest(JournalEntry, "at", content_type=_kind(Project), object_id=OuterRef("project")),
            _newest(JournalEntry, "at", content_type=_kind(BudgetLine), object_id__in=lines),
        )
    )


def changed_by_administrators() -> datetime | None:
    """When a name, an identity or the library was changed last in the admin site or by an officer; one query."""
    indicators = JournalEntry.objects.filter(content_type=_kind(Indicator)).order_by("-at").values("at")[:1]
    kinds = [kind.pk for kind in ContentType.objects.get_for_models(*KEPT).values()]
    logged = LogEntry.objects.filter(content_type__in=kinds).order_by("-action_time").values("action_time")[:1]
    moments = ContentType.objects.annotate(
        logged=Subquery(logged), written=Subquery(indicators), newest=Greatest("logged", "written")
    )
    found: datetime | None = moments.filter(pk=kinds[0]).values_list("newest", flat=True).first()
    return found


def _newest(model: type[Model], moment: str, **which: Any) -> Subquery:
    return Subquery(model._base_manager.filter(**which).order_by(f"-{moment}").values(moment)[:1])


def _kind(model: type[Model]) -> ContentType:
    return ContentType.objects.get_for_model(model)
