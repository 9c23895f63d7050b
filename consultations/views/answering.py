"""Screens on which the answer is written, translated, checked and sent."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from consultations.actions import answering
from consultations.enums import AnswerState, Status
from consultations.forms.answering import AnswerForm, PartsForm
from consultations.models import Answer, Consultation
from consultations.views.finding import find, screen
from consultations.workflow import way_out
from core import policies
from core.forms import ReasonForm, attempt
from core.refusal import RefusedError
from files.models import StoredFile
from people.requests import SignedInRequest


def _version(consultation: Consultation) -> Answer:
    """The version in preparation; 404 when there is none."""
    answer = (
        consultation.answers.exclude(state=AnswerState.SENT).prefetch_related("parts__question", "translations").first()
    )
    if answer is None:
        raise Http404
    return answer


def _texts(answer: Answer | None, language: str) -> dict[int, str]:
    return {part.question_id: part.text.get(language, "") for part in answer.parts.all()} if answer else {}


def _files(answer: Answer | None) -> list[StoredFile]:
    """The files of a version, for those who prepare it."""
    return list(StoredFile.objects.about(answer)) if answer else []


@login_required
def write_answer(request: SignedInRequest, handle: str) -> HttpResponse:
    """Question by question; saved as often as wanted, then handed over."""
    consultation = find(request, handle)
    policies.require(request.user, "consultations.answer", consultation)
    if consultation.status != Status.IN_PROGRESS:
        raise RefusedError(_("An answer is written while the request is with the advisors."))
    answers = list(consultation.answers.prefetch_related("parts"))
    latest = answers[-1] if answers else None
    current = latest if latest and latest.state != AnswerState.SENT else None
    if current and current.state != AnswerState.DRAFT:
        raise RefusedError(_("This version has been handed over; it can be written on when it is sent back."))
    language = latest.language if latest else request.user.language
    form = AnswerForm(
        request.POST or None,
        request.FILES or None,
        by=request.user,
        consultation=consultation,
        written=_texts(latest, language),
        open_questions={part.question_id for part in latest.parts.all() if part.stays_open} if latest else set(),
        initial={"language": language, "seen": current.revision if current else 0},
    )
    if form.is_valid():
        answer = attempt(form, answering.write_answer, consultation, by=request.user, **form.values())
        if answer and "hand_over" in request.POST:
            if attempt(form, answering.hand_over_answer, answer, by=request.user):
                messages.success(request, _("The answer was handed over."))
                return redirect(consultation)
            form.data = {**form.data.dict(), "seen": answer.revision}  # type: ignore[attr-defined]
        elif answer:
            messages.success(request, _("The draft of the answer is saved."))
            return redirect("consultations:write_answer", consultation.handle)
    return render(
        request, "consultations/write_answer.html", screen(consultation, form, answer=current, files=_files(current))
    )


@login_required
@require_POST
def hand_over(request: SignedInRequest, handle: str) -> HttpResponse:
    """Give a version on as it stands."""
    consultation = find(request, handle)
    answering.hand_over_answer(_version(consultation), by=request.user)
    messages.success(request, _("The answer was handed over."))
    return redirect(consultation)


@login_required
def translate_answer(request: SignedInRequest, handle: str) -> HttpResponse:
    """Original and translation side by side, part by part."""
    consultation = find(request, handle)
    answer = _version(consultation)
    policies.require(request.user, "consultations.translate_version", answer)
    language = consultation.language
    if language == answer.language:
        raise RefusedError(_("The original is in this language already."))
    form = PartsForm(request.POST or None, consultation=consultation, written=_texts(answer, language))
    if form.is_valid() and attempt(
        form, answering.translate_answer, answer, by=request.user, language=language, texts=form.texts()
    ):
        if "hand_over" in request.POST and not attempt(form, answering.hand_over_answer, answer, by=request.user):
            return render(request, "consultations/translate_answer.html", _beside(consultation, form, answer))
        messages.success(request, _("The translation is saved."))
        return redirect(consultation)
    return render(request, "consultations/translate_answer.html", _beside(consultation, form, answer))


def _beside(consultation: Consultation, form: PartsForm, answer: Answer) -> dict[str, object]:
    originals = _texts(answer, answer.language)
    rows = [(question, originals.get(question.pk, ""), field) for question, field, _open in form.rows()]
    return screen(consultation, form, answer=answer, rows=rows, language=consultation.language, files=_files(answer))


@login_required
def check_answer(request: SignedInRequest, handle: str) -> HttpResponse:
    """The officer reads both languages, then sends."""
    consultation = find(request, handle)
    answer = _version(consultation)
    way_out.expect(answer, "send", by=request.user)
    if request.method == "POST":
        answering.send_answer(consultation, by=request.user, seen=request.POST.get("seen", ""))
        messages.success(request, _("The answer was sent to the requester."))
        return redirect(consultation)
    current = {one.language for one in answer.translations.all() if one.of_revision == answer.revision}
    missing = answering.needs_translation(answer, consultation) and consultation.language not in current
    return render(
        request,
        "consultations/check_answer.html",
        screen(
            consultation,
            answer=answer,
            parts=answer.parts.all(),
            missing=missing,
            stamp=answering.stamp_of(answer),
            files=_files(answer),
        ),
    )


@login_required
def send_back_answer(request: SignedInRequest, handle: str) -> HttpResponse:
    """Give the version back to its author."""
    consultation = find(request, handle)
    answer = _version(consultation)
    way_out.expect(answer, "send_back", by=request.user)
    form = ReasonForm(request.POST or None, hint=_("The advisor reads them."))
    if form.is_valid() and attempt(form, answering.send_back_answer, answer, by=request.user, **form.cleaned_data):
        messages.success(request, _("The answer went back to the advisor."))
        return redirect(consultation)
    return render(request, "consultations/send_back_answer.html", screen(consultation, form, answer=answer))
