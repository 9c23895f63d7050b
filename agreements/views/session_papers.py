"""Papers of a session and their languages."""

from functools import partial
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from agreements.actions import session_papers as acts
from agreements.forms.session_papers import NewPaperForm, PaperForm, TextForm
from agreements.models import CommitteePaper, CommitteeSession
from agreements.views.committee_finding import find_run
from agreements.views.stepping import answer
from core.stepping import posted
from files.models import StoredFile
from people.requests import SignedInRequest


def _paper(session: CommitteeSession, number: int) -> CommitteePaper:
    return get_object_or_404(session.papers, number=number)


@login_required
def add_paper(request: SignedInRequest, reference: str) -> HttpResponse:
    """Lay a paper before the session: it is given the next symbol."""
    session = find_run(request, reference)
    acts.expect_open(session)
    item = session.items.filter(number=request.GET.get("item", "")).first() if _is_number(request) else None
    form = NewPaperForm(
        request.POST or None, request.FILES or None, by=request.user, session=session, initial={"item": item}
    )
    return answer(
        request,
        session,
        form,
        partial(acts.add_paper, session, by=request.user),
        said=_("The paper is added, under the next symbol of the session."),
        part="agenda",
        heading=_("Add a paper"),
        submit=_("Add the paper"),
    )


def _is_number(request: SignedInRequest) -> bool:
    asked = request.GET.get("item", "")
    return asked.isascii() and asked.isdecimal() and len(asked) < 4  # noqa: PLR2004


@login_required
def edit_paper(request: SignedInRequest, reference: str, number: int) -> HttpResponse:
    """Title, item, and who reads it from when."""
    session = find_run(request, reference)
    paper = _paper(session, number)
    return answer(
        request,
        session,
        PaperForm(request.POST or None, session=session, paper=paper),
        partial(acts.edit_paper, paper, by=request.user),
        said=_("The paper is changed."),
        part="agenda",
        template="agreements/edit_paper.html",
        heading=paper.symbol,
        paper=paper,
        texts=list(StoredFile.objects.about(paper)),
    )


@login_required
def add_paper_text(request: SignedInRequest, reference: str, number: int) -> HttpResponse:
    """Another language of the paper, or a text in place of the one there is."""
    session = find_run(request, reference)
    acts.expect_open(session)
    paper = _paper(session, number)
    return answer(
        request,
        session,
        TextForm(request.POST or None, request.FILES or None, by=request.user),
        partial(acts.add_paper_text, paper, by=request.user),
        said=_("The text is added."),
        part="agenda",
        heading=_("Add a language of %(symbol)s") % {"symbol": paper.symbol},
        lede=_("A text in a language that the paper has takes the place of the earlier one."),
        submit=_("Add the text"),
    )


@login_required
def remove_paper_text(request: SignedInRequest, reference: str, number: int, public_id: UUID) -> HttpResponse:
    """Take a language away, asked once more."""
    session = find_run(request, reference)
    acts.expect_open(session)
    paper = _paper(session, number)
    document = get_object_or_404(StoredFile.objects.about(paper), public_id=public_id)
    return answer(
        request,
        session,
        Form(posted(request)),
        partial(acts.remove_paper_text, paper, by=request.user, document=document),
        said=_("The text is removed."),
        part="agenda",
        heading=_("Remove a text of %(symbol)s") % {"symbol": paper.symbol},
        lede=document.name,
        submit=_("Remove"),
    )
