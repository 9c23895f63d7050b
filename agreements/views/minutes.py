"""The minutes of a session: read, written, proposed, agreed, sent back, printed."""

from functools import partial
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from agreements.actions import minutes as acts
from agreements.enums import MinutesState
from agreements.forms.session_papers import MinutesForm, SeenForm, SignForm
from agreements.models import SessionMinutes
from agreements.presentation.committee_words import MINUTES_PHRASES, state_of_minutes
from agreements.presentation.pack import minutes_report
from agreements.views.committee_finding import find_run, find_session, screen
from agreements.views.stepping import answer
from agreements.workflow import minuting
from core import policies
from core.forms import ReasonForm, attempt
from core.localised import LANGUAGES, active_language
from core.measure import with_measure
from core.stepping import posted
from papers import report
from papers.responses import pdf_response
from people.history import history_of
from people.keys import keys_of
from people.requests import SignedInRequest

WRITTEN = ("agreements.edit_minutes", "agreements.agree_minutes")


def _find(request: HttpRequest, reference: str, version: int) -> SessionMinutes:
    """The version, as far as the reader may see it; else 404."""
    session = find_session(request, reference)
    rows = SessionMinutes.objects.visible_to(request.user).select_related("by")
    found = get_object_or_404(rows, session=session, version=version)
    found.session = session
    return found


def session_minutes(request: HttpRequest, reference: str, version: int) -> HttpResponse:
    """One version, with its keys and what the reader may do with it."""
    found = _find(request, reference, version)
    user = request.user
    granted = policies.granted(user, WRITTEN, found)
    asked = request.GET.get("in")
    best = found.text.best(asked if asked in found.text else None)
    centre = found.session.centre
    context = {
        "session": found.session,
        "minutes": found,
        "state": state_of_minutes(found),
        "text": best,
        "others": [lang for lang in LANGUAGES if found.text.get(lang) and lang != best.lang],
        "keys": keys_of(found, minuting, "agree", user, centre=centre) if found.proposed_at else None,
        "steps": {step.name for step in minuting.here(found) if step.permission in granted and not step.by_clock},
        "may_edit": "agreements.edit_minutes" in granted and found.state == MinutesState.DRAFT,
        "may_correct": "agreements.edit_minutes" in granted and found.state == MinutesState.AGREED,
        "history": history_of(found, MINUTES_PHRASES, centre=centre) if granted else [],
    }
    return render(request, "agreements/session_minutes.html", context)


@login_required
def begin_minutes(request: SignedInRequest, reference: str) -> HttpResponse:
    """The first version, or a correction that begins from the agreed one."""
    session = find_run(request, reference)
    agreed = session.minutes.agreed().first()
    form = MinutesForm(request.POST or None, initial={"text": agreed.text if agreed else {}})
    if form.is_valid():
        row = attempt(form, acts.begin_minutes, session, by=request.user, text=form.cleaned_data["text"])
        if row:
            messages.success(request, _("The draft is saved. Only officers and co-directors see it."))
            return redirect(row)
    context = screen(session, form, part="minutes", agreed=agreed)
    return render(request, "agreements/edit_minutes.html", context)


@login_required
def edit_minutes(request: SignedInRequest, reference: str, version: int) -> HttpResponse:
    """The draft. Who saves after a colleague is shown both texts, and loses neither."""
    found = _find(request, reference, version)
    policies.require(request.user, "agreements.edit_minutes", found)
    form: Any = MinutesForm(request.POST or None, minutes=found)
    theirs = None
    if form.is_valid():
        seen = form.cleaned_data["seen"] or 0
        if attempt(form, acts.edit_minutes, found, by=request.user, seen=seen, text=form.cleaned_data["text"]):
            messages.success(request, _("The draft is saved."))
            return redirect(found)
        now = SessionMinutes.objects.get(pk=found.pk)
        if now.revision != seen:
            theirs, form = now.text, seen_now(request, form, now.revision)
    context = screen(found.session, form, part="minutes", minutes=found, theirs=theirs)
    return render(request, "agreements/edit_minutes.html", context)


def seen_now(request: HttpRequest, refused: Any, revision: int, **options: Any) -> Any:
    """The same words, with the revision that stands beside them: saved again they are meant."""
    data = request.POST.copy()
    data["seen"] = str(revision)
    form = type(refused)(data, **options)
    for error in refused.non_field_errors():
        form.add_error(None, error)
    return form


@login_required
def propose_minutes(request: SignedInRequest, reference: str, version: int) -> HttpResponse:
    """Lay them before both sides."""
    found = _find(request, reference, version)
    minuting.expect(found, "propose", by=request.user)
    return answer(
        request,
        found.session,
        SeenForm(posted(request), initial={"seen": found.revision}),
        partial(acts.propose_minutes, found, by=request.user),
        said=_("Proposed. Both co-directors and the members have been told."),
        to=found.get_absolute_url(),
        heading=_("Propose the minutes to both sides"),
        lede=_(
            "From here on the text is frozen. Both co-directors are told; "
            "a side that stays silent for five joint working days has agreed."
        ),
        submit=_("Propose"),
    )


@login_required
def agree_minutes(request: SignedInRequest, reference: str, version: int) -> HttpResponse:
    """Turn one's own side's key."""
    found = _find(request, reference, version)
    minuting.expect(found, "agree", by=request.user)
    return answer(
        request,
        found.session,
        SignForm(posted(request)),
        partial(acts.agree_minutes, found, by=request.user),
        said=_("Your side’s key is turned."),
        to=found.get_absolute_url(),
        template="agreements/agree_minutes.html",
        minutes=found,
        keys=keys_of(found, minuting, "agree", request.user, centre=found.session.centre),
        submit=_("Turn the key"),
    )


@login_required
def send_back_minutes(request: SignedInRequest, reference: str, version: int) -> HttpResponse:
    """Object, with reasons."""
    found = _find(request, reference, version)
    minuting.expect(found, "send_back", by=request.user)
    hint = _("The officers and the other side read them. The next version begins from this text.")
    return answer(
        request,
        found.session,
        ReasonForm(request.POST or None, hint=hint),
        partial(acts.send_back_minutes, found, by=request.user),
        said=_("Sent back. The officers write the next version by your reasons."),
        to=lambda draft: draft.get_absolute_url(),
        heading=_("Send the minutes back"),
        submit=_("Send back with reasons"),
    )


@with_measure("paper")
def minutes_pdf(request: HttpRequest, reference: str, version: int) -> HttpResponse:
    """A version as a paper, own side first: in the reader's language, or in the one that is asked for."""
    found = _find(request, reference, version)
    asked = request.GET.get("in", "")
    language = asked if asked in LANGUAGES else active_language()
    zone = request.reader.zone  # type: ignore[attr-defined]
    with translation.override(language), timezone.override(zone):
        content = report.pdf(minutes_report(found, request.user, language=language))
    return pdf_response(content, f"{found.session.reference}-minutes-{found.version}-{language}.pdf")
