"""Dashboards: the figures of a period, part by part, beside those of the days before; and the same as a file."""

from io import BytesIO

import xlsxwriter
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils.http import content_disposition_header

from core.filters import query_without
from core.sheets import csv_response
from people.keys import sides_of
from people.requests import SignedInRequest
from reports.figures.figure import Asked
from reports.forms.dashboards import DashboardForm, centres_of
from reports.presentation.dashboards import TABS, Tab, header, parts_of, rows_of

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
FORMATS = ("csv", "xlsx")
OPTIONS = {
    "in_memory": True,
    "strings_to_numbers": False,
    "strings_to_formulas": False,
    "strings_to_urls": False,
}


@login_required
def dashboard(request: SignedInRequest) -> HttpResponse:
    """One tab of figures for the staff of a centre; every figure leads to its rows."""
    tab, form = _question(request)
    context = {
        "tab": tab,
        "tabs": [(one, query_without(request.GET, tab=one.key)) for one in TABS.values()],
        "form": form,
        "filters": form,
        "kept": [("tab", tab.key), *((name, request.GET.get(name, "")) for name in form.unseen if name in request.GET)],
    }
    if form.is_valid():
        asked, before = form.asked()
        context |= {
            "asked": asked,
            "before": before,
            "parts": parts_of(tab.counted(asked, before), sides_of(asked.centre, request.user)),
            "files": [(one.upper(), query_without(request.GET, tab=tab.key, format=one)) for one in FORMATS],
        }
    return render(request, "reports/dashboard.html", context)


@login_required
def download_dashboard(request: SignedInRequest) -> HttpResponseBase:
    """The tab as a table: CSV for machines, XLSX for people. It is small, so it is made at once."""
    tab, form = _question(request)
    wanted = request.GET.get("format", "")
    if wanted not in FORMATS or not form.is_valid():
        raise Http404
    asked, before = form.asked()
    rows = rows_of(tab.counted(asked, before))
    name = f"{tab.key}-{asked.since}-{asked.until}.{wanted}"
    if wanted == "csv":
        return csv_response(name, header(), rows)
    return _workbook(name, tab, asked, rows)


def _question(request: HttpRequest) -> tuple[Tab, DashboardForm]:
    """The tab and what is asked of it; 404 for who is not of the staff, so that the address tells nothing."""
    centres = centres_of(request.user)
    if not centres:
        raise Http404
    tab = TABS.get(request.GET.get("tab", "")) or next(iter(TABS.values()))
    return tab, DashboardForm(request.GET, centres=centres, narrows=tab.narrows, topics=tab.topics)


def _workbook(name: str, tab: Tab, asked: Asked, rows: list[list[object]]) -> HttpResponse:
    """One sheet: numbers are numbers, and text is never a formula."""
    target = BytesIO()
    book = xlsxwriter.Workbook(target, OPTIONS)
    sheet = book.add_worksheet()
    bold = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
    book.set_properties({"title": f"{tab.label}, {asked.since} – {asked.until}", "author": ""})
    sheet.freeze_panes(1, 0)
    sheet.set_column(0, 3, 32)
    sheet.set_column(4, 7, 14)
    for column, words in enumerate(header()):
        sheet.write_string(0, column, words, bold)
    for number, row in enumerate(rows, 1):
        for column, value in enumerate(row):
            if isinstance(value, str):
                sheet.write_string(number, column, value)
            elif value is not None:
                sheet.write_number(number, column, value)
    book.close()
    response = HttpResponse(target.getvalue(), content_type=XLSX)
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=name) or "attachment"
    response["Cache-Control"] = "private, no-store"
    return response
