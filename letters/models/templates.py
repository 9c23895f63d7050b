"""What letters are written from: texts with named fields, in several languages."""

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from core.localised import LocalisedTextField
from letters.enums import LetterKind
from letters.querysets import TemplateQuerySet
from people.models import Centre


class LetterTemplate(models.Model):
    """A letter with gaps. Its fields are those of its kind (`letters.fields`); its text is paragraphs, never markup.

    `revision` counts the changes of its words: a letter remembers the one it was written from.
    """

    centre = models.ForeignKey(Centre, models.PROTECT, related_name="letter_templates", verbose_name=_("centre"))
    kind = models.CharField(_("kind"), max_length=16, choices=LetterKind)
    name = models.CharField(_("name"), max_length=120)
    subject = LocalisedTextField(pgettext_lazy("letter", "subject"))
    body = LocalisedTextField(_("text"))
    revision = models.PositiveIntegerField(_("revision"), default=1, editable=False)
    is_active = models.BooleanField(_("in use"), default=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("last change by"))
    updated_at = models.DateTimeField(_("last change"), default=timezone.now, editable=False)

    objects = TemplateQuerySet.as_manager()

    class Meta:
        verbose_name = _("letter template")
        verbose_name_plural = _("letter templates")
        ordering: ClassVar = ["kind", "name", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=("centre", "kind", "name"),
                name="one_letter_template_a_name",
                violation_error_message=_("The centre has a template of this kind and name."),
            )
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def title_text(self) -> Any:
        return self.name

    def languages(self) -> list[str]:
        """Those in which it is whole: subject and text."""
        return [code for code, _name in settings.LANGUAGES if self.subject.get(code) and self.body.get(code)]

    def get_absolute_url(self) -> str:
        return reverse("letters:template", args=[self.pk])
