"""Reports in the admin site: schedules are edited, reports are read, subscriptions are taken away."""

from typing import Any, ClassVar

from django import forms
from django.contrib import admin
from django.http import HttpRequest

from core.admin import ReadOnlyAdmin
from core.localised import LANGUAGE_NAMES
from core.refusal import RefusedError
from reports.actions.scheduling import expect_schedulable
from reports.enums import Format
from reports.kinds.registry import kinds
from reports.models import Report, ReportSchedule, Subscription


class ScheduleForm(forms.ModelForm):
    """Kinds, languages and formats are chosen from those there are."""

    kind = forms.ChoiceField()
    languages = forms.MultipleChoiceField(choices=list(LANGUAGE_NAMES.items()), widget=forms.CheckboxSelectMultiple)
    formats = forms.MultipleChoiceField(choices=Format.choices, widget=forms.CheckboxSelectMultiple)

    class Meta:
        model = ReportSchedule
        fields = ("kind", "centre", "every", "days_after", "languages", "formats", "is_active")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        known = [(kind.name, str(kind.label)) for kind in kinds().values() if kind.periods]
        self.fields["kind"].choices = known  # type: ignore[attr-defined]
        for name in ("kind", "languages", "formats"):
            self.fields[name].label = ReportSchedule._meta.get_field(name).verbose_name  # type: ignore[union-attr]

    def clean(self) -> dict[str, Any]:
        """Refuse a period that the kind does not have."""
        cleaned = super().clean() or {}
        if "kind" in cleaned and "every" in cleaned:
            try:
                expect_schedulable(cleaned["kind"], cleaned["every"])
            except RefusedError as refusal:
                self.add_error("every", str(refusal.message))
        return cleaned


@admin.register(ReportSchedule)
class ReportScheduleAdmin(admin.ModelAdmin):
    """Which reports make themselves, how often, in which languages and formats."""

    form = ScheduleForm
    list_display = ("kind", "centre", "every", "days_after", "is_active")
    list_filter = ("is_active", "every")
    list_select_related = ("centre",)


@admin.register(Report)
class ReportAdmin(ReadOnlyAdmin):
    """By number, kind and state; the figures are read in the portal."""

    exclude = ("figures",)
    list_display = ("reference", "kind", "since", "until", "version", "state", "made_at", "published_at")
    list_filter: ClassVar[Any] = ("kind", "state", ("made_at", admin.DateFieldListFilter))
    search_fields = ("reference__istartswith",)
    ordering = ("-pk",)

    def get_queryset(self, request: HttpRequest) -> Any:
        return super().get_queryset(request).defer("figures")


@admin.register(Subscription)
class SubscriptionAdmin(ReadOnlyAdmin):
    """Who is told of which kind."""

    list_display = ("kind", "centre", "user", "created_at")
    list_filter = ("kind",)
    list_select_related = ("centre", "user")
    search_fields = ("user__email__istartswith",)
