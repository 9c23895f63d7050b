"""Wiring only: settings, addresses, the task queue, navigation, the home page and the desk."""

from cooperation_center.celery import app as celery_app

__all__ = ["celery_app"]
