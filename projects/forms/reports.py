"""What a side writes in a quarterly report, and confirmations that say which figures were read."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from projects.actions.reports import MOST_WORDS, NARRATIVE
from projects.forms.texts import TextsField, with_example
from projects.models import ReportPart


class PartForm(forms.Form):
    """The part of a side. `seen` counts the savings that the writer had before him."""

    summary = TextsField(
        label=_("Summary"),
        most=MOST_WORDS,
        required=False,
        help_text=with_example(
            _("What both governments should know of the quarter, in two languages at least."),
            _("Three agencies hand over records without paper; the tender for servers is six weeks late."),
        ),
    )
    done = TextsField(
        label=_("What was done, what was delayed and why"),
        most=MOST_WORDS,
        required=False,
        help_text=_("The figures stand beside it: say what they do not say. In two languages at least."),
    )
    ahead = TextsField(
        label=_("Next quarter"), most=MOST_WORDS, required=False, help_text=_("What will be done, by whom, until when.")
    )
    asked = TextsField(
        label=_("Decisions asked for"),
        most=MOST_WORDS,
        required=False,
        help_text=_("What the other side, the centre or the committee has to decide, and by when."),
    )
    seen = forms.IntegerField(widget=forms.HiddenInput)

    def values(self) -> dict[str, Any]:
        """What the act takes; `seen` is handed over by the view."""
        return {name: self.cleaned_data[name] for name in NARRATIVE}


def initial_of(part: ReportPart) -> dict[str, Any]:
    """What the form shows of a part."""
    return {**{name: getattr(part, name) for name in NARRATIVE}, "seen": part.revision}


class SureForm(forms.Form):
    """A confirmation without a word."""


class FiguresForm(forms.Form):
    """A confirmation of figures: `seen` is the mark of those that were read."""

    seen = forms.CharField(widget=forms.HiddenInput, max_length=64)
