"""Letters are written: a template is chosen, recipients are found, looked at, and the letters are issued at once."""

from functools import partial
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from core.forms import ReadForm, attempt
from core.localised import LANGUAGE_NAMES, LANGUAGES
from core.paging import page_of
from core.stepping import answer, posted
from letters.actions import issuing, preparing
from letters.enums import LetterState, RunState
from letters.forms.letters import RecipientsForm, StartForm
from letters.forms.plain import ConfirmForm
from letters.models import Letter, LetterRun, LetterTemplate
from letters.policies.letters import writes
from letters.presentation.page import PHRASES, earlier_of, rows_of, state_of_run
from letters.presentation.paper import pdf_of
from letters.sources.source import of_kind
from letters.views.finding import find_run, find_template
from letters.workflow import sending
from papers.responses import pdf_response
from people.history import history_of
from people.requests import SignedInRequest

OFFERED = 20  # records shown below the form; any other is named by its number
SIZE = 50


@login_required
def start(request: SignedInRequest) -> HttpResponse:
    """Choose the template. `about` is carried along, where the way began on a record."""
    if not writes(request.user):
        raise PermissionDenied("letters.write")
    templates = LetterTemplate.objects.visible_to(request.user).active().order_by("kind", "name")
    form = StartForm(request.GET if "template" in request.GET else None, templates=templates)
    about = request.GET.get("about", "")[:40]
    if form.is_valid():
        url = reverse("letters:prepare", args=[form.cleaned_data["template"].pk])
        return redirect(f"{url}?{request.GET.urlencode()}" if about else url)
    context = {"form": form, "about": about, "back_url": reverse("letters:list")}
    return render(request, "letters/start.html", context)


@login_required
def prepare(request: SignedInRequest, pk: int) -> HttpResponse:
    """Choose what the letters are about, to whom they go, and who signs."""
    template = find_template(request, pk)
    offered = of_kind(template.kind)
    initial = {"record": request.GET.get("about", "").replace("\x00", "")[:40]}
    form = RecipientsForm(
        request.POST or None, offered=offered, centre=template.centre, user=request.user, initial=initial
    )
    if form.is_valid():
        run = attempt(form, preparing.prepare_run, template, by=request.user, **form.cleaned_data)
        if run is not None:
            messages.success(request, _("The letters are prepared. Look at them before you issue them."))
            return redirect(run)
    context = {
        "template": template,
        "form": form,
        "offered": _offered(request, template, offered),
        "back_url": reverse("letters:start"),
    }
    return render(request, "letters/prepare.html", context)


def _offered(request: SignedInRequest, template: LetterTemplate, sources: list[Any]) -> list[Any]:
    """The newest records that letters of this kind may be about, each once; a query or two a model."""
    found: dict[str, Any] = {}
    for source in sources:
        rows = source.records(request.user).filter(centre=template.centre_id).prefetch_related(None)
        for one in rows[:OFFERED]:
            found.setdefault(one.reference, one)
    return list(found.values())[:OFFERED]


@login_required
def run(request: SignedInRequest, pk: int) -> HttpResponse:
    """The recipients in the order of protocol: what is missing, in which language, who had such a letter before."""
    row = find_run(request, pk)
    letters = row.letters.select_related("country").defer("search", "signatories")
    page = page_of(letters, request.GET, order="position", size=SIZE)
    counted = _count(row)
    context = {
        "run": row,
        "state": state_of_run(row),
        "page": page,
        "rows": rows_of(page.rows, earlier_of(row, page.rows) if row.state == RunState.PREPARED else {}),
        **counted,
        "is_open": row.state == RunState.PREPARED,
        "history": history_of(row, PHRASES, centre=row.centre),
    }
    return render(request, "letters/run.html", context)


def _count(row: LetterRun) -> dict[str, Any]:
    """How many letters of the run there are, how many were left out, and in which languages the others are."""
    said = list(row.letters.order_by().values_list("state", "language"))
    written = [language for state, language in said if state != LetterState.LEFT_OUT]
    return {
        "total": len(said),
        "left_out": len(said) - len(written),
        "languages": [(code, LANGUAGE_NAMES[code], written.count(code)) for code in LANGUAGES if code in written],
    }


@login_required
def issue(request: SignedInRequest, pk: int) -> HttpResponse:
    """Issue all letters of the run."""
    row = find_run(request, pk)
    sending.expect(row, "issue_run", by=request.user)
    number = row.letters.drafts().count()
    lede = ngettext(
        "%(count)s letter gets a number, is kept and is sent. It cannot be changed afterwards, only withdrawn.",
        "%(count)s letters get numbers, are kept and are sent. They cannot be changed afterwards, only withdrawn.",
        number,
    ) % {"count": number}
    form = ReadForm(posted(request), initial={"seen": issuing.mark_of(row)})
    context = {
        "heading": _("Issue the letters"),
        "lede": lede,
        "handle": row.about_reference,
        "back_url": row.get_absolute_url(),
        "submit": _("Issue the letters"),
    }
    return answer(
        request,
        form,
        partial(issuing.issue_run, row, by=request.user),
        said=_("The letters are issued. The recipients have been told."),
        to=row.get_absolute_url(),
        template="letters/plain_step.html",
        context=context,
    )


@login_required
def discard(request: SignedInRequest, pk: int) -> HttpResponse:
    """Give the run up."""
    row = find_run(request, pk)
    sending.expect(row, "discard_run", by=request.user)
    context = {
        "heading": _("Discard the letters"),
        "lede": _("The drafts are deleted. Nobody has been told of them."),
        "handle": row.about_reference,
        "back_url": row.get_absolute_url(),
        "submit": _("Discard the letters"),
    }
    return answer(
        request,
        ConfirmForm(posted(request)),
        partial(preparing.discard_run, row, by=request.user),
        said=_("The letters are discarded."),
        to=reverse("letters:runs"),
        template="letters/plain_step.html",
        context=context,
    )


@login_required
def run_pdf(request: SignedInRequest, pk: int, language: str) -> HttpResponse:
    """All letters of a run that are in one language, as one file for the printer."""
    row = find_run(request, pk)
    rows = Letter.objects.for_paper().filter(run=row, language=language).exclude(state=LetterState.LEFT_OUT)
    letters = list(rows.order_by("position"))
    if not letters:
        raise Http404
    return pdf_response(pdf_of(letters, language=language), f"letters-{row.about_reference}-{row.pk}-{language}.pdf")
