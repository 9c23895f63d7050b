"""Reported values and periods as something that people are told about."""

from notifications.matters.projects import matter_of
from projects.models import Period, ReportedValue

MATTERS = [
    matter_of(ReportedValue, "project", "measure__indicator", "period"),
    matter_of(Period, "project"),
]
