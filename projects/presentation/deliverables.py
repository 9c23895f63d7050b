"""Deliverables in words: the list, the versions of one with files, comments and keys. Reads only."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import OuterRef, Prefetch, Q, QuerySet, Subquery
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from core.models import JournalEntry
from files.columns import files_column
from people.history import HISTORY, Line, lines_of
from projects.actions.delivering import SOON
from projects.enums import VersionState
from projects.models import Deliverable, DeliverableComment, DeliverableVersion, Project
from projects.presentation.state import State
from projects.workflow import accepting

SHAPES = {
    VersionState.SUBMITTED: "is-waiting",
    VersionState.ACCEPTED: "is-done",
    VersionState.RETURNED: "is-stopped",
}
PHRASES: dict[str, Any] = {
    "add_deliverable": _("Laid down"),
    "edit_deliverable": pgettext_lazy("deliverable", "Changed"),
    "submit_version": pgettext_lazy("deliverable", "Version submitted"),
    "comment": pgettext_lazy("deliverable", "Comment written"),
    "return": pgettext_lazy("deliverable", "Returned"),
    "accept": _("Accepted by both sides"),
    "accept:key": _("Accepted for %(country)s"),
    "accept:silence": _("Accepted by silence for %(country)s"),
    "remind_of_deliverable": _("Reminder sent"),
}
GRANTED = {"may_comment": "projects.comment_on_version", "may_accept": "projects.accept_version"}


@dataclass(frozen=True)
class Row:
    """A deliverable in the list."""

    deliverable: Deliverable
    state: State
    last: int | None  # the number of its last version


@dataclass(frozen=True)
class Button:
    """What may be done, and where."""

    label: str | Promise
    url: str


def with_last(rows: QuerySet[Deliverable]) -> QuerySet[Deliverable]:
    """Deliverables with number and state of their last version as columns."""
    versions = DeliverableVersion.objects.filter(deliverable=OuterRef("pk")).order_by("-number")
    return rows.annotate(
        last_number=Subquery(versions.values("number")[:1]), last_state=Subquery(versions.values("state")[:1])
    )


def row_of(deliverable: Any, today: date) -> Row:
    """One of `with_last`, as the list shows it."""
    return Row(deliverable, state_of(deliverable, deliverable.last_state, today), deliverable.last_number)


def state_of(deliverable: Deliverable, last: str | None, today: date) -> State:
    """How it stands; what waits for acceptance is late no more, because it was handed over."""
    if deliverable.accepted_on:
        return State("is-done", VersionState.ACCEPTED.label)
    if last == VersionState.SUBMITTED:
        return State("is-waiting", VersionState.SUBMITTED.label)
    if deliverable.due_on < today:
        return State("is-late", pgettext_lazy("deliverable", "Overdue"))
    if last == VersionState.RETURNED:
        return State("is-stopped", _("Returned, to be handed over again"))
    if deliverable.due_on <= today + SOON:
        return State("is-soon", _("Due soon"))
    return State("is-new", _("Not handed over yet"))


def versions_of(deliverable: Deliverable, user: Any) -> list[Any]:
    """All versions, the newest first, with files, comments and what the reader may do. Two queries."""
    comments = DeliverableComment.objects.select_related("by").order_by("at", "pk")
    rows = (
        DeliverableVersion.objects.visible_to(user)
        .with_permissions(user, **GRANTED)
        .filter(deliverable=deliverable)
        .annotate(file_rows=files_column(DeliverableVersion, permission="projects.view_version"))
        .select_related("by")
        .prefetch_related(Prefetch("comments", comments))
    )
    found = list(rows.order_by("-number"))
    for one in found:
        one.deliverable = deliverable
    return found


def buttons_of(deliverable: Any, version: Any, user: Any, signatures: list[Any]) -> list[Button]:
    """What the reader may do with a deliverable now, the way onwards first."""
    at = [deliverable.project.reference, deliverable.number]
    is_waiting = version is not None and version.state == VersionState.SUBMITTED
    found = []
    if is_waiting:
        granted = {"projects.accept_version"} if version.may_accept else set()
        found += [
            Button(step.label, reverse(f"projects:{step.name}_version", args=[*at, version.number]))
            for step in accepting.available(version, user, granted=granted, live=signatures)
        ]
        if version.may_comment:
            found.append(Button(_("Write a comment"), reverse("projects:comment", args=[*at, version.number])))
    elif deliverable.may_submit:
        found.append(Button(_("Hand over a version"), reverse("projects:submit_version", args=at)))
    return found


def history_of_deliverable(deliverable: Deliverable, versions: list[Any], project: Project) -> list[Line]:
    """What was done with it and with its versions, newest first; one query."""
    kinds = ContentType.objects.get_for_models(Deliverable, DeliverableVersion)
    about = Q(content_type=kinds[Deliverable], object_id=deliverable.pk)
    about |= Q(content_type=kinds[DeliverableVersion], object_id__in=[one.pk for one in versions])
    entries = JournalEntry.objects.filter(about).order_by("-at", "-pk")[:HISTORY]
    return lines_of(entries, PHRASES, centre=project.centre)
