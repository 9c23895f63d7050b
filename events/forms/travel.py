"""What a traveller tells the travel desk."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from core.forms import DayField, LineField, LongField
from events.enums import VisaState
from events.forms.places import StopMomentField
from events.models import Event
from events.travel import CONSENTS, FACTS, Answer, Opened, PassportType, Sex

ON_PAPER = [(Answer.AGREED, _("The person agrees")), (Answer.REFUSED, _("The person does not agree"))]
GROUPS: tuple[tuple[str | Promise, tuple[str, ...]], ...] = (
    (_("Consent"), tuple(f"consent_{one.name}" for one in CONSENTS)),
    (
        _("Passport"),
        (
            *("passport_type", "passport_number", "passport_expires_on", "nationality"),
            *("birth_on", "birth_place", "sex"),
        ),
    ),
    (_("Arrival"), ("arrives_at", "arrives_by", "arrives_to")),
    (_("Departure"), ("departs_at", "departs_by", "departs_from")),
    (_("Stay"), ("hotel", "hotel_from", "hotel_until", "diet", "access_needs")),
    (_("For emergencies"), ("emergency_name", "emergency_phone", "insurance")),
)


class TravelForm(forms.Form):
    """Facts and consents. Times are those on the wall of the place, so a ticket is copied as it is printed.

    `own` says that the person fills it in; else the travel desk copies what the person has signed.
    """

    seen = forms.CharField(widget=forms.HiddenInput, required=False)
    passport_type = forms.ChoiceField(
        label=_("Kind of passport"), choices=[("", _("Not known yet")), *PassportType.choices], required=False
    )
    passport_number = LineField(label=_("Number of the passport"), max_length=30, required=False)
    passport_expires_on = DayField(label=_("Valid until"), required=False)
    nationality = LineField(label=_("Nationality, as in the passport"), max_length=80, required=False)
    birth_on = DayField(label=_("Date of birth"), required=False)
    birth_place = LineField(label=_("Place of birth"), max_length=120, required=False)
    sex = forms.ChoiceField(
        label=_("Sex, as in the passport"), choices=[("", _("Not known yet")), *Sex.choices], required=False
    )
    arrives_at = StopMomentField(label=_("Day and time of arrival"), required=False)
    arrives_by = LineField(label=_("Flight or train of arrival"), max_length=40, required=False)
    arrives_to = LineField(label=_("Airport or station of arrival"), max_length=80, required=False)
    departs_at = StopMomentField(label=_("Day and time of departure"), required=False)
    departs_by = LineField(label=_("Flight or train of departure"), max_length=40, required=False)
    departs_from = LineField(label=_("Airport or station of departure"), max_length=80, required=False)
    hotel = LineField(label=_("Hotel and room"), max_length=200, required=False)
    hotel_from = DayField(label=_("First night"), required=False)
    hotel_until = DayField(label=_("Leaves the hotel on"), required=False)
    diet = LongField(label=_("Diet"), rows=2, max_length=500, required=False)
    access_needs = LongField(label=_("Access needs"), rows=2, max_length=500, required=False)
    emergency_name = LineField(label=_("Whom to call"), max_length=200, required=False)
    emergency_phone = LineField(label=_("Telephone number to call"), max_length=40, required=False)
    insurance = LineField(label=_("Insurance: company and number"), max_length=200, required=False)

    def __init__(
        self, *args: Any, event: Event, opened: Opened, seen: datetime | None, own: bool, **kwargs: Any
    ) -> None:
        answers = {
            f"consent_{one.name}": opened.consents[one.name]["answer"] for one in CONSENTS if opened.agreed(one.name)
        }
        refused = {
            f"consent_{one.name}": Answer.REFUSED.value
            for one in CONSENTS
            if opened.consents.get(one.name, {}).get("answer") == Answer.REFUSED
        }
        initial = {**opened.facts, **answers, **refused, "seen": seen.isoformat() if seen else ""}
        super().__init__(*args, **{"initial": initial, **kwargs})
        self.event = event
        for one in CONSENTS:
            self.fields[f"consent_{one.name}"] = forms.ChoiceField(
                label=str(one.label),
                help_text=f"{one.text} {one.consequence}",
                choices=Answer.choices if own else ON_PAPER,
                widget=forms.RadioSelect,
                required=False,
            )
        stops = list(event.stops.all())
        for name, stop in (("arrives_at", stops[:1]), ("departs_at", stops[-1:])):
            field: Any = self.fields[name]
            field.zone = stop[0].tz if stop else None

    @property
    def groups(self) -> Iterator[tuple[str | Promise, list[forms.BoundField]]]:
        """The fields as they stand together on the page."""
        return ((label, [self[name] for name in names]) for label, names in GROUPS)

    def clean_seen(self) -> datetime | None:
        """The moment of the last change that was read."""
        value = self.cleaned_data["seen"]
        return forms.DateTimeField().to_python(value) if value else None

    def clean(self) -> dict[str, Any]:
        """Days that can be, and consent to whatever is written."""
        cleaned = super().clean() or self.cleaned_data
        self._expect_days(cleaned)
        for one in CONSENTS:
            written = [name for name in one.facts if cleaned.get(name)]
            if written and cleaned.get(f"consent_{one.name}") != Answer.AGREED:
                names = ", ".join(str(self.fields[name].label) for name in written)
                said = _("This is kept with consent only: agree, or leave it empty: %(names)s.") % {"names": names}
                self.add_error(f"consent_{one.name}", said)
        return cleaned

    def _expect_days(self, cleaned: dict[str, Any]) -> None:
        expires, born = cleaned.get("passport_expires_on"), cleaned.get("birth_on")
        if expires and expires <= self.event.ends_on:
            self.add_error("passport_expires_on", _("The passport ends before the event does: it has to be renewed."))
        if born and born >= timezone.localdate():
            self.add_error("birth_on", _("Nobody is born tomorrow: write the date of birth."))
        arrives, departs = cleaned.get("arrives_at"), cleaned.get("departs_at")
        if arrives and departs and departs <= arrives:
            self.add_error("departs_at", _("One leaves after one has arrived."))
        first, last = cleaned.get("hotel_from"), cleaned.get("hotel_until")
        if first and last and last <= first:
            self.add_error("hotel_until", _("One leaves the hotel after the first night."))
        near = timedelta(days=60)
        for name in ("arrives_at", "departs_at"):
            moment = cleaned.get(name)
            if moment and not self.event.starts_on - near <= moment.date() <= self.event.ends_on + near:
                self.add_error(name, _("This is far from the days of the event. Check the year."))

    def values(self) -> dict[str, Any]:
        """The arguments of `save_travel`."""
        return {
            "facts": {name: self.cleaned_data[name] for name in FACTS},
            "consents": {one.name: self.cleaned_data[f"consent_{one.name}"] for one in CONSENTS},
            "seen": self.cleaned_data["seen"],
        }


class VisaForm(forms.Form):
    """Where the visa of a person stands."""

    visa = forms.ChoiceField(label=pgettext_lazy("travel", "Visa"), choices=VisaState)
