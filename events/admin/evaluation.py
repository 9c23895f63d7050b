"""The question bank is kept here; questionnaires are found here. Ballots and answers are shown to nobody."""

from typing import Any, ClassVar

from django.contrib import admin
from django.http import HttpRequest

from core.admin import ReadOnlyAdmin
from events.models import BankQuestion, Question, Questionnaire


@admin.register(BankQuestion)
class BankQuestionAdmin(admin.ModelAdmin):
    """Questions that are asked every year. One that was used is taken out of use: its key ties the editions."""

    list_display = ("__str__", "key", "subject", "kind", "position", "is_active")
    list_editable = ("position", "is_active")
    list_filter = ("subject", "kind", "is_active")
    search_fields = ("key__istartswith",)

    def get_readonly_fields(self, request: HttpRequest, obj: BankQuestion | None = None) -> tuple[str, ...]:
        """The key and what it takes stay what they were once somebody was asked."""
        return ("key", "kind") if obj and _was_asked(obj) else ()

    def has_delete_permission(self, request: HttpRequest, obj: BankQuestion | None = None) -> bool:
        return not (obj is None or _was_asked(obj)) and super().has_delete_permission(request, obj)


def _was_asked(one: BankQuestion) -> bool:
    return Question.objects.filter(key=one.key).exists()


class QuestionInline(admin.TabularInline):
    model = Question
    fields = ("position", "key", "kind", "text", "is_required")
    readonly_fields = fields
    extra = 0
    can_delete = False

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


@admin.register(Questionnaire)
class QuestionnaireAdmin(ReadOnlyAdmin):
    """Found by event; built and opened in the portal."""

    list_display = ("event", "__str__", "subject", "status", "opened_at", "closes_at")
    list_filter = ("status", "subject")
    list_select_related = ("event",)
    search_fields = ("event__reference__istartswith",)
    ordering = ("-pk",)
    inlines: ClassVar = [QuestionInline]
