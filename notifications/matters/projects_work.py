"""Deliverables, their versions and baselines as something that people are told about."""

from notifications.matters.projects import matter_of
from projects.models import Baseline, Deliverable, DeliverableVersion

MATTERS = [
    matter_of(DeliverableVersion, "deliverable__project", "deliverable", "by"),
    matter_of(Deliverable, "project"),
    matter_of(Baseline, "project"),
]
