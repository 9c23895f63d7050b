"""How bodies are known to IATI. What a side publishes is read here and acted on in the portal."""

from typing import Any, ClassVar

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError

from core.admin import ReadOnlyAdmin
from projects.iati.codes import OrganisationType
from projects.iati.rules.basics import needed_identifier
from projects.models import IatiIdentity, Publication


class IdentityForm(forms.ModelForm):
    """The kind by its name; an identifier that a file can hold."""

    kind = forms.ChoiceField(choices=OrganisationType)

    class Meta:
        model = IatiIdentity
        fields = ("organisation", "identifier", "kind")

    def clean_identifier(self) -> str:
        identifier: str = self.cleaned_data["identifier"]
        for fault in needed_identifier("identifier", identifier):
            raise ValidationError(fault.sentence)
        return identifier


@admin.register(IatiIdentity)
class IatiIdentityAdmin(admin.ModelAdmin):
    """By body. A changed identifier keeps published activities out of the file until theirs are changed too."""

    form = IdentityForm
    list_display = ("identifier", "organisation", "kind")
    list_select_related = ("organisation",)
    search_fields: ClassVar[Any] = ("identifier__istartswith", "organisation__acronym__istartswith")
    autocomplete_fields = ("organisation",)


@admin.register(Publication)
class PublicationAdmin(ReadOnlyAdmin):
    """By project, side and whether it is published."""

    list_display = ("activity_id", "project", "side", "is_published", "published_at", "updated_at")
    list_filter = ("is_published", "side", "sector")
    list_select_related = ("project",)
    search_fields = ("project__reference__istartswith", "activity_id__istartswith")
    ordering = ("-updated_at", "-pk")
