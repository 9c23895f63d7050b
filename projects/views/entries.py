"""The books: listed and narrowed, written, approved, answered, reversed, and the papers that prove them."""

from collections.abc import Iterator
from functools import partial
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.db.models import Count, QuerySet, Sum
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core import policies
from core.filters import query_without
from core.forms import attempt
from core.paging import page_of
from core.refusal import RefusedError
from core.sheets import csv_response
from core.stepping import posted
from files.models import StoredFile
from files.policies import files_of
from people.days import today_at
from people.history import history_of
from people.requests import SignedInRequest
from projects.actions import bookkeeping as acts
from projects.actions.books import sides_kept
from projects.enums import EntryKind, EntryState, Nature
from projects.forms.money import (
    MOST,
    ApproveEntriesForm,
    EntryFilterForm,
    EntryForm,
    PaperForm,
    ReverseForm,
)
from projects.models import BudgetLine, Entry, Project
from projects.presentation.money import ENTRY_PHRASES, ENTRY_SHAPES, open_payments, rates_of, with_earlier
from projects.presentation.page import page_of_project
from projects.presentation.totals import other
from projects.views.finding import find, screen
from projects.views.stepping import answer

COLUMNS = (
    gettext_lazy("number"),
    gettext_lazy("in the books of"),
    gettext_lazy("kind"),
    gettext_lazy("state"),
    gettext_lazy("day"),
    gettext_lazy("line of the budget"),
    gettext_lazy("amount"),
    gettext_lazy("currency"),
    gettext_lazy("rate"),
    gettext_lazy("source of the rate"),
    gettext_lazy("rate of"),
    gettext_lazy("value in the project's currency"),
    gettext_lazy("advisor days"),
    gettext_lazy("paid or given by"),
    gettext_lazy("paid or given to"),
    gettext_lazy("number of the paper"),
    gettext_lazy("what for"),
    gettext_lazy("payment it answers"),
    gettext_lazy("reverses"),
)


def _list(project: Project) -> str:
    return reverse("projects:entries", args=[project.reference])


def asked(request: HttpRequest, project: Project, sides: list[str]) -> tuple[EntryFilterForm, QuerySet[Entry]]:
    """The filters, and the entries that this reader sees of them. A line counts with those that it has replaced."""
    names = [(side, str(project.centre.side_country(side).name)) for side in sides]
    lines = list(BudgetLine.objects.visible_to(request.user).filter(project=project).order_by("number"))
    seen = Entry.objects.visible_to(request.user).filter(project=project)
    years = list(seen.order_by().values_list("on__year", flat=True).distinct())
    form = EntryFilterForm(
        request.GET,
        sides=names,
        lines=[(str(one.number), f"B{one.number:02d} {one.title}") for one in lines],
        years=sorted(years, reverse=True),
    )
    chosen = form.chosen()
    rows = seen.filter(**{name: chosen[name] for name in ("side", "kind", "state", "currency") if name in chosen})
    if "line" in chosen:
        line = next(one for one in lines if str(one.number) == chosen["line"])
        rows = rows.filter(line__in=with_earlier(project, line))
    if "year" in chosen:
        rows = rows.filter(on__year=int(chosen["year"]))
    if "from" in chosen:
        rows = rows.filter(on__gte=chosen["from"])
    if "to" in chosen:
        rows = rows.filter(on__lte=chosen["to"])
    return form, rows


def entries(request: HttpRequest, reference: str) -> HttpResponse:
    """The entries that this reader sees, newest first, and what those that are listed amount to."""
    project = find(request, reference)
    page = page_of_project(request, project, "money")
    form, rows = asked(request, project, page["sides"])
    sums = list(rows.order_by().values("kind").annotate(total=Sum("value"), number=Count("pk")).order_by("kind"))
    found = page_of(rows.select_related("line"), request.GET, order="-on")
    for one in found.rows:
        one.project, one.shape = project, ENTRY_SHAPES[one.state]  # type: ignore[attr-defined]
    kept = sides_kept(project, request.user) if request.user.is_authenticated else set()
    page |= {
        "filters": form,
        "chosen": form.removable(request.GET),
        "all": query_without(request.GET, *form.fields),
        "page": found,
        "rows": found.rows,
        "sums": [(EntryKind(one["kind"]).label, one["number"], one["total"]) for one in sums],
        "may_write": "projects.keep_books" in page["granted"] and bool(kept),
    }
    return render(request, "projects/entries.html", page)


@login_required
def entries_csv(request: SignedInRequest, reference: str) -> HttpResponseBase:
    """The same list as a table, all of it."""
    project = find(request, reference)
    policies.require(request.user, "projects.export_money", project)
    _form, rows = asked(request, project, ["a", "b"])
    return csv_response(f"{project.reference}-entries.csv", COLUMNS, _cells(project, rows))


def _cells(project: Project, rows: QuerySet[Entry]) -> Iterator[list[Any]]:
    """A row an entry, read while it is sent."""
    related = rows.select_related("line", "provider", "receiver", "answers", "reverses").order_by("-on", "-pk")
    for one in related.iterator(chunk_size=500):
        yield cells_of(project, one)


def cells_of(project: Project, one: Entry) -> list[Any]:
    """The cells of one entry."""
    return [
        f"{project.reference}/E{one.number}",
        project.centre.side_country(one.side).pk,
        one.get_kind_display(),
        one.get_state_display(),
        one.on,
        f"B{one.line.number:02d}",
        one.amount,
        one.currency,
        one.rate,
        one.rate_source,
        one.rate_on,
        one.value,
        one.days,
        one.provider,
        one.receiver,
        one.paper,
        one.description,
        f"E{one.answers.number}" if one.answers else "",
        f"E{one.reverses.number}" if one.reverses else "",
    ]


def _find(request: HttpRequest, project: Project, number: int) -> Entry:
    """The entry, as far as the reader may see it: another side's drafts are 404 like what never was."""
    rows = Entry.objects.visible_to(request.user).filter(project=project)
    related = ("line__agreement", "line__decision", "provider", "receiver", "by", "answers", "reverses")
    found = get_object_or_404(rows.select_related(*related), number=number)
    found.project = project
    return found


def entry(request: HttpRequest, reference: str, number: int) -> HttpResponse:
    """One entry: its amount at its rate, the papers that prove it, what answers and what reverses it."""
    project = find(request, reference)
    found = _find(request, project, number)
    page = page_of_project(request, project, "money")
    granted = policies.granted(
        request.user, ["projects.edit_entry", "projects.approve_entry", "projects.prove_entry"], found
    )
    is_draft = found.state == EntryState.DRAFT
    linked = list(
        Entry.objects.visible_to(request.user).filter(project=project, answers=found).order_by("on", "pk")[:MOST]
    )
    counter = Entry.objects.visible_to(request.user).filter(project=project, reverses=found).first()
    for one in (*linked, *([counter] if counter else [])):
        one.project = project
    at_work = "projects.keep_books" in page["granted"]
    may_prove = "projects.prove_entry" in granted
    is_payment = found.kind == EntryKind.DISBURSEMENT and not is_draft and not found.reverses_id and not counter
    page |= {
        "entry": found,
        "shape": ENTRY_SHAPES[found.state],
        "answers": linked,
        "counter": counter,
        "papers": files_of(found, request.user) if request.user.is_authenticated else [],
        "may_edit": at_work and "projects.edit_entry" in granted and not found.reverses_id,
        "may_discard": at_work and "projects.edit_entry" in granted,
        "may_approve": is_draft and "projects.approve_entry" in granted,
        "may_prove": may_prove,
        "may_remove": may_prove and is_draft,
        "may_reverse": at_work and may_prove and not is_draft and not found.reverses_id and not counter,
        "may_answer": is_payment and at_work and other(found.side) == page["own_side"],
        "history": history_of(found, ENTRY_PHRASES, centre=project.centre)
        if "projects.view_work" in page["granted"]
        else [],
    }
    return render(request, "projects/entry.html", page)


def _sides(request: SignedInRequest, project: Project) -> list[str]:
    policies.require(request.user, "projects.keep_books", project)
    sides = sorted(sides_kept(project, request.user))
    if not sides:
        raise PermissionDenied("projects.keep_books")
    return sides


def _form(
    request: SignedInRequest, project: Project, sides: list[str], initial: dict[str, Any], row: Entry | None = None
) -> EntryForm:
    payments = open_payments(project, request.user, sides[0])
    return EntryForm(
        posted(request),
        project=project,
        sides=sides,
        payments=payments,
        rates=rates_of(project, today_at(project.centre)),
        entry=row,
        initial=initial,
    )


@login_required
def add_entry(request: SignedInRequest, reference: str) -> HttpResponse:
    """Enter what was committed, paid, received, spent or given in the books of one's side."""
    project = find(request, reference)
    sides = _sides(request, project)
    initial = {"on": today_at(project.centre), "currency": project.currency}
    if (asked := request.GET.get("line", "")).isdecimal() and len(asked) < 6:  # noqa: PLR2004  digits of a number
        found = BudgetLine.objects.counting().filter(project=project, number=int(asked)).first()
        if found is not None:
            initial["line"] = found.pk
            initial["currency"] = found.currency
            if found.nature == Nature.IN_KIND:
                initial["kind"] = EntryKind.IN_KIND
    return _entering(request, project, sides, initial, _("Enter in the books"))


@login_required
def answer_payment(request: SignedInRequest, reference: str, number: int) -> HttpResponse:
    """Enter what was received of a payment of the other side, in part or in full."""
    project = find(request, reference)
    sides = _sides(request, project)
    payment = _find(request, project, number)
    waiting = open_payments(project, request.user, other(payment.side)).filter(pk=payment.pk).first()
    if waiting is None or other(payment.side) not in sides:
        messages.info(request, _("This payment is entered as received, or it is not one that your side answers."))
        return redirect(payment)
    initial = {
        "kind": EntryKind.RECEIPT,
        "line": waiting.line_id,
        "answers": waiting.pk,
        "on": today_at(project.centre),
        "amount": waiting.left,  # type: ignore[attr-defined]
        "currency": waiting.currency,
        "provider": waiting.provider_id,
        "receiver": waiting.receiver_id,
        "description": waiting.description,
    }
    return _entering(request, project, [other(payment.side)], initial, _("Enter what was received"))


def _entering(
    request: SignedInRequest, project: Project, sides: list[str], initial: dict[str, Any], heading: str
) -> HttpResponse:
    form = _form(request, project, sides, initial)

    def act(**values: Any) -> Entry:
        return acts.add_entry(project, by=request.user, side=form.chosen_side, **values)

    return answer(
        request,
        project,
        form,
        act,
        said=_("Entered. It counts once somebody else of your side has approved it."),
        back_url=_list(project),
        back=_("Back to the entries"),
        heading=heading,
        lede=_("The entry is your side’s own until it is approved. Nobody approves what he has entered."),
        submit=_("Enter it"),
        done_url=lambda row: row.get_absolute_url(),
    )


@login_required
def edit_entry(request: SignedInRequest, reference: str, number: int) -> HttpResponse:
    """Change an entry that is not approved; what a colleague saved meanwhile is shown beside it."""
    project = find(request, reference)
    found = _find(request, project, number)
    sides = _sides(request, project)
    if found.side not in sides:
        raise PermissionDenied("projects.edit_entry")
    form = _form(request, project, [found.side], EntryForm.initial_of(found), found)
    theirs = None
    if form.is_valid():
        try:
            acts.edit_entry(found, by=request.user, seen=form.cleaned_data["seen"] or 0, **form.values())
        except acts.ChangedEntryError as refusal:
            theirs = refusal.row
            data = request.POST.copy()
            data["seen"] = str(theirs.revision)  # whoever saves again has seen the other one
            form.data = data
            form.add_error(None, str(refusal.message))
        except RefusedError as refusal:
            form.add_error(None, str(refusal.message))
        else:
            messages.success(request, _("The entry is saved."))
            return redirect(found)
    context = screen(
        project, form, entry=found, theirs=theirs, back_url=found.get_absolute_url(), back=_("Back to the entry")
    )
    return render(request, "projects/edit_entry.html", context)


@login_required
def discard_entry(request: SignedInRequest, reference: str, number: int) -> HttpResponse:
    """Asked once more: a discarded entry does not come back."""
    project = find(request, reference)
    found = _find(request, project, number)
    if found.side not in _sides(request, project):
        raise PermissionDenied("projects.edit_entry")
    if request.method == "POST":
        acts.discard_entry(found, by=request.user)
        messages.success(request, _("The entry is discarded."))
        return redirect(_list(project))
    context = screen(project, back_url=found.get_absolute_url(), back=_("Back to the entry"), thing=found.reference)
    return render(request, "projects/discard.html", context)


@login_required
def approve_entries(request: SignedInRequest, reference: str) -> HttpResponse:
    """Stand by several entries of one's side at once."""
    project = find(request, reference)
    waiting = (
        Entry.objects.filter(
            policies.q("projects.approve_entry", request.user), project=project, state=EntryState.DRAFT
        )
        .select_related("line", "by")
        .order_by("on", "pk")
    )
    policies.require(request.user, "projects.start", project)  # leaders and co-directors hold the keys of their side
    form = ApproveEntriesForm(posted(request), entries=waiting)
    if form.is_valid():
        done = attempt(form, acts.approve_entries, project, by=request.user, **form.values())
        if done:
            messages.success(request, _("Approved. The entries count from now on, for both sides."))
            return redirect(_list(project))
    rows = list(waiting[:MOST])
    for one in rows:
        one.project = project
    chosen = set(request.POST.getlist("entries"))
    context = screen(project, form, rows=rows, chosen=chosen, back_url=_list(project), back=_("Back to the entries"))
    return render(request, "projects/approve_entries.html", context)


@login_required
def reverse_entry(request: SignedInRequest, reference: str, number: int) -> HttpResponse:
    """Write the counter-entry of an approved entry."""
    project = find(request, reference)
    found = _find(request, project, number)
    if found.side not in _sides(request, project):
        raise PermissionDenied("projects.keep_books")
    form = ReverseForm(posted(request), initial={"on": today_at(project.centre)})
    return answer(
        request,
        project,
        form,
        partial(acts.reverse_entry, found, by=request.user),
        said=_("The counter-entry is written. It counts once somebody else of your side has approved it."),
        back_url=found.get_absolute_url(),
        back=_("Back to the entry"),
        heading=_("Reverse %(number)s") % {"number": found.reference},
        lede=_("An approved entry is never changed. Its counter-entry takes the same amount away, with your reason."),
        submit=_("Write the counter-entry"),
        done_url=lambda row: row.get_absolute_url(),
    )


@login_required
def add_entry_paper(request: SignedInRequest, reference: str, number: int) -> HttpResponse:
    """Put a paper beside an entry."""
    project = find(request, reference)
    found = _find(request, project, number)
    policies.require(request.user, "projects.prove_entry", found)
    form = PaperForm(request.POST or None, request.FILES or None, by=request.user)
    return answer(
        request,
        project,
        form,
        partial(acts.add_paper, found, by=request.user),
        said=_("The paper is added."),
        back_url=found.get_absolute_url(),
        back=_("Back to the entry"),
        heading=_("Add a paper to %(number)s") % {"number": found.reference},
        lede=_("Who sees the entry sees the paper, but never the public."),
        submit=_("Add the paper"),
    )


@login_required
def remove_entry_paper(request: SignedInRequest, reference: str, number: int, public_id: UUID) -> HttpResponse:
    """Asked once more, because a removed file does not come back."""
    project = find(request, reference)
    found = _find(request, project, number)
    policies.require(request.user, "projects.prove_entry", found)
    document = get_object_or_404(StoredFile.objects.about(found), public_id=public_id)
    if request.method == "POST":
        acts.remove_paper(found, by=request.user, document=document)
        messages.success(request, _("The paper is removed."))
        return redirect(found)
    context = screen(project, back_url=found.get_absolute_url(), back=_("Back to the entry"), thing=document.name)
    return render(request, "projects/discard.html", context)
