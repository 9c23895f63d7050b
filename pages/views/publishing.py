"""The way of a text to the readers: proposed, read by somebody else, published; returned or withdrawn with reasons."""

from functools import partial

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from core import stepping
from core.forms import ReadForm, ReasonForm
from core.stepping import posted
from pages.actions import publishing as acts
from pages.actions.writing import working_texts
from pages.enums import PageStatus
from pages.models import Page
from pages.presentation.reading import is_behind
from pages.presentation.record import with_writers
from pages.views.finding import find_work, progress_url, screen
from pages.workflow import lifecycle
from people.requests import SignedInRequest


@login_required
def propose(request: SignedInRequest, reference: str) -> HttpResponse:
    """Ask a colleague to read and publish it."""
    found = find_work(request, reference)
    step = "propose_change" if found.status == PageStatus.PUBLISHED else "propose"
    lifecycle.expect(found, step, by=request.user)
    if request.method == "POST":
        acts.propose(found, by=request.user)
        messages.success(request, _("The text waits for publication. Officers and both co-directors were told."))
        return redirect(progress_url(found))
    context = screen(
        found,
        heading=lifecycle.steps[step].label,
        lede=_(
            "Somebody else than those who wrote it reads every text that is new, and publishes all of them at once."
        ),
        submit=lifecycle.steps[step].label,
    )
    return render(request, "pages/confirm.html", context)


@login_required
def publish(request: SignedInRequest, reference: str) -> HttpResponse:
    """Read every text that waits, and let the readers have them."""
    found = find_work(request, reference)
    lifecycle.expect(found, "publish", by=request.user)
    working = working_texts(found)
    drafts = acts.waiting_texts(found, working)
    original = working[found.language]
    with_writers(found, drafts)
    form = ReadForm(posted(request), initial={"seen": acts.reading_mark(found, drafts)})
    texts = sorted(drafts, key=lambda one: (one.language != found.language, one.language))
    return stepping.answer(
        request,
        form,
        partial(acts.publish, found, by=request.user),
        said=_("It is published."),
        to=progress_url(found),
        template="pages/publish.html",
        context=screen(
            found,
            form,
            texts=[(text, is_behind(text, original)) for text in texts],
            submit=lifecycle.steps["publish"].label,
        ),
    )


@login_required
def send_back(request: SignedInRequest, reference: str) -> HttpResponse:
    """Give what waits back to whoever writes."""
    found = find_work(request, reference)
    step = "return_change" if found.status == PageStatus.CHANGED else "return"
    lifecycle.expect(found, step, by=request.user)
    form = ReasonForm(posted(request), hint=_("Whoever wrote the text reads them."))
    return _with_reason(request, found, form, step, said=_("The text went back to those who write it."))


@login_required
def withdraw(request: SignedInRequest, reference: str) -> HttpResponse:
    """Take it from the readers, or give up a draft."""
    found = find_work(request, reference)
    lifecycle.expect(found, "withdraw", by=request.user)
    form = ReasonForm(posted(request), hint=_("They stand in the history, which the staff of the centre reads."))
    return _with_reason(request, found, form, "withdraw", said=pgettext("page", "It is withdrawn."))


@login_required
def reopen(request: SignedInRequest, reference: str) -> HttpResponse:
    """Take up again what was withdrawn."""
    found = find_work(request, reference)
    lifecycle.expect(found, "reopen", by=request.user)
    if request.method == "POST":
        acts.reopen(found, by=request.user)
        messages.success(request, _("It is a draft again."))
        return redirect(progress_url(found))
    context = screen(
        found,
        heading=lifecycle.steps["reopen"].label,
        lede=_("It becomes a draft with the words it had. Readers see it when it is published again."),
        submit=lifecycle.steps["reopen"].label,
    )
    return render(request, "pages/confirm.html", context)


REASONED = {"return": acts.send_back, "return_change": acts.send_back, "withdraw": acts.withdraw}


def _with_reason(request: SignedInRequest, found: Page, form: ReasonForm, step: str, *, said: str) -> HttpResponse:
    label = lifecycle.steps[step].label
    return stepping.answer(
        request,
        form,
        partial(REASONED[step], found, by=request.user),
        said=said,
        to=progress_url(found),
        template="pages/plain_step.html",
        context=screen(found, form, heading=label, submit=label),
    )
