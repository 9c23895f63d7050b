"""The steps of a report: proposed, published by two keys, returned, withdrawn."""

from functools import partial
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.utils.translation import gettext as _

from core import stepping
from core.forms import ReadForm, ReasonForm
from core.stepping import posted
from people.keys import keys_of, sides_of
from people.requests import SignedInRequest
from reports.actions import publishing as acts
from reports.forms.finding import SureForm
from reports.presentation.paper import title_of
from reports.presentation.reports import page_of_groups, paper_of, speaks_of, topics_of
from reports.storing import digest, read
from reports.views.reports import find
from reports.workflow import publishing


def _step(request: SignedInRequest, found: Any, form: Any, act: Any, *, said: str, **context: Any) -> HttpResponse:
    context |= {"report": found, "title": title_of(found), "speaks_of": speaks_of(found, topics_of([found]))}
    return stepping.answer(
        request, form, act, said=said, to=found.get_absolute_url(), template="reports/step.html", context=context
    )


@login_required
def propose(request: SignedInRequest, reference: str) -> HttpResponse:
    """Lay it before both co-directors."""
    found = find(request, reference)
    publishing.expect(found, "propose", by=request.user)
    return _step(
        request,
        found,
        SureForm(posted(request)),
        partial(acts.propose, found, by=request.user),
        said=_("Proposed. Both co-directors have been told."),
        heading=_("Propose the report for publication"),
        lede=_("Both co-directors read it and turn their keys. With the second key everybody may read it."),
        submit=_("Propose for publication"),
    )


@login_required
def publish(request: SignedInRequest, reference: str) -> HttpResponse:
    """Turn one's own side's key."""
    found = find(request, reference)
    publishing.expect(found, "publish", by=request.user)
    sides, stored = sides_of(found.centre, request.user), read(found.figures)
    return _step(
        request,
        found,
        ReadForm(posted(request), initial={"seen": digest(found.figures)}),
        partial(acts.publish, found, by=request.user),
        said=_("Your side’s key is turned."),
        heading=_("Publish the report"),
        lede=_("Your key stands for your side. With the second key everybody may read these figures."),
        submit=_("Turn the key"),
        keys=keys_of(found, publishing, "publish", request.user, centre=found.centre),
        blocks=page_of_groups(stored.groups, sides=sides, with_links=True),
        paper=paper_of(found, stored),
    )


@login_required
def return_report(request: SignedInRequest, reference: str) -> HttpResponse:
    """Give it back to the centre, with reasons."""
    found = find(request, reference)
    publishing.expect(found, "return", by=request.user)
    return _step(
        request,
        found,
        ReasonForm(posted(request), hint=_("The centre and both co-directors read them.")),
        partial(acts.return_report, found, by=request.user),
        said=_("Returned. The centre has been told."),
        heading=_("Return the report"),
        lede=_("A key that was turned is taken back."),
        submit=_("Return with reasons"),
    )


@login_required
def withdraw(request: SignedInRequest, reference: str) -> HttpResponse:
    """Take it from the public, with reasons."""
    found = find(request, reference)
    publishing.expect(found, "withdraw", by=request.user)
    return _step(
        request,
        found,
        ReasonForm(posted(request), hint=_("They stand in the history of the report.")),
        partial(acts.withdraw, found, by=request.user),
        said=_("Withdrawn. Only the staff of the centre read it now."),
        heading=_("Withdraw the report from the public"),
        lede=_("Its figures stay as they are. It may be proposed again."),
        submit=_("Withdraw with reasons"),
    )
