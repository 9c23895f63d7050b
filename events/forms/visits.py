"""Site visits: what the host asks, groups, seats, notes."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from core.forms import LineField, LocalisedField, LongField
from core.localised import active_language
from events.forms.places import StopMomentField
from events.models import Contributor, Session, Visit, VisitGroup
from people.models import Organisation

ANY_LANGUAGE = [("", _("Any")), *settings.LANGUAGES]


class VisitForm(forms.Form):
    """The host, where and when visitors meet, what is asked of them."""

    organisation = forms.ModelChoiceField(
        Organisation.objects.none(), label=pgettext_lazy("visit", "Host"), required=False, empty_label=_("None")
    )
    address = LocalisedField(label=_("Address"), required=False)
    meeting_point = LocalisedField(label=_("Meeting point"), required=False)
    departs_at = StopMomentField(label=_("Departure"), required=False)
    dress = LocalisedField(label=_("Dress"), required=False)
    photography = LocalisedField(label=_("Photographs"), required=False)
    access = LocalisedField(label=_("Access for people with reduced mobility"), required=False)
    needs_passport = forms.BooleanField(
        label=_("Passport at the gate"),
        required=False,
        help_text=_("The list for the gate then holds nationality and number of the passport."),
    )
    gate_list_due_at = StopMomentField(label=_("List for the gate due"), required=False)
    contact_name = LineField(
        label=_("Contact at the host"),
        max_length=200,
        required=False,
        help_text=_("Read by officers, co-directors and the travel desk only."),
    )
    contact_phone = LineField(label=_("Telephone of the contact"), max_length=40, required=False)
    contact_email = forms.EmailField(label=_("E-mail address of the contact"), required=False)

    def __init__(self, *args: Any, session: Session, visit: Visit | None, **kwargs: Any) -> None:
        initial = {name: getattr(visit, name) for name in self.base_fields} if visit else {}
        super().__init__(*args, **{"initial": initial, **kwargs})
        self.session = session
        self.fields["organisation"].queryset = Organisation.objects.order_by("name__en")  # type: ignore[attr-defined]
        for name in ("departs_at", "gate_list_due_at"):
            field: Any = self.fields[name]
            field.zone = session.stop.tz


class GroupForm(forms.Form):
    """A group of a visit. Its guide is somebody who has a part in the event."""

    name = LocalisedField(label=_("Name of the group"))
    language = forms.ChoiceField(label=_("Language"), choices=ANY_LANGUAGE, required=False)
    guide = forms.ModelChoiceField(
        Contributor.objects.none(), label=_("Guide or interpreter"), required=False, empty_label=_("None")
    )
    seats = forms.IntegerField(
        label=_("Seats"), required=False, min_value=1, help_text=_("Leave it empty where there is no limit.")
    )

    def __init__(self, *args: Any, session: Session, group: VisitGroup | None, **kwargs: Any) -> None:
        initial = {name: getattr(group, name) for name in self.base_fields} if group else {}
        super().__init__(*args, **{"initial": initial, **kwargs})
        parts = Contributor.objects.filter(parts__session__event=session.event_id)
        known = Contributor.objects.filter(pk__in=parts.values("pk"))
        self.fields["guide"].queryset = known.order_by("family_name", "pk")  # type: ignore[attr-defined]


def free_words(group: VisitGroup) -> str:
    """`Russian group, 3 seats free`."""
    if group.seats is None:
        return str(group.name)
    free = max(group.seats - group.seats_taken, 0)
    return _now("%(group)s, seats free: %(free)s") % {"group": group.name, "free": free}


class SeatForm(forms.Form):
    """In which group one goes, where there are groups."""

    group = forms.ModelChoiceField(
        VisitGroup.objects.none(), label=_("Group"), empty_label=None, widget=forms.RadioSelect
    )

    def __init__(self, *args: Any, groups: Sequence[VisitGroup], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if groups:
            field: Any = self.fields["group"]
            field.queryset = VisitGroup.objects.filter(pk__in=[one.pk for one in groups])
            field.label_from_instance = free_words
        else:
            del self.fields["group"]


class AssignForm(forms.Form):
    """Into which group the chosen go."""

    group = forms.ModelChoiceField(VisitGroup.objects.none(), label=_("Group"), empty_label=None)

    def __init__(self, *args: Any, groups: Sequence[VisitGroup], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["group"]
        field.queryset = VisitGroup.objects.filter(pk__in=[one.pk for one in groups])
        field.label_from_instance = free_words


class NoteForm(forms.Form):
    """What somebody noted at a visit."""

    text = LongField(
        label=_("Note"), rows=6, max_length=4000, help_text=_("Everybody with a part in the event reads it.")
    )
    language = forms.ChoiceField(label=_("Language of the note"), choices=settings.LANGUAGES)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"initial": {"language": active_language()}, **kwargs})
