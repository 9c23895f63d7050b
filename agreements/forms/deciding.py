"""Decisions and actions: written, signed, settled; and what their lists are narrowed by."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from agreements.enums import ActionStatus, DecisionKind, DecisionStatus, Owner, SessionStatus
from agreements.forms.session_papers import ItemField
from agreements.models import Action, AgendaItem, CommitteeSession, Decision
from core.filters import FilterForm
from core.forms import DayField, LineField, LocalisedField, LongField, ReadForm
from people.enums import Side
from people.models import Centre, Organisation

LINES = 8
MOST_SESSIONS = 40  # twenty years of a committee that meets twice a year


class DecisionForm(forms.Form):
    """A decision. `seen` is the revision that its writer has read."""

    title = LocalisedField(label=_("Title"))
    text = LocalisedField(
        label=pgettext_lazy("of a decision", "Text"),
        long=True,
        help_text=_("In two languages at least: both sides sign what they read in their own."),
    )
    kind = forms.ChoiceField(label=_("Kind"), choices=DecisionKind, widget=forms.RadioSelect)
    item = ItemField(AgendaItem.objects.none(), label=_("Item of the agenda"), required=False, empty_label=_("None"))
    is_public = forms.BooleanField(
        label=_("Shown to the public once it is adopted"),
        required=False,
        initial=True,
        help_text=_("What a closed meeting decides is shown when the meeting is released."),
    )
    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, session: CommitteeSession, decision: Decision | None = None, **kwargs: Any) -> None:
        if decision is not None:
            initial = {name: getattr(decision, name) for name in self.base_fields if name != "seen"}
            kwargs["initial"] = {**initial, "seen": decision.revision}
        super().__init__(*args, **kwargs)
        self.fields["item"].queryset = session.items.all()  # type: ignore[attr-defined]
        for area in self.fields["text"].widget.widgets:
            area.attrs["rows"] = LINES

    def content(self) -> dict[str, Any]:
        """What was written, without the revision."""
        return {name: value for name, value in self.cleaned_data.items() if name != "seen"}


FOR, AGAINST = "for", "against"


class CountersignForm(ReadForm):
    """One's own side's key, for the decision or against it."""

    verdict = forms.ChoiceField(
        label=_("Your side’s key"),
        choices=((FOR, _("Countersign the decision")), (AGAINST, _("Do not adopt it"))),
        widget=forms.RadioSelect,
    )
    reason = LongField(
        label=_("Remark, or reasons against it"),
        max_length=2000,
        rows=3,
        required=False,
        help_text=_("The other side and the officers read it."),
    )

    def clean(self) -> dict[str, Any]:
        """No without a reason helps nobody."""
        cleaned = super().clean() or {}
        if cleaned.get("verdict") == AGAINST and not cleaned.get("reason"):
            self.add_error("reason", _("Give the reasons: the other side and the officers read them."))
        return cleaned

    def values(self) -> dict[str, Any]:
        """The arguments of `countersign`."""
        said = {name: self.cleaned_data[name] for name in ("reason", "seen")}
        return {"accepts": self.cleaned_data["verdict"] == FOR, **said}


def owners_of(centre: Centre) -> list[tuple[str, Any]]:
    """Each side by its country, and both together."""
    sides: list[tuple[str, Any]] = [(side, str(centre.side_country(side).name)) for side in Side.values]
    return [*sides, (Owner.BOTH.value, _("Both sides together"))]


class ActionForm(forms.Form):
    """What is to be done, whose it is, and by when."""

    text = LocalisedField(label=_("What is to be done"), long=True)
    owner = forms.ChoiceField(label=_("Owed by"), widget=forms.RadioSelect)
    organisation = forms.ModelChoiceField(
        Organisation.objects.none(), label=_("Body that owes it"), required=False, empty_label=_("None named")
    )
    due_on = DayField(label=_("Due"))

    def __init__(self, *args: Any, centre: Centre, action: Action | None = None, **kwargs: Any) -> None:
        if action is not None:
            kwargs["initial"] = {name: getattr(action, name) for name in self.base_fields}
        super().__init__(*args, **kwargs)
        self.fields["owner"].choices = owners_of(centre)  # type: ignore[attr-defined]
        bodies = Organisation.objects.filter(country__in=(centre.side_a_id, centre.side_b_id))
        self.fields["organisation"].queryset = bodies.order_by("country__name__en", "name__en")  # type: ignore[attr-defined]
        self.centre = centre

    def clean(self) -> dict[str, Any]:
        """A body owes for its own side."""
        cleaned = super().clean() or {}
        body, owner = cleaned.get("organisation"), cleaned.get("owner")
        if body and owner in Side.values and body.country_id != self.centre.side_country(owner).pk:
            self.add_error("organisation", _("This body belongs to the other side."))
        return cleaned


class SettleForm(forms.Form):
    """What became of it."""

    status = forms.ChoiceField(
        label=_("State"),
        choices=((one.value, one.label) for one in (ActionStatus.DONE, ActionStatus.DROPPED)),
        widget=forms.RadioSelect,
    )
    result = LongField(
        label=_("What became of it"),
        max_length=2000,
        help_text=_("The next session begins with that. Name the document, the system or the reason."),
    )


# --- Lists -----------------------------------------------------------------------------------------------------------


class SessionFilterForm(FilterForm):
    """Sessions by words, committee, year and state."""

    q = LineField(label=_("Words or number"), max_length=200, required=False)
    committee = forms.ChoiceField(label=_("Committee"), required=False)
    year = forms.ChoiceField(label=_("Year"), required=False)
    state = forms.ChoiceField(label=_("State"), required=False)

    def __init__(self, *args: Any, committees: list[tuple[str, str]], years: list[int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["committee"].choices = [("", _("All committees")), *committees]  # type: ignore[attr-defined]
        self.fields["year"].choices = [("", _("All years")), *((str(one), str(one)) for one in years)]  # type: ignore[attr-defined]
        self.fields["state"].choices = [("", _("All states")), *SessionStatus.choices]  # type: ignore[attr-defined]


class DecisionFilterForm(SessionFilterForm):
    """Decisions by words, committee, session, year, kind and state.

    `sessions` are all of them, the latest first: the last ones are offered, and one that was asked for by its number.
    """

    session = forms.ChoiceField(label=_("Session"), required=False)
    kind = forms.ChoiceField(label=_("Kind"), required=False)
    field_order = ("q", "committee", "session", "year", "kind", "state")

    def __init__(self, *args: Any, sessions: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        named = self.data.get("session")
        offered = [one for place, one in enumerate(sessions) if place < MOST_SESSIONS or one == named]
        self.fields["session"].choices = [("", _("All sessions")), *((one, one) for one in offered)]  # type: ignore[attr-defined]
        self.fields["kind"].choices = [("", _("All kinds")), *DecisionKind.choices]  # type: ignore[attr-defined]
        self.fields["state"].choices = [("", _("All states")), *DecisionStatus.choices]  # type: ignore[attr-defined]


class ActionFilterForm(FilterForm):
    """Actions by whose they are and where they stand: the open ones, late ones first, unless asked otherwise."""

    nothing = {"state": "all"}
    whose = forms.ChoiceField(
        label=_("Whose"),
        required=False,
        choices=(
            ("", _("Everybody’s")),
            ("own", _("My side’s")),
            ("other", _("The other side’s")),
            ("both", _("Both sides’ together")),
            ("body", _("My body’s")),
        ),
    )
    state = forms.ChoiceField(
        label=_("State"),
        required=False,
        choices=(
            ("open", pgettext_lazy("actions", "Open")),
            ("late", pgettext_lazy("actions", "Late")),
            ("done", pgettext_lazy("actions", "Done")),
            ("dropped", pgettext_lazy("actions", "Dropped")),
            ("all", pgettext_lazy("actions", "All")),
        ),
    )
