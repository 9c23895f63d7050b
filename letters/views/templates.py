"""Templates: the list, one with its preview, written and changed, put out of use and back."""

from functools import partial
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from core import policies
from core.forms import attempt
from core.localised import LANGUAGE_NAMES, LANGUAGES, LocalisedText, active_language
from core.paging import page_of
from core.stepping import answer, posted
from letters.actions import templates as acts
from letters.enums import LetterKind
from letters.fields import FIELDS
from letters.forms.plain import ConfirmForm
from letters.forms.templates import KindForm, TemplateForm
from letters.models import LetterTemplate
from letters.policies.letters import writes
from letters.presentation.page import PHRASES, sample_of
from letters.views.finding import find_template
from people.history import history_of
from people.models import Centre
from people.requests import SignedInRequest


@login_required
def templates(request: SignedInRequest) -> HttpResponse:
    """The templates of the reader's centres, by kind and name."""
    _expect_writer(request)
    page = page_of(LetterTemplate.objects.visible_to(request.user), request.GET, order="kind")
    rows = [(row, [(code, LANGUAGE_NAMES[code]) for code in row.languages()]) for row in page.rows]
    return render(request, "letters/templates.html", {"page": page, "rows": rows})


def _expect_writer(request: SignedInRequest) -> list[int]:
    centres = writes(request.user)
    if not centres:
        raise PermissionDenied("letters.write")
    return centres


@login_required
def template(request: SignedInRequest, pk: int) -> HttpResponse:
    """One template as a letter with examples, in the language that is asked for."""
    row = find_template(request, pk)
    whole = row.languages()
    language = request.GET.get("language", "")
    language = language if language in whole else active_language() if active_language() in whole else whole[0]
    context = {
        "template": row,
        "preview": sample_of(row.kind, row.subject, row.body, language),
        "languages": [(code, LANGUAGE_NAMES[code]) for code in whole],
        "missing": [LANGUAGE_NAMES[code] for code in LANGUAGES if code not in whole],
        "language": language,
        "history": history_of(row, PHRASES, centre=row.centre),
    }
    return render(request, "letters/template.html", context)


@login_required
def start_template(request: SignedInRequest) -> HttpResponse:
    """For what a new template is: its kind decides which fields there are."""
    centres = Centre.objects.filter(pk__in=_expect_writer(request))
    form = KindForm(request.GET or None, centres=centres)
    if form.is_valid():
        return redirect("letters:create_template", form.cleaned_data["centre"].pk, form.cleaned_data["kind"])
    return render(request, "letters/start_template.html", {"form": form, "back_url": reverse("letters:templates")})


@login_required
def create_template(request: SignedInRequest, centre: int, kind: str) -> HttpResponse:
    """The words of a new template, beside the list of its fields."""
    rows = Centre.objects.filter(policies.q("letters.write", request.user))
    found = get_object_or_404(rows, pk=centre)
    if kind not in LetterKind.values:
        return redirect("letters:start_template")
    form = TemplateForm(request.POST or None, kind=kind)
    preview = _preview(request, form, kind)
    if preview is None and form.is_valid():
        row = attempt(form, acts.create_template, found, by=request.user, kind=kind, **form.values())
        if row is not None:
            messages.success(request, _("The template is saved."))
            return redirect(row)
    context = _words(form, kind, preview, reverse("letters:templates"))
    return render(request, "letters/edit_template.html", context)


@login_required
def edit_template(request: SignedInRequest, pk: int) -> HttpResponse:
    """Change the words, beside the list of the fields; a preview saves nothing."""
    row = find_template(request, pk)
    initial = {"name": row.name, "subject": row.subject, "body": row.body, "seen": row.revision}
    form = TemplateForm(request.POST or None, kind=row.kind, initial=initial)
    preview = _preview(request, form, row.kind)
    if preview is None and form.is_valid():
        seen = form.cleaned_data["seen"] or 0
        if attempt(form, acts.edit_template, row, by=request.user, seen=seen, **form.values()):
            messages.success(request, _("The template is saved."))
            return redirect(row)
        row.refresh_from_db()
    context = {**_words(form, row.kind, preview, row.get_absolute_url()), "template": row}
    context["theirs"] = row if form.is_bound and form.errors and str(row.revision) != form["seen"].value() else None
    return render(request, "letters/edit_template.html", context)


def _preview(request: SignedInRequest, form: TemplateForm, kind: str) -> list[Any] | None:
    """What was typed, as letters with examples, one a language; None where it is to be saved."""
    if "preview" not in request.POST:
        return None
    if not form.is_valid():
        return []
    subject, body = form.cleaned_data["subject"], form.cleaned_data["body"]
    drawn = [sample_of(kind, LocalisedText(subject), LocalisedText(body), code) for code in LANGUAGES]
    return [one for one in drawn if one]


def _words(form: TemplateForm, kind: str, previews: list[Any] | None, back_url: str) -> dict[str, Any]:
    return {
        "form": form,
        "kind": LetterKind(kind).label,
        "fields": [(field.braced, field.says, field.example()) for field in FIELDS[kind]],
        "previews": previews,
        "back_url": back_url,
    }


@login_required
def retire_template(request: SignedInRequest, pk: int) -> HttpResponse:
    """Put it out of use."""
    return _use(request, pk, acts.retire_template, _("Put the template out of use"), _("The template is out of use."))


@login_required
def restore_template(request: SignedInRequest, pk: int) -> HttpResponse:
    """Put it back into use."""
    return _use(request, pk, acts.restore_template, _("Put the template back into use"), _("The template is in use."))


def _use(request: SignedInRequest, pk: int, act: Any, heading: str, said: str) -> HttpResponse:
    row = find_template(request, pk)
    context = {"heading": heading, "handle": row.name, "back_url": row.get_absolute_url(), "submit": heading}
    return answer(
        request,
        ConfirmForm(posted(request)),
        partial(act, row, by=request.user),
        said=said,
        to=row.get_absolute_url(),
        template="letters/plain_step.html",
        context=context,
    )
