"""Screens on which press releases and pages are written: the original, and translations beside it."""

from functools import partial
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from core import stepping
from core.localised import LANGUAGE_NAMES, LANGUAGES
from core.refusal import RefusedError
from pages.actions import writing as acts
from pages.enums import TextState
from pages.forms.writing import FactsForm, PageForm, ReleaseForm, TextForm
from pages.links import numbers_of
from pages.models import Page
from pages.policies.pages import centres_of, require_staff
from pages.presentation.reading import is_behind
from pages.views.finding import find_work, progress_url, screen
from people.requests import SignedInRequest


@login_required
def write(request: SignedInRequest) -> HttpResponse:
    """Begin a press release."""
    require_staff(request.user)
    form = ReleaseForm(request.POST or None, user=request.user, centres=centres_of(request.user))
    heading = _("Write a press release")
    return _begin(request, form, acts.write_release, heading=heading)


@login_required
def write_page(request: SignedInRequest) -> HttpResponse:
    """Begin a page of the site."""
    require_staff(request.user)
    form = PageForm(request.POST or None, user=request.user, centres=centres_of(request.user))
    form.initial["reference"] = request.GET.get("address", "")[:40]
    return _begin(request, form, acts.write_page, heading=_("Write a page of the site"))


def _begin(request: SignedInRequest, form: Any, act: Any, *, heading: str) -> HttpResponse:
    back_url = reverse("pages:texts")
    context = {"heading": heading, "back_url": back_url, "preview": _preview(request, form)}
    if "preview" in request.POST:
        return render(request, "pages/write.html", {**context, "form": form})
    return stepping.answer(
        request,
        form,
        partial(act, by=request.user),
        said=_("The draft is saved. Colleagues of the centre see it."),
        to=progress_url,
        template="pages/write.html",
        context=context,
    )


def _preview(request: SignedInRequest, form: Any) -> dict[str, Any] | None:
    """The words as readers would see them, where the writer asks for it and they can be read."""
    if "preview" not in request.POST or not form.is_valid():
        return None
    return {name: form.cleaned_data.get(name, "") for name in ("title", "lead", "body")}


@login_required
def edit(request: SignedInRequest, reference: str, language: str) -> HttpResponse:
    """One language: the original alone, a translation beside the original as it stands now."""
    found = find_work(request, reference)
    if language not in LANGUAGES:
        raise Http404
    acts.expect_open(found)
    working = acts.working_texts(found)
    text, original = working.get(language), working[found.language]
    is_outdated = text is not None and is_behind(text, original)
    form = TextForm(
        request.POST or None, page=found, language=language, text=text, original=original, is_outdated=is_outdated
    )
    theirs = None
    preview = _preview(request, form)
    if form.is_valid() and "preview" not in request.POST:
        try:
            acts.edit_text(found, by=request.user, language=language, **form.values())
        except acts.ChangedTextError as refusal:
            theirs = refusal.theirs
            form.data = request.POST.copy()
            form.data["seen"] = str(theirs.revision)  # whoever saves again has seen the other one
            form.add_error(None, str(refusal.message))
        except RefusedError as refusal:
            form.add_error(None, str(refusal.message))
        else:
            messages.success(request, _("The draft is saved. Readers see it when somebody else has published it."))
            return redirect(progress_url(found))
    context = screen(
        found,
        form,
        language=language,
        language_name=LANGUAGE_NAMES[language],
        text=text,
        original=original if language != found.language else None,
        is_outdated=is_outdated,
        is_change=found.published_at is not None,
        preview=preview,
        theirs=theirs,
    )
    return render(request, "pages/edit.html", context)


@login_required
def discard(request: SignedInRequest, reference: str, language: str) -> HttpResponse:
    """Throw away what is being written in one language."""
    found = find_work(request, reference)
    acts.expect_open(found)
    draft = found.texts.filter(language=language, state=TextState.DRAFT).first()
    if draft is None:
        raise Http404
    if request.method == "POST":
        acts.discard_text(found, by=request.user, language=language)
        messages.success(request, _("The draft is discarded."))
        return redirect(progress_url(found))
    return render(request, "pages/discard.html", screen(found, draft=draft, language_name=LANGUAGE_NAMES[language]))


@login_required
def edit_facts(request: SignedInRequest, reference: str) -> HttpResponse:
    """The day, the place, and what it is about."""
    found = find_work(request, reference)
    acts.expect_open(found)
    form = FactsForm(
        request.POST or None, page=found, user=request.user, numbers=numbers_of(found), mark=acts.facts_mark(found)
    )
    return _step(
        request,
        found,
        form,
        partial(acts.edit_facts, found, by=request.user),
        said=_("The changes are saved."),
        heading=_("Day and links") if found.is_release else _("Place and links"),
        lede=_(
            "The pages of these events, agreements, projects and practices lead to this text, and it leads to them."
        ),
    )


def _step(request: SignedInRequest, found: Page, form: Any, act: Any, *, said: str, **context: Any) -> HttpResponse:
    return stepping.answer(
        request,
        form,
        act,
        said=said,
        to=progress_url(found),
        template="pages/plain_step.html",
        context=screen(found, form, **context),
    )
