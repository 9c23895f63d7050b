"""Calendars tell nobody themselves."""

from calendars import signals
from notifications.messages.kind import Kind

MESSAGES: list[Kind] = []

SILENT = {signals.calendar_changed: "Whose due time it moves is told by the app that keeps the due time."}
