"""Every table of figures: importing this module reads the modules of all apps, which add theirs."""

from reports.figures import agreements, consultations, editions, events, practices, projects
from reports.figures.table import tables

__all__ = ("agreements", "consultations", "editions", "events", "practices", "projects", "tables")
