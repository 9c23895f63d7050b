"""When beat runs the tasks of this app. Plain data, because the settings read it before any app is loaded."""

from typing import Any

SCHEDULE: dict[str, dict[str, Any]] = {}
