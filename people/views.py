"""Screens: the own profile, how pages look, asking for access, inviting."""

from typing import Any

from allauth.core import ratelimit
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.cache import patch_cache_control
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST, require_safe

from core.forms import attempt
from core.localised import LANGUAGE_NAMES
from core.paging import SIZE, page_of
from core.stepping import posted
from people import actions, tokens
from people.consents import asked, unanswered
from people.enums import Function, Purpose, RequestStatus
from people.forms import (
    AcceptInvitationForm,
    AccessForm,
    ConsentForm,
    DecisionForm,
    ExpertForm,
    InvitationForm,
    LanguageForm,
    ProfileForm,
    RosterForm,
    TakePostForm,
    ViewForm,
)
from people.models import AccessRequest, ConsentText, ExpertProfile, Invitation, Organisation, SpokenLanguage, User
from people.reader import VIEW_COOKIES, ZONE_COOKIE, remember
from people.requests import ReadRequest, SignedInRequest


def next_url(request: HttpRequest, default: str) -> str:
    """Where the reader came from, if it is a page of this house."""
    asked = request.POST.get("next") or request.GET.get("next") or ""
    is_ours = url_has_allowed_host_and_scheme(asked, {request.get_host()}, require_https=request.is_secure())
    return asked if is_ours else default


# --- The own account -------------------------------------------------------------------------------------------------


@login_required
def profile(request: SignedInRequest) -> HttpResponse:
    appointments = request.user.appointments.for_standing().newest_first()[:SIZE]
    context = {
        "person": request.user,
        "appointments": appointments,
        "reads": ", ".join(LANGUAGE_NAMES[code] for code in request.user.reads if code in LANGUAGE_NAMES),
        "expert": ExpertProfile.objects.filter(user=request.user).for_roster().first(),
        "finds_experts": request.user.standing.holds(Function.OFFICER, Function.CO_DIRECTOR),
        "invites": bool(request.user.standing.holds(Function.FOCAL_POINT) or request.user.is_staff),
    }
    return render(request, "people/profile.html", context)


@login_required
def edit_profile(request: SignedInRequest) -> HttpResponse:
    person = User.objects.get(pk=request.user.pk)  # the form writes on it, and the page frame shows request.user
    form = ProfileForm(request.POST or None, instance=person)
    if form.is_valid():
        actions.edit_profile(person, by=request.user, **form.cleaned_data)
        with translation.override(person.language):
            messages.success(request, _("Your profile is saved."))
        return redirect("people:profile")
    return render(request, "people/edit_profile.html", {"form": form})


def view_settings(request: ReadRequest) -> HttpResponse:
    """How pages look: kept with the account, or in cookies for whoever has none."""
    user = request.user if isinstance(request.user, User) else None
    initial = {**request.reader.chosen_view, "zone": request.reader.zone.key}
    form = ViewForm(request.POST or None, initial=initial, with_zone=user is None)
    if form.is_valid():
        back = redirect(next_url(request, reverse("people:view_settings")))
        if user:
            actions.set_view(user, **form.cleaned_data)
        else:
            for name in (*VIEW_COOKIES, ZONE_COOKIE):
                remember(back, name, form.cleaned_data[name])
        messages.success(request, _("Pages now look as you have chosen."))
        return back
    return render(request, "people/view_settings.html", {"form": form, "next": next_url(request, "")})


def set_language(request: ReadRequest) -> HttpResponse:
    """Change the language of pages and, for people with an account, of letters. Returns to where the reader was."""
    form = LanguageForm(request.POST or None, initial={"language": request.reader.language})
    if form.is_valid():
        language = form.cleaned_data["language"]
        if isinstance(request.user, User):
            actions.set_language(request.user, language)
        back = redirect(next_url(request, "/"))
        remember(back, settings.LANGUAGE_COOKIE_NAME, language)
        return back
    return render(request, "people/set_language.html", {"form": form, "next": next_url(request, "/")})


@require_safe
def choose_language(request: ReadRequest, code: str) -> HttpResponse:
    """A visitor's own act, by a link, so that no page needs a form, and with it a cookie, before anybody has acted.

    The language of an account is changed by its own form alone: a link must not change what is kept.
    """
    if code not in dict(settings.LANGUAGES):
        raise Http404
    if request.user.is_authenticated:
        return redirect("people:set_language")
    back = redirect(next_url(request, "/"))
    remember(back, settings.LANGUAGE_COOKIE_NAME, code)
    patch_cache_control(back, no_store=True)
    return back


@login_required
def privacy(request: SignedInRequest) -> HttpResponse:
    """What one has agreed to, and the way to withdraw it."""
    form = ConsentForm(request.POST or None)
    if form.is_valid():
        text, answer = form.cleaned_data["text"], form.cleaned_data["answer"]
        actions.answer_consent(request.user, text, by=request.user, answer=answer)
        messages.success(request, _("Your answer is kept, and takes effect at once."))
        return redirect("people:privacy")
    log = request.user.consents.select_related("text")[:SIZE]
    return render(request, "people/privacy.html", {"form": form, "asked": asked(request.user), "log": log})


@login_required
@never_cache
def export_data(request: SignedInRequest) -> HttpResponseBase:
    """One's own data as a file. Asked for by a button, so that no link and no picture of another site fetches it."""
    if request.method != "POST":
        return redirect("people:privacy")
    user = User.objects.get(pk=request.user.pk)
    answer = StreamingHttpResponse(actions.export_data(user, by=user), content_type="application/json")
    answer["Content-Disposition"] = f'attachment; filename="my-data-{timezone.localdate()}.json"'
    return answer


# --- Experts ---------------------------------------------------------------------------------------------------------


@login_required
def edit_expert_profile(request: SignedInRequest) -> HttpResponse:
    """What one can help other countries with."""
    consent = ConsentText.objects.current().filter(purpose=Purpose.LISTING).first()
    profile = ExpertProfile.objects.filter(user=request.user).first()
    form = ExpertForm(request.POST or None, profile=profile, consent=consent)
    if form.is_valid() and attempt(form, actions.edit_expert_profile, request.user, by=request.user, **form.values()):
        messages.success(request, _("Your expert profile is saved."))
        return redirect("people:profile")
    return render(request, "people/edit_expert_profile.html", {"form": form})


@login_required
def experts(request: SignedInRequest) -> HttpResponse:
    """The roster, for officers and co-directors; to all others the page does not exist."""
    if not finds_experts(request.user):
        raise Http404
    form, rows = asked_experts(request)
    page = page_of(rows, request.GET, order="-updated_at")
    return render(request, "people/experts.html", {"page": page, "form": form})


def finds_experts(user: User) -> bool:
    """Whether the roster is there for this person."""
    return user.standing.holds(Function.OFFICER, Function.CO_DIRECTOR)


def asked_experts(request: SignedInRequest) -> tuple[RosterForm, Any]:
    """The filters, and the profiles that this reader sees of them."""
    rows = ExpertProfile.objects.visible_to(request.user).listed()
    spoken = SpokenLanguage.objects.filter(profile__in=rows).order_by("language").values_list("language", flat=True)
    form = RosterForm(request.GET or None, spoken=list(spoken.distinct()))
    if form.is_valid():
        rows = rows.knowing(area) if (area := form.cleaned_data["area"]) else rows
        rows = rows.speaking(language) if (language := form.cleaned_data["language"]) else rows
    return form, rows.for_roster()


# --- Requests for access ---------------------------------------------------------------------------------------------


def request_access(request: ReadRequest) -> HttpResponse:
    """Ask to be let in. The answer is the same whoever asks; a few requests an hour from one address are enough."""
    form = AccessForm(request.POST or None)
    if form.is_valid():
        if not ratelimit.consume(request, action="access_request"):
            return ratelimit.respond_429(request)
        actions.request_access(**form.cleaned_data, language=request.reader.language)
        return redirect("people:access_requested")
    return render(request, "people/request_access.html", {"form": form})


def access_requested(request: HttpRequest) -> HttpResponse:
    return render(request, "people/access_requested.html")


@login_required
def access_requests(request: SignedInRequest) -> HttpResponse:
    """What waits for a focal point, oldest first; to all others the page does not exist."""
    _require_inviter(request.user)
    rows = AccessRequest.objects.visible_to(request.user).waiting().select_related("organisation")
    return render(request, "people/access_requests.html", {"page": page_of(rows, request.GET, order="asked_at")})


@login_required
def decide_access_request(request: SignedInRequest, pk: int) -> HttpResponse:
    rows = AccessRequest.objects.visible_to(request.user).select_related("organisation", "decided_by")
    access_request = get_object_or_404(rows, pk=pk)
    form = DecisionForm(request.POST or None)
    if form.is_valid():
        is_approved = request.POST.get("decision") == "approve"
        act = actions.approve_access_request if is_approved else actions.refuse_access_request
        if attempt(form, act, access_request, by=request.user, reason=form.cleaned_data["reason"]):
            messages.success(request, _("The invitation is sent.") if is_approved else _("The refusal is sent."))
            return redirect("people:access_requests")
    is_waiting = access_request.status == RequestStatus.WAITING
    context = {"access_request": access_request, "form": form, "is_waiting": is_waiting}
    return render(request, "people/decide_access_request.html", context)


# --- Invitations -----------------------------------------------------------------------------------------------------


@login_required
def invitations(request: SignedInRequest) -> HttpResponse:
    _require_inviter(request.user)
    rows = (
        Invitation.objects.visible_to(request.user)
        .with_permissions(request.user, can_manage="people.manage_invitation")
        .select_related("organisation", "invited_by")
    )
    return render(request, "people/invitations.html", {"page": page_of(rows, request.GET, order="-sent_at")})


@login_required
def send_invitation(request: SignedInRequest) -> HttpResponse:
    _require_inviter(request.user)
    form = InvitationForm(request.POST or None, by=request.user)
    if form.is_valid():
        if not ratelimit.consume(request, action="invitation"):
            return ratelimit.respond_429(request)
        if attempt(form, actions.send_invitation, by=request.user, **form.cleaned_data):
            messages.success(request, _("The invitation is sent."))
            return redirect("people:invitations")
    return render(request, "people/send_invitation.html", {"form": form})


@login_required
@require_POST
def resend_invitation(request: SignedInRequest, pk: int) -> HttpResponse:
    invitation = get_object_or_404(Invitation.objects.visible_to(request.user), pk=pk)
    if not ratelimit.consume(request, action="invitation"):
        return ratelimit.respond_429(request)
    actions.resend_invitation(invitation, by=request.user)
    messages.success(request, _("The invitation is sent again. The earlier link no longer works."))
    return redirect("people:invitations")


@login_required
@require_POST
def revoke_invitation(request: SignedInRequest, pk: int) -> HttpResponse:
    invitation = get_object_or_404(Invitation.objects.visible_to(request.user), pk=pk)
    actions.revoke_invitation(invitation, by=request.user)
    messages.success(request, _("The invitation is revoked."))
    return redirect("people:invitations")


@never_cache
@sensitive_post_parameters("password", "password_again")
def accept_invitation(request: ReadRequest, token: str) -> HttpResponse:
    """Open an account, or take the post with the account one has. The page speaks the language of the letter."""
    invitation = tokens.read(token)
    if invitation is None or not invitation.is_open:
        return render(request, "people/invitation_closed.html", {"invitation": invitation}, status=410)
    owner = User.objects.filter(email=invitation.email).first()
    with translation.override(invitation.language if owner is None else request.reader.language):
        if owner is None:
            return _open_account(request, invitation)
        return _take_post(request, invitation, owner)


def _open_account(request: ReadRequest, invitation: Invitation) -> HttpResponse:
    country = invitation.organisation.country
    blank = User(
        email=invitation.email,
        given_name=invitation.given_name,
        family_name=invitation.family_name,
        family_name_first=country.family_name_first,
        language=invitation.language,
        zone=country.calendar.zone,
    )
    form = AcceptInvitationForm(request.POST or None, instance=blank, texts=unanswered(None))
    if form.is_valid():
        appointment = attempt(form, actions.accept_invitation, invitation, by=request.user, **form.values())
        if appointment:
            messages.success(request, _("Your account is open. Sign in with your e-mail address and password."))
            return redirect("account_login")
    return render(request, "people/accept_invitation.html", {"invitation": invitation, "form": form})


def _take_post(request: ReadRequest, invitation: Invitation, owner: User) -> HttpResponse:
    is_owner = request.user.pk == owner.pk
    form = TakePostForm(posted(request), texts=unanswered(owner) if is_owner else [])
    if is_owner and form.is_valid():
        actions.accept_invitation(invitation, by=request.user, **form.values())
        messages.success(request, _("You hold the post from today."))
        return redirect("people:profile")
    context = {"invitation": invitation, "is_owner": is_owner, "form": form}
    return render(request, "people/take_post.html", context)


def _require_inviter(user: User) -> None:
    if not Organisation.objects.open_to_invite(user).exists():
        raise Http404
