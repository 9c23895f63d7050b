"""The closed lists of reports and of work in the background."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class JobState(TextChoices):
    """Where a piece of work in the background stands."""

    WAITING = "waiting", pgettext_lazy("work in the background", "Waiting")
    RUNNING = "running", pgettext_lazy("work in the background", "Being done")
    DONE = "done", pgettext_lazy("work in the background", "Done")
    FAILED = "failed", pgettext_lazy("work in the background", "Failed")
    CANCELLED = "cancelled", pgettext_lazy("work in the background", "Cancelled")

    @classmethod
    def open(cls) -> tuple["JobState", ...]:
        return cls.WAITING, cls.RUNNING


class ReportState(TextChoices):
    """A report is the staff's own until both sides publish it."""

    MADE = "made", pgettext_lazy("report", "Internal")
    PROPOSED = "proposed", pgettext_lazy("report", "Proposed for publication")
    PUBLISHED = "published", pgettext_lazy("report", "Published")


class Every(TextChoices):
    """How often a report is made by itself. Its period is the last full one."""

    MONTH = "month", _("every month")
    QUARTER = "quarter", _("every quarter")
    YEAR = "year", _("every year")


class Format(TextChoices):
    """What a report is drawn as: to read, to edit, to count."""

    PDF = "pdf", "PDF"
    DOCX = "docx", "DOCX"
    XLSX = "xlsx", "XLSX"
