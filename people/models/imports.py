"""A table of people or organisations that somebody hands in: checked, shown, and written when it is confirmed."""

from __future__ import annotations

import uuid

from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from people.enums import RowState, TableKind
from people.models.accounts import User
from people.querysets import ImportRowQuerySet, TableImportQuerySet


class TableImport(models.Model):
    """One file. Its checksum and its figures stay; its rows, which name people, go a day later."""

    public_id = models.UUIDField(_("identifier"), default=uuid.uuid4, unique=True, editable=False)
    kind = models.CharField(_("kind"), max_length=15, choices=TableKind)
    name = models.CharField(_("name of the file"), max_length=150)
    sha256 = models.CharField(_("checksum"), max_length=64)
    by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name=_("handed in by"))
    created_at = models.DateTimeField(_("handed in at"), default=timezone.now)
    confirmed_at = models.DateTimeField(_("confirmed at"), null=True, blank=True)
    new = models.PositiveIntegerField(_("new rows"), default=0)
    changed = models.PositiveIntegerField(_("changed rows"), default=0)
    unchanged = models.PositiveIntegerField(_("unchanged rows"), default=0)
    wrong = models.PositiveIntegerField(_("rows with errors"), default=0)

    objects = TableImportQuerySet.as_manager()

    class Meta:
        verbose_name = _("imported table")
        verbose_name_plural = _("imported tables")
        ordering = ["-created_at", "-pk"]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.created_at:%Y-%m-%d %H:%M}"

    def get_absolute_url(self) -> str:
        return reverse("people:check_import", args=[self.public_id])

    @property
    def to_write(self) -> int:
        """How many rows are written when it is confirmed."""
        return self.new + self.changed


class ImportRow(models.Model):
    """One row of the file: what stands in it, and what was found of it when it was checked."""

    table = models.ForeignKey(TableImport, models.CASCADE, related_name="rows")
    number = models.PositiveIntegerField(_("row"))
    cells = models.JSONField(_("cells"), default=dict)
    state = models.CharField(_("state"), max_length=10, choices=RowState)
    changes = models.JSONField(_("changes"), default=list)
    errors = models.JSONField(_("errors"), default=dict)

    objects = ImportRowQuerySet.as_manager()

    class Meta:
        verbose_name = _("row of a table")
        verbose_name_plural = _("rows of a table")
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=("table", "number"), name="people_one_row_a_number")]

    def __str__(self) -> str:
        return f"{self.table_id}: {self.number}"
