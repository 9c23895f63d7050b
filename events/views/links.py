"""Giving up the links of letters: by the person, with or without an account, and by an officer."""

from django.contrib.auth.decorators import login_required
from django.forms import Form
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from core import policies
from core.stepping import posted
from events.actions.links import renew_links as act
from events.views.accepting import find_participant
from events.views.finding import find_event
from events.views.secret import by_secret, find_by_secret
from events.views.stepping import answer
from people.requests import SignedInRequest


@login_required
def renew_links(request: SignedInRequest, reference: str, pk: int) -> HttpResponse:
    """By the person or an officer, from the page of the participant."""
    event = find_event(request, reference)
    person = find_participant(request, event, pk)
    policies.require(request.user, "events.renew_links", person)
    return answer(
        request,
        event,
        Form(posted(request)),
        lambda: act(person, by=request.user),
        said=_("The old links open nothing any more. A letter with the new one is on its way to the person."),
        back_url=person.get_absolute_url(),
        back=_("Back to %(name)s") % {"name": person},
        heading=_("Give up the links of letters"),
        lede=_("The links in earlier letters to %(name)s, and the address of the calendar, open nothing from now on.")
        % {"name": person},
        submit=_("Send a new link"),
    )


@by_secret
def renew_links_by_letter(request: SignedInRequest, secret: str) -> HttpResponse:
    """By whoever holds a letter. The new link is sent, not shown: the letter may be in the wrong hands."""
    person = find_by_secret(secret)
    return answer(
        request,
        person.event,
        Form(posted(request)),
        lambda: act(person, by=None),
        template="events/registration_step.html",
        said=_("The old link opens nothing any more. A letter with the new one is on its way."),
        back_url=reverse("events:registration", args=[secret]),
        done_url=reverse("events:list"),
        back=_("Back to your registration"),
        heading=_("Ask for a new link"),
        lede=_(
            "This link, and the address of your calendar, open nothing from then on. The new link is sent to your "
            "e-mail address and not shown here."
        ),
        submit=_("Send a new link"),
        participant=person,
        may_change=True,
    )
