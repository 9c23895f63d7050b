"""Decisions: the register, one decision, and the screens that write and sign one."""

from functools import partial
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from agreements.actions import deciding as acts
from agreements.enums import DecisionStatus
from agreements.forms.deciding import CountersignForm, DecisionFilterForm, DecisionForm
from agreements.forms.session_papers import SeenForm
from agreements.models import Decision
from agreements.presentation import decisions as shown
from agreements.presentation.committee_words import DECISION_PHRASES, state_of_decision
from agreements.views.committee_finding import find_run, screen
from agreements.views.minutes import seen_now
from agreements.views.sessions import committees_and_years
from agreements.workflow import deciding
from core import policies, stepping
from core.forms import ReasonForm, attempt
from core.lists import as_csv
from core.localised import LANGUAGES
from core.paging import page_of
from core.panels import panels_beside
from core.stepping import posted
from people.history import history_of
from people.requests import SignedInRequest

ORDER = "-held_at"


def find_decision(request: HttpRequest, reference: str) -> Decision:
    """The decision with this number, as far as the reader may see it, with what he may do: one query. Else 404."""
    rows = Decision.objects.visible_to(request.user).select_related(*shown.RELATED)
    return get_object_or_404(shown.with_granted(rows, request.user), reference=reference)


def screen_of(decision: Decision, **context: Any) -> dict[str, Any]:
    """The context of a screen of a decision that asks for one thing."""
    ways = {"back_url": decision.get_absolute_url(), "back": _("Back to %(number)s") % {"number": decision.reference}}
    return {**screen(decision.session, decision=decision), **ways, **context}


def _answer(
    request: SignedInRequest,
    decision: Decision,
    form: Any,
    act: Any,
    *,
    said: str,
    template: str = "agreements/decision_step.html",
    **context: Any,
) -> HttpResponse:
    return stepping.answer(
        request,
        form,
        act,
        said=said,
        to=decision.get_absolute_url(),
        template=template,
        context=screen_of(decision, **context),
    )


# --- Reading ---------------------------------------------------------------------------------------------------------


def asked(request: HttpRequest) -> DecisionFilterForm:
    """What the register is narrowed by."""
    committees, years, references = committees_and_years(request.user)
    return DecisionFilterForm(request.GET, committees=committees, years=years, sessions=references)


def decisions(request: HttpRequest) -> HttpResponse:
    """The register of decisions, the latest session first."""
    form = asked(request)
    page = page_of(shown.registered(request.user, form.chosen()), request.GET, order=ORDER)
    context = {
        "page": page,
        "rows": shown.decision_lines(page.rows),
        "filters": form,
        "chosen": form.removable(request.GET),
        "all": "",
    }
    return render(request, "agreements/decisions.html", context)


def decisions_csv(request: HttpRequest) -> StreamingHttpResponse:
    """The same as a table."""
    return as_csv(request, "agreements.decisions")


def decision(request: HttpRequest, reference: str) -> HttpResponse:
    """One decision with its keys and actions, and what apps above say of it."""
    found = find_decision(request, reference)
    user, granted = request.user, shown.granted_on(found)
    asked = request.GET.get("in")
    best = found.text.best(asked if asked in found.text else None)
    actions = shown.actions_seen(user).filter(decision=found).order_by("number") if user.is_authenticated else []
    is_staff = bool(granted & {"agreements.propose_decision", "agreements.countersign"})
    context = {
        "decision": found,
        "session": found.session,
        "state": state_of_decision(found),
        "text": best,
        "others": [lang for lang in LANGUAGES if found.text.get(lang) and lang != best.lang],
        "keys": shown.keys_of_decision(found, user),
        "actions": shown.action_lines(actions, user),
        "may_edit": "agreements.edit_decision" in granted,
        "steps": {step.name for step in deciding.here(found) if step.permission in granted},
        "may_write_action": "agreements.write_action" in granted
        and found.status in (DecisionStatus.DRAFT, DecisionStatus.ADOPTED),
        "is_staff": is_staff,
        "panels": panels_beside(found, user),
        "history": history_of(found, DECISION_PHRASES, centre=found.session.centre) if is_staff else [],
    }
    return render(request, "agreements/decision.html", context)


# --- Writing ---------------------------------------------------------------------------------------------------------


@login_required
def write_decision(request: SignedInRequest, reference: str) -> HttpResponse:
    """Draft a decision of a session."""
    session = find_run(request, reference)
    form = DecisionForm(request.POST or None, session=session)
    if form.is_valid():
        row = attempt(form, acts.write_decision, session, by=request.user, **form.content())
        if row:
            messages.success(request, _("The draft is saved. Only officers and co-directors see it."))
            return redirect(row)
    return render(request, "agreements/edit_decision.html", screen(session, form, part="decisions"))


@login_required
def edit_decision(request: SignedInRequest, reference: str) -> HttpResponse:
    """The draft. Who saves after a colleague is shown both texts, and loses neither."""
    found = find_decision(request, reference)
    policies.require(request.user, "agreements.propose_decision", found)
    form: Any = DecisionForm(request.POST or None, session=found.session, decision=found)
    theirs = None
    if form.is_valid():
        seen = form.cleaned_data["seen"] or 0
        if attempt(form, acts.edit_decision, found, by=request.user, seen=seen, **form.content()):
            messages.success(request, _("The draft is saved."))
            return redirect(found)
        now = Decision.objects.get(pk=found.pk)
        if now.revision != seen:
            theirs, form = now.text, seen_now(request, form, now.revision, session=found.session)
    context = screen_of(found, form=form, theirs=theirs)
    return render(request, "agreements/edit_decision.html", context)


@login_required
def propose_decision(request: SignedInRequest, reference: str) -> HttpResponse:
    """Lay it before both sides."""
    found = find_decision(request, reference)
    deciding.expect(found, "propose", by=request.user)
    return _answer(
        request,
        found,
        SeenForm(posted(request), initial={"seen": found.revision}),
        partial(acts.propose_decision, found, by=request.user),
        said=_("Laid before both sides. Both co-directors have been told."),
        heading=_("Lay the decision before both sides"),
        lede=_(
            "From here on text and actions are frozen. It is adopted when both sides countersign; "
            "silence adopts nothing."
        ),
        submit=_("Lay it before both sides"),
    )


@login_required
def countersign(request: SignedInRequest, reference: str) -> HttpResponse:
    """Turn one's own side's key, for it or against it."""
    found = find_decision(request, reference)
    deciding.expect(found, "adopt", by=request.user)
    return _answer(
        request,
        found,
        CountersignForm(request.POST or None, initial={"seen": acts.mark_of(found)}),
        partial(acts.countersign, found, by=request.user),
        said=_("Your side’s key is turned."),
        template="agreements/countersign.html",
        keys=shown.keys_of_decision(found, request.user),
        actions=shown.action_lines(shown.actions_seen(request.user).filter(decision=found), request.user),
        texts=[(language, found.title.get(language, ""), text) for language, text in found.text.items()],
        submit=_("Turn the key"),
    )


@login_required
def return_decision(request: SignedInRequest, reference: str) -> HttpResponse:
    """Give it back to the officers with reasons."""
    found = find_decision(request, reference)
    deciding.expect(found, "return", by=request.user)
    return _answer(
        request,
        found,
        ReasonForm(request.POST or None, hint=_("The officers word the decision anew by them.")),
        partial(acts.return_decision, found, by=request.user),
        said=_("Returned. It is a draft again, and no key is turned."),
        heading=_("Return the decision with reasons"),
        submit=_("Return with reasons"),
    )
