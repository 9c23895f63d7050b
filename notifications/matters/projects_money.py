"""Lines, entries and reconciliations as something that people are told about."""

from notifications.matters.projects import matter_of
from projects.models import BudgetLine, Entry, Reconciliation

MATTERS = [
    matter_of(BudgetLine, "project"),
    matter_of(Entry, "project", "line"),
    matter_of(Reconciliation, "project"),
]
