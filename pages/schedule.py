"""When the clock works for pages. Each task finds its work in rows: a missed tick costs nothing."""

from typing import Any

SCHEDULE: dict[str, dict[str, Any]] = {}
