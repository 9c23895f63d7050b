"""What the overview of languages is narrowed by, and whom a language is given to."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from people.models import Centre
from practices.enums import LanguageDuty
from practices.presentation.languages import STATES


class LanguagesForm(forms.Form):
    """Everything is optional; nonsense counts as not chosen."""

    language = forms.ChoiceField(label=_("Language"), required=False)
    state = forms.ChoiceField(
        label=_("State"),
        choices=[("", _("Any")), *((key, label) for key, (label, _asked) in STATES.items())],
        required=False,
        widget=forms.RadioSelect,
    )

    def __init__(self, *args: Any, first: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        everything = [("", _("My languages")), ("all", _("All languages"))]
        few = len(first) < len(settings.LANGUAGES)
        self.fields["language"].choices = [  # type: ignore[attr-defined]
            *(everything if few else [("", _("All languages"))]),
            *settings.LANGUAGES,
        ]

    def chosen(self) -> dict[str, str]:
        """The filters that hold something sensible."""
        self.is_valid()
        return {name: value for name, value in self.cleaned_data.items() if value}


class LanguageRightForm(forms.Form):
    """Which language, and what for; the centre is asked where the officer has several."""

    centre = forms.ModelChoiceField(Centre.objects.none(), label=_("Centre"))
    language = forms.ChoiceField(label=_("Language"), choices=settings.LANGUAGES)
    duty = forms.ChoiceField(
        label=_("What for"),
        choices=LanguageDuty,
        widget=forms.RadioSelect,
        help_text=_("Whoever checks reads both languages. Nobody checks what he has handed over himself."),
    )

    def __init__(self, *args: Any, centres: list[int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if len(centres) > 1:
            self.fields["centre"].queryset = Centre.objects.filter(pk__in=centres).order_by("pk")  # type: ignore[attr-defined]
        else:
            del self.fields["centre"]
            self.only = Centre.objects.get(pk=centres[0])

    def values(self) -> dict[str, Any]:
        """The arguments of `give_language`."""
        return {"centre": self.cleaned_data.get("centre") or self.only, **self.cleaned_data}
