"""Members of a session, and who came."""

from functools import partial

from django.contrib.auth.decorators import login_required
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from agreements.actions import members as acts
from agreements.actions.sessions import expect_ahead
from agreements.forms.sessions import MemberForm, PresenceForm
from agreements.models import CommitteeSession, SessionMember
from agreements.presentation.sessions import members_of
from agreements.views.committee_finding import find_run
from agreements.views.stepping import answer
from core.stepping import posted
from people.requests import SignedInRequest


def _member(session: CommitteeSession, pk: int) -> SessionMember:
    return get_object_or_404(session.members.select_related("organisation"), pk=pk)


@login_required
def add_member(request: SignedInRequest, reference: str) -> HttpResponse:
    """Give somebody a seat."""
    session = find_run(request, reference)
    expect_ahead(session)
    return answer(
        request,
        session,
        MemberForm(request.POST or None, centre=session.centre),
        partial(acts.add_member, session, by=request.user),
        said=_("The member is added."),
        part="members",
        heading=_("Add a member"),
        submit=_("Add the member"),
    )


@login_required
def edit_member(request: SignedInRequest, reference: str, pk: int) -> HttpResponse:
    """Put a seat right."""
    session = find_run(request, reference)
    expect_ahead(session)
    member = _member(session, pk)
    return answer(
        request,
        session,
        MemberForm(request.POST or None, centre=session.centre, member=member),
        partial(acts.edit_member, member, by=request.user),
        said=_("The member is changed."),
        part="members",
        heading=_("Change a member"),
    )


@login_required
def remove_member(request: SignedInRequest, reference: str, pk: int) -> HttpResponse:
    """Take a seat away, asked once more."""
    session = find_run(request, reference)
    expect_ahead(session)
    member = _member(session, pk)
    return answer(
        request,
        session,
        Form(posted(request)),
        partial(acts.remove_member, member, by=request.user),
        said=_("The member is removed."),
        part="members",
        heading=_("Remove %(name)s from the session") % {"name": member.name},
        lede=_("The seat is taken away. What the person was told stays in the journal."),
        submit=_("Remove"),
    )


@login_required
def record_presence(request: SignedInRequest, reference: str) -> HttpResponse:
    """Who came, and who sent apologies."""
    session = find_run(request, reference)
    expect_ahead(session)
    members = members_of(session, is_inside=True)
    return answer(
        request,
        session,
        PresenceForm(posted(request), members=members),
        partial(acts.record_presence, session, by=request.user),
        said=_("Presence is recorded."),
        part="members",
        heading=_("Who came"),
        lede=_("The quorum of both sides is counted from it."),
    )
