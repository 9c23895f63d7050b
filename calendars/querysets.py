"""The words of reading."""

from typing import Self, TypeVar

from django.db import models

Row = TypeVar("Row", bound=models.Model, covariant=True)


class CalendarQuerySet(models.QuerySet[Row]):
    """Calendars."""

    def with_days(self) -> Self:
        """With office windows and exceptions, in three queries for all: what a working calendar is made of."""
        return self.prefetch_related("windows", "exceptions")
