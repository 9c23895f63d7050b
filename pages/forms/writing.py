"""What is asked of whoever writes a press release or a page."""

import re
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db.models import Model
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from core.forms import DayField, LineField, LongField
from core.localised import active_language
from pages.core_pages import CORE
from pages.links import find_linked
from pages.models import Page, PageText
from people.models import Centre

MOST_LINKS = 20
ADDRESS = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
LENGTHS = {"title": 200, "lead": 1000, "body": 40_000}


class AboutField(LineField):
    """Numbers of records with commas between them; cleaned to the records that the person may see."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            label=pgettext_lazy("of a text", "What it is about"),
            help_text=gettext_lazy(
                "The numbers of events, agreements, projects and practices, with commas: E-2017-01, AG-2016-01."
            ),
            required=False,
            max_length=500,
            **kwargs,
        )
        self.user: Any = None

    def clean(self, value: Any) -> list[Model]:
        numbers = [part.strip().upper() for part in str(super().clean(value) or "").split(",") if part.strip()]
        if len(numbers) > MOST_LINKS:
            raise ValidationError(_("Name at most %(most)s records.") % {"most": MOST_LINKS})
        rows, unknown = find_linked(numbers, self.user)
        if unknown:
            raise ValidationError(
                _("No record has this number, or you may not see it: %(numbers)s.") % {"numbers": ", ".join(unknown)}
            )
        return rows


class WordsForm(forms.Form):
    """Title, lead and text of one language. Fields are marked with the language they are written in."""

    title = LineField(label=gettext_lazy("Title"), max_length=LENGTHS["title"])
    lead = LongField(
        label=gettext_lazy("Lead"),
        help_text=gettext_lazy("Who did what, where and when, in two or three sentences. Lists and feeds show it."),
        max_length=LENGTHS["lead"],
        rows=3,
        required=False,
    )
    body = LongField(
        label=gettext_lazy("Text"),
        help_text=gettext_lazy(
            "An empty line begins a paragraph, “## ” a heading, “- ” a line of a list. A link: [words](https://address)."
        ),
        max_length=LENGTHS["body"],
        rows=16,
    )


class TextForm(WordsForm):
    """One language of what is there. `seen` and `shown` say which revisions the writer had before him."""

    note = LineField(
        label=gettext_lazy("What was corrected"),
        help_text=gettext_lazy("One sentence for the readers, in the language of this text. It stands below the text."),
        max_length=300,
        required=False,
    )
    follows = forms.BooleanField(label=gettext_lazy("This text says what the original says now"), required=False)
    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=1_000_000)
    shown = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=1_000_000, required=False)

    field_order = ("title", "lead", "body", "note", "follows", "seen", "shown")

    def __init__(
        self, data: Any, *, page: Page, language: str, text: PageText | None, original: PageText, is_outdated: bool
    ) -> None:
        words = {name: getattr(text, name) if text else "" for name in LENGTHS}
        note = text.note if text and text.published_at is None else ""
        hidden = {"seen": text.revision if text else 0, "shown": original.revision}
        super().__init__(data, initial={**words, "note": note, **hidden})
        for name in (*LENGTHS, "note"):
            self.fields[name].widget.attrs["lang"] = language
        if page.published_at is None:
            del self.fields["note"]
        if not is_outdated:
            del self.fields["follows"]

    def values(self) -> dict[str, Any]:
        """For the act."""
        return {**self.cleaned_data, "shown": self.cleaned_data.get("shown") or 0}


class _BeginForm(WordsForm):
    """What a new one begins with: the centre where there are several, the language of the original, the words."""

    centre = forms.ModelChoiceField(Centre.objects.none(), label=gettext_lazy("Centre"))
    language = forms.ChoiceField(
        label=gettext_lazy("Language of the original"),
        help_text=gettext_lazy("The texts in the other languages are its translations."),
        choices=settings.LANGUAGES,
    )
    about = AboutField()

    def __init__(self, data: Any, *, user: Any, centres: list[Centre]) -> None:
        super().__init__(data, initial={"language": active_language(), "centre": centres[0] if centres else None})
        self.fields["about"].user = user  # type: ignore[attr-defined]
        self.fields["centre"].queryset = Centre.objects.filter(pk__in=[one.pk for one in centres])  # type: ignore[attr-defined]
        if len(centres) == 1:
            self.fields["centre"].widget = forms.HiddenInput()


class ReleaseForm(_BeginForm):
    """A press release."""

    day = DayField(
        label=gettext_lazy("Day of the press release"),
        help_text=gettext_lazy("The day that stands above the text. It stays once the press release is published."),
    )
    field_order = ("centre", "day", "language", "title", "lead", "body", "about")


class PageForm(_BeginForm):
    """A page of the site."""

    reference = LineField(
        label=pgettext_lazy("of a page", "Address"),
        help_text=gettext_lazy(
            "Small Latin letters, figures and hyphens. “about”, “accessibility” and “personal-data” take the place of "
            "the built-in texts."
        ),
        min_length=2,
        max_length=40,
    )
    is_listed = forms.BooleanField(label=gettext_lazy("List it beside “About the centre”"), required=False)
    field_order = ("centre", "reference", "is_listed", "language", "title", "lead", "body", "about")

    def clean_reference(self) -> str:
        reference = str(self.cleaned_data["reference"]).lower()
        if not ADDRESS.fullmatch(reference):
            raise ValidationError(_("Write small Latin letters, figures and hyphens, with a letter first."))
        return reference


class FactsForm(forms.Form):
    """Day or place, and what it is about."""

    day = DayField(label=gettext_lazy("Day of the press release"))
    is_listed = forms.BooleanField(label=gettext_lazy("List it beside “About the centre”"), required=False)
    about = AboutField()
    seen = forms.CharField(widget=forms.HiddenInput, max_length=2000)

    def __init__(self, data: Any, *, page: Page, user: Any, numbers: list[str], mark: str) -> None:
        initial = {"day": page.day, "is_listed": page.is_listed, "about": ", ".join(numbers), "seen": mark}
        super().__init__(data, initial=initial)
        self.fields["about"].user = user  # type: ignore[attr-defined]
        if not page.is_release or page.published_at is not None:
            del self.fields["day"]
        if page.is_release or page.reference in CORE:
            del self.fields["is_listed"]
