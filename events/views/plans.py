"""Action plans: read, written, sent, endorsed, and what became of them. Each page signed in, and by the own link."""

import re
from typing import Any

from allauth.core import ratelimit
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from core import policies
from core.forms import attempt
from events.actions import plans
from events.enums import PlanStatus
from events.forms.followup import (
    MOST_ACTIVITIES,
    PlanForm,
    ProgressForm,
    SubmitPlanForm,
    VerdictByLinkForm,
    VerdictForm,
    activities_formset,
)
from events.models import ActionPlan, Participant, PlanCheck
from events.presentation import plans as words
from events.views.author import Door, own_link, signed_in
from events.views.secret import by_secret
from events.workflow import planning
from papers import report as papers
from papers.responses import pdf_response
from people.history import history_of
from people.requests import ReadRequest, SignedInRequest

ROWS = re.compile(r"[0-9]{1,3}")
PAGE = "events.view_plan", "events.edit_plan", "events.submit_plan", "events.endorse_plan"


def _plan_of(participant: Participant) -> ActionPlan | None:
    """The plan with what its pages show."""
    rows = ActionPlan.objects.filter(participant=participant).select_related("session")
    plan = rows.prefetch_related("activities", "checks").first()
    if plan is not None:
        plan.participant = participant
    return plan


def _visible(door: Door) -> ActionPlan:
    """The plan, or 404: the rule is asked again, for it is narrower than that of the participant."""
    plan = _plan_of(door.participant)
    if plan is None or "events.view_plan" not in _granted(door, plan):
        raise Http404
    return plan


def _granted(door: Door, plan: ActionPlan) -> set[str]:
    """What whoever came may do with the plan; by the own link it is the author who comes."""
    return policies.granted(door.by, PAGE, plan) if door.by else {*PAGE} - {"events.endorse_plan"}


# --- Reading ---------------------------------------------------------------------------------------------------------


@login_required
def plan(request: SignedInRequest, reference: str, pk: int) -> HttpResponse:
    """The plan; its author is led to the form where nothing is written yet."""
    door = signed_in(request, reference, pk)
    return _plan(request, door, "events/plan.html")


@own_link
def plan_by_link(request: ReadRequest, door: Door) -> HttpResponse:
    """One's own plan."""
    return _plan(request, door, "events/plan.html")


def _plan(request: Any, door: Door, template: str) -> HttpResponse:
    found = _plan_of(door.participant)
    is_author = door.is_author
    if is_author and (found is None or found.revision == 1):
        return redirect(door.url("edit_plan"))
    granted = _granted(door, found) if found else set()
    if found is None or "events.view_plan" not in granted:
        raise Http404
    is_shown = is_author or found.status != PlanStatus.DRAFT
    may_endorse = "events.endorse_plan" in granted and found.status == PlanStatus.SUBMITTED
    context = door.context(
        request,
        plan=found,
        state=words.state_of_plan(found),
        is_shown=is_shown,
        is_author=is_author,
        texts=words.texts_of(found, words.TEXTS),
        activities=words.activities_of(found),
        checks=[
            (one, door.url("report_progress", one.check.months)) for one in words.checks_of(found, is_author=is_author)
        ],
        may_edit=is_author and found.status == PlanStatus.DRAFT,
        may_endorse=may_endorse,
        ways={name: door.url(name) for name in ("edit_plan", "submit_plan", "plan_pdf")},
        history=history_of(found, words.PHRASES, centre=door.participant.event.centre),
    )
    return render(request, template, context)


@login_required
def plan_pdf(request: SignedInRequest, reference: str, pk: int) -> HttpResponse:
    """The plan for the signature of the superior, or for the file."""
    door = signed_in(request, reference, pk)
    return _to_pdf(door, request.user.standing.country)


@own_link
def plan_pdf_by_link(request: ReadRequest, door: Door) -> HttpResponse:  # noqa: ARG001  Django passes it
    """One's own plan as a paper."""
    return _to_pdf(door, door.participant.country)


def _to_pdf(door: Door, own: Any) -> HttpResponse:
    found = _visible(door)
    is_author = door.is_author
    if not is_author and found.status == PlanStatus.DRAFT:
        raise Http404
    content = papers.pdf(words.paper_of(found, own=own.pk if own else ""))
    return pdf_response(content, f"{door.participant.event.reference}-plan-{door.participant.pk}.pdf")


# --- Writing ---------------------------------------------------------------------------------------------------------


@login_required
def edit_plan(request: SignedInRequest, reference: str, pk: int) -> HttpResponse:
    """Write the plan."""
    return _edit(request, signed_in(request, reference, pk), "events/edit_plan.html")


@own_link
def edit_plan_by_link(request: ReadRequest, door: Door) -> HttpResponse:
    """Write one's own plan."""
    return _edit(request, door, "events/edit_plan.html")


def _edit(request: Any, door: Door, template: str) -> HttpResponse:
    """Save what there is; go on to sending it, or stay for a further activity."""
    plans.expect_author(door.participant, by=door.by)
    found = _plan_of(door.participant)
    if found is not None and request.method != "POST":
        plans.expect_draft(found)
    event = door.participant.event
    form = PlanForm(request.POST or None, event=event, plan=found, language=request.reader.language)
    formset = activities_formset(found, _number(request.GET.get("rows", "")), request.POST or None)
    if form.is_valid() & formset.is_valid():
        written = attempt(
            form, plans.write_plan, door.participant, by=door.by, activities=formset.values(), **form.cleaned_data
        )
        if written is not None:
            return _after_saving(request, door, len(formset.forms))
    context = door.context(
        request, form=form, formset=formset, plan=found, lacking_room=len(formset.forms) >= formset.max_num
    )
    return render(request, template, {**context, "back_url": _back(door, found)})


def _number(asked: str) -> int:
    """How many lines are shown: two, or as many as were asked for."""
    return min(int(asked), MOST_ACTIVITIES) if ROWS.fullmatch(asked) else 2


def _back(door: Door, found: ActionPlan | None) -> str:
    """Where somebody came from: the plan once there is one, else the event or the registration."""
    if found is not None and found.revision > 1:
        return door.url("plan")
    if door.by is None:
        return reverse("events:registration", args=[door.participant.secret])
    return door.participant.event.get_absolute_url()


def _after_saving(request: HttpRequest, door: Door, rows: int) -> HttpResponse:
    if "add" in request.POST:
        return redirect(f"{door.url('edit_plan')}?rows={rows + 1}#id_activities-{rows}-what")
    if "send" in request.POST:
        return redirect(door.url("submit_plan"))
    messages.success(
        request, _("The plan is saved. It lies with nobody yet: send it to your superior when it is complete.")
    )
    return redirect(door.url("plan"))


@login_required
def submit_plan(request: SignedInRequest, reference: str, pk: int) -> HttpResponse:
    """Send the plan to the superior."""
    return _submit(request, signed_in(request, reference, pk), "events/submit_plan.html")


@own_link
def submit_plan_by_link(request: ReadRequest, door: Door) -> HttpResponse:
    """Send one's own plan to the superior."""
    return _submit(request, door, "events/submit_plan.html")


def _submit(request: Any, door: Door, template: str) -> HttpResponse:
    found = _visible(door)
    plans.expect_author(door.participant, by=door.by)
    plans.expect_draft(found)
    form = SubmitPlanForm(request.POST or None, participant=door.participant)
    if form.is_valid() and attempt(form, plans.submit_plan, found, by=door.by, **form.cleaned_data):
        messages.success(request, _("The plan is with your superior. You will be told what was decided."))
        return redirect(door.url("plan"))
    context = door.context(request, form=form, plan=found, lacking=plans.lacking(found))
    context |= {"back_url": door.url("plan"), "edit_url": door.url("edit_plan")}
    return render(request, template, context)


# --- Endorsing -------------------------------------------------------------------------------------------------------


@login_required
def endorse_plan(request: SignedInRequest, reference: str, pk: int) -> HttpResponse:
    """Endorse a plan, or return it with reasons."""
    door = signed_in(request, reference, pk)
    found = _visible(door)
    planning.expect(found, "endorse", by=request.user)
    form = VerdictForm(request.POST or None)
    if form.is_valid():
        endorses = form.cleaned_data["verdict"] == "endorse"
        act: Any = plans.endorse_plan if endorses else plans.return_plan
        reasons = {} if endorses else {"reason": form.cleaned_data["reason"]}
        if attempt(form, act, found, by=request.user, **reasons):
            messages.success(
                request, _("The plan is endorsed.") if endorses else _("The plan went back to its author.")
            )
            return redirect(door.url("plan"))
    return render(request, "events/endorse_plan.html", _verdict(found, form, door.context(request)))


def _verdict(found: ActionPlan, form: Any, context: dict[str, Any]) -> dict[str, Any]:
    texts = words.texts_of(found, words.TEXTS)
    return {**context, "plan": found, "form": form, "texts": texts, "activities": words.activities_of(found)}


@by_secret
def endorse_by_link(request: ReadRequest, secret: str) -> HttpResponse:
    """What a superior without an account opens: the plan, and the two answers. Once used, it shows nothing any more."""
    if "\x00" in secret:
        raise Http404
    rows = ActionPlan.objects.select_related("session", "participant__country", "participant__delegation__organisation")
    rows = rows.select_related("participant__event__centre__side_a", "participant__event__centre__side_b")
    found = get_object_or_404(rows.prefetch_related("activities"), secret=secret, participant__anonymised_at=None)
    context: dict[str, Any] = {"event": found.participant.event, "participant": found.participant}
    if found.status != PlanStatus.SUBMITTED:
        return render(request, "events/endorse_used.html", context)
    form = VerdictByLinkForm(request.POST or None, initial={"name": found.participant.superior_name})
    if form.is_valid():
        if not ratelimit.consume(request, action="endorse_plan"):
            return ratelimit.respond_429(request)
        said = form.cleaned_data
        if said["verdict"] == "endorse":
            done = attempt(form, plans.endorse_plan_by_link, found, secret=secret, name=said["name"])
        else:
            done = attempt(
                form, plans.return_plan_by_link, found, secret=secret, name=said["name"], reason=said["reason"]
            )
        if done is not None:
            return redirect("events:endorse_by_link", secret)
    return render(request, "events/endorse_by_link.html", _verdict(found, form, context))


# --- What became of it -----------------------------------------------------------------------------------------------


@login_required
def report_progress(request: SignedInRequest, reference: str, pk: int, months: int) -> HttpResponse:
    """Say where the plan stands."""
    return _progress(request, signed_in(request, reference, pk), months, "events/report_progress.html")


@own_link
def report_progress_by_link(request: ReadRequest, door: Door, months: int) -> HttpResponse:
    """Say where one's own plan stands."""
    return _progress(request, door, months, "events/report_progress.html")


def _progress(request: Any, door: Door, months: int, template: str) -> HttpResponse:
    found = _visible(door)
    check = get_object_or_404(PlanCheck, plan=found, months=months)
    if door.by is not None:
        policies.require(door.by, "events.report_progress", found)
    form = ProgressForm(request.POST or None)
    if form.is_valid() and attempt(form, plans.report_progress, check, by=door.by, **form.cleaned_data):
        messages.success(request, _("Noted. The centre reads what became of the plan."))
        return redirect(door.url("plan"))
    return render(
        request, template, door.context(request, form=form, plan=found, check=check, back_url=door.url("plan"))
    )
