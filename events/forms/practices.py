"""Which practice a session presents."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from core.forms import LineField
from practices.models import Practice


class PracticeForm(forms.Form):
    """A practice by its number."""

    practice = LineField(
        label=_("Number of the practice"),
        max_length=20,
        help_text=_("It stands above the title of the practice, such as P-2026-014."),
    )

    def __init__(self, *args: Any, by: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.by = by

    def clean_practice(self) -> Practice:
        """The entry with this number, as far as the person sees it."""
        reference = self.cleaned_data["practice"].upper()
        found = Practice.objects.visible_to(self.by).filter(reference=reference).first()
        if found is None:
            raise ValidationError(_("There is no practice with this number."), code="unknown")
        return found
