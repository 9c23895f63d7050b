"""The way of a project: where it stands, opinions, the committee, and the steps with two keys."""

from collections.abc import Callable
from functools import partial
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core import policies
from core.forms import ReasonForm
from core.refusal import RefusedError
from core.stepping import posted
from people.history import history_of
from people.requests import SignedInRequest
from projects.actions import closing, directing, laying, opinions, starting, submitting
from projects.enums import Stage
from projects.forms.life import ConfirmForm, LayForm, OpinionForm
from projects.models import Project
from projects.presentation.life import (
    KEYED,
    buttons_of,
    checks_of,
    keys_of_step,
    may_answer,
    notes_of,
    opinions_of,
    phrases_of,
    registrations_of,
    turnings_of,
)
from projects.presentation.page import page_of_project
from projects.presentation.state import steps_of
from projects.views.finding import find, find_work
from projects.views.stepping import answer
from projects.workflow import lifecycle


@login_required
def progress(request: SignedInRequest, reference: str) -> HttpResponse:
    """Where the project stands, who has signed, what each side thought, and what happened when."""
    project = find_work(request, reference, "decision", "agreement")
    context = page_of_project(request, project, "progress")
    checks = checks_of(project)
    context |= {
        "steps": steps_of(project),
        "buttons": buttons_of(project, context["granted"]),
        "turnings": turnings_of(project, request.user),
        "rounds": opinions_of(project, request.user, context["sides"]),
        "registrations": registrations_of(project),
        "checks": checks,
        "answerable": may_answer(request.user, checks),
        "history": history_of(project, phrases_of(project), centre=project.centre),
        "notes": notes_of(project, request.user) if "projects.write_note" in context["granted"] else None,
    }
    return render(request, "projects/progress.html", context)


def back_to(project: Project) -> str:
    """Where one comes from, and goes on to."""
    return reverse("projects:progress", args=[project.reference])


# --- To both sides, and before the committee -------------------------------------------------------------------------


@login_required
def opinion(request: SignedInRequest, reference: str) -> HttpResponse:
    """Give the opinion of one's own side, or change it while the paper is with both sides."""
    project = find_work(request, reference)
    opinions.expect_open(project, by=request.user)
    side = opinions.side_of(project, request.user)
    given = project.opinions.filter(round=project.opinion_round, side=side).first()
    return answer(
        request,
        project,
        OpinionForm(request.POST or None, opinion=given, project=project),
        partial(opinions.give_opinion, project, by=request.user),
        said=_("The opinion of your side is given. It can be changed until the paper lies before the committee."),
        back_url=back_to(project),
        template="projects/opinion.html",
        submit=_("Give the opinion"),
        given=given,
    )


@login_required
def lay(request: SignedInRequest, reference: str) -> HttpResponse:
    """Choose the decision with which the paper lies before the committee."""
    project = find_work(request, reference)
    policies.require(request.user, "projects.run", project)
    if project.stage != Stage.COMMITTEE:
        lifecycle.expect(project, "lay", by=request.user)
    return answer(
        request,
        project,
        LayForm(request.POST or None, project=project, user=request.user),
        partial(laying.lay, project, by=request.user),
        said=_("The paper lies before the committee."),
        back_url=back_to(project),
        heading=_("Lay before the committee"),
        lede=_(
            "When both sides countersign the decision, every project that lies with it is approved; "
            "when both reject it, none is."
        ),
        submit=_("Lay it before the committee"),
    )


@login_required
def return_concept(request: SignedInRequest, reference: str) -> HttpResponse:
    """Give the paper back to its author."""
    project = find_work(request, reference)
    lifecycle.expect(project, "return", by=request.user)
    return answer(
        request,
        project,
        ReasonForm(request.POST or None, hint=_("The author and the focal points of both leading bodies read them.")),
        partial(submitting.return_concept, project, by=request.user),
        said=_("The concept paper is returned."),
        back_url=back_to(project),
        heading=_("Return the concept paper"),
        lede=_("It is written again. Both sides give their opinion anew when it comes back."),
        submit=_("Return it"),
    )


@login_required
def withdraw(request: SignedInRequest, reference: str) -> HttpResponse:
    """Take the paper off its way to the committee."""
    project = find(request, reference)
    lifecycle.expect(project, "withdraw", by=request.user)
    hint = _("The officers and both co-directors read them.") if project.submitted_at else ""
    return answer(
        request,
        project,
        ReasonForm(posted(request), hint=hint, required=bool(project.submitted_at)),
        partial(submitting.withdraw, project, by=request.user),
        said=_("The project is withdrawn."),
        heading=_("Withdraw the project"),
        lede=_("It leaves its way to the committee. It can be submitted again as a new concept paper."),
        submit=_("Withdraw it"),
    )


# --- Steps with two keys ---------------------------------------------------------------------------------------------

TITLES = {step: title for steps in KEYED.values() for step, _route, title in steps}


def _turn(
    request: SignedInRequest,
    reference: str,
    step: str,
    act: Callable[..., Any],
    *,
    heading: str | Promise,
    lede: str | Promise,
    with_reason: bool = False,
) -> HttpResponse:
    """Turn one's own side's key; what holds the step up is said, and then nothing can be signed."""
    project = find_work(request, reference)
    held_up = ""
    try:
        lifecycle.expect(project, step, by=request.user)
    except RefusedError as refusal:
        if project.stage not in lifecycle.steps[step].sources:
            raise
        held_up = str(refusal.message)
    hint = _("Everybody who works on the project reads them.")
    form = ReasonForm(posted(request), hint=hint) if with_reason else ConfirmForm(posted(request))
    return answer(
        request,
        project,
        form,
        partial(act, project, by=request.user),
        said=_("Your side’s key is turned."),
        back_url=back_to(project),
        template="projects/turn_key.html",
        heading=heading,
        lede=lede,
        held_up=held_up,
        keys=keys_of_step(project, step, request.user),
        title=TITLES[step],
        submit=_("Turn the key"),
    )


@login_required
def start_project(request: SignedInRequest, reference: str) -> HttpResponse:
    """Both leaders let the work begin."""
    return _turn(
        request,
        reference,
        "start",
        starting.start,
        heading=gettext_lazy("Start the project"),
        lede=gettext_lazy("With both keys the work begins today, and figures are entered from then on."),
    )


@login_required
def finish(request: SignedInRequest, reference: str) -> HttpResponse:
    """Both leaders end the work."""
    return _turn(
        request,
        reference,
        "finish",
        starting.finish,
        heading=gettext_lazy("End the work"),
        lede=gettext_lazy("With both keys the work ended today, and the co-directors close the project."),
    )


@login_required
def suspend(request: SignedInRequest, reference: str) -> HttpResponse:
    """Both co-directors interrupt the project."""
    return _turn(
        request,
        reference,
        "suspend",
        directing.suspend,
        heading=gettext_lazy("Interrupt the project"),
        lede=gettext_lazy("With both keys the work rests until both co-directors let it go on, or cancel it."),
        with_reason=True,
    )


@login_required
def resume(request: SignedInRequest, reference: str) -> HttpResponse:
    """Both co-directors let it go on."""
    return _turn(
        request,
        reference,
        "resume",
        directing.resume,
        heading=gettext_lazy("Let the project go on"),
        lede=gettext_lazy("With both keys the work goes on today."),
    )


@login_required
def cancel(request: SignedInRequest, reference: str) -> HttpResponse:
    """Both co-directors end it before its time."""
    return _turn(
        request,
        reference,
        "cancel",
        directing.cancel,
        heading=gettext_lazy("Cancel the project"),
        lede=gettext_lazy("With both keys the project ends today, for good. What was done and paid stays readable."),
        with_reason=True,
    )


@login_required
def close(request: SignedInRequest, reference: str) -> HttpResponse:
    """Both co-directors close it."""
    return _turn(
        request,
        reference,
        "close",
        closing.close,
        heading=gettext_lazy("Close the project"),
        lede=gettext_lazy(
            "With both keys the project is closed. Each side is asked after one and after three years how it stands."
        ),
    )
