"""What checking, listing and replacing ask for."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from core.forms import LongField
from events.enums import CheckPoint, Verdict
from events.models import Participant


class CheckForm(forms.Form):
    """What was looked at, and what is proposed."""

    points = forms.MultipleChoiceField(
        label=_("What holds"), choices=CheckPoint, required=False, widget=forms.CheckboxSelectMultiple
    )
    note = LongField(
        label=_("Remarks"),
        rows=3,
        max_length=2000,
        required=False,
        help_text=_("Needed where a point does not hold. Officers and both co-directors read them."),
    )
    verdict = forms.ChoiceField(label=_("Proposal to both sides"), choices=Verdict, widget=forms.RadioSelect)
    verdict_reason = LongField(
        label=_("Reasons"),
        rows=3,
        max_length=2000,
        required=False,
        help_text=_("Needed unless you propose to accept. The nominating body reads them."),
    )

    def __init__(self, *args: Any, participant: Participant, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if participant.is_alternate:
            self.fields["verdict"].choices = [  # type: ignore[attr-defined]
                pair for pair in Verdict.choices if pair[0] != Verdict.ACCEPT
            ]
            self.fields["verdict"].initial = Verdict.RESERVE


class ListForm(forms.Form):
    """A verdict for each checked nominee."""

    note = LongField(label=_("Note to both sides"), rows=3, max_length=2000, required=False)

    def __init__(self, *args: Any, people: list[Participant], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.people = people
        for one in people:
            choices = [pair for pair in Verdict.choices if not (one.is_alternate and pair[0] == Verdict.ACCEPT)]
            self.fields[f"v{one.pk}"] = forms.ChoiceField(
                label=_("Proposal for %(name)s") % {"name": one},
                choices=[*choices, ("", _("Leave off this list"))],
                required=False,
                initial=one.verdict,
            )
            self.fields[f"r{one.pk}"] = LongField(
                label=_("Reasons for %(name)s") % {"name": one},
                rows=2,
                max_length=2000,
                required=False,
                initial=one.verdict_reason,
            )

    def rows(self) -> list[tuple[Participant, forms.BoundField, forms.BoundField]]:
        """Each person with the two fields."""
        return [(one, self[f"v{one.pk}"], self[f"r{one.pk}"]) for one in self.people]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        for one in self.people:
            verdict = cleaned.get(f"v{one.pk}")
            if verdict and verdict != Verdict.ACCEPT and not cleaned.get(f"r{one.pk}"):
                self.add_error(f"r{one.pk}", _("Give the reasons: the nominating body reads them."))
        return cleaned

    def values(self) -> dict[str, Any]:
        """The arguments of `propose_list`."""
        chosen = [(one, self.cleaned_data[f"v{one.pk}"], self.cleaned_data[f"r{one.pk}"]) for one in self.people]
        lines = {one: (verdict, reason) for one, verdict, reason in chosen if verdict}
        return {"lines": lines, "note": self.cleaned_data["note"]}


class ReplaceForm(forms.Form):
    """Who comes instead, and why."""

    alternate = forms.ChoiceField(label=_("Who comes instead"), widget=forms.RadioSelect)
    reason = LongField(label=_("Reasons"), rows=3, max_length=2000, help_text=_("The officers read them."))

    def __init__(self, *args: Any, alternates: list[Participant], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.alternates = {str(one.pk): one for one in alternates}
        self.fields["alternate"].choices = [  # type: ignore[attr-defined]
            (pk, f"{one}, {one.get_status_display()}") for pk, one in self.alternates.items()
        ]

    def values(self) -> dict[str, Any]:
        """The arguments of `replace_participant`."""
        return {"alternate": self.alternates[self.cleaned_data["alternate"]], "reason": self.cleaned_data["reason"]}
