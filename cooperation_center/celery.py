"""The task queue. Each app's `tasks.py` holds its tasks and, beside them, its `SCHEDULE`."""

import os
from typing import Any

from celery import Celery
from celery.signals import worker_init

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cooperation_center.settings")

app = Celery("cooperation_center")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()


@worker_init.connect
def _settle(**_kwargs: Any) -> None:
    """Before the processes of the pool are made: what is loaded is theirs together."""
    from cooperation_center.memory import settle  # noqa: PLC0415  when the apps are there

    settle()
