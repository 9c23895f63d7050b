"""Appointments and the invitations to them."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.db.models import Model, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from core.admin import ReadOnlyAdmin
from core.refusal import RefusedError
from people import actions
from people.admin.filters import EndsSoonFilter, InForceFilter, StateFilter
from people.admin.parts import ThroughAction
from people.models import (
    AccessRequest,
    Appointment,
    Invitation,
)
from people.requests import signed_in


@admin.register(Appointment)
class AppointmentAdmin(ThroughAction):
    list_display = ("user", "function", "organisation", "centre", "side", "starts_on", "ends_on", "is_primary")
    list_filter = (InForceFilter, EndsSoonFilter, "function", "organisation__country", "centre", "side")
    list_select_related = ("user", "organisation", "centre")
    search_fields = ("user__email", "user__family_name", "user__given_name", "organisation__acronym")
    autocomplete_fields = ("user", "organisation", "centre")
    date_hierarchy = "starts_on"
    ordering = ("-starts_on", "-pk")
    actions = ("end_today",)

    def get_readonly_fields(self, request: HttpRequest, obj: Model | None = None) -> tuple[str, ...]:
        """Who, what and where are history once written: another function is another appointment."""
        return ("user", "function", "organisation", "centre", "side") if obj else ()

    def save_model(self, request: HttpRequest, obj: Appointment, form: forms.ModelForm, change: bool) -> None:
        act = actions.edit_appointment if change else actions.start_appointment
        act(obj, by=signed_in(request))

    @admin.action(description=_("End the chosen appointments today"))
    def end_today(self, request: HttpRequest, queryset: QuerySet[Appointment]) -> None:
        for appointment in Appointment.objects.for_standing().filter(pk__in=queryset):
            try:
                actions.end_appointment(appointment, by=signed_in(request))
            except RefusedError as refusal:
                self.message_user(request, f"{appointment}: {refusal.message}", messages.ERROR)


@admin.register(Invitation)
class InvitationAdmin(ThroughAction):
    list_display = ("email", "organisation", "function", "sent_at", "expires_at", "accepted_at", "revoked_at")
    list_filter = (StateFilter, "function", "organisation__country")
    list_select_related = ("organisation",)
    search_fields = ("email", "given_name", "family_name")
    autocomplete_fields = ("organisation", "centre")
    fields = (
        "email",
        ("given_name", "family_name"),
        "language",
        "function",
        "organisation",
        ("centre", "side"),
        "title",
        "ends_on",
    )
    ordering = ("-sent_at", "-pk")
    actions = ("send_again", "revoke")

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """A letter that went out is not rewritten: it is sent again, or revoked and replaced."""
        return obj is None and super().has_change_permission(request, obj)

    def save_model(self, request: HttpRequest, obj: Invitation, form: forms.ModelForm, change: bool) -> None:
        obj.pk = actions.send_invitation(by=signed_in(request), **form.cleaned_data).pk

    @admin.action(description=_("Send again"))
    def send_again(self, request: HttpRequest, queryset: QuerySet[Invitation]) -> None:
        self._each(request, queryset, actions.resend_invitation)

    @admin.action(description=_("Revoke"))
    def revoke(self, request: HttpRequest, queryset: QuerySet[Invitation]) -> None:
        self._each(request, queryset, actions.revoke_invitation)

    def _each(self, request: HttpRequest, queryset: QuerySet[Invitation], act: Any) -> None:
        for invitation in queryset:
            try:
                act(invitation, by=signed_in(request))
            except RefusedError as refusal:
                self.message_user(request, f"{invitation}: {refusal.message}", messages.ERROR)


@admin.register(AccessRequest)
class AccessRequestAdmin(ReadOnlyAdmin):
    """To be read here; decided on the page that focal points use."""

    list_display = ("email", "given_name", "family_name", "organisation", "status", "asked_at", "decided_by")
    list_filter = ("status", "organisation__country")
    list_select_related = ("organisation", "decided_by")
    search_fields = ("email", "given_name", "family_name")
    ordering = ("-asked_at", "-pk")
