"""Building questionnaires, and opening and closing them."""

from collections.abc import Callable
from functools import partial
from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from core import policies
from core.forms import attempt
from core.paging import page_of
from core.stepping import posted
from events.actions import evaluation
from events.enums import QuestionnaireStatus, SubjectKind
from events.forms.evaluation import ClosingForm, CreateForm, ItemForm, OpenForm, TitleForm
from events.models import Event, Question, Questionnaire
from events.presentation.page import page_of_event
from events.presentation.phrases import QUESTIONNAIRE_PHRASES
from events.presentation.results import with_ballots
from events.views.finding import find_event
from events.views.stepping import answer
from events.workflow import evaluating
from people.history import history_of
from people.requests import SignedInRequest


def find_questionnaire(request: HttpRequest, reference: str, pk: int) -> Questionnaire:
    """The questionnaire, as far as the reader may see it; else 404."""
    rows = Questionnaire.objects.visible_to(request.user).select_related(
        "event__programme",
        "event__centre__side_a__calendar",
        "event__centre__side_b__calendar",
        "session",
        "contributor",
    )
    return get_object_or_404(rows.defer("event__search"), pk=pk, event__reference=reference)


def _built(request: SignedInRequest, reference: str, pk: int) -> Questionnaire:
    found = find_questionnaire(request, reference, pk)
    policies.require(request.user, "events.build_questionnaire", found)
    return found


def _questionnaires(event: Event) -> str:
    return reverse("events:questionnaires", args=[event.reference])


def _step(
    request: SignedInRequest,
    event: Event,
    form: forms.Form,
    act: Callable[..., Any],
    *,
    template: str,
    said: str | Promise,
    to: str,
    **context: Any,
) -> HttpResponse:
    """The ways of the screens that ask for one thing: on to `to`, and back there."""
    back = _("Back to the questionnaires") if to == _questionnaires(event) else _("Back to the questionnaire")
    return answer(request, event, form, act, said=said, back_url=to, template=template, back=back, **context)


# --- Questionnaires --------------------------------------------------------------------------------------------------


@login_required
def questionnaires(request: SignedInRequest, reference: str) -> HttpResponse:
    """Those of the event with their state; who only came is led to those to be answered."""
    event = find_event(request, reference)
    asked = ("events.evaluate", "events.view_questionnaires", "events.answer_questionnaires")
    context = page_of_event(request, event, "questionnaires", *asked)
    if "events.view_questionnaires" not in context["granted"]:
        raise PermissionDenied("events.view_questionnaires")
    if "events.view_whole" not in context["granted"]:
        return redirect("events:answer_questionnaires", event.reference)
    rows = with_ballots(Questionnaire.objects.filter(event=event).select_related("session", "contributor"))
    page = page_of(rows, request.GET, order="position")
    may_build = "events.evaluate" in context["granted"]
    context |= {
        "page": page,
        "may_build": may_build,
        "subjects": SubjectKind.choices if may_build else [],
        "has_drafts": any(one.status == QuestionnaireStatus.DRAFT for one in page.rows),
    }
    return render(request, "events/questionnaires.html", context)


@login_required
def create_questionnaires(request: SignedInRequest, reference: str, subject: str) -> HttpResponse:
    """One about the event, or one each about sessions, visits or speakers."""
    event = find_event(request, reference)
    policies.require(request.user, "events.evaluate", event)
    if subject not in SubjectKind.values:
        raise Http404
    form = CreateForm(request.POST or None, event=event, subject=subject)
    return _step(
        request,
        event,
        form,
        partial(evaluation.create_questionnaires, event, by=request.user, subject=subject),
        template="events/create_questionnaires.html",
        said=_("The questionnaire is begun. Nobody sees it before you open it."),
        to=_questionnaires(event),
        subject=SubjectKind(subject),
    )


@login_required
def questionnaire(request: SignedInRequest, reference: str, pk: int) -> HttpResponse:
    """Its questions, for those who build it; who came answers it."""
    found = find_questionnaire(request, reference, pk)
    context = page_of_event(request, found.event, "questionnaires")
    if "events.view_whole" not in context["granted"]:
        return redirect("events:answer_questionnaire", reference, pk)
    may_build = policies.allows(request.user, "events.build_questionnaire", found)
    context |= {
        "questionnaire": found,
        "questions": list(found.questions.all()),
        "may_build": may_build,
        "may_edit": may_build and found.status == QuestionnaireStatus.DRAFT,
        "answered": found.ballots.count(),
        "history": history_of(found, QUESTIONNAIRE_PHRASES, centre=found.event.centre),
    }
    return render(request, "events/questionnaire.html", context)


@login_required
def rename_questionnaire(request: SignedInRequest, reference: str, pk: int) -> HttpResponse:
    """Another title."""
    found = _built(request, reference, pk)
    form = TitleForm(request.POST or None, initial={"title": found.title})
    return _step(
        request,
        found.event,
        form,
        partial(evaluation.rename_questionnaire, found, by=request.user),
        template="events/rename_questionnaire.html",
        said=_("The title is saved."),
        to=found.get_absolute_url(),
    )


@login_required
def delete_questionnaire(request: SignedInRequest, reference: str, pk: int) -> HttpResponse:
    """Throw a draft away, after a question."""
    found = _built(request, reference, pk)
    form = forms.Form(posted(request))
    if form.is_valid():
        attempt(form, evaluation.delete_questionnaire, found, by=request.user)
        if not form.errors:
            messages.success(request, _("The draft is deleted."))
            return redirect(_questionnaires(found.event))
    context = {"event": found.event, "form": form, "questionnaire": found, "back_url": found.get_absolute_url()}
    context["back"] = _("Back to the questionnaire")
    return render(request, "events/delete_questionnaire.html", context)


@login_required
def open_questionnaires(request: SignedInRequest, reference: str) -> HttpResponse:
    """Choose the drafts to be opened, and until when."""
    event = find_event(request, reference)
    policies.require(request.user, "events.evaluate", event)
    drafts = Questionnaire.objects.filter(event=event, status=QuestionnaireStatus.DRAFT)
    chosen = drafts.filter(pk=request.GET["chosen"]) if request.GET.get("chosen", "").isdecimal() else drafts
    form = OpenForm(request.POST or None, drafts=drafts, initial={"questionnaires": chosen})
    return _step(
        request,
        event,
        form,
        partial(evaluation.open_questionnaires, event, by=request.user),
        template="events/open_questionnaires.html",
        said=_("Opened. Those who came have been told."),
        to=_questionnaires(event),
    )


@login_required
def close_questionnaire(request: SignedInRequest, reference: str, pk: int) -> HttpResponse:
    """Take no more answers."""
    found = _built(request, reference, pk)
    evaluating.expect(found, "close", by=request.user)
    form = forms.Form(posted(request))
    return _step(
        request,
        found.event,
        form,
        partial(evaluation.close_questionnaire, found, by=request.user),
        template="events/close_questionnaire.html",
        said=_("The questionnaire is closed."),
        to=found.get_absolute_url(),
        questionnaire=found,
    )


@login_required
def reopen_questionnaire(request: SignedInRequest, reference: str, pk: int) -> HttpResponse:
    """Take answers again."""
    found = _built(request, reference, pk)
    evaluating.expect(found, "reopen", by=request.user)
    form = ClosingForm(posted(request))
    return _step(
        request,
        found.event,
        form,
        partial(evaluation.reopen_questionnaire, found, by=request.user),
        template="events/reopen_questionnaire.html",
        said=_("The questionnaire is open again. Those who came have been told."),
        to=found.get_absolute_url(),
        questionnaire=found,
    )


# --- Its questions ---------------------------------------------------------------------------------------------------


@login_required
@require_POST
def add_standard_questions(request: SignedInRequest, reference: str, pk: int) -> HttpResponse:
    """Those of the bank that it does not have yet."""
    found = _built(request, reference, pk)
    if evaluation.add_standard_questions(found, by=request.user):
        messages.success(request, _("The standard questions are added."))
    else:
        messages.info(request, _("It has all the standard questions for this subject already."))
    return redirect(found)


@login_required
def add_item(request: SignedInRequest, reference: str, pk: int) -> HttpResponse:
    """A question of one's own."""
    found = _built(request, reference, pk)
    form = ItemForm(request.POST or None, questionnaire=found)
    return _step(
        request,
        found.event,
        form,
        partial(evaluation.add_item, found, by=request.user),
        template="events/edit_item.html",
        said=_("The question is saved."),
        to=found.get_absolute_url(),
    )


@login_required
def edit_item(request: SignedInRequest, reference: str, pk: int, question: int) -> HttpResponse:
    """A question of a draft."""
    found = _built(request, reference, pk)
    item = get_object_or_404(Question.objects.select_related("questionnaire"), pk=question, questionnaire=found)
    form = ItemForm(request.POST or None, questionnaire=found, question=item)
    return _step(
        request,
        found.event,
        form,
        partial(evaluation.edit_item, item, by=request.user),
        template="events/edit_item.html",
        said=_("The question is saved."),
        to=found.get_absolute_url(),
        question=item,
    )


@login_required
@require_POST
def move_item(request: SignedInRequest, reference: str, pk: int, question: int) -> HttpResponse:
    """One place up or down."""
    found = _built(request, reference, pk)
    item = get_object_or_404(Question.objects.select_related("questionnaire"), pk=question, questionnaire=found)
    evaluation.move_item(item, by=request.user, up=request.POST.get("to") == "up")
    return redirect(f"{found.get_absolute_url()}#q{item.pk}")


@login_required
@require_POST
def delete_item(request: SignedInRequest, reference: str, pk: int, question: int) -> HttpResponse:
    """Out of the draft."""
    found = _built(request, reference, pk)
    item = get_object_or_404(Question.objects.select_related("questionnaire"), pk=question, questionnaire=found)
    evaluation.delete_item(item, by=request.user)
    messages.success(request, _("The question is taken out."))
    return redirect(found)
