"""What a person wishes to be told, by which way and how often: a checkbox for each."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from notifications.enums import Channel, Rhythm
from notifications.messages.registry import groups, optional
from notifications.models import DigestWish, Preference
from people.models import User


@dataclass(frozen=True)
class Group:
    """What one app tells: each kind with its checkboxes, one a channel."""

    name: str
    rows: list[tuple[Promise | str, list[forms.BoundField]]]

    def ticked(self) -> Iterator[tuple[Promise | str, str]]:
        """Each channel, and how many of the kinds are wanted by it: 12 of 14."""
        for column in zip(*(boxes for _label, boxes in self.rows), strict=True):
            wanted = sum(bool(box.value()) for box in column)
            yield column[0].label, _("%(done)s of %(all)s") % {"done": wanted, "all": len(column)}


class PreferencesForm(forms.Form):
    """A row a kind of message, a column a channel; above them how often mail comes that can wait."""

    rhythm = forms.ChoiceField(
        label=_("How often mail comes that can wait"),
        choices=Rhythm,
        widget=forms.RadioSelect,
        help_text=_(
            "What asks something of you, reminds you of a deadline or carries a file always comes at once. A digest "
            "comes when offices open in your country, never on a day off, and leaves out what you have read before."
        ),
    )

    def __init__(self, data: Any = None, *, user: User) -> None:
        wish = DigestWish.objects.filter(user=user).values_list("rhythm", flat=True).first()
        super().__init__(data, initial={"rhythm": wish or Rhythm.AT_ONCE})
        kept = {(kind, channel): wanted for kind, channel, wanted in _kept(user)}
        for kind in optional():
            for channel in Channel:
                self.fields[f"{kind.id}.{channel}"] = forms.BooleanField(
                    required=False,
                    initial=kept.get((kind.id, channel.value), True),
                    label=channel.label,
                    widget=forms.CheckboxInput({"class": "form-check-input"}),
                )

    def groups(self) -> Iterator["Group"]:
        """A table an app."""
        for name, kinds in groups():
            yield Group(name, [(kind.label, [self[f"{kind.id}.{channel}"] for channel in Channel]) for kind in kinds])

    def wishes(self) -> dict[tuple[str, str], bool]:
        """What was ticked and what was not, by kind and channel."""
        named = ((name.partition("."), wanted) for name, wanted in self.cleaned_data.items() if "." in name)
        return {(kind, channel): wanted for (kind, _dot, channel), wanted in named}


def _kept(user: User) -> Any:
    return Preference.objects.filter(user=user).values_list("kind", "channel", "wanted")
