"""When the clock works for the library. Every task finds its work in rows, so a missed tick costs a day at most."""

from typing import Any

SCHEDULE: dict[str, dict[str, Any]] = {}
