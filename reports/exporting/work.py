"""The work that writes a list into a file. Rights are asked when it runs, not when it was asked for."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.core.files.base import File
from django.http import Http404, QueryDict
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.lists import List, lists
from core.refusal import RefusedError
from files import actions as files
from files.models import StoredFile
from people.models import User
from reports.actions.running import holding
from reports.exporting.tables import Csv, Table, Xlsx
from reports.models import Job
from reports.policies.jobs import EXPORT, posts_of
from reports.works import Say, Work, register

FORMATS = ("xlsx", "csv")
PAGES = ("older", "newer", "page")  # which page of the list one stood on does not matter


def label_of(job: Job) -> Any:
    """What the page of the work calls it."""
    known = lists.get(job.asked["list"])
    words = {"list": known.label if known else job.asked["list"], "format": job.asked["format"].upper()}
    return gettext_lazy("Table: %(list)s (%(format)s)") % words


def may_take(known: List, user: Any, of: str) -> bool:
    """Whether the person may take this list along, of the record with this number where it belongs to one."""
    return of in known.allowed(user, [of]) if known.allowed else True


def query_of(asked: dict[str, Any]) -> QueryDict:
    """The filters, with the record the list belongs to, as the functions of the list read them."""
    query = QueryDict(asked["query"], mutable=True)
    for name in PAGES:
        query.pop(name, None)
    if asked["of"]:
        query["of"] = asked["of"]
    return query


def export(job: Job, say: Say) -> dict[str, Any]:
    """Write the rows that the person may see now, and keep the file. Begun again, it replaces what it had kept."""
    known = lists.get(job.asked["list"])
    if known is None:
        raise RefusedError(_("This list is no longer there."))
    user = User.objects.get(pk=job.by_id)  # with what holds now
    if not user.is_active or not may_take(known, user, job.asked["of"]):
        raise PermissionDenied(job.asked["list"])
    posts = posts_of(user)
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"list.{job.asked['format']}"
        try:
            rows = write(known, path, user, query_of(job.asked), say)
        except Http404:
            raise PermissionDenied(job.asked["list"]) from None
        with path.open("rb") as made, holding(job):
            for earlier in StoredFile.objects.about(job):
                files.discard(earlier)
            name = f"{known.label} {timezone.localdate().isoformat()}{path.suffix}".replace("/", "-")
            files.keep(
                File(made, name=name), by=user, about=job, permission="reports.take_outcome", language=job.language
            )
    return {"rows": rows, "posts": posts}


def write(known: List, path: Path, user: Any, query: QueryDict, say: Say) -> int:
    """The rows of a list into a file, which stands whole or not at all; returns how many there were."""
    total = known.count(user, query)
    say(0, total)
    is_xlsx = path.suffix == ".xlsx"
    table: Table = Xlsx(path, known.columns, name=str(known.label)) if is_xlsx else Csv(path, known.columns)
    number = 0
    try:
        for number, row in enumerate(known.rows(user, query), start=1):
            table.write(row)
            say(number, max(number, total))
        table.close(about_of(known, query, number))
    except BaseException:
        table.abandon()
        raise
    return number


def about_of(known: List, query: QueryDict, rows: int) -> list[tuple[str, Any]]:
    """What the table says of itself. It names nobody."""
    now = timezone.localtime()
    return [
        (_("List"), known.label),
        (_("Rows"), rows),
        (_("Address with the filters"), settings.SITE_URL + known.address(query)),
        (_("Made"), now.strftime("%Y-%m-%d %H:%M")),
        (_("Times are those of"), timezone.get_current_timezone_name()),
    ]


register(Work(EXPORT, label_of, export, lambda job: job.get_absolute_url()))
