"""What readers put aside: bookmarks, and collections that they give on."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from practices.models.practices import Practice
from practices.querysets import CollectionQuerySet


class Bookmark(models.Model):
    """A reader's own mark on an entry."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="practice_bookmarks")
    practice = models.ForeignKey(Practice, models.CASCADE, related_name="bookmarks")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("bookmark")
        verbose_name_plural = _("bookmarks")
        ordering: ClassVar = ["-at", "-pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=("user", "practice"), name="practices_one_bookmark_a_reader")
        ]

    def __str__(self) -> str:
        return f"{self.practice_id}"


class Collection(models.Model):
    """Entries put together for a purpose: own, or open to whoever is signed in, or public where an officer made it."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="practice_collections")
    name = models.CharField(_("name"), max_length=120)
    note = models.TextField(_("what it is for"), max_length=2000, blank=True)
    is_shared = models.BooleanField(_("shown to whoever is signed in"), default=False)
    is_public = models.BooleanField(_("shown to the public"), default=False)
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    updated_at = models.DateTimeField(default=timezone.now, editable=False)

    objects = CollectionQuerySet.as_manager()

    class Meta:
        verbose_name = _("collection")
        verbose_name_plural = _("collections")
        ordering: ClassVar = ["-updated_at", "-pk"]
        indexes: ClassVar = [models.Index(fields=("user", "-updated_at", "-id"), name="practices_collections_of")]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("practices:collection", args=[self.pk])

    @property
    def reference(self) -> str:
        """How the journal calls it: never by the name, which is its maker's own."""
        return f"C-{self.pk}"


class CollectionItem(models.Model):
    """One entry of a collection, in its order, with a word why it is there."""

    collection = models.ForeignKey(Collection, models.CASCADE, related_name="items")
    practice = models.ForeignKey(Practice, models.CASCADE, related_name="+")
    position = models.PositiveIntegerField(default=0)
    note = models.CharField(_("note"), max_length=300, blank=True)

    class Meta:
        ordering: ClassVar = ["position", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=("collection", "practice"), name="practices_once_in_a_collection")
        ]

    def __str__(self) -> str:
        return f"{self.collection_id}: {self.practice_id}"
