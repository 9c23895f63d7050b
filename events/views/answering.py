"""Answering questionnaires: with an account, or by the secret of a letter."""

from contextlib import nullcontext
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from core.forms import attempt
from events.actions.answering import answer_questionnaire as answer
from events.actions.answering import takes_answers
from events.enums import QuestionnaireStatus
from events.forms.evaluation import AnswerForm
from events.models import Ballot, Event, Participant, Questionnaire
from events.views.evaluation import find_questionnaire
from events.views.finding import find_event
from events.views.secret import by_secret, find_by_secret
from people.models import User
from people.requests import SignedInRequest


@login_required
def answer_questionnaires(request: SignedInRequest, reference: str) -> HttpResponse:
    """All that are open, and which of them this participant has answered."""
    event = find_event(request, reference)
    participant = _participant(event, request.user)
    return render(request, "events/answer_questionnaires.html", _list(event, participant))


@login_required
def answer_questionnaire(request: SignedInRequest, reference: str, pk: int) -> HttpResponse:
    """One of them; after it comes the next."""
    found = find_questionnaire(request, reference, pk)
    participant = _participant(found.event, request.user)
    return _answer(request, found, participant, by=request.user)


@by_secret
def questionnaires_by_link(request: HttpRequest, secret: str) -> HttpResponse:
    """The same without an account, in the language that the person is written to."""
    participant = _seated(secret)
    with _language_of(request, participant):
        return render(
            request, "events/answer_questionnaires.html", _list(participant.event, participant, secret=secret)
        )


@by_secret
def questionnaire_by_link(request: HttpRequest, secret: str, pk: int) -> HttpResponse:
    """One of them, without an account."""
    participant = _seated(secret)
    rows = Questionnaire.objects.exclude(status=QuestionnaireStatus.DRAFT).filter(event=participant.event)
    found = rows.select_related("session", "contributor").filter(pk=pk).first()
    if found is None:
        raise Http404
    found.event = participant.event
    with _language_of(request, participant):
        return _answer(request, found, participant, secret=secret)


def _participant(event: Event, user: User) -> Participant:
    found = Participant.objects.seated().filter(event=event, user=user).first()
    if found is None:
        raise PermissionDenied("events.answer_questionnaire")
    return found


def _seated(secret: str) -> Participant:
    found = find_by_secret(secret)
    if not found.holds_a_seat():
        raise Http404
    return found


def _language_of(request: HttpRequest, participant: Participant) -> Any:
    """The language of the letters, unless the reader has chosen another one on these pages."""
    chosen = request.user.is_authenticated or settings.LANGUAGE_COOKIE_NAME in request.COOKIES
    return nullcontext() if chosen else translation.override(participant.language)


def _list(event: Event, participant: Participant, *, secret: str = "") -> dict[str, Any]:
    """The open ones, each with whether it was answered and where it is."""
    open_ones = Questionnaire.objects.open().filter(event=event).select_related("session", "contributor")
    answered = set(Ballot.objects.filter(participant=participant).values_list("questionnaire", flat=True))
    rows = [(one, one.pk in answered, _address(event, one, secret)) for one in open_ones]
    return {
        "event": event,
        "rows": rows,
        "is_complete": bool(rows) and all(is_answered for _one, is_answered, _url in rows),
        "back_url": reverse("events:registration", args=[secret]) if secret else event.get_absolute_url(),
    }


def _address(event: Event, one: Questionnaire, secret: str) -> str:
    if secret:
        return reverse("events:questionnaire_by_link", args=[secret, one.pk])
    return reverse("events:answer_questionnaire", args=[event.reference, one.pk])


def _answer(
    request: HttpRequest, found: Questionnaire, participant: Participant, *, by: User | None = None, secret: str = ""
) -> HttpResponse:
    """Show the questions, or keep the answers and go on to the next questionnaire."""
    back = (
        reverse("events:questionnaires_by_link", args=[secret])
        if secret
        else reverse("events:answer_questionnaires", args=[found.event.reference])
    )
    form = AnswerForm(request.POST or None, questions=list(found.questions.all()))
    if request.method != "POST":
        if Ballot.objects.filter(questionnaire=found, participant=participant).exists():
            messages.info(request, _("You have answered this questionnaire already."))
            return redirect(back)
        if not takes_answers(found):
            messages.info(request, _("This questionnaire is closed: it takes no more answers."))
            return redirect(back)
    elif form.is_valid():
        attempt(form, answer, found, participant=participant, answers=form.answers(), by=by)
        if not form.errors:
            messages.success(request, _("Your answers are kept, without your name."))
            return redirect(_next(found, participant, secret) or back)
    context = {"event": found.event, "questionnaire": found, "form": form, "back_url": back}
    context["back"] = _("Back to the questionnaires")
    return render(request, "events/answer_questionnaire.html", context)


def _next(found: Questionnaire, participant: Participant, secret: str) -> str:
    """The next one that is open and not answered."""
    open_ones = Questionnaire.objects.open().filter(event=found.event)
    rest = open_ones.exclude(ballots__participant=participant).first()
    return _address(found.event, rest, secret) if rest else ""
