"""The task queue. Each app's `tasks.py` holds its tasks and, beside them, its `SCHEDULE`."""

import os

from celery import Celery

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cooperation_center.settings")

app = Celery("cooperation_center")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()
