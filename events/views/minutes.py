"""The minutes: read, written, proposed, agreed, sent back, printed."""

from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from core import policies
from core.forms import ReasonForm, attempt
from core.localised import LANGUAGES, active_language
from core.stepping import posted
from events.actions import minutes as acts
from events.enums import MinutesStatus
from events.forms.wrapup import MinutesForm, SignForm
from events.models import Event, Minutes
from events.presentation.minutes import report_of
from events.presentation.page import page_of_event
from events.presentation.phrases import MINUTES_PHRASES
from events.views.finding import find_event
from events.workflow import minuting
from papers import report
from papers.responses import pdf_response
from people.history import history_of
from people.keys import keys_of
from people.requests import SignedInRequest

WRITTEN = ("events.edit_minutes", "events.agree_minutes")


def _find(request: HttpRequest, reference: str, version: int) -> Minutes:
    """The version, as far as the reader may see it; else 404."""
    rows = Minutes.objects.visible_to(request.user).select_related(
        "event__programme", "event__centre__side_a__calendar", "event__centre__side_b__calendar", "by"
    )
    return get_object_or_404(rows.defer("event__search"), event__reference=reference, version=version)


@login_required
def minutes(request: SignedInRequest, reference: str, version: int) -> HttpResponse:
    """One version, with its keys and what the reader may do with it."""
    found = _find(request, reference, version)
    granted = policies.granted(request.user, WRITTEN, found)
    best = found.text.best(request.GET.get("in") if request.GET.get("in") in found.text else None)
    context = page_of_event(request, found.event, "wrap_up") | {
        "minutes": found,
        "text": best,
        "others": [lang for lang in LANGUAGES if found.text.get(lang) and lang != best.lang],
        "keys": keys_of(found, minuting, "agree", request.user) if found.proposed_at else None,
        "steps": {step.name for step in minuting.available(found, request.user, granted=granted)},
        "may_edit": "events.edit_minutes" in granted and found.status == MinutesStatus.DRAFT,
        "may_correct": "events.edit_minutes" in granted and found.status == MinutesStatus.AGREED,
        "is_in_force": found.status == MinutesStatus.AGREED,
        "history": history_of(found, MINUTES_PHRASES, centre=found.event.centre) if granted else [],
    }
    return render(request, "events/minutes.html", context)


@login_required
def begin_minutes(request: SignedInRequest, reference: str) -> HttpResponse:
    """The first version, or a correction that begins from the agreed one."""
    event = find_event(request, reference)
    policies.require(request.user, "events.wrap_up", event)
    agreed = event.minutes.filter(status=MinutesStatus.AGREED).first()
    form = MinutesForm(request.POST or None, initial=_initial(event, agreed))
    if form.is_valid():
        row = attempt(form, acts.begin_minutes, event, by=request.user, **form.content())
        if row:
            messages.success(request, _("The draft is saved. Only officers and co-directors see it."))
            return redirect(row)
    context = {
        "event": event,
        "form": form,
        "agreed": agreed,
        "back_url": _wrap_up(event),
        "back": _("Back to the wrap-up"),
    }
    return render(request, "events/edit_minutes.html", context)


def _initial(event: Event, agreed: Minutes | None) -> dict[str, Any]:
    if agreed:
        return MinutesForm.initial_of(agreed)
    stop = event.stops.last()
    return {"held_on": event.ends_on, "place": stop.city if stop else {}}


def _wrap_up(event: Event) -> str:
    return reverse("events:wrap_up", args=[event.reference])


@login_required
def edit_minutes(request: SignedInRequest, reference: str, version: int) -> HttpResponse:
    """The draft. Who saves after a colleague is shown both texts, and loses neither."""
    found = _find(request, reference, version)
    policies.require(request.user, "events.edit_minutes", found)
    form = MinutesForm(request.POST or None, initial=MinutesForm.initial_of(found))
    theirs = None
    if form.is_valid():
        seen = form.cleaned_data["seen"] or 0
        if attempt(form, acts.edit_minutes, found, by=request.user, seen=seen, **form.content()):
            messages.success(request, _("The draft is saved."))
            return redirect(found)
        now = Minutes.objects.get(pk=found.pk)
        if now.revision != seen:
            theirs, form = now, _seen_now(request, form, now)
    context = {
        "event": found.event,
        "form": form,
        "minutes": found,
        "theirs": theirs,
        "back_url": found.get_absolute_url(),
        "back": _("Back to the minutes"),
    }
    return render(request, "events/edit_minutes.html", context)


def _seen_now(request: HttpRequest, refused: MinutesForm, now: Minutes) -> MinutesForm:
    """The same words, with the revision that stands below them: saved again they are meant."""
    data = request.POST.copy()
    data["seen"] = str(now.revision)
    form = MinutesForm(data)
    for error in refused.non_field_errors():
        form.add_error(None, error)
    return form


@login_required
def propose_minutes(request: SignedInRequest, reference: str, version: int) -> HttpResponse:
    """Lay them before both sides."""
    found = _find(request, reference, version)
    minuting.expect(found, "propose", by=request.user)
    form = SeenForm(posted(request), initial={"seen": found.revision})
    if form.is_valid():
        attempt(form, acts.propose_minutes, found, by=request.user, seen=form.cleaned_data["seen"])
        if not form.errors:
            messages.success(request, _("Proposed. Both co-directors have been told."))
            return redirect(found)
    return render(request, "events/propose_minutes.html", _step(found, form))


class SeenForm(forms.Form):
    """A confirmation that says which revision was read."""

    seen = forms.IntegerField(widget=forms.HiddenInput)


def _step(found: Minutes, form: Any, **context: Any) -> dict[str, Any]:
    return {
        "event": found.event,
        "form": form,
        "minutes": found,
        "back_url": found.get_absolute_url(),
        "back": _("Back to the minutes"),
        **context,
    }


@login_required
def agree_minutes(request: SignedInRequest, reference: str, version: int) -> HttpResponse:
    """Turn one's own side's key."""
    found = _find(request, reference, version)
    minuting.expect(found, "agree", by=request.user)
    form = SignForm(posted(request))
    if form.is_valid():
        attempt(form, acts.agree_minutes, found, by=request.user, **form.cleaned_data)
        if not form.errors:
            messages.success(request, _("Your side’s key is turned."))
            return redirect(found)
    context = _step(found, form, keys=keys_of(found, minuting, "agree", request.user))
    return render(request, "events/agree_minutes.html", context)


@login_required
def send_back_minutes(request: SignedInRequest, reference: str, version: int) -> HttpResponse:
    """Object, with reasons."""
    found = _find(request, reference, version)
    minuting.expect(found, "send_back", by=request.user)
    hint = _("The officers and the other side read them. The next version begins from this text.")
    form = ReasonForm(request.POST or None, hint=hint)
    if form.is_valid():
        draft = attempt(form, acts.send_back_minutes, found, by=request.user, **form.cleaned_data)
        if draft:
            messages.success(request, _("Sent back. The officers write the next version by your reasons."))
            return redirect(draft)
    return render(request, "events/send_back_minutes.html", _step(found, form))


@login_required
def minutes_pdf(request: SignedInRequest, reference: str, version: int) -> HttpResponse:
    """A version as a paper, own side first: in the reader's language, or in the one that is asked for."""
    found = _find(request, reference, version)
    language = request.GET.get("in", "")
    if language not in LANGUAGES:
        language = active_language()
    with translation.override(language), timezone.override(request.reader.zone):
        content = report.pdf(report_of(found, request.user, language=language))
    return pdf_response(content, f"{found.event.reference}-minutes-{found.version}-{language}.pdf")
