"""Django's admin site, behind the same sign-in as every page."""

from typing import Any

from allauth.account.views import logout as sign_out
from django.conf import settings
from django.contrib import admin
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext_lazy as _

from people.middleware import has_second_factor


class CentreAdminSite(admin.AdminSite):
    """For administrators with a second factor; everybody else signs in, or is told that this is not theirs."""

    site_header = _("Administration of the cooperation centre")
    site_title = _("Administration")
    index_title = _("What the portal is made of")
    enable_nav_sidebar = False

    def has_permission(self, request: HttpRequest) -> bool:
        """An appointment as administrator today, or the first account of the house; and the second factor."""
        user = request.user
        return bool(user.is_authenticated and user.is_staff) and (settings.SAMPLE_CENTRE or has_second_factor(request))

    def index(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> TemplateResponse:
        """The room first: what waits for an administrator, then what the portal is made of."""
        from cooperation_center.admin_room import room  # noqa: PLC0415  it reads the lists, and they register here

        return super().index(request, {**(extra_context or {}), "room": room()})

    def login(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:  # noqa: ARG002
        """There is one sign-in. Who has passed it and has no right here meets 403, not a second form."""
        if self.has_permission(request):
            return redirect("admin:index")
        if request.user.is_authenticated:
            raise PermissionDenied
        return redirect_to_login(request.GET.get("next") or request.get_full_path(), settings.LOGIN_URL)

    def logout(  # type: ignore[override]  # the house's own page
        self,
        request: HttpRequest,
        extra_context: dict[str, Any] | None = None,  # noqa: ARG002
    ) -> HttpResponse:
        return sign_out(request)

    def password_change(  # type: ignore[override]  # the house's own page
        self,
        request: HttpRequest,  # noqa: ARG002
        extra_context: dict[str, Any] | None = None,  # noqa: ARG002
    ) -> HttpResponse:
        return redirect("account_change_password")
