"""The closed lists of this app."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class PageKind(TextChoices):
    RELEASE = "release", _("press release")
    PAGE = "page", _("page of the site")


class PageStatus(TextChoices):
    """Where a press release or a page stands. What readers see does not change while a change waits."""

    DRAFT = "draft", pgettext_lazy("page", "Draft")
    PROPOSED = "proposed", _("Waiting for publication")
    PUBLISHED = "published", pgettext_lazy("page", "Published")
    CHANGED = "changed", _("Published, a change waits")
    WITHDRAWN = "withdrawn", pgettext_lazy("page", "Withdrawn")

    @classmethod
    def public(cls) -> tuple["PageStatus", ...]:
        """Those in which readers have the text."""
        return (cls.PUBLISHED, cls.CHANGED)


class TextState(TextChoices):
    """One wording in one language: being written, read by everybody, or replaced by a later one."""

    DRAFT = "draft", pgettext_lazy("page", "Draft")
    PUBLISHED = "published", pgettext_lazy("page", "Published")
    PAST = "past", pgettext_lazy("page", "Replaced")
