"""Forms of what stays behind."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from core.forms import DayField, LineField, LocalisedField
from people.models import Country, Organisation
from projects.actions.legacy import FIELDS, WHO, mark_of
from projects.currencies import DIGITS, PLACES, Currency
from projects.enums import Maturity, TransferKind
from projects.models import Replication, ServiceEffect, Transfer

BODIES = Organisation.objects.select_related("country").order_by("country__name__en", "name__en")
MATURITY = [("", _("Not known")), *Maturity.choices]
MOST_PEOPLE = 10**12


class BodyField(forms.ModelChoiceField):
    """A body, by the English alphabet of states and names."""

    def label_from_instance(self, obj: Organisation) -> str:
        return f"{obj.country.name}: {obj.name}"


class RowForm(forms.Form):
    """A row of the record: `seen` is a mark of what its writer has read."""

    names: tuple[str, ...] = ()
    seen = forms.CharField(widget=forms.HiddenInput, required=False, max_length=16)

    def __init__(self, data: Any = None, *, row: Any = None) -> None:
        initial = {}
        if row is not None:
            initial = {name: getattr(row, row._meta.get_field(name).attname) for name in self.names}
            initial["seen"] = mark_of(row)
        super().__init__(data, initial=initial)


def maturity_field(label: Any) -> forms.TypedChoiceField:
    """How far a service goes, on the five stages; empty where nobody knows."""
    return forms.TypedChoiceField(label=label, choices=MATURITY, required=False, coerce=int, empty_value=None)


class TransferForm(RowForm):
    """What one side gave the other."""

    names = FIELDS[Transfer]
    kind = forms.ChoiceField(label=_("Kind"), choices=TransferKind)
    name = LocalisedField(label=pgettext_lazy("transfer", "Name"))
    version = LineField(label=_("Version"), max_length=40, required=False)
    licence = LineField(
        label=_("On what terms"),
        max_length=200,
        required=False,
        help_text=_("For example: free of charge, with the source, for all public bodies."),
    )
    source = BodyField(BODIES, label=_("Given by"))
    receiver = BodyField(BODIES, label=_("Taken over by"))
    on = DayField(label=_("Handed over on"), required=False)

    def clean(self) -> dict[str, Any]:
        """From one body to another."""
        cleaned = super().clean() or {}
        if cleaned.get("source") and cleaned.get("source") == cleaned.get("receiver"):
            self.add_error("receiver", _("Choose another body than the one that gives it."))
        return cleaned


class ServiceForm(RowForm):
    """A service that was touched, before and after."""

    names = FIELDS[ServiceEffect]
    name = LocalisedField(label=_("Service or register"))
    owner = BodyField(BODIES, label=_("Run by"))
    users_before = forms.IntegerField(
        label=_("Users a year before"), min_value=0, max_value=MOST_PEOPLE, required=False
    )
    users_after = forms.IntegerField(label=_("Users a year after"), min_value=0, max_value=MOST_PEOPLE, required=False)
    maturity_before = maturity_field(_("How far it went before"))
    maturity_after = maturity_field(_("How far it goes after"))
    source = LineField(
        label=_("Source"),
        max_length=300,
        required=False,
        help_text=_("For example: annual report of the agency, page 12."),
    )
    dated_on = DayField(label=_("As of"), required=False)

    def clean(self) -> dict[str, Any]:
        """A figure after the project has a source and a day."""
        cleaned = super().clean() or {}
        if cleaned.get("users_after") is not None or cleaned.get("maturity_after") is not None:
            for name, sentence in (
                ("source", _("Say where the figure after the project is published.")),
                ("dated_on", _("Give the day of the figure after the project.")),
            ):
                if name not in self.errors and not cleaned.get(name):
                    self.add_error(name, sentence)
        return cleaned


class ReplicationForm(RowForm):
    """Where else it was taken up."""

    names = FIELDS[Replication]
    country = forms.ModelChoiceField(Country.objects.order_by("name__en"), label=_("Country"))
    organisation = BodyField(BODIES, label=_("Body"), required=False, empty_label=_("Not named"))
    on = DayField(label=pgettext_lazy("replication", "Since"))
    note = LocalisedField(label=_("What was taken up"), long=True)
    source = LineField(label=_("Source"), max_length=300)

    def clean(self) -> dict[str, Any]:
        """A body of that country."""
        cleaned = super().clean() or {}
        body, country = cleaned.get("organisation"), cleaned.get("country")
        if body and country and body.country_id != country.pk:
            self.add_error("organisation", _("Choose a body of that country, or none."))
        return cleaned


class KeepersForm(RowForm):
    """Who runs and who pays it afterwards."""

    names = WHO
    run_by = BodyField(BODIES, label=_("Run afterwards by"), required=False, empty_label=_("Not settled"))
    paid_by = BodyField(BODIES, label=_("Paid afterwards by"), required=False, empty_label=_("Not settled"))
    running_cost = forms.DecimalField(
        label=_("Running cost a year"), max_digits=DIGITS, decimal_places=PLACES, min_value=0, required=False
    )
    running_currency = forms.ChoiceField(
        label=_("Currency"), choices=[("", _("None")), *Currency.choices], required=False
    )

    def clean(self) -> dict[str, Any]:
        """A cost has a currency; without a cost there is none to keep."""
        cleaned = super().clean() or {}
        if cleaned.get("running_cost") is None:
            cleaned["running_currency"] = ""
        elif not cleaned.get("running_currency") and "running_currency" not in self.errors:
            self.add_error("running_currency", _("Say in which currency the running cost is."))
        return cleaned


def form_of(kind: str, data: Any = None, *, row: Any = None) -> RowForm:
    """The form of a kind of row."""
    return FORMS[kind](data, row=row)


FORMS: dict[str, type[RowForm]] = {
    "transfer": TransferForm,
    "service": ServiceForm,
    "replication": ReplicationForm,
}
MODELS: dict[str, Any] = {"transfer": Transfer, "service": ServiceEffect, "replication": Replication}

__all__ = ("FORMS", "MODELS", "KeepersForm", "form_of")
