"""Committees are kept here; sessions, decisions, actions and minutes are found here and acted on in the portal."""

from typing import Any, ClassVar

from django import forms
from django.contrib import admin
from django.core.validators import RegexValidator
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from agreements.models import Action, Committee, CommitteePaper, CommitteeSession, Decision, SessionMinutes
from core.admin import ReadOnlyAdmin

CODE = RegexValidator(r"^[A-Z][A-Z0-9]{1,11}\Z", _("Write two to twelve capital letters and figures, such as JSC."))


class CommitteeForm(forms.ModelForm):
    """The code stands in every address: capital letters and figures only, and never another once it was used."""

    class Meta:
        model = Committee
        fields = ("centre", "code", "name", "agreement", "quorum")

    def clean_code(self) -> str:
        code: str = self.cleaned_data["code"]
        CODE(code)
        if self.instance.pk and code != self.instance.code and self.instance.sessions.exists():
            raise forms.ValidationError(_("Sessions and papers carry this code already: it stays."))
        return code


@admin.register(Committee)
class CommitteeAdmin(admin.ModelAdmin):
    """Name, code, quorum and the agreement it was founded by. One that has met stays."""

    form = CommitteeForm
    list_display = ("code", "__str__", "centre", "quorum")
    list_select_related = ("centre",)
    raw_id_fields = ("agreement",)
    search_fields = ("code__istartswith",)

    def has_delete_permission(self, request: HttpRequest, obj: Committee | None = None) -> bool:
        used = obj is None or obj.sessions.exists()
        return not used and super().has_delete_permission(request, obj)


class ShownInline(admin.TabularInline):
    """Papers of a session, to be read: without titles, which may be the members' alone."""

    model = CommitteePaper
    fields = ("symbol", "is_closed", "release_on", "by", "created_at")
    readonly_fields = fields
    extra = 0
    can_delete = False

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


@admin.register(CommitteeSession)
class SessionAdmin(ReadOnlyAdmin):
    """By symbol, committee and state."""

    list_display = ("where", "committee", "programme_year", "starts_at", "status", "is_closed", "release_on")
    list_filter: ClassVar[Any] = ("status", "is_closed", ("committee", admin.RelatedOnlyFieldListFilter))
    list_select_related = ("committee",)
    search_fields = ("reference__istartswith",)
    ordering = ("-starts_at", "-pk")
    inlines = (ShownInline,)

    @admin.display(description=_("symbol"))
    def where(self, obj: CommitteeSession) -> Any:
        return format_html('<a href="{}">{}</a>', obj.get_absolute_url(), obj.reference)


@admin.register(SessionMinutes)
class MinutesAdmin(ReadOnlyAdmin):
    """By session and version; without the text, which belongs to the members until it is agreed."""

    exclude = ("text",)
    list_display = ("session", "version", "state", "proposed_at", "agreed_at")
    list_filter = ("state",)
    list_select_related = ("session__committee",)
    search_fields = ("session__reference__istartswith",)
    ordering = ("-pk",)


@admin.register(Decision)
class DecisionAdmin(ReadOnlyAdmin):
    """By number, kind and state; without title and text, which drafts keep to those who write them."""

    exclude = ("title", "text")
    list_display = ("reference", "kind", "status", "is_public", "proposed_at", "adopted_at")
    list_filter = ("status", "kind")
    search_fields = ("reference__istartswith",)
    ordering = ("-pk",)


@admin.register(Action)
class ActionAdmin(ReadOnlyAdmin):
    """By decision, owner and day."""

    exclude = ("text",)
    list_display = ("reference", "owner", "organisation", "due_on", "status", "settled_on", "reminded_on")
    list_filter = ("status", "owner")
    list_select_related = ("decision", "organisation")
    search_fields = ("decision__reference__istartswith",)
    ordering = ("due_on", "pk")
