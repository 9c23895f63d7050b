"""What people tell of themselves, and what they agreed to."""

from django import forms
from django.contrib import admin
from django.db.models import Model
from django.http import HttpRequest

from core.admin import ReadOnlyAdmin
from people import actions
from people.admin.parts import ThroughAction
from people.models import (
    Consent,
    ConsentText,
    ExpertArea,
    ExpertProfile,
)
from people.requests import signed_in


@admin.register(ExpertArea)
class ExpertAreaAdmin(admin.ModelAdmin):
    list_display = ("name", "position")
    ordering = ("position", "pk")


@admin.register(ExpertProfile)
class ExpertProfileAdmin(ReadOnlyAdmin):
    """To be read here; written by its owner."""

    list_display = ("user", "years_of_practice", "consent_to_be_listed", "reviewed_on", "updated_at")
    list_filter = ("consent_to_be_listed",)
    list_select_related = ("user",)
    search_fields = ("user__email", "user__family_name", "user__given_name")
    ordering = ("-updated_at", "-pk")


@admin.register(ConsentText)
class ConsentTextAdmin(ThroughAction):
    """Published once; other words are the next version."""

    list_display = ("purpose", "version", "is_required", "published_at")
    list_filter = ("purpose",)

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return obj is None and super().has_change_permission(request, obj)

    def save_model(self, request: HttpRequest, obj: ConsentText, form: forms.ModelForm, change: bool) -> None:
        obj.pk = actions.publish_consent_text(by=signed_in(request), **form.cleaned_data).pk


@admin.register(Consent)
class ConsentAdmin(ReadOnlyAdmin):
    """The log: who answered what, to which words."""

    list_display = ("at", "user", "text", "answer", "language", "channel")
    list_filter = ("text__purpose", "answer")
    list_select_related = ("user", "text")
    search_fields = ("user__email", "user__family_name", "user__given_name")
