"""What an adopting body reports, and what both sides answer each year."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from core.forms import DayField, LineField, LongField
from files.forms import FileField, KeepsFile
from practices.enums import Stage, StillSo
from practices.models import AdoptionReport

PARTS = (
    "stage",
    "since_on",
    "language",
    "adaptations",
    "lessons",
    "evidence",
    "cost_amount",
    "cost_currency",
    "cost_year",
)


class ReportForm(forms.Form):
    """One stage of an adoption. `seen` counts the savings the writer had before him."""

    stage = forms.ChoiceField(label=_("Stage"), choices=Stage.choices, widget=forms.RadioSelect)
    since_on = DayField(label=_("Since"), help_text=_("The day on which this stage began."))
    language = forms.ChoiceField(label=_("Language of this report"), choices=settings.LANGUAGES)
    adaptations = LongField(
        label=_("What was adapted"),
        help_text=_("Law, names, procedures, interfaces. If nothing was changed, say so."),
        max_length=6000,
        required=False,
    )
    evidence = LongField(
        label=_("Proof"),
        help_text=_("A decision with its number, an address, a figure. Documents are added on the next page."),
        max_length=6000,
        rows=3,
        required=False,
    )
    lessons = LongField(
        label=_("Lessons"), help_text=_("What the next country should know."), max_length=6000, required=False
    )
    cost_amount = forms.DecimalField(
        label=_("Cost until now"), max_digits=16, decimal_places=2, min_value=0, required=False
    )
    cost_currency = LineField(
        label=_("Currency"), help_text=_("Three letters, such as BYN, KRW or EUR."), max_length=3, required=False
    )
    cost_year = forms.IntegerField(label=_("Year of the price"), min_value=1990, max_value=2100, required=False)
    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def clean_cost_currency(self) -> str:
        return str(self.cleaned_data["cost_currency"]).upper()

    def clean(self) -> dict[str, Any]:
        """A cost is told whole, or not at all."""
        cleaned: dict[str, Any] = super().clean() or {}
        cost = [cleaned.get(name) for name in ("cost_amount", "cost_currency", "cost_year")]
        given = [one not in (None, "") for one in cost]
        if any(given) and not all(given):
            self.add_error(
                "cost_amount", _("Write the amount, its currency and the year of the price, or none of them.")
            )
        return cleaned

    def values(self) -> dict[str, Any]:
        """What an act takes; `seen` where there is something to compare with."""
        return {name: self.cleaned_data[name] for name in PARTS}


class FirstReportForm(ReportForm):
    """The first stage; asked with it is the body, where the person belongs to several."""

    def __init__(self, *args: Any, bodies: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["adopter"] = forms.ModelChoiceField(bodies, label=_("Adopting body"), empty_label=None)
        self.order_fields(["adopter", *self.fields])
        if len(found := list(bodies[:2])) == 1:
            self.fields["adopter"].initial = found[0]

    def values(self) -> dict[str, Any]:
        return {**super().values(), "adopter": self.cleaned_data["adopter"]}


def initial_of(report: AdoptionReport) -> dict[str, Any]:
    """What the form shows of a report that was begun."""
    return {**{name: getattr(report, name) for name in PARTS}, "seen": report.lock}


class ProofForm(KeepsFile, forms.Form):
    """A document that proves the stage."""

    document = FileField(label=_("Document"))


class StillSoForm(forms.Form):
    """The yearly question."""

    still = forms.ChoiceField(
        label=pgettext_lazy("adoption", "Is it still so?"), choices=StillSo.choices, widget=forms.RadioSelect
    )
    comment = LongField(
        label=_("In a few words"),
        help_text=_("Needed when something has changed or stopped."),
        max_length=2000,
        rows=3,
        required=False,
    )
