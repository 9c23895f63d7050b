"""What everybody may take away: the files of IATI, one a body, and the tables of projects, results and money.

They are the same for every reader, need no account and leave no cookie. Each is sent while it is being read, and says
when it was changed last, so that whoever fetches it daily takes only what is new.
"""

import json
from collections.abc import Callable, Iterator
from datetime import UTC, datetime

from django.contrib.auth.models import AnonymousUser
from django.core.serializers.json import DjangoJSONEncoder
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.http import content_disposition_header, http_date
from django.views.decorators.http import require_safe

from core.sheets import csv_response
from projects.export.open_data import TABLES, described, rows_of_table
from projects.iati import checking, writing
from projects.models import IatiIdentity, Project, Publication
from projects.presentation.open_data import files_of_bodies
from projects.publishing.organisation import organisation_of
from projects.publishing.published import State, activities, published, reported_by, state_of

KEPT_FOR = 300  # seconds in caches of others
XML = "application/xml; charset=utf-8"
LICENCE = "https://creativecommons.org/licenses/by/4.0/"


@require_safe
def open_data(request: HttpRequest) -> HttpResponse:
    """What there is, of whom, how much, how new, and on what terms."""
    visitor = AnonymousUser()
    context = {
        "bodies": files_of_bodies(),
        "tables": TABLES,
        "projects": Project.objects.visible_to(visitor).count(),
        "licence": LICENCE,
    }
    return render(request, "projects/open_data.html", context)


@require_safe
def iati_activities(request: HttpRequest, identifier: str) -> HttpResponseBase:
    """All published activities of the body with this identifier."""
    rows = reported_by(_identity(identifier).organisation)
    return _file(request, f"activities-{identifier}.xml", rows, lambda state: _activities(rows, state))


@require_safe
def iati_activity(request: HttpRequest, reference: str, side: str) -> HttpResponseBase:
    """The activity of one side of one project, as a file of its own."""
    rows = published().filter(project__reference=reference, side=side)
    return _file(request, f"{reference}-{side}.xml", rows, lambda state: _activities(rows, state))


@require_safe
def iati_organisation(request: HttpRequest, identifier: str) -> HttpResponseBase:
    """The body as it reports itself, once it has published a project."""
    identity = _identity(identifier)
    rows = reported_by(identity.organisation)

    def pieces(state: State) -> Iterator[bytes]:
        organisation = organisation_of(identity.organisation, rows, changed_at=state.changed_at)
        if checking.organisation_faults(organisation):
            raise Http404
        return writing.stream_organisations([organisation], generated_at=state.changed_at or timezone.now())

    return _file(request, f"organisation-{identifier}.xml", rows, pieces)


def _identity(identifier: str) -> IatiIdentity:
    return get_object_or_404(IatiIdentity.objects.select_related("organisation__iati"), identifier=identifier)


def _activities(rows: QuerySet[Publication], state: State) -> Iterator[bytes]:
    try:
        return writing.stream(activities(rows), generated_at=state.changed_at or datetime.now(UTC))
    except ValueError:  # the schema knows no empty file
        raise Http404 from None


def _file(
    request: HttpRequest, name: str, rows: QuerySet[Publication], pieces: Callable[[State], Iterator[bytes]]
) -> HttpResponseBase:
    """The file, or that it has not changed; 404 where nothing is published. It is dated by its newest change."""
    state = state_of(rows, name)
    if not state.number or state.changed_at is None:
        raise Http404
    changed = int(state.changed_at.timestamp())
    response: HttpResponseBase | None = get_conditional_response(request, etag=state.tag, last_modified=changed)
    if response is None:
        response = StreamingHttpResponse(pieces(state), content_type=XML)
        response["Content-Disposition"] = content_disposition_header(as_attachment=False, filename=name) or "inline"
    response["ETag"] = state.tag
    response["Last-Modified"] = http_date(changed)
    response["X-Content-Type-Options"] = "nosniff"
    _for_everybody(response)
    return response


@require_safe
def open_table(request: HttpRequest, table: str) -> HttpResponseBase:  # noqa: ARG001  the same for every reader
    """A table as CSV under the names of its columns, which stay the same in every language."""
    found = TABLES.get(table)
    if found is None:
        raise Http404
    response = csv_response(f"{table}.csv", [column.name for column in found.columns], rows_of_table(table))
    _for_everybody(response)
    return response


@require_safe
def open_description(request: HttpRequest) -> HttpResponse:
    """What the columns of the tables mean, for machines: a data package with a schema for each table."""
    package = described(request.build_absolute_uri("."), licence=LICENCE)
    response = HttpResponse(
        json.dumps(package, cls=DjangoJSONEncoder, ensure_ascii=False, indent=2),
        content_type="application/json; charset=utf-8",
    )
    _for_everybody(response)
    return response


def _for_everybody(response: HttpResponseBase) -> None:
    """May be kept by whoever carries it; read from pages of other sites too."""
    del response["Cache-Control"]
    patch_cache_control(response, public=True, max_age=KEPT_FOR)
    response["Access-Control-Allow-Origin"] = "*"
