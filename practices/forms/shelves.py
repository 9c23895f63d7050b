"""What a collection is called, and which entry goes into which."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from core.forms import LineField, LongField
from people.models import User
from practices.models import Collection


class CollectionForm(forms.Form):
    """Name and purpose."""

    name = LineField(label=pgettext_lazy("collection", "Name"), max_length=120)
    note = LongField(label=_("What it is for"), max_length=2000, required=False, rows=3)


class AddForm(forms.Form):
    """One of one's own collections, or the name of a new one; and why the entry belongs there."""

    collection = forms.ModelChoiceField(
        Collection.objects.none(), label=_("Collection"), required=False, empty_label=_("A new one")
    )
    name = LineField(label=_("Name of the new collection"), max_length=120, required=False)
    note = LineField(
        label=_("Why it belongs there"),
        max_length=300,
        required=False,
        help_text=_("Whoever sees the collection reads it beside the entry."),
    )

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["collection"].queryset = Collection.objects.filter(user=user)  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """A new collection needs a name; an old one has one."""
        data = super().clean() or {}
        if not data.get("collection") and not data.get("name") and "name" not in self.errors:
            self.add_error("name", _("Choose a collection, or write the name of a new one."))
        return data
