"""The portal's own settings for a worker process of a test: it sweeps every second instead of every half minute."""

from cooperation_center.settings import *  # noqa: F403
from notifications.schedule import SCHEDULE

CELERY_BEAT_SCHEDULE = {
    name: {**entry, "schedule": 1.0, "options": {"expires": 1.0}} for name, entry in SCHEDULE.items()
}
