"""What several of these pages do alike."""

from typing import Any

from django.contrib import admin, messages
from django.db.models import Model, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from core.refusal import RefusedError
from people.querysets import name_in


class NamedAdmin(admin.ModelAdmin):
    """Search by name in any language."""

    search_fields = ("acronym",)

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Any], search_term: str
    ) -> tuple[QuerySet[Any], bool]:
        found, may_repeat = super().get_search_results(request, queryset, search_term)
        return (found | queryset.filter(name_in(search_term)) if search_term else found), may_repeat


class ThroughAction(admin.ModelAdmin):
    """Saves by an action of this app, and shows its refusal in place of a crash."""

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        try:
            return super().changeform_view(request, object_id, form_url, extra_context)
        except RefusedError as refusal:
            self.message_user(request, str(refusal.message), messages.ERROR)
            return redirect(request.get_full_path())

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """What happened stays: appointments are ended, invitations revoked."""
        return False


class ForgetAdmin(admin.ModelAdmin):
    """What allauth keeps, to be ended only: a lost second factor, a session left open. Nobody gives it to another."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False
