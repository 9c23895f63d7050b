"""What a person wishes to be told, and by which way: a checkbox for each."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.utils.functional import Promise

from notifications.enums import Channel
from notifications.messages.registry import groups, optional
from notifications.models import Preference
from people.models import User


class PreferencesForm(forms.Form):
    """A row a kind of message, a column a channel."""

    def __init__(self, data: Any = None, *, user: User) -> None:
        super().__init__(data)
        kept = {(kind, channel): wanted for kind, channel, wanted in _kept(user)}
        for kind in optional():
            for channel in Channel:
                self.fields[f"{kind.id}.{channel}"] = forms.BooleanField(
                    required=False,
                    initial=kept.get((kind.id, channel.value), True),
                    label=channel.label,
                    widget=forms.CheckboxInput({"class": "form-check-input"}),
                )

    def groups(self) -> Iterator[tuple[str, list[tuple[Promise | str, list[forms.BoundField]]]]]:
        """The table, an app a part: what it is about, and its checkboxes."""
        for name, kinds in groups():
            yield name, [(kind.label, [self[f"{kind.id}.{channel}"] for channel in Channel]) for kind in kinds]

    def wishes(self) -> dict[tuple[str, str], bool]:
        """What was ticked and what was not, by kind and channel."""
        named = ((name.partition("."), wanted) for name, wanted in self.cleaned_data.items())
        return {(kind, channel): wanted for (kind, _dot, channel), wanted in named}


def _kept(user: User) -> Any:
    return Preference.objects.filter(user=user).values_list("kind", "channel", "wanted")
