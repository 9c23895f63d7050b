"""When beat runs the tasks of this app. Plain data, because the settings read it before any app is loaded."""

from typing import Any

SWEEP_SECONDS = 30.0
DIGEST_SECONDS = 60.0

SCHEDULE: dict[str, dict[str, Any]] = {
    # A sweep that no worker has taken before the next one comes is not needed any more.
    "send letters": {
        "task": "notifications.tasks.deliver",
        "schedule": SWEEP_SECONDS,
        "options": {"expires": SWEEP_SECONDS},
    },
    "write digests": {
        "task": "notifications.tasks.write_digests",
        "schedule": DIGEST_SECONDS,
        "options": {"expires": DIGEST_SECONDS},
    },
}
