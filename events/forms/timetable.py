"""What a planner writes: a session, its place, a day that moves, a version and a key."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from calendars.moments import write_day
from core.forms import DayField, LocalisedField, LongField
from events.actions.planning import stamp_of
from events.days import place_of
from events.enums import SessionKind
from events.models import Delegation, Event, Room, Session, Stop, Track

LANGUAGES = list(settings.LANGUAGES)
MINUTES = (-120, -90, -60, -45, -30, -15, 15, 30, 45, 60, 90, 120)


class HourField(forms.TimeField):
    """A time on the wall of the stop."""

    widget = forms.TimeInput(attrs={"type": "time"}, format="%H:%M")


class RoomField(forms.ModelChoiceField):
    """A room, named with its stop where there are several."""

    def label_from_instance(self, obj: Room) -> str:
        return f"{obj.name} ({obj.stop.city})"


class DelegationField(forms.ModelChoiceField):
    """A delegation by its country and body."""

    def label_from_instance(self, obj: Delegation) -> str:
        return f"{obj.country.name}, {obj.organisation.name}"


class PlacedForm(forms.Form):
    """Fields that say where and when; choices are those of the event."""

    def __init__(self, *args: Any, event: Event, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.event = event
        rooms = Room.objects.filter(stop__event=event).select_related("stop").order_by("stop", "position", "pk")
        querysets = {
            "stop": Stop.objects.filter(event=event),
            "room": rooms,
            "track": Track.objects.filter(event=event),
            "delegation": Delegation.objects.filter(event=event).coming().in_order(),
        }
        for name, rows in querysets.items():
            if name in self.fields:
                self.fields[name].queryset = rows  # type: ignore[attr-defined]


class SessionForm(PlacedForm):
    """A session. `seen` is the state of it that was opened; empty for a new one."""

    seen = forms.CharField(widget=forms.HiddenInput, required=False)
    title = LocalisedField(label=_("Title"))
    kind = forms.ChoiceField(label=_("Kind"), choices=SessionKind)
    stop = forms.ModelChoiceField(Stop.objects.none(), label=pgettext_lazy("journey", "Stop"), empty_label=None)
    day = DayField(label=_("Day"), required=False)
    begins = HourField(
        label=_("Begins"),
        required=False,
        help_text=_("In the time of the stop. Before five in the morning it belongs to the evening of that day."),
    )
    ends = HourField(label=_("Ends"), required=False)
    room = RoomField(Room.objects.none(), label=_("Room"), required=False, empty_label=_("None yet"))
    track = forms.ModelChoiceField(
        Track.objects.none(), label=_("Track"), required=False, empty_label=_("None: it is for everybody")
    )
    languages = forms.MultipleChoiceField(
        label=_("Languages it is held in"), choices=LANGUAGES, required=False, widget=forms.CheckboxSelectMultiple
    )
    delegation = DelegationField(
        Delegation.objects.none(), label=_("Delegation that presents"), required=False, empty_label=_("None")
    )
    seats = forms.IntegerField(
        label=_("Seats"), required=False, min_value=1, help_text=_("Leave it empty where there is no limit.")
    )
    abstract = LocalisedField(label=_("Summary"), required=False, long=True)
    expects_slides = forms.BooleanField(
        label=_("Slides are expected: speakers are reminded seven and two working days before"), required=False
    )
    counts_for_certificate = forms.BooleanField(label=_("It counts for the certificate"), required=False, initial=True)

    def __init__(self, *args: Any, event: Event, session: Session | None = None, **kwargs: Any) -> None:
        if session is not None:
            kwargs["initial"] = {**initial_of(session), **kwargs.get("initial", {})}
        super().__init__(*args, event=event, **kwargs)
        for name in ("stop", "track"):  # read once, however often the page asks for them
            choice: Any = self.fields[name]
            choice.choices = list(map(tuple, choice.choices))  # `list` alone would count them first
        if len(choice.choices) == 1:
            del self.fields["track"]
        if not event.takes_delegations():
            del self.fields["delegation"]

    def clean(self) -> dict[str, Any]:
        """A time is whole, or there is none; a room is at the stop."""
        cleaned = super().clean() or {}
        times = {name: cleaned.get(name) for name in ("day", "begins", "ends")}
        if any(times.values()):
            for name, value in times.items():
                if value is None and name not in self.errors:
                    self.add_error(name, _("Give the day, the beginning and the end, or none of them."))
        refuse_far_room(self, cleaned)
        return cleaned

    def values(self) -> dict[str, Any]:
        """The arguments of `add_session` and, with `seen`, of `edit_session`."""
        return {name: value for name, value in self.cleaned_data.items() if name != "seen"}


def refuse_far_room(form: forms.Form, cleaned: dict[str, Any]) -> None:
    """Say beside the field that the room is at another stop."""
    room, stop = cleaned.get("room"), cleaned.get("stop")
    if room and stop and room.stop_id != stop.pk:
        form.add_error("room", _("The room is at another stop."))


def initial_of(session: Session) -> dict[str, Any]:
    """A session as its form shows it: times on the wall of the stop."""
    names = ("title", "kind", "day", "languages", "seats", "abstract", "expects_slides", "counts_for_certificate")
    zone = place_of(session.stop).zone
    return {
        **{name: getattr(session, name) for name in names},
        **{name: getattr(session, f"{name}_id") for name in ("stop", "room", "track", "delegation")},
        "begins": session.starts_at.astimezone(zone).time() if session.starts_at else None,
        "ends": session.ends_at.astimezone(zone).time() if session.ends_at else None,
        "seen": stamp_of(session),
    }


class MoveForm(PlacedForm):
    """Another day, time or room; the length stays."""

    seen = forms.CharField(widget=forms.HiddenInput)
    stop = forms.ModelChoiceField(Stop.objects.none(), label=pgettext_lazy("journey", "Stop"), empty_label=None)
    day = DayField(label=_("Day"))
    begins = HourField(label=_("Begins"), help_text=_("In the time of the stop. The session keeps its length."))
    room = RoomField(Room.objects.none(), label=_("Room"), required=False, empty_label=_("None yet"))

    def __init__(self, *args: Any, event: Event, session: Session, **kwargs: Any) -> None:
        initial = {name: value for name, value in initial_of(session).items() if name in self.base_fields}
        super().__init__(*args, event=event, **{"initial": initial, **kwargs})

    def clean(self) -> dict[str, Any]:
        """A room is at the stop."""
        cleaned = super().clean() or {}
        refuse_far_room(self, cleaned)
        return cleaned


class SwapForm(forms.Form):
    """The session to change places with."""

    other = forms.ModelChoiceField(Session.objects.none(), label=_("Change places with"), empty_label=_("Choose"))

    def __init__(self, *args: Any, session: Session, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        others = Session.objects.filter(event=session.event_id).standing().timed().exclude(pk=session.pk)
        rows = others.select_related("stop").order_by("starts_at", "pk")
        field = self.fields["other"]
        assert isinstance(field, forms.ModelChoiceField)  # noqa: S101  for the reader of types
        field.queryset = rows
        field.label_from_instance = self._label  # type: ignore[method-assign]

    def _label(self, obj: Session) -> str:
        start = obj.starts_at.astimezone(place_of(obj.stop).zone) if obj.starts_at else None
        return f"{write_day(obj.day, 'clock') if obj.day else ''} {start:%H:%M} {obj.title}" if start else str(obj)


class ShiftForm(PlacedForm):
    """A day that begins later, or is held on another one."""

    stop = forms.ModelChoiceField(Stop.objects.none(), label=pgettext_lazy("journey", "Stop"), empty_label=None)
    day = DayField(label=_("Day"))
    from_time = HourField(
        label=_("From this time on"), required=False, help_text=_("Leave it empty to move the whole day.")
    )
    minutes = forms.TypedChoiceField(
        label=_("By how much"),
        choices=[],
        coerce=int,
        required=False,
        empty_value=0,  # type: ignore[arg-type]
    )
    to_day = DayField(
        label=_("To another day"), required=False, help_text=_("The sessions keep their hours of the day.")
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        words = [
            (minutes, _("%(minutes)s minutes later") % {"minutes": minutes})
            if minutes > 0
            else (minutes, _("%(minutes)s minutes earlier") % {"minutes": -minutes})
            for minutes in MINUTES
        ]
        self.fields["minutes"].choices = [("", _("Not by minutes")), *words]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Something moves."""
        cleaned = super().clean() or {}
        if not self.errors and not cleaned.get("minutes") and not cleaned.get("to_day"):
            self.add_error("minutes", _("Say by how much the day moves, or to which day."))
        return cleaned


class ProposeForm(forms.Form):
    """What both sides should know of the version."""

    note = LongField(
        label=_("Note to both sides"),
        rows=4,
        max_length=2000,
        required=False,
        help_text=_("Both co-directors read it beside the changes."),
    )


class ProgrammeFilterForm(forms.Form):
    """What a reader wants to see of a programme. What makes no sense is left out, never an error page."""

    day = forms.DateField(required=False)
    track = forms.IntegerField(required=False)
    language = forms.ChoiceField(choices=[("", ""), *LANGUAGES], required=False)

    def chosen(self) -> dict[str, Any]:
        """The filters that were given and make sense."""
        self.is_valid()
        return {name: value for name, value in self.cleaned_data.items() if value}
