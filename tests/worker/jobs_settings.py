"""The portal's own settings for a worker process of a test of work in the background: it sweeps every second."""

import os
from pathlib import Path

from cooperation_center.settings import *  # noqa: F403
from reports.schedule import SCHEDULE

MEDIA_ROOT = Path(os.environ["MEDIA_OF_TESTS"])
CELERY_IMPORTS = ("tests.worker.slow_work",)
CELERY_BEAT_SCHEDULE = {
    "do work in the background": {
        **SCHEDULE["do work in the background"],
        "schedule": 1.0,
        "options": {"expires": 1.0},
    },
}
