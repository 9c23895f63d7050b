"""Screens on which people write to each other."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from consultations.actions import corresponding
from consultations.actions.corresponding import original_of
from consultations.forms.corresponding import MessageForm, NoteForm, TranslationForm
from consultations.models import Consultation, Message
from consultations.presentation.thread import contributions
from consultations.views.finding import find, screen
from consultations.workflow import lifecycle
from core import policies
from core.forms import attempt
from people.requests import SignedInRequest


def _to(consultation: Consultation, message: Message | None = None) -> HttpResponse:
    answer = redirect(consultation)
    answer["Location"] += f"#m{message.pk}" if message else "#thread"
    return answer


@login_required
def write_message(request: SignedInRequest, handle: str) -> HttpResponse:
    """A message to everybody on the record."""
    consultation = find(request, handle)
    policies.require(request.user, "consultations.write_message", consultation)
    form = MessageForm(request.POST or None, request.FILES or None, user=request.user)
    if form.is_valid() and (
        message := attempt(form, corresponding.write_message, consultation, by=request.user, **form.cleaned_data)
    ):
        return _to(consultation, message)
    return render(request, "consultations/write_message.html", screen(consultation, form))


@login_required
def write_note(request: SignedInRequest, handle: str) -> HttpResponse:
    """A note that the asking body never sees."""
    consultation = find(request, handle)
    policies.require(request.user, "consultations.write_note", consultation)
    form = NoteForm(request.POST or None, request.FILES or None, user=request.user)
    if form.is_valid() and (
        message := attempt(form, corresponding.write_note, consultation, by=request.user, **form.cleaned_data)
    ):
        return _to(consultation, message)
    return render(request, "consultations/write_note.html", screen(consultation, form))


@login_required
def ask_back(request: SignedInRequest, handle: str) -> HttpResponse:
    """A question to the requester."""
    consultation = find(request, handle)
    lifecycle.expect(consultation, "ask_back", by=request.user)
    form = MessageForm(request.POST or None, request.FILES or None, user=request.user)
    if form.is_valid() and attempt(form, corresponding.ask_back, consultation, by=request.user, **form.cleaned_data):
        messages.success(request, _("The question went to the requester; your clock stands still."))
        return _to(consultation)
    return render(request, "consultations/ask_back.html", screen(consultation, form))


@login_required
def reply(request: SignedInRequest, handle: str) -> HttpResponse:
    """The requester's reply."""
    consultation = find(request, handle)
    lifecycle.expect(consultation, "reply", by=request.user)
    form = MessageForm(request.POST or None, request.FILES or None, user=request.user)
    if form.is_valid() and attempt(form, corresponding.reply, consultation, by=request.user, **form.cleaned_data):
        messages.success(request, _("Your reply went to the advisors."))
        return _to(consultation)
    asked = contributions(consultation, request.user, kind="question")
    return render(request, "consultations/reply.html", screen(consultation, form, asked=asked[-1:]))


def _message(request: SignedInRequest, consultation: Consultation, pk: int) -> Message:
    return get_object_or_404(Message.objects.visible_to(request.user), consultation=consultation, pk=pk)


@login_required
def translate_message(request: SignedInRequest, handle: str, pk: int) -> HttpResponse:
    """A translation, beside its original."""
    consultation = find(request, handle)
    message = _message(request, consultation, pk)
    policies.require(request.user, "consultations.translate_message", message)
    original = original_of(message)
    wanted = consultation.language if original.language != consultation.language else request.user.language
    form = TranslationForm(request.POST or None, original=original.language, initial={"language": wanted})
    if form.is_valid() and attempt(
        form, corresponding.translate_message, message, by=request.user, **form.cleaned_data
    ):
        return _to(consultation, message)
    return render(request, "consultations/translate_message.html", screen(consultation, form, original=original))


@login_required
def correct_message(request: SignedInRequest, handle: str, pk: int) -> HttpResponse:
    """The author writes it anew."""
    consultation = find(request, handle)
    message = get_object_or_404(
        Message.objects.visible_to(request.user), consultation=consultation, pk=pk, author=request.user
    )
    original = original_of(message)
    form = MessageForm(
        request.POST or None,
        user=request.user,
        initial={"text": original.text, "language": original.language},
    )
    del form.fields["language"], form.fields["attachment"]
    if form.is_valid() and attempt(form, corresponding.correct_message, message, by=request.user, **form.cleaned_data):
        return _to(consultation, message)
    return render(request, "consultations/correct_message.html", screen(consultation, form, original=original))
