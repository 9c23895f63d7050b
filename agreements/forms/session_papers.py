"""Items of the agenda, papers and their languages, minutes."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from agreements.enums import ItemKind
from agreements.models import AgendaItem, CommitteePaper, CommitteeSession, SessionMinutes
from core.forms import DayField, LocalisedField, LongField
from files.forms import FileField, KeepsFile

LINES = 14  # of each language of the minutes


class ItemField(forms.ModelChoiceField):
    """An item of the agenda by number and title."""

    def label_from_instance(self, obj: AgendaItem) -> str:
        return f"{obj.number}. {obj.title}"


class ItemForm(forms.Form):
    """An item of the agenda."""

    title = LocalisedField(label=_("Title"))
    kind = forms.ChoiceField(label=_("Purpose"), choices=ItemKind, widget=forms.RadioSelect, initial=ItemKind.DECISION)
    note = LocalisedField(label=pgettext_lazy("agenda", "Note"), required=False, long=True)

    def __init__(self, *args: Any, item: AgendaItem | None = None, **kwargs: Any) -> None:
        if item is not None:
            kwargs["initial"] = {name: getattr(item, name) for name in self.base_fields}
        super().__init__(*args, **kwargs)


class PaperForm(forms.Form):
    """What a paper is called, under which item it lies, and who reads it."""

    title = LocalisedField(label=_("Title"))
    item = ItemField(
        AgendaItem.objects.none(),
        label=_("Item of the agenda"),
        required=False,
        empty_label=_("The session as a whole"),
    )
    is_closed = forms.BooleanField(label=_("For members only"), required=False)
    release_on = DayField(
        label=_("Released to the public from"),
        required=False,
        help_text=_("Of a paper for members only. Empty where it is never released."),
    )

    def __init__(
        self, *args: Any, session: CommitteeSession, paper: CommitteePaper | None = None, **kwargs: Any
    ) -> None:
        if paper is not None:
            kwargs["initial"] = {name: getattr(paper, name) for name in PaperForm.base_fields}
        super().__init__(*args, **kwargs)
        self.fields["item"].queryset = session.items.all()  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Only what is closed is released."""
        cleaned = super().clean() or {}
        if cleaned.get("release_on") and not cleaned.get("is_closed"):
            self.add_error("release_on", _("Only a paper for members has a day of release."))
        return cleaned


class TextForm(KeepsFile, forms.Form):
    """A language of a paper: a file."""

    document = FileField(label=pgettext_lazy("of a paper", "Text"))
    language = forms.ChoiceField(label=_("Language of the text"), choices=settings.LANGUAGES)


class NewPaperForm(KeepsFile, PaperForm):
    """A paper with its first language."""

    document = FileField(label=pgettext_lazy("of a paper", "Text"))
    language = forms.ChoiceField(label=_("Language of the text"), choices=settings.LANGUAGES)
    field_order = ("title", "item", "document", "language", "is_closed", "release_on")


class MinutesForm(forms.Form):
    """A version of the minutes. `seen` is the revision that its writer has read."""

    text = LocalisedField(
        label=_("Minutes"),
        long=True,
        help_text=_("An empty line begins a new paragraph. Decisions and actions are written down beside the minutes."),
    )
    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, minutes: SessionMinutes | None = None, **kwargs: Any) -> None:
        if minutes is not None:
            kwargs["initial"] = {"text": minutes.text, "seen": minutes.revision}
        super().__init__(*args, **kwargs)
        for area in self.fields["text"].widget.widgets:
            area.attrs["rows"] = LINES


class SeenForm(forms.Form):
    """A confirmation that says which revision was read."""

    seen = forms.IntegerField(widget=forms.HiddenInput)


class SignForm(forms.Form):
    """A remark that stands beside one's key."""

    reason = LongField(label=_("Remark"), max_length=2000, rows=3, required=False)
