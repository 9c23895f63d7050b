"""Work in the background as administrators see it: what waits, what is being done, what failed."""

from django.contrib import admin

from core.admin import ReadOnlyAdmin
from reports.models import Job
from reports.presentation.jobs import label_of


@admin.register(Job)
class JobAdmin(ReadOnlyAdmin):
    """Only those who ask for work, and workers, write it. The filters of a table may name people: they stay out."""

    exclude = ("asked", "outcome")
    list_display = ("asked_at", "what", "by", "state", "done", "total", "attempts", "held_until", "ended_at", "error")
    list_filter = ("state", "work", ("asked_at", admin.DateFieldListFilter))
    list_select_related = ("by",)
    ordering = ("-pk",)

    @admin.display(description=Job._meta.get_field("work").verbose_name)
    def what(self, job: Job) -> str:
        return str(label_of(job))
