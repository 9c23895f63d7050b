"""Screens of the nominating body and of the contact point."""

from functools import partial

from django import forms
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from core import policies
from core.forms import ReasonForm
from core.localised import active_language
from core.stepping import posted
from events.actions import handing_in, nominating
from events.forms.delegations import HeadForm, LetterForm, NomineeForm, OpinionForm, PaperForm
from events.models import Delegation, Event, Participant
from events.views.delegations import back_to, find_delegation
from events.views.finding import find_event
from events.views.stepping import answer
from events.workflow import inviting
from people.requests import SignedInRequest


@login_required
def nominate(request: SignedInRequest, reference: str, pk: int) -> HttpResponse:
    """Enter a nominee or an alternate."""
    event = find_event(request, reference)
    row = find_delegation(request, event, pk)
    nominating.expect_nominating(row, by=request.user)
    return answer(
        request,
        event,
        NomineeForm(request.POST or None, delegation=row),
        partial(nominating.nominate, row, by=request.user),
        heading=_("Nominate a person"),
        submit=_("Enter the nominee"),
        said=_("The person is entered. Nothing is sent yet."),
        **back_to(row),
    )


def _person_of(request: SignedInRequest, event: Event, pk: int) -> tuple[Participant, Delegation]:
    rows = Participant.objects.visible_to(request.user).filter(event=event, delegation__isnull=False)
    person = get_object_or_404(rows.select_related("delegation__organisation", "delegation__country"), pk=pk)
    assert person.delegation is not None  # noqa: S101  filtered above
    person.event = person.delegation.event = event
    return person, person.delegation


@login_required
def edit_nominee(request: SignedInRequest, reference: str, pk: int) -> HttpResponse:
    """Put the facts of a nominee right."""
    event = find_event(request, reference)
    person, row = _person_of(request, event, pk)
    if not policies.allows(request.user, "events.edit_participant", person):
        nominating.expect_nominating(row, by=request.user)
    back_url = person.get_absolute_url()
    only = nominating.facts_open_to(person, request.user)
    form = NomineeForm(request.POST or None, delegation=row, participant=person, only=only)
    return answer(
        request,
        event,
        form,
        lambda **values: nominating.edit_nominee(
            person, by=request.user, seen=form.cleaned_data["seen"] or person.updated_at, **values
        ),
        heading=_("Facts of %(name)s") % {"name": person},
        said=_("The facts are saved."),
        back_url=back_url,
        back=_("Back to %(name)s") % {"name": person},
    )


@login_required
def remove_nominee(request: SignedInRequest, reference: str, pk: int) -> HttpResponse:
    """Take a nominee off again, after one look."""
    event = find_event(request, reference)
    person, row = _person_of(request, event, pk)
    nominating.expect_nominating(row, by=request.user)
    return answer(
        request,
        event,
        forms.Form(posted(request)),
        partial(nominating.remove_nominee, person, by=request.user),
        heading=_("Remove %(name)s from the nomination") % {"name": person},
        lede=_("What was entered about the person is deleted."),
        submit=pgettext("from a list", "Remove"),
        said=_("The person is removed."),
        **back_to(row),
    )


@login_required
def name_head(request: SignedInRequest, reference: str, pk: int) -> HttpResponse:
    """Name the head, and put everybody in order."""
    event = find_event(request, reference)
    row = find_delegation(request, event, pk)
    policies.require(request.user, "events.name_head", row)
    people = list(row.participants.present().order_by("is_alternate", "order", "pk"))
    return answer(
        request,
        event,
        HeadForm(request.POST or None, delegation=row, people=people),
        partial(nominating.name_head, row, by=request.user),
        heading=_("Head and order of precedence"),
        said=_("The head and the order are saved."),
        **back_to(row),
    )


@login_required
def write_nomination_letter(request: SignedInRequest, reference: str, pk: int) -> HttpResponse:
    """Number, date and signatory of the letter, and the letter itself."""
    event = find_event(request, reference)
    row = find_delegation(request, event, pk)
    nominating.expect_nominating(row, by=request.user)
    form = LetterForm(
        request.POST or None,
        request.FILES or None,
        by=request.user,
        delegation=row,
        has_file=bool(nominating.letters_of(row)),
        language=active_language(),
    )
    return answer(
        request,
        event,
        form,
        partial(nominating.write_nomination_letter, row, by=request.user),
        heading=_("Nomination letter"),
        said=_("The letter is entered. Nothing is sent yet."),
        **back_to(row),
    )


@login_required
def submit_nomination(request: SignedInRequest, reference: str, pk: int) -> HttpResponse:
    """Everything once more, then send it."""
    event = find_event(request, reference)
    row = find_delegation(request, event, pk)
    inviting.expect(row, "submit", by=request.user)
    return answer(
        request,
        event,
        forms.Form(posted(request)),
        partial(nominating.submit_nomination, row, by=request.user),
        template="events/submit_nomination.html",
        delegation=row,
        people=list(row.participants.present().order_by("is_alternate", "order", "pk")),
        letters=nominating.letters_of(row),
        lacking=nominating.missing(row),
        submit=_("Send the nomination"),
        said=_("The nomination is sent."),
        **back_to(row),
    )


@login_required
def forward_nomination(request: SignedInRequest, reference: str, pk: int) -> HttpResponse:
    """Hand it to the centre."""
    event = find_event(request, reference)
    row = find_delegation(request, event, pk)
    inviting.expect(row, "forward", by=request.user)
    return answer(
        request,
        event,
        OpinionForm(posted(request)),
        partial(nominating.forward_nomination, row, by=request.user),
        heading=_("Forward the nomination to the centre"),
        submit=_("Forward"),
        said=_("The centre has the nomination now."),
        **back_to(row),
    )


@login_required
def return_nomination(request: SignedInRequest, reference: str, pk: int) -> HttpResponse:
    """Give it back for revision."""
    event = find_event(request, reference)
    row = find_delegation(request, event, pk)
    inviting.expect(row, "return", by=request.user)
    return answer(
        request,
        event,
        ReasonForm(request.POST or None, hint=_("The nominating body reads them and revises the nomination.")),
        partial(nominating.return_nomination, row, by=request.user),
        heading=_("Return the nomination with reasons"),
        submit=_("Return"),
        said=_("The nomination went back to the nominating body."),
        **back_to(row),
    )


@login_required
def hand_in_paper(request: SignedInRequest, reference: str, pk: int) -> HttpResponse:
    """Hand in a country report, slides or their translation."""
    event = find_event(request, reference)
    row = find_delegation(request, event, pk)
    policies.require(request.user, "events.hand_in_paper", row)
    initial = {"language": active_language(), "kind": request.GET.get("kind", "")}
    form = PaperForm(request.POST or None, request.FILES or None, by=request.user, initial=initial)
    return answer(
        request,
        event,
        form,
        partial(handing_in.hand_in_paper, row, by=request.user),
        heading=_("Hand in a paper"),
        lede=_("A newer paper of the same kind and language takes the place of the older one, which is kept."),
        submit=_("Hand in"),
        said=_("The paper is handed in."),
        **back_to(row),
    )
