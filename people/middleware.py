"""Every page in the reader's language and zone; nobody who decides without a second factor."""

from collections.abc import Callable
from typing import Any

from allauth.account.internal.flows.login import get_authentication_records
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.cache import patch_vary_headers
from django.utils.translation import gettext as _

from people.models import User
from people.reader import Reader

Answer = Callable[[HttpRequest], HttpResponse]
SECOND_FACTORS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)
# What someone who has yet to set up the second factor may open: sign-in, its management, leaving, and the language.
OPEN_WITHOUT = ("account_", "mfa_", "usersessions_")
# Who has one and has not shown it in this session may show it or leave, and cannot set up another instead.
OPEN_TO_SHOW = {"mfa_reauthenticate", "mfa_reauthenticate_webauthn", "account_logout"}
OPEN_NAMES = {"people:set_language", "people:view_settings", "healthz", "readyz", "javascript-catalog"}


class ReaderMiddleware:
    """Put `request.reader` in place and speak the reader's language until the answer is written."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        reader = request.reader = Reader(request)  # type: ignore[attr-defined]  # this is where it is added
        request.LANGUAGE_CODE = reader.language
        with translation.override(reader.language), timezone.override(reader.zone):
            response = self.get_response(request)
        if reader.user is None:
            # The session middleware adds Cookie; who has none is answered by what the browser asks for.
            patch_vary_headers(response, ["Accept-Language", "Cookie"])
        response.headers.setdefault("Content-Language", reader.language)
        return response


class SecondFactorMiddleware:
    """Officers, co-directors and administrators set up a second factor before anything else.

    The sample centre has public passwords anyway and lets them pass.
    """

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, _view: Callable[..., Any], _args: tuple[Any, ...], _kwargs: dict[str, Any]
    ) -> HttpResponse | None:
        """Send those who must set it up to where that is done."""
        if settings.SAMPLE_CENTRE or not isinstance(request.user, User):
            return None
        if not request.user.needs_second_factor or has_second_factor(request):
            return None
        name = request.resolver_match.view_name if request.resolver_match else ""
        if way := _way_to_show(request.user):
            if name in OPEN_NAMES | OPEN_TO_SHOW:
                return None
            return redirect_to_login(request.get_full_path() if request.method == "GET" else "/", reverse(way))
        if name.startswith(OPEN_WITHOUT) or name in OPEN_NAMES:
            return None
        messages.warning(
            request,
            _("Your function needs a second step at sign-in. Set up an authenticator app or a passkey to go on."),
        )
        return redirect("mfa_index")


def has_second_factor(request: HttpRequest) -> bool:
    """Whether this very session has shown one: one that a password alone opened earlier gains nothing by it."""
    return any(record["method"] == "mfa" for record in get_authentication_records(request, request.user))


def _way_to_show(user: User) -> str:
    """The page that asks for the second factor which the person has; "" when there is none yet."""
    known = set(Authenticator.objects.filter(user=user, type__in=SECOND_FACTORS).values_list("type", flat=True))
    if not known:
        return ""
    return "mfa_reauthenticate" if Authenticator.Type.TOTP in known else "mfa_reauthenticate_webauthn"
