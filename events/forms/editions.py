"""The event itself: facts, terms, places, people in charge."""

from datetime import timedelta
from typing import Any

from django import forms
from django.conf import settings
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from agreements.enums import AgreementStatus
from agreements.models import Agreement
from core.filters import FilterForm
from core.forms import DayField, LineField, LocalisedField, MomentField
from events.actions.cloning import PARTS
from events.enums import BodyRole, Duty, EventKind, Mode
from events.models import Event, Programme, Stop
from people.directory import countries
from people.enums import Function
from people.models import Centre, Organisation, User
from people.models.accounts import known_zones

LANGUAGES = [(code, name) for code, name in settings.LANGUAGES]


class SavedForm(forms.Form):
    """A form that changes an event: `seen` is the moment of the last change its writer has read."""

    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, event: Event | None = None, **kwargs: Any) -> None:
        if event is not None:
            initial = {name: getattr(event, name) for name in self.base_fields if hasattr(event, name)}
            kwargs["initial"] = {**initial, "seen": event.updated_at.isoformat(), **kwargs.get("initial", {})}
        super().__init__(*args, **kwargs)

    def clean_seen(self) -> Any:
        value = self.cleaned_data["seen"]
        return forms.DateTimeField().to_python(value) if value else None


def agreements_of(centres: QuerySet[Centre], event: Event | None) -> QuerySet[Agreement]:
    """What both sides have put into the register: of the centre of the event, else of those one organises for."""
    rows = Agreement.objects.filter(status__in=AgreementStatus.settled()).order_by("-signed_on", "-pk")
    return rows.filter(centre=event.centre_id) if event else rows.filter(centre__in=centres)


class EventForm(SavedForm):
    """What it is, when, and for whom."""

    centre = forms.ModelChoiceField(Centre.objects.none(), label=_("Centre"), empty_label=None)
    programme = forms.ModelChoiceField(
        Programme.objects.none(), label=_("Programme"), required=False, empty_label=_("None: it stands alone")
    )
    number = forms.IntegerField(
        label=_("Number of the edition"), required=False, min_value=1, max_value=999, help_text=_("7 for the seventh.")
    )
    name = LocalisedField(label=pgettext_lazy("event", "Name"))
    kind = forms.ChoiceField(label=_("Kind"), choices=EventKind)
    mode = forms.ChoiceField(label=_("Mode"), choices=Mode, widget=forms.RadioSelect)
    starts_on = DayField(label=_("First day"))
    ends_on = DayField(label=_("Last day"))
    theme = LocalisedField(label=_("Theme"), required=False)
    description = LocalisedField(label=_("Description"), required=False, long=True)
    languages = forms.MultipleChoiceField(
        label=_("Working languages"), choices=LANGUAGES, required=False, widget=forms.CheckboxSelectMultiple
    )
    agreement = forms.ModelChoiceField(
        Agreement.objects.none(), label=_("Agreement it is held under"), required=False, empty_label=_("None")
    )
    agreement_note = LineField(
        label=_("Agreement it is held under, in words"),
        max_length=300,
        required=False,
        help_text=_("Where the agreement is not in the register."),
    )
    budget_year = forms.IntegerField(label=_("Budget year"), required=False, min_value=1990, max_value=2200)
    is_public = forms.BooleanField(label=_("Shown to the public once it is announced"), required=False, initial=True)
    hours = forms.IntegerField(label=_("Hours stated on the certificate"), required=False, min_value=1, max_value=999)
    certificate_share = forms.IntegerField(
        label=_("Attendance a certificate asks for, in per cent"), min_value=0, max_value=100, initial=80
    )

    def __init__(self, *args: Any, user: User, event: Event | None = None, **kwargs: Any) -> None:
        super().__init__(*args, event=event, **kwargs)
        centres = Centre.objects.filter(pk__in=user.standing.centre_ids(Function.OFFICER))
        self.fields["agreement"].queryset = agreements_of(centres, event)  # type: ignore[attr-defined]
        self.fields["programme"].queryset = Programme.objects.filter(centre__in=centres)  # type: ignore[attr-defined]
        if event is not None:
            del self.fields["centre"]
        else:
            self.fields["centre"].queryset = centres  # type: ignore[attr-defined]
            self.fields["centre"].initial = centres.first()

    def clean(self) -> dict[str, Any]:
        """The days in order, and an edition in its programme."""
        cleaned = super().clean() or {}
        first, last = cleaned.get("starts_on"), cleaned.get("ends_on")
        if first and last and last < first:
            self.add_error("ends_on", _("An event cannot end before it begins."))
        if first and last and last - first > timedelta(days=366):
            self.add_error("ends_on", _("An event lasts a year at most."))
        if cleaned.get("number") and not cleaned.get("programme"):
            self.add_error("programme", _("Say of which programme it is an edition."))
        return cleaned

    def values(self) -> dict[str, Any]:
        """The arguments of `create_event` and `edit_event`."""
        return self.cleaned_data


class TermsForm(SavedForm):
    """How people come to it: sent by delegations, registered on their own, or both."""

    quota = forms.IntegerField(
        label=_("Nominees a delegation"),
        min_value=0,
        max_value=99,
        help_text=_("0 where no delegations are invited."),
    )
    nominations_due_at = MomentField(label=_("Nominations due"), required=False)
    papers_due_at = MomentField(label=_("Papers of delegations due"), required=False)
    registration_opens_at = MomentField(
        label=_("Registration opens"), required=False, help_text=_("Leave it empty where nobody registers.")
    )
    registration_closes_at = MomentField(label=_("Registration closes"), required=False)
    capacity = forms.IntegerField(
        label=_("Seats"), required=False, min_value=1, help_text=_("Leave it empty where there is no limit.")
    )
    needs_approval = forms.BooleanField(label=_("Registrations are approved one by one"), required=False)

    def clean(self) -> dict[str, Any]:
        """The moments in order."""
        cleaned = super().clean() or {}
        opens, closes = cleaned.get("registration_opens_at"), cleaned.get("registration_closes_at")
        if closes and (not opens or closes <= opens):
            self.add_error("registration_closes_at", _("Registration cannot close before it opens."))
        if cleaned.get("quota") and not cleaned.get("nominations_due_at"):
            self.add_error("nominations_due_at", _("Say by when delegations nominate."))
        return cleaned

    def values(self) -> dict[str, Any]:
        """The arguments of `edit_event`."""
        return self.cleaned_data


class StopForm(forms.Form):
    """A place of the event."""

    country = forms.ChoiceField(label=_("Country"))
    city = LocalisedField(label=_("City"))
    venue = LocalisedField(label=_("Building and address"), required=False)
    organisation = forms.ModelChoiceField(
        Organisation.objects.none(), label=_("Host there"), required=False, empty_label=_("None")
    )
    zone = LineField(
        label=_("Time zone"),
        max_length=64,
        required=False,
        help_text=_("Such as Asia/Seoul. Left empty, it is the zone of the capital."),
    )
    starts_on = DayField(label=_("First day"))
    ends_on = DayField(label=_("Last day"))

    def __init__(self, *args: Any, event: Event, stop: Stop | None = None, **kwargs: Any) -> None:
        initial: dict[str, Any] = {"starts_on": event.starts_on, "ends_on": event.ends_on}
        if stop is not None:
            initial = {name: getattr(stop, name) for name in self.base_fields}
            initial["country"] = stop.country_id
        super().__init__(*args, **{"initial": initial, **kwargs})
        self.fields["country"].choices = [(one.pk, str(one.name)) for one in countries()]  # type: ignore[attr-defined]
        self.fields["organisation"].queryset = Organisation.objects.order_by("name__en")  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """A zone that the clocks know."""
        cleaned = super().clean() or {}
        named = {one.pk: one for one in countries()}
        if not cleaned.get("zone") and cleaned.get("country") in named:
            cleaned["zone"] = named[cleaned["country"]].calendar.zone
        elif cleaned.get("zone") and cleaned["zone"] not in known_zones():
            self.add_error("zone", _("This is not a time zone. Write it as Continent/City."))
        return cleaned

    def values(self) -> dict[str, Any]:
        """The arguments of `save_stop`."""
        values = dict(self.cleaned_data)
        values["country_id"] = values.pop("country")
        return values


class RoomForm(forms.Form):
    """A room of a place."""

    name = LocalisedField(label=_("Name of the room"))
    seats = forms.IntegerField(label=_("Seats"), required=False, min_value=1)


class TrackForm(forms.Form):
    """A line of sessions that run beside others."""

    name = LocalisedField(label=_("Name of the track"))


class BodyForm(forms.Form):
    """An organisation and its part."""

    organisation = forms.ModelChoiceField(
        Organisation.objects.order_by("name__en"), label=_("Organisation"), empty_label=_("Choose")
    )
    role = forms.ChoiceField(label=_("Part"), choices=BodyRole, widget=forms.RadioSelect)


class OfficersForm(forms.Form):
    """Who does which duty."""

    def __init__(self, *args: Any, event: Event, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        serving = User.objects.holding(centre=event.centre_id).by_name()
        people = [(str(one.pk), one.display_name) for one in serving]
        self.people = {str(one.pk): one for one in serving}
        named: dict[str, list[str]] = {}
        for one in event.officers.all():
            named.setdefault(one.duty, []).append(str(one.user_id))
        hints = {
            Duty.TRAVEL: _(
                "Only they open passports, flights and other personal travel facts. Every view is recorded."
            ),
            Duty.DOOR: _("They mark attendance beside the officers."),
        }
        for duty in Duty:
            self.fields[duty.value] = forms.MultipleChoiceField(
                label=duty.label,
                choices=people,
                required=False,
                widget=forms.CheckboxSelectMultiple,
                initial=named.get(duty.value, []),
                help_text=hints.get(duty, ""),
            )

    def named(self, duty: str) -> list[User]:
        """Those chosen for a duty."""
        return [self.people[pk] for pk in self.cleaned_data[duty]]


class CloneForm(forms.Form):
    """The next edition."""

    starts_on = DayField(label=_("First day of the next edition"))
    number = forms.IntegerField(label=_("Number of the edition"), required=False, min_value=1, max_value=999)
    parts = forms.MultipleChoiceField(
        label=_("What is taken over"),
        choices=[(name, part.label) for name, part in PARTS.items()],
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, event: Event, **kwargs: Any) -> None:
        later = event.starts_on + timedelta(weeks=52)  # the same day of the week, a year later
        initial = {
            "starts_on": later,
            "number": event.number + 1 if event.number else None,
            "parts": [name for name, part in PARTS.items() if part.usual],
        }
        super().__init__(*args, **{"initial": initial, **kwargs})


class EventFilterForm(FilterForm):
    """What the list of events is narrowed by."""

    q = forms.CharField(label=_("Words or number"), max_length=200, required=False)
    when = forms.ChoiceField(
        label=_("When"),
        choices=(("coming", _("Now and later")), ("past", _("Past")), ("all", _("All"))),
        required=False,
        widget=forms.RadioSelect,
    )
    kind = forms.ChoiceField(label=_("Kind"), choices=[("", _("Any")), *EventKind.choices], required=False)
    programme = forms.ModelChoiceField(
        Programme.objects.none(), label=_("Programme"), required=False, empty_label=_("Any"), to_field_name="slug"
    )

    def __init__(self, *args: Any, user: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["programme"].queryset = Programme.objects.visible_to(user)  # type: ignore[attr-defined]
