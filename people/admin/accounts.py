"""Accounts: made, closed, handed over, made anonymous; what allauth keeps of them."""

from typing import Any

import allauth.account.admin
import allauth.mfa.admin
import allauth.usersessions.admin  # noqa: F401  these register first what is taken back below
import django.contrib.auth.admin  # noqa: F401
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django import forms
from django.contrib import admin, messages
from django.contrib.admin.widgets import AutocompleteSelect
from django.contrib.auth.models import Group
from django.db.models import Model, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _

from core.forms import attempt
from core.refusal import RefusedError
from people import actions
from people.admin.filters import FunctionFilter
from people.admin.parts import ForgetAdmin
from people.forms import AccountForm, AnonymiseForm, ReassignForm
from people.models import (
    Appointment,
    User,
)
from people.requests import signed_in


class AppointmentInline(admin.TabularInline):
    """A person's whole history at a glance; it is written on the page of the appointment."""

    model = Appointment
    fk_name = "user"
    fields = ("function", "organisation", "centre", "side", "starts_on", "ends_on", "is_primary")
    readonly_fields = fields
    ordering = ("-starts_on", "-pk")
    extra = 0
    can_delete = False
    show_change_link = True

    def get_queryset(self, request: HttpRequest) -> QuerySet[Appointment]:
        return super().get_queryset(request).select_related("organisation", "centre")

    def has_add_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False


@admin.register(User)
class UserAdmin(admin.ModelAdmin):
    form = AccountForm
    list_display = ("display_name", "own_name", "email", "posts", "language", "zone", "is_active")
    list_filter = (FunctionFilter, "is_active", "language")
    search_fields = ("email", "given_name", "family_name", "given_name_own", "family_name_own")
    ordering = ("family_name", "given_name", "pk")
    inlines = (AppointmentInline,)
    actions = ("reassign_work", "anonymise_person")
    readonly_fields = ("last_login", "joined_at")
    fieldsets = (
        (None, {"fields": ("email", "is_active", "is_superuser", "last_login", "joined_at")}),
        (
            _("Name"),
            {
                "fields": (
                    ("given_name", "family_name"),
                    ("given_name_own", "family_name_own", "own_language"),
                    "family_name_first",
                )
            },
        ),
        (_("Language and time"), {"fields": ("language", "reads", "zone")}),
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[User]:
        return super().get_queryset(request).prefetch_related(Appointment.prefetch_current())

    @admin.display(description=_("posts today"))
    def posts(self, user: User) -> str:
        return "; ".join(str(held) for held in user.posts_today)  # type: ignore[attr-defined]  # prefetched above

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Nobody is deleted: an account is closed, its acts stay."""
        return False

    def save_model(self, request: HttpRequest, obj: User, form: forms.ModelForm, change: bool) -> None:
        if not change:
            obj.set_unusable_password()
        actions.save_account(obj, by=signed_in(request))

    def get_urls(self) -> list[URLPattern]:
        reassign = self.admin_site.admin_view(self.reassign)
        anonymise = self.admin_site.admin_view(self.anonymise)
        return [
            path("<int:pk>/reassign/", reassign, name="people_user_reassign"),
            path("<int:pk>/anonymise/", anonymise, name="people_user_anonymise"),
            *super().get_urls(),
        ]

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """An account that was anonymised stays as it is."""
        return not getattr(obj, "anonymised_at", None) and super().has_change_permission(request, obj)

    def get_form(self, request: HttpRequest, obj: Any = None, *args: Any, **kwargs: Any) -> Any:
        """Where nothing may be changed, a form without fields."""
        if obj and not self.has_change_permission(request, obj):
            kwargs["form"] = forms.ModelForm
        return super().get_form(request, obj, *args, **kwargs)

    @admin.action(description=_("Reassign the work of a leaver"))
    def reassign_work(self, request: HttpRequest, queryset: QuerySet[User]) -> HttpResponse | None:
        leavers = list(queryset[:2])
        if len(leavers) != 1:
            self.message_user(request, _("Choose one person whose work is handed over."), messages.WARNING)
            return None
        return redirect("admin:people_user_reassign", leavers[0].pk)

    @admin.action(description=_("Anonymise a person who has left"))
    def anonymise_person(self, request: HttpRequest, queryset: QuerySet[User]) -> HttpResponse | None:
        leavers = list(queryset[:2])
        if len(leavers) != 1:
            self.message_user(request, _("Choose one person."), messages.WARNING)
            return None
        return redirect("admin:people_user_anonymise", leavers[0].pk)

    def anonymise(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Ask once more, with the reason: nothing brings a name back."""
        leaver = self.get_object(request, str(pk))
        if leaver is None:
            raise Http404
        form = AnonymiseForm(request.POST or None)
        if form.is_valid() and attempt(
            form, actions.anonymise, leaver, by=signed_in(request), reason=form.cleaned_data["reason"]
        ):
            self.message_user(request, _("The account is anonymised."))
            return redirect("admin:people_user_changelist")
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": _("Anonymise a person who has left"),
            "leaver": leaver,
            "form": form,
        }
        return TemplateResponse(request, "admin/people/user/anonymise.html", context)

    def reassign(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Choose the successor and the posts that move; open work follows them."""
        leaver = self.get_object(request, str(pk))
        if leaver is None:
            raise Http404
        form = ReassignForm(request.POST or None, leaver=leaver)
        successor = form.fields["successor"]
        successor.widget = AutocompleteSelect(Appointment._meta.get_field("user"), self.admin_site)
        successor.widget.choices = successor.choices  # type: ignore[attr-defined]  # a ModelChoiceField
        if form.is_valid():
            try:
                actions.reassign_work(leaver, by=signed_in(request), **form.cleaned_data)
            except RefusedError as refusal:
                form.add_error(None, str(refusal.message))
            else:
                self.message_user(request, _("The work is handed over."))
                return redirect("admin:people_user_change", form.cleaned_data["successor"].pk)
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": _("Reassign the work of a leaver"),
            "leaver": leaver,
            "form": form,
        }
        return TemplateResponse(request, "admin/people/user/reassign.html", context)


# An address or a second factor that is written here would open somebody else's account, past every journal.
admin.site.unregister((Authenticator, EmailAddress, Group, UserSession))


@admin.register(Authenticator)
class SecondFactorAdmin(ForgetAdmin):
    list_display = ("user", "type", "created_at", "last_used_at")
    list_filter = ("type",)
    list_select_related = ("user",)
    search_fields = ("user__email",)
    fields = ("user", "type", "created_at", "last_used_at")


@admin.register(UserSession)
class SessionAdmin(ForgetAdmin):
    list_display = ("user", "created_at", "last_seen_at", "ip")
    list_select_related = ("user",)
    search_fields = ("user__email", "ip")
    fields = ("user", "created_at", "last_seen_at", "ip", "user_agent")

    def delete_model(self, request: HttpRequest, obj: UserSession) -> None:
        obj.end()

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[UserSession]) -> None:
        for session in queryset:
            session.end()
