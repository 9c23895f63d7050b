"""A value of an indicator for a period: figure or words, evidence, and what it is split into."""

from collections import defaultdict
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from core.forms import LocalisedField, LongField, ReadForm
from core.localised import LANGUAGE_NAMES, LocalisedText
from files.forms import FileField, KeepsFile
from projects.actions.values import MOST_WORDS
from projects.models import Category, Indicator, ReportedValue

PART = "part_%d"


class FigureField(forms.DecimalField):
    """A measured value, to four decimals."""

    def __init__(self, **options: Any) -> None:
        super().__init__(max_digits=20, decimal_places=4, required=False, **options)


class ShortTexts(LocalisedField):
    """Texts in several languages, none of them a book."""

    def clean(self, value: Any) -> LocalisedText:
        found = super().clean(value)
        for language, text in found.items():
            if len(text) > MOST_WORDS:
                raise ValidationError(
                    _("%(language)s: this is %(count)d characters long. Shorten it to %(most)d.")
                    % {"language": LANGUAGE_NAMES[language], "count": len(text), "most": MOST_WORDS}
                )
        return found


class ValueForm(KeepsFile, forms.Form):
    """What a side reports. `seen` counts the savings the writer had before him."""

    value = FigureField(label=pgettext_lazy("indicator", "Value"))
    text = ShortTexts(label=gettext_lazy("What was reached, in words"), long=True, required=False)
    evidence = LongField(
        label=gettext_lazy("Evidence"),
        help_text=gettext_lazy(
            "A paper with its number and day, an address, a register. It is shown beside the value, to the public too."
        ),
        max_length=MOST_WORDS,
        rows=3,
        required=False,
    )
    file = FileField(label=gettext_lazy("File"), required=False)
    comment = ShortTexts(
        label=gettext_lazy("Comment"),
        help_text=gettext_lazy("What a reader of the figure should know."),
        long=True,
        required=False,
    )
    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, indicator: Indicator, is_new: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.indicator = indicator
        del self.fields["value" if indicator.is_in_words else "text"]
        if not is_new:  # further files are added on the page of the value
            del self.fields["file"]
        if "value" in self.fields:
            self.fields["value"].help_text = str(indicator.unit_name) or indicator.get_unit_display()
        self.by_dimension: dict[Any, list[Category]] = defaultdict(list)
        if not indicator.is_in_words:
            rows = Category.objects.filter(dimension__indicators=indicator).select_related("dimension")
            for category in rows.order_by("dimension__key", "position", "pk"):
                self.by_dimension[category.dimension].append(category)
                self.fields[PART % category.pk] = FigureField(label=str(category))

    def groups(self) -> list[tuple[Any, list[forms.BoundField]]]:
        """The fields of the parts, by dimension."""
        return [
            (dimension, [self[PART % category.pk] for category in categories])
            for dimension, categories in self.by_dimension.items()
        ]

    def first(self) -> list[forms.BoundField]:
        """The value itself."""
        return [self[name] for name in ("value", "text") if name in self.fields]

    def rest(self) -> list[forms.BoundField]:
        """What stands after the parts."""
        return [self[name] for name in ("evidence", "file", "comment", "seen") if name in self.fields]

    def values(self) -> dict[str, Any]:
        """What the acts take; `seen` is handed over by the view."""
        names = [name for name in ("value", "text", "evidence", "comment", "file") if name in self.fields]
        parts = {one.pk: self.cleaned_data[PART % one.pk] for rows in self.by_dimension.values() for one in rows}
        return {**{name: self.cleaned_data[name] for name in names}, "parts": parts}


def initial_of(value: ReportedValue) -> dict[str, Any]:
    """What the form shows of a draft."""
    shown = {name: getattr(value, name) for name in ("text", "comment", "evidence")}
    parts = {PART % part.category_id: part.value.normalize() for part in value.parts.all()}
    figure = value.value.normalize() if value.value is not None else None
    return {
        **shown,
        **{name: f"{one:f}" for name, one in parts.items()},
        "value": f"{figure:f}" if figure is not None else "",
        "seen": value.revision,
    }


class EvidenceForm(KeepsFile, forms.Form):
    """A further file."""

    file = FileField(label=gettext_lazy("File"))


class SeenForm(forms.Form):
    """A confirmation that says which revision was read."""

    seen = forms.IntegerField(widget=forms.HiddenInput)


class ApprovalForm(ReadForm):
    """A key, with a remark where one is wished."""

    reason = LongField(
        label=gettext_lazy("Remark"),
        help_text=gettext_lazy("Stands beside your key. Both sides read it."),
        max_length=2000,
        rows=3,
        required=False,
    )
