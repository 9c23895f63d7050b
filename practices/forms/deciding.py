"""Forms of the decision and of the yearly question."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from people.audience import holders_in_organisation
from people.models import User
from practices.forms.reasons import ReasonsForm
from practices.models import Practice
from practices.reasons import missing_words


class DecisionForm(ReasonsForm):
    """Publish, or do not take, with reasons in the author's language."""

    verdict = forms.ChoiceField(
        label=_("Your side’s decision"),
        choices=(("publish", _("Publish the entry")), ("decline", _("Do not take the entry, with reasons"))),
        widget=forms.RadioSelect,
    )
    field_order = ("verdict", "reasons")

    def __init__(self, *args: Any, reader: User, **kwargs: Any) -> None:
        hint = _("Required when you do not take it.")
        super().__init__(*args, reader=reader, hint=hint, required=False, **kwargs)

    def clean(self) -> dict[str, Any]:
        """A refusal has reasons."""
        cleaned = super().clean() or {}
        if cleaned.get("verdict") == "decline" and not cleaned.get("reasons") and "reasons" not in self.errors:
            self.add_error("reasons", missing_words(self.reader))
        return cleaned

    def values(self) -> dict[str, Any]:
        """The arguments of `decide`."""
        return {"accepts": self.cleaned_data["verdict"] == "publish", "reasons": self.cleaned_data["reasons"]}


class TickForm(forms.Form):
    """One sentence to stand by. An act that takes nothing else gets nothing else."""

    is_right = forms.BooleanField()

    def __init__(self, *args: Any, sentence: Any, missing: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["is_right"]
        field.label, field.error_messages["required"] = sentence, missing

    def values(self) -> dict[str, Any]:
        """The tick itself is all there is to say."""
        return {}


class PersonField(forms.ModelChoiceField):
    """A person by name."""

    def label_from_instance(self, obj: User) -> str:
        return obj.display_name


class ContactForm(forms.Form):
    """Whom readers may ask."""

    contact = PersonField(
        User.objects.none(),
        label=_("Contact person"),
        required=False,
        empty_label=_("Nobody"),
        help_text=_("Readers who are signed in see the name and the address."),
    )

    def __init__(self, *args: Any, practice: Practice, **kwargs: Any) -> None:
        super().__init__(*args, **{"initial": {"contact": practice.contact_id}, **kwargs})
        people = holders_in_organisation(practice.owner_id).by_name()  # type: ignore[attr-defined]
        self.fields["contact"].queryset = people  # type: ignore[attr-defined]
