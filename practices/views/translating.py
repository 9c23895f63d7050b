"""Screens on which an entry is written in a further language and checked; and what readers of it do not see yet."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from calendars.moments import places_of, write_time
from core.forms import ReasonForm, attempt
from core.localised import LANGUAGE_NAMES
from core.refusal import RefusedError
from people.requests import SignedInRequest
from practices.actions import translating as acts
from practices.actions.drafting import ChangedMeanwhileError
from practices.forms.translating import TranslationForm
from practices.languages import source_of, texts_of
from practices.models import Translation
from practices.presentation.languages import state_of
from practices.presentation.translating import (
    changed_sections,
    edited_sections,
    meter_of,
    sections_to_check,
    sent_back_with,
)
from practices.revisions import behind
from practices.sections import SUMMARY
from practices.views.finding import find, screen, seen_in


def find_translation(request: HttpRequest, reference: str, language: str) -> Any:
    """A language of an entry, as far as the reader may see it, with what he may do; else 404, as the entry itself."""
    practice = find(request, reference)
    rows = Translation.objects.visible_to(request.user).select_related("translator", "checked_by", "drafted_by")
    translation = get_object_or_404(
        rows.with_permissions(
            request.user, may_work="practices.work_on_language", may_check="practices.check_translation"
        ),
        practice=practice,
        language=language,
    )
    translation.practice = practice
    return translation


def _expect(is_granted: bool, permission: str) -> None:  # noqa: FBT001  a column of the row
    if not is_granted:
        raise PermissionDenied(permission)


def _screen(translation: Translation, form: Any = None, **context: Any) -> dict[str, Any]:
    return screen(
        translation.practice,
        form,
        translation=translation,
        language_name=LANGUAGE_NAMES[translation.language],
        state=state_of(translation),
        **context,
    )


@login_required
def translate(request: SignedInRequest, reference: str, language: str) -> HttpResponse:
    """Original and translation side by side; what the original says otherwise by now stands between them."""
    translation = find_translation(request, reference, language)
    _expect(translation.may_work, "practices.work_on_language")
    acts.expect_writing(translation)
    version = source_of(translation.practice)
    form = TranslationForm(request.POST or None, translation=translation, version=version)
    if form.is_valid():
        saved, form = _save(request, form)
        if saved and "hand_over" not in request.POST:
            messages.success(request, _("The draft of the translation is saved."))
            return redirect(saved)
        if saved and (handed := attempt(form, acts.hand_over_translation, saved, by=request.user)):
            messages.success(request, _handed_over(handed, form))
            return redirect(translation.practice)
    measure = SUMMARY[language]
    context = _screen(
        translation,
        form,
        version=version,
        sections=edited_sections(form),
        sent_back=sent_back_with(translation),
        meter=meter_of(form.texts, version),
        measure=measure,
        count=measure.count(str(form["summary"].value() or "")) if "summary" in form.fields else 0,
    )
    return render(request, "practices/translate.html", context)


def _save(request: SignedInRequest, form: TranslationForm) -> tuple[Translation | None, TranslationForm]:
    """What was saved, and the page over it: what comes next has read it. Refused, nothing that was typed is lost."""
    row = form.translation
    try:
        saved = acts.translate(row, by=request.user, **form.values())
    except ChangedMeanwhileError as both:
        form = form.met(_fresh(row), both.parts)
        form.add_error(None, str(both.message))
        return None, form
    except RefusedError as refusal:
        form.add_error(None, str(refusal.message))
        return None, form
    return saved, form.met(saved)


def _fresh(row: Translation) -> Translation:
    now = Translation.objects.get(pk=row.pk)
    now.practice = row.practice
    return now


def _handed_over(row: Translation, form: TranslationForm) -> str:
    said = _("The translation was handed over for the check.")
    if left := len(behind(row.draft_of, row.draft, form.version)):
        said += " " + ngettext(
            "%(count)s section still follows an earlier text of the original.",
            "%(count)s sections still follow an earlier text of the original.",
            left,
        ) % {"count": left}
    return said


@login_required
@require_POST
def save_translation(request: SignedInRequest, reference: str, language: str) -> HttpResponse:
    """The same for the script: what was typed is kept at once, and the answer says when, or what stands against it."""
    translation = find_translation(request, reference, language)
    _expect(translation.may_work, "practices.work_on_language")
    form = TranslationForm(request.POST, translation=translation, version=source_of(translation.practice))
    form.is_valid()
    try:
        saved = acts.translate(translation, by=request.user, **form.values())
    except RefusedError as refusal:
        return JsonResponse({"said": str(refusal.message)}, status=409)
    place, _other = places_of(request.reader)
    said = _("Saved %(time)s.") % {"time": write_time(timezone.now(), place) if place else ""}
    if wrong := [str(form[name].label) for name in form.errors if name in form.keys]:
        said += " " + _("Not saved yet, because something is wrong there: %(fields)s.") % {"fields": ", ".join(wrong)}
    return JsonResponse({"said": said, "read": form.read_now(), **meter_of(texts_of(saved), form.version)})


@login_required
@require_POST
def hand_over_translation(request: SignedInRequest, reference: str, language: str) -> HttpResponse:
    """Give a draft on as it stands."""
    translation = find_translation(request, reference, language)
    acts.hand_over_translation(translation, by=request.user)
    messages.success(request, _("The translation was handed over for the check."))
    return redirect(translation.practice)


@login_required
def check_translation(request: SignedInRequest, reference: str, language: str) -> HttpResponse:
    """A second person reads both languages, and what would change for readers; then lets them see it."""
    translation = find_translation(request, reference, language)
    _expect_check(translation)
    if request.method == "POST":
        acts.check_translation(translation, by=request.user, seen=seen_in(request.POST))
        messages.success(request, _("Readers see this translation from now on."))
        return redirect(translation.practice)
    version = source_of(translation.practice)
    context = _screen(translation, version=version, sections=sections_to_check(translation, version))
    return render(request, "practices/check_translation.html", context)


def _expect_check(translation: Any) -> None:
    """As the act asks: who, then when."""
    _expect(translation.may_work, "practices.work_on_language")
    acts.expect_handed_over(translation)
    _expect(translation.may_check, "practices.check_translation")


@login_required
def send_back_translation(request: SignedInRequest, reference: str, language: str) -> HttpResponse:
    """Give the draft back to whoever wrote it."""
    translation = find_translation(request, reference, language)
    _expect_check(translation)
    form = ReasonForm(request.POST or None, hint=_("Whoever translates reads them. Name the sections that you mean."))
    if form.is_valid() and attempt(form, acts.send_back_translation, translation, by=request.user, **form.cleaned_data):
        messages.success(request, _("The translation went back to whoever wrote it."))
        return redirect(translation.practice)
    return render(request, "practices/send_back_translation.html", _screen(translation, form))


def changes_since(request: HttpRequest, reference: str, language: str) -> HttpResponse:
    """For everybody: what the original of a checked translation says otherwise by now, section by section."""
    translation = find_translation(request, reference, language)
    practice = translation.practice
    if not (practice.is_public and translation.checked_at):
        raise Http404
    sections = changed_sections(translation, source_of(practice))
    return render(request, "practices/changes_since.html", _screen(translation, sections=sections))
