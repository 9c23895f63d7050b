"""Screens on which a record is begun and written, group by group, and texts are added."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agreements.actions import registering
from agreements.forms.register import CreateForm, FactsForm, SeenForm, TermForm, TextForm, row_set
from agreements.models import Agreement, AgreementText
from agreements.policies.agreements import may_begin
from agreements.presentation.page import granted_on
from agreements.views.finding import find, screen
from core import policies
from core.forms import attempt
from core.refusal import RefusedError
from people.enums import Function
from people.requests import SignedInRequest

GROUPS = {
    "facts": gettext_lazy("What it is"),
    "parties": gettext_lazy("Parties"),
    "term": gettext_lazy("Term and language"),
    "articles": gettext_lazy("Articles"),
    "commitments": gettext_lazy("Commitments"),
}
TABLES: dict[str, Callable[..., Agreement]] = {
    "parties": registering.save_parties,
    "articles": registering.save_articles,
    "commitments": registering.save_commitments,
}


@login_required
def create(request: SignedInRequest) -> HttpResponse:
    """Begin a record with what the paper is."""
    if not may_begin(request.user):
        raise PermissionDenied("agreements.record")
    form = CreateForm(request.POST or None, centres=request.user.standing.centre_ids(Function.OFFICER))
    if form.is_valid():
        row = attempt(form, registering.create_agreement, by=request.user, **form.cleaned_data)
        if row:
            return redirect("agreements:edit", row.reference, "facts")
    return render(request, "agreements/create_agreement.html", {"form": form})


@login_required
def edit(request: SignedInRequest, reference: str, group: str) -> HttpResponse:
    """One page of the record; saved, then on to the next."""
    row = find(request, reference)
    if group not in GROUPS:
        raise Http404
    _expect_draft(row)
    data = request.POST if request.method == "POST" else None
    form, rows = _forms(row, group, data)
    if data is not None and form.is_valid() and (rows is None or rows.is_valid()):
        values = form.values() if isinstance(form, FactsForm | TermForm) else dict(form.cleaned_data)
        act: Callable[..., Agreement] = TABLES.get(group, registering.edit_agreement)
        if rows is not None:
            values["rows"] = rows.rows()
        saved = attempt(form, act, row, by=request.user, **values)
        if saved:
            return _after(request, saved, group)
        form.data = form.data.copy()
        form.data["seen"] = str(
            _revision(row)
        )  # what is sent again was written with the other saving before one's eyes
    context = screen(
        row,
        form,
        rows=rows,
        heading=GROUPS[group],
        groups=[
            {"words": words, "url": reverse("agreements:edit", args=[reference, name]), "is_here": name == group}
            for name, words in GROUPS.items()
        ],
        blocked=_("Write the articles first: a commitment belongs to one.")
        if group == "commitments" and not row.articles.exists()
        else "",
    )
    return render(request, "agreements/edit_agreement.html", context)


def _expect_draft(row: Agreement) -> None:
    granted = granted_on(row)
    if "agreements.record" not in granted:
        raise PermissionDenied("agreements.edit")
    if "agreements.edit" not in granted:
        raise RefusedError(_("This record has been laid before both sides: take it back before you change it."))


def _forms(row: Agreement, group: str, data: Any) -> tuple[Any, Any]:
    """The form of the page, and its table where it is one."""
    if group == "facts":
        names = ("kind", "title", "subject", "own_number", "signed_on", "signed_at", "is_public")
        initial = {name: getattr(row, name) for name in names}
        initial |= {name: getattr(row, f"{name}_id") or "" for name in registering.LINKS}
        return FactsForm(data, agreement=row, initial={**initial, "seen": row.revision}), None
    if group == "term":
        names = ("in_force_on", "condition", "ends_on", "renewal_months", "notice_months", "prevailing", "original_at")
        initial = {name: getattr(row, name) for name in names}
        initial |= {"languages": row.languages, "other_languages": row.languages}
        return TermForm(data, initial={**initial, "depositary": row.depositary_id or "", "seen": row.revision}), None
    return SeenForm(data, initial={"seen": row.revision}), row_set(group, data, row)


def _revision(row: Agreement) -> int:
    return Agreement.objects.values_list("revision", flat=True).get(pk=row.pk)


def _after(request: SignedInRequest, row: Agreement, group: str) -> HttpResponse:
    """A further row, or the next page; after the last one the record."""
    if "add" in request.POST and group in TABLES:
        return redirect("agreements:edit", row.reference, group)
    following = list(GROUPS)[list(GROUPS).index(group) + 1 :]
    if following:
        return redirect("agreements:edit", row.reference, following[0])
    messages.success(request, _("The record is saved. Add the texts, then lay it before both sides."))
    return redirect(row)


@login_required
def add_text(request: SignedInRequest, reference: str) -> HttpResponse:
    """A scan, an authentic text, a translation: for whoever sees the record."""
    row = find(request, reference)
    policies.require(request.user, "agreements.add_text", row)
    form = TextForm(request.POST or None, request.FILES or None, by=request.user)
    if form.is_valid() and attempt(form, registering.add_text, row, by=request.user, **form.cleaned_data):
        messages.success(request, _("The text is added."))
        return redirect(row)
    context = screen(row, form, heading=_("Add a text"), submit=_("Add the text"))
    return render(request, "agreements/agreement_step.html", context)


@login_required
def remove_text(request: SignedInRequest, reference: str, pk: int) -> HttpResponse:
    """Asked once more, because a removed file does not come back."""
    row = find(request, reference)
    text = get_object_or_404(AgreementText.objects.select_related("agreement"), agreement=row, pk=pk)
    policies.require(request.user, "agreements.remove_text", text)
    if request.method == "POST":
        registering.remove_text(text, by=request.user)
        messages.success(request, _("The text is removed."))
        return redirect(row)
    context = screen(
        row,
        heading=_("Remove the text"),
        lede=_("%(kind)s, %(language)s. The file does not come back.")
        % {"kind": text.get_kind_display(), "language": text.language},
        submit=_("Remove it"),
        cancel=_("Keep it"),
    )
    return render(request, "agreements/confirm_agreement.html", context)
