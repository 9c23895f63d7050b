"""The rows of this app."""

from pages.models.pages import Page
from pages.models.texts import PageText

__all__ = ("Page", "PageText")
