"""Requests in the admin site: the code lists are kept here; requests are found here, and acted on in the portal."""

from typing import Any, ClassVar

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from consultations.models import Clock, Consultation, Criterion, Participant, Topic
from core.admin import ReadOnlyAdmin, RowsFilter
from people.enums import Function
from people.models import User


@admin.register(Topic)
class TopicAdmin(admin.ModelAdmin):
    """Subjects, and the desk that new requests of each go to."""

    list_display = ("__str__", "position", "officer")
    list_editable = ("position",)
    list_select_related = ("officer",)

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        if db_field.name == "officer":
            kwargs["queryset"] = User.objects.holding(Function.OFFICER).by_name()
        return super().formfield_for_foreignkey(db_field, request, **kwargs)


@admin.register(Criterion)
class CriterionAdmin(admin.ModelAdmin):
    """The criteria of the decision and their weights; one that was used is taken out of use, not deleted."""

    list_display = ("__str__", "weight", "position", "is_active")
    list_editable = ("weight", "position", "is_active")

    def has_delete_permission(self, request: HttpRequest, obj: Criterion | None = None) -> bool:
        used = obj is None or obj.criterionscore_set.exists()
        return not used and super().has_delete_permission(request, obj)


class ParticipantInline(admin.TabularInline):
    model = Participant
    fields = ("user", "role", "since", "until")
    readonly_fields = fields
    extra = 0
    can_delete = False

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


class ClockInline(admin.TabularInline):
    model = Clock
    fields = ("kind", "country", "target_days", "started_at", "due_at", "ended_at", "was_met")
    readonly_fields = fields
    extra = 0
    can_delete = False

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


class LateFilter(RowsFilter):
    """Requests whose clock runs, and has run past its due time."""

    title = _("late")
    parameter_name = "late"
    sets: ClassVar = {"1": (_("past its due time"), Consultation.objects.overdue)}


@admin.register(Consultation)
class ConsultationAdmin(ReadOnlyAdmin):
    """Found by number; read without its texts, which administration does not need."""

    list_display = ("handle", "shown_title", "status", "country", "officer", "due_at", "updated_at")
    list_filter = (
        LateFilter,
        "status",
        "type",
        ("country", admin.RelatedOnlyFieldListFilter),
        ("due_at", admin.DateFieldListFilter),
    )
    search_fields = ("reference__istartswith",)
    search_help_text = _("The number of a request")
    list_select_related = ("country", "officer")
    inlines = (ParticipantInline, ClockInline)
    fields: ClassVar[Any] = (
        "record",
        ("reference", "status", "answer_state"),
        ("organisation", "country", "centre"),
        ("requester", "officer"),
        ("type", "topic", "language"),
        ("submitted_at", "registered_at", "decided_at"),
        ("answered_at", "closed_at", "due_at"),
        ("is_urgent", "is_confidential"),
    )
    readonly_fields = ("record",)

    @admin.display(description=_("title"))
    def shown_title(self, obj: Consultation) -> str:
        return "–" if obj.is_confidential else str(obj.title_text)

    @admin.display(description=_("record in the portal"))
    def record(self, obj: Consultation) -> str:
        return format_html('<a href="{}">{}</a>', obj.get_absolute_url(), obj.handle)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Consultation]:
        """Without drafts that nobody has sent: they belong to the asking body alone."""
        return super().get_queryset(request).filter(submitted_at__isnull=False)

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Consultation], search_term: str
    ) -> tuple[QuerySet[Consultation], bool]:
        """By number only: a search in the words of confidential letters would tell what stands in them."""
        return queryset.filter(reference__istartswith=search_term.strip()), False
