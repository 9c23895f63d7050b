from reports.models.jobs import Job
from reports.models.reports import Report, ReportSchedule, Subscription

__all__ = ["Job", "Report", "ReportSchedule", "Subscription"]
