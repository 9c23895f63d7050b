"""When the clock works for projects. Each task finds its work in rows: a missed tick costs a day."""

from typing import Any

SCHEDULE: dict[str, dict[str, Any]] = {}
