"""Addresses as they stand in letters."""

from django.conf import settings


def absolute(path: str) -> str:
    """A path of the portal with its host."""
    return f"{settings.SITE_URL}{path}"
