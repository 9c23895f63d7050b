"""Indicators and dimensions are edited here; results, periods and values are read, and decided on in the portal."""

from typing import Any, ClassVar

from django import forms
from django.contrib import admin
from django.core.validators import validate_slug
from django.http import HttpRequest

from core.admin import ReadOnlyAdmin
from projects.actions.library import RULES
from projects.models import (
    Category,
    Dimension,
    Indicator,
    Measure,
    Period,
    ReportedValue,
    Result,
    Target,
    ValuePart,
)


class IndicatorForm(forms.ModelForm):
    """Its code stands in addresses."""

    class Meta:
        model = Indicator
        fields = "__all__"  # noqa: DJ007  administrators edit all of it

    def clean_code(self) -> str:
        code = str(self.cleaned_data["code"])
        validate_slug(code)
        return code


@admin.register(Indicator)
class IndicatorAdmin(admin.ModelAdmin):
    """The library. What a reported value rests on stays; one that is used is taken out of use, not deleted."""

    form = IndicatorForm
    list_display = ("code", "__str__", "unit", "direction", "over_time", "across", "is_active")
    list_filter = ("unit", "is_active")
    search_fields = ("code__istartswith",)
    filter_horizontal = ("dimensions",)

    def get_readonly_fields(self, request: HttpRequest, obj: Indicator | None = None) -> tuple[str, ...]:
        is_reported = obj is not None and Measure.objects.filter(indicator=obj, values__isnull=False).exists()
        return ("code", *RULES) if is_reported else ()

    def has_delete_permission(self, request: HttpRequest, obj: Indicator | None = None) -> bool:
        return not (obj is None or obj.measures.exists()) and super().has_delete_permission(request, obj)


class CategoryInline(admin.TabularInline):
    model = Category
    extra = 1
    can_delete = False


@admin.register(Dimension)
class DimensionAdmin(admin.ModelAdmin):
    """Along what values are split. A category that a value names stays."""

    list_display = ("key", "__str__")
    inlines = (CategoryInline,)

    def has_delete_permission(self, request: HttpRequest, obj: Dimension | None = None) -> bool:
        used = obj is None or obj.indicators.exists() or ValuePart.objects.filter(category__dimension=obj).exists()
        return not used and super().has_delete_permission(request, obj)


class MeasureInline(admin.TabularInline):
    model = Measure
    extra = 0
    can_delete = False
    fields = ("number", "indicator", "reported_by", "baseline", "baseline_on")
    readonly_fields = fields

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


@admin.register(Result)
class ResultAdmin(ReadOnlyAdmin):
    """By project and level."""

    list_display = ("project", "level", "number", "title")
    list_filter = ("level",)
    list_select_related = ("project",)
    search_fields = ("project__reference__istartswith",)
    inlines = (MeasureInline,)


@admin.register(Target)
class TargetAdmin(ReadOnlyAdmin):
    """By project and period."""

    list_display = ("measure", "period", "value")
    list_select_related = ("measure__result__project", "measure__indicator", "period__project")
    search_fields = ("measure__project__reference__istartswith",)


@admin.register(Period)
class PeriodAdmin(ReadOnlyAdmin):
    """By project; locked or open."""

    list_display = ("project", "starts_on", "ends_on", "locked_at", "reminded_on")
    list_filter: ClassVar[Any] = (("locked_at", admin.EmptyFieldListFilter),)
    list_select_related = ("project",)
    search_fields = ("project__reference__istartswith",)


@admin.register(ReportedValue)
class ReportedValueAdmin(ReadOnlyAdmin):
    """By project and state: where a value stands. What is not approved yet is its side's own, here too."""

    list_display = ("project", "period", "side", "state", "submitted_at", "approved_at")
    list_filter = ("state", "side")
    list_select_related = ("project", "period__project")
    search_fields = ("project__reference__istartswith",)
    exclude = ("value", "text", "comment", "evidence", "reason")
