"""Code lists of the library: topics, criteria, conditions, who works for a language, what countries have."""

from typing import Any, ClassVar

from django.contrib import admin
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.http import HttpRequest

from core.admin import ReadOnlyAdmin
from people.models import Appointment, User
from practices.models import (
    Capability,
    CountryCapability,
    CountryIndex,
    LanguageRight,
    PracticeSeries,
    PracticeTopic,
    Precondition,
    ReviewCriterion,
)


@admin.register(PracticeTopic)
class PracticeTopicAdmin(admin.ModelAdmin):
    """What practices are about. A topic that is used stays: its key is in addresses."""

    list_display = ("__str__", "key", "position")
    list_editable = ("position",)
    search_fields = ("key__istartswith",)

    def get_readonly_fields(self, request: HttpRequest, obj: PracticeTopic | None = None) -> tuple[str, ...]:
        return ("key",) if obj and obj.versions.exists() else ()

    def has_delete_permission(self, request: HttpRequest, obj: PracticeTopic | None = None) -> bool:
        return not (obj is None or obj.versions.exists()) and super().has_delete_permission(request, obj)


@admin.register(ReviewCriterion)
class ReviewCriterionAdmin(admin.ModelAdmin):
    """The rubric of reviews; a criterion that was scored is taken out of use, not deleted."""

    list_display = ("__str__", "position", "is_active")
    list_editable = ("position", "is_active")

    def has_delete_permission(self, request: HttpRequest, obj: ReviewCriterion | None = None) -> bool:
        used = obj is None or obj.reviewscore_set.exists()
        return not used and super().has_delete_permission(request, obj)


@admin.register(Capability)
class CapabilityAdmin(admin.ModelAdmin):
    """What must stand before practices can work. One that an entry or a country names stays."""

    list_display = ("__str__", "key", "kind", "position")
    list_editable = ("position",)
    list_filter = ("kind",)
    search_fields = ("key__istartswith",)

    def get_readonly_fields(self, request: HttpRequest, obj: Capability | None = None) -> tuple[str, ...]:
        return ("key",) if obj and _is_used(obj) else ()

    def has_delete_permission(self, request: HttpRequest, obj: Capability | None = None) -> bool:
        return not (obj is None or _is_used(obj)) and super().has_delete_permission(request, obj)


def _is_used(one: Capability) -> bool:
    return one.countries.exists() or Precondition.objects.filter(capability=one).exists()


@admin.register(CountryCapability)
class CountryCapabilityAdmin(admin.ModelAdmin):
    """How far a country has something, with the source."""

    list_display = ("country", "capability", "standing", "since_year", "checked_on")
    formfield_overrides: ClassVar[Any] = {models.URLField: {"assume_scheme": "https"}}
    list_filter: ClassVar[Any] = ("standing", ("country", admin.RelatedOnlyFieldListFilter))
    list_select_related = ("country", "capability")
    search_fields = ("capability__key__istartswith", "country__code__iexact")


@admin.register(CountryIndex)
class CountryIndexAdmin(admin.ModelAdmin):
    """Values of the survey of the United Nations, as published."""

    list_display = ("country", "index", "year", "value", "rank")
    list_filter: ClassVar[Any] = ("index", "year", ("country", admin.RelatedOnlyFieldListFilter))
    list_select_related = ("country",)
    search_fields = ("country__code__iexact",)


@admin.register(LanguageRight)
class LanguageRightAdmin(admin.ModelAdmin):
    """Who works on which language of a centre's entries. Only people who hold a post work on one."""

    list_display = ("user", "centre", "language", "duty")
    list_filter = ("language", "duty", "centre")
    list_select_related = ("user", "centre")
    search_fields = ("user__family_name__istartswith", "user__email__istartswith")

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        if db_field.name == "user":
            posts = Appointment.objects.current().filter(user=OuterRef("pk"))
            kwargs["queryset"] = User.objects.active().filter(Q(Exists(posts))).by_name()
        return super().formfield_for_foreignkey(db_field, request, **kwargs)


@admin.register(PracticeSeries)
class PracticeSeriesAdmin(ReadOnlyAdmin):
    """The last number given in each year."""

    list_display = ("year", "last")
