"""Screens on which a request is begun, written, checked and sent; and translated."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from consultations.actions import drafting
from consultations.enums import Status
from consultations.forms.drafting import PAGES, RequestTranslationForm
from consultations.models import Consultation, RequestTranslation
from consultations.policies import may_ask
from consultations.views.finding import find, screen
from consultations.workflow import lifecycle
from core import policies
from core.forms import attempt
from core.localised import LANGUAGE_NAMES
from files.policies import files_of
from people.enums import Function
from people.models import Centre
from people.requests import SignedInRequest
from practices.models import Practice


def start(request: HttpRequest) -> HttpResponse:
    """For everybody: who may ask, what is needed, what happens. For those who may: the button.

    `?practice=P-2026-014` begins a request about an entry of the library.
    """
    practice = _asked_about(request, request.GET.get("practice", ""))
    return render(request, "consultations/start.html", {"may_ask": may_ask(request.user), "practice": practice})


def _asked_about(request: HttpRequest, reference: str) -> Practice | None:
    """The published entry with this number; 404 for a number that leads nowhere, none where none was given."""
    if not reference:
        return None
    rows = Practice.objects.visible_to(request.user).public().select_related("owner", "country__calendar")
    return get_object_or_404(rows, reference=reference.replace("\x00", ""))


@login_required
@require_POST
def create(request: SignedInRequest) -> HttpResponse:
    """Begin a draft for the reader's own body, at the centre that serves its country."""
    held = request.user.standing.holding(Function.MEMBER, Function.FOCAL_POINT)
    if not held:
        raise PermissionDenied("consultations.create")
    body = held[0].organisation
    centre = (
        Centre.objects.filter(countries=body.country_id).order_by("pk").first() or Centre.objects.order_by("pk").first()
    )
    if centre is None:
        raise Http404
    practice = _asked_about(request, request.POST.get("practice", ""))
    draft = drafting.create_draft(by=request.user, centre=centre, organisation=body, practice=practice)
    return redirect("consultations:edit", draft.handle, "body")


@login_required
def edit(request: SignedInRequest, handle: str, page: str) -> HttpResponse:
    """One page of the draft: saved as it is, complete or not, then on to the next."""
    consultation = find(request, handle)
    if page not in PAGES:
        raise Http404
    drafting.expect_draft(consultation, by=request.user)
    name, form_class = PAGES[page]
    more = request.GET.get("more", "")[:1]
    extra = {"shown": int(more) if more.isdecimal() else 2} if page == "questions" else {}
    form = form_class(request.POST or None, consultation=consultation, user=request.user, **extra)
    if form.is_valid() and attempt(form, drafting.edit_draft, consultation, by=request.user, **form.values()):
        return _after(request, consultation, page, form)
    pages = list(PAGES)
    number = pages.index(page)
    return render(
        request,
        "consultations/edit.html",
        screen(
            consultation,
            form,
            page=page,
            name=name,
            number=number + 1,
            previous=pages[number - 1] if number else "",
            pages=[(slug, label, slug == page) for slug, (label, _form) in PAGES.items()],
        ),
    )


def _after(request: SignedInRequest, consultation: Consultation, page: str, form: object) -> HttpResponse:
    pages = list(PAGES)
    if "add" in request.POST:
        url = redirect("consultations:edit", consultation.handle, page)
        url["Location"] += f"?more={getattr(form, 'shown', 2) + 1}#id_q{getattr(form, 'shown', 2) + 1}"
        return url
    if "later" in request.POST:
        messages.success(request, _("The draft is saved. Only your organisation sees it until you send it."))
        return redirect(consultation)
    following = pages[pages.index(page) + 1 :]
    if following and "check" not in request.GET:
        return redirect("consultations:edit", consultation.handle, following[0])
    return redirect("consultations:check", consultation.handle)


@login_required
def check(request: SignedInRequest, handle: str) -> HttpResponse:
    """Everything that was written, before it goes out; what is still missing leads to its page."""
    consultation = find(request, handle)
    lifecycle.expect(consultation, "submit", by=request.user)
    if request.method == "POST":
        drafting.submit(consultation, by=request.user)
        return redirect("consultations:sent", consultation.handle)
    lacking, documents = drafting.missing(consultation), files_of(consultation, request.user)
    return render(request, "consultations/check.html", screen(consultation, lacking=lacking, documents=documents))


@login_required
def sent(request: SignedInRequest, handle: str) -> HttpResponse:
    """What happens next, with the date by which it will."""
    consultation = find(request, handle)
    if consultation.status == Status.DRAFT:
        return redirect(consultation)
    return render(request, "consultations/sent.html", screen(consultation))


@login_required
def choose_translation(request: SignedInRequest, handle: str) -> HttpResponse:
    """Which language the request is wanted in, and what there is."""
    consultation = find(request, handle)
    policies.require(request.user, "consultations.translate_request", consultation)
    done = {one.language: one for one in consultation.translations.select_related("by")}
    rows = [
        (code, name, done.get(code), bool(done.get(code)) and done[code].of_revision < consultation.revision)
        for code, name in LANGUAGE_NAMES.items()
        if code != consultation.language
    ]
    return render(request, "consultations/choose_translation.html", screen(consultation, rows=rows))


@login_required
def translate_request(request: SignedInRequest, handle: str, language: str) -> HttpResponse:
    """Original and translation side by side."""
    consultation = find(request, handle)
    if language not in LANGUAGE_NAMES or language == consultation.language:
        raise Http404
    policies.require(request.user, "consultations.translate_request", consultation)
    form = RequestTranslationForm(request.POST or None, consultation=consultation, language=language)
    if form.is_valid() and attempt(
        form, drafting.translate_request, consultation, by=request.user, language=language, **form.values()
    ):
        messages.success(request, _("The translation is saved."))
        return redirect(consultation)
    earlier = RequestTranslation.objects.filter(consultation=consultation, language=language).first()
    outdated = earlier is not None and earlier.of_revision < consultation.revision
    return render(
        request,
        "consultations/translate_request.html",
        screen(consultation, form, language=language, outdated=outdated),
    )
