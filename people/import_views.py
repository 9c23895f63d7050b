"""Screens: hand in a table of people or organisations, see what it would do, confirm it."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse, StreamingHttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe
from xlsxwriter import Workbook

from core.forms import attempt
from core.paging import page_of
from core.sheets import csv_response
from core.stepping import posted
from people.actions.imports import confirm_import, may_import, read_table
from people.enums import RowState, TableKind
from people.import_forms import ImportForm, RowsForm
from people.importing.columns import COLUMNS, MOST
from people.models import ImportRow, TableImport
from people.requests import SignedInRequest

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
WIDTH = 24


@login_required
def import_people(request: SignedInRequest) -> HttpResponse:
    return _hand_in(request, TableKind.PEOPLE, "people/import_people.html")


@login_required
def import_organisations(request: SignedInRequest) -> HttpResponse:
    return _hand_in(request, TableKind.ORGANISATIONS, "people/import_organisations.html")


def _hand_in(request: SignedInRequest, kind: TableKind, template: str) -> HttpResponse:
    """Choose a file; what it would do is shown on a page of its own."""
    _require_importer(request, kind)
    form = ImportForm(posted(request), request.FILES or None, most=MOST[kind])
    if form.is_valid():
        table = attempt(form, read_table, form.cleaned_data["upload"], kind=kind, by=request.user)
        if table is not None:
            return redirect(table)
    context = {
        "form": form,
        "kind": kind,
        "columns": COLUMNS[kind],
        "asks_focal_points": not request.user.standing.is_administrator,
    }
    return render(request, template, context)


@login_required
@require_safe
def import_template(request: SignedInRequest, kind: str) -> HttpResponse:
    """A workbook with the columns, and a sheet that explains them in the reader's language."""
    if kind not in COLUMNS:
        raise Http404
    _require_importer(request, kind)
    target = BytesIO()
    book = Workbook(target, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    head = book.add_format({"bold": True, "bottom": 1})
    rows, words = book.add_worksheet(_("Rows")), book.add_worksheet(_("Columns"))
    rows.set_column(0, len(COLUMNS[kind]) - 1, WIDTH)
    rows.write_row(0, 0, [column.name for column in COLUMNS[kind]], head)
    words.set_column(0, 3, WIDTH)
    words.write_row(0, 0, [_("Column"), _("What it is"), _("How it is written"), _("Example")], head)
    for number, column in enumerate(COLUMNS[kind], 1):
        said = " ".join([str(column.hint), *([_("Required.")] if column.is_required else [])])
        words.write_row(number, 0, [column.name, str(column.label), said, column.example])
    rows.freeze_panes(1, 0)
    book.close()
    response = HttpResponse(target.getvalue(), content_type=XLSX)
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=f"{kind}.xlsx")
    response["Cache-Control"] = "private, no-store"
    return response


@login_required
def check_import(request: SignedInRequest, public_id: str) -> HttpResponse:
    """What each row would do; the button writes the good ones."""
    table = _own(request, public_id)
    if request.method == "POST":
        confirm_import(table, by=request.user)
        messages.success(request, _said(table))
        return redirect(table)
    state = RowsForm(request.GET).chosen()
    page = page_of(table.rows.in_state(state), request.GET, order="number")
    for row in page.rows:
        row.shown = list(_shown(table.kind, row))  # type: ignore[attr-defined]  # for the template
    context: dict[str, Any] = {
        "table": table,
        "page": page,
        "state": state,
        "counts": [(one, getattr(table, one.value)) for one in RowState],
        "all": sum(getattr(table, one.value) for one in RowState),
    }
    return render(request, "people/check_import.html", context)


@login_required
@require_safe
def import_errors(request: SignedInRequest, public_id: str) -> StreamingHttpResponse:
    """The rows with errors as they stood, with what is wrong: to be mended, and handed in again."""
    table = _own(request, public_id)
    names = [column.name for column in COLUMNS[table.kind]]
    wrong = table.rows.in_state(RowState.WRONG).order_by("number")
    return csv_response("errors.csv", [*names, _("row"), _("what is wrong")], _wrong_rows(wrong, names))


def _wrong_rows(rows: Any, names: list[str]) -> Iterator[list[Any]]:
    for row in rows.iterator():
        said = "; ".join(f"{column}: {sentence}" for column, sentence in row.errors.items())
        yield [*(row.cells.get(name, "") for name in names), row.number, said]


def _own(request: SignedInRequest, public_id: str) -> TableImport:
    """Only whoever handed it in sees it, as long as that person may import."""
    table = get_object_or_404(TableImport.objects.of(request.user), public_id=public_id)
    _require_importer(request, table.kind)
    return table


def _require_importer(request: SignedInRequest, kind: str) -> None:
    if not may_import(request.user, kind):
        raise Http404


def _shown(kind: str, row: ImportRow) -> Iterator[tuple[Any, str, str, str]]:
    """The cells of a row in the order of the columns: label, what stands there, what stood there before, the error."""
    before = {column: was for column, was, _is in row.changes}
    for column in COLUMNS[kind]:
        if column.name in row.cells or column.name in row.errors:
            yield (
                column.label,
                row.cells.get(column.name, ""),
                before.get(column.name, ""),
                row.errors.get(column.name, ""),
            )


def _said(table: TableImport) -> str:
    if table.kind == TableKind.PEOPLE:
        text = ngettext("%(count)s person is invited.", "%(count)s people are invited.", table.to_write)
    else:
        text = ngettext("%(count)s organisation is written.", "%(count)s organisations are written.", table.to_write)
    return text % {"count": table.to_write}
