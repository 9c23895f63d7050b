"""The register: the list, the record of one agreement, and both to take along."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.utils import timezone, translation
from django.utils.translation import pgettext

from agreements.models import Agreement, Party
from agreements.policies.agreements import may_begin
from agreements.presentation import catalogue
from agreements.presentation.page import granted_on
from agreements.presentation.paper import paper_of
from agreements.presentation.record import record_of
from agreements.views.finding import find
from core.forms import without_controls
from core.lists import as_csv
from core.localised import active_language
from core.measure import with_measure
from core.paging import page_of
from core.panels import panels_beside
from papers import report as papers
from papers.responses import pdf_response
from people import directory
from people.days import today_at

LONGEST = 200


class Asked:
    """What is asked of the register: words, facets, order; and what that comes to."""

    def __init__(self, request: HttpRequest) -> None:
        centre = directory.main_centre()
        self.user = request.user
        self.today = today_at(centre) if centre else timezone.localdate()
        self.text = without_controls(request.GET.get("q", ""))[:LONGEST].replace("\x00", "").strip()
        seen = Agreement.objects.visible_to(request.user).matching(self.text)
        self.rows = catalogue.with_columns(seen, self.today)
        self.tallies = catalogue.tallies(self.rows)
        self.words = catalogue.words_of_facets(self.tallies, directory.register.get().centres)
        self.chosen = catalogue.chosen_of(request.GET, self.words)
        order = request.GET.get("order", "")
        self.order = order if order in catalogue.ORDERS else "signed"
        self.narrowed = catalogue.for_rows(catalogue.narrowed(self.rows, self.chosen))


def list_agreements(request: HttpRequest) -> HttpResponse:
    """What the register holds, narrowed and searched."""
    asked = Asked(request)
    total, numbers = catalogue.counts(asked.tallies, asked.chosen)
    page = page_of(asked.narrowed, request.GET, order=catalogue.ORDERS[asked.order][0])
    query = catalogue.without_pages(request.GET)
    orders = {}
    for name, (_column, words) in catalogue.ORDERS.items():
        query["order"] = name
        orders[name] = words, query.urlencode()
    context = {
        "text": asked.text,
        "page": page,
        "lines": list(catalogue.lines_of(page.rows, request.user, asked.today)),
        "total": total,
        "groups": catalogue.groups_of(asked.words, asked.chosen, numbers),
        "chosen": catalogue.removable(request.GET, asked.words, asked.chosen),
        "chosen_pairs": [(group, value) for group, values in asked.chosen.items() for value in values],
        "order": asked.order,
        "orders": orders,
        "may_begin": may_begin(request.user),
    }
    return render(request, "agreements/list.html", context)


def register_csv(request: HttpRequest) -> StreamingHttpResponse:
    """The same list as a table, whole."""
    return as_csv(request, "agreements.agreements")


def cells_of(line: catalogue.Line) -> list[Any]:
    """A line of the table."""
    row = line.agreement
    return [
        row.reference,
        row.get_kind_display(),
        str(row.title),
        "; ".join(_party(party) for party in line.parties),
        row.signed_on,
        row.in_force_on,
        row.ends_on,
        row.renewal_months or None,
        row.notice_months or None,
        row.notice_by(),
        line.state.words,
        settings.SITE_URL + row.get_absolute_url(),
    ]


def _party(party: Party) -> str:
    return pgettext("body (country)", "%(body)s (%(country)s)") % {
        "body": party.name_then or party.organisation.name,
        "country": party.organisation.country.name,
    }


def agreement(request: HttpRequest, reference: str) -> HttpResponse:
    """Everything about one agreement, in the order of the reader's copy."""
    row = find(request, reference)
    granted = granted_on(row)
    context = record_of(row, request.user, granted)
    return render(request, "agreements/agreement.html", {**context, "panels": panels_beside(row, request.user)})


@with_measure("paper")
def agreement_pdf(request: HttpRequest, reference: str) -> HttpResponse:
    """The record for the file, in the reader's language and in the order of the reader's copy."""
    row = find(request, reference)
    language = active_language()
    with translation.override(language):
        paper = paper_of(row, request.user, granted_on(row), language=language)
        return pdf_response(papers.pdf(paper), f"{reference}-{language}.pdf")
