"""A session of a committee, its members, and who came."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from agreements.enums import MemberRole, Presence
from agreements.models import Committee, CommitteeSession, SessionMember
from core.forms import DayField, LineField, LocalisedField, MomentField
from people.enums import Function, Side
from people.models import Centre, Organisation, User
from people.models.accounts import known_zones

BODY = "country__name__en", "name__en"


class ReleaseForm(forms.Form):
    """Who reads of it, and from when everybody does."""

    is_closed = forms.BooleanField(
        label=_("Closed meeting"),
        required=False,
        help_text=_("Agenda, papers, decisions and minutes stay with the members."),
    )
    release_on = DayField(
        label=_("Released to the public from"),
        required=False,
        help_text=_("Of a closed meeting only. Empty where it is never released."),
    )

    def clean(self) -> dict[str, Any]:
        """Only what is closed is released."""
        cleaned = super().clean() or {}
        if cleaned.get("release_on") and not cleaned.get("is_closed"):
            self.add_error("release_on", _("Only a closed meeting has a day of release."))
        return cleaned


class SessionForm(ReleaseForm):
    """When and where; number and programme year are two counts."""

    committee = forms.ModelChoiceField(Committee.objects.none(), label=_("Committee"), empty_label=None)
    number = forms.IntegerField(
        label=_("Number of the session"), min_value=1, max_value=9999, help_text=_("It counts meetings and stays.")
    )
    programme_year = forms.IntegerField(
        label=_("Programme year"),
        min_value=1,
        max_value=99,
        help_text=_("3 for the third year of the programme. It may differ from the number of the session."),
    )
    starts_at = MomentField(label=_("Begins"))
    ends_at = MomentField(label=pgettext_lazy("session of a committee", "Ends"))
    zone = LineField(
        label=_("Time zone of the place"), max_length=40, help_text=_("Such as Asia/Seoul or Europe/Minsk.")
    )
    place = LocalisedField(label=_("Place"), required=False)
    papers_due_on = DayField(label=_("Papers due"), required=False)
    field_order = (
        "committee",
        "number",
        "programme_year",
        "starts_at",
        "ends_at",
        "zone",
        "place",
        "papers_due_on",
        "is_closed",
        "release_on",
    )

    def __init__(self, *args: Any, user: User, session: CommitteeSession | None = None, **kwargs: Any) -> None:
        if session is not None:
            kwargs["initial"] = {name: getattr(session, name) for name in self.base_fields}
        super().__init__(*args, **kwargs)
        if session is not None:
            del self.fields["committee"], self.fields["number"]
        else:
            centres = user.standing.centre_ids(Function.OFFICER)
            self.fields["committee"].queryset = Committee.objects.filter(centre__in=centres)  # type: ignore[attr-defined]

    def clean_zone(self) -> str:
        zone: str = self.cleaned_data["zone"]
        if zone not in known_zones():
            raise forms.ValidationError(_("This is not a time zone. Write it as Continent/City."))
        return zone

    def clean(self) -> dict[str, Any]:
        """The hours in order; papers come before the session."""
        cleaned = super().clean()
        starts_at, ends_at = cleaned.get("starts_at"), cleaned.get("ends_at")
        if starts_at and ends_at and ends_at <= starts_at:
            self.add_error("ends_at", _("A session cannot end before it begins."))
        due = cleaned.get("papers_due_on")
        if due and starts_at and due > starts_at.date():
            self.add_error("papers_due_on", _("Papers are due before the session begins."))
        return cleaned


def _sides(centre: Centre) -> list[tuple[str, str]]:
    return [(side, str(centre.side_country(side).name)) for side in Side.values]


class MemberForm(forms.Form):
    """A seat: by account, or by name and body where the person has none."""

    email = forms.EmailField(
        label=_("Account, by e-mail address"),
        required=False,
        help_text=_("Who has an account reads agenda and papers here. Name, title and body are then taken from it."),
    )
    name = LineField(label=_("Name"), max_length=200, required=False)
    title = LocalisedField(label=_("Title"), required=False)
    organisation = forms.ModelChoiceField(
        Organisation.objects.none(), label=_("Body"), required=False, empty_label=_("That of the account")
    )
    side = forms.ChoiceField(label=_("Side"), required=False, widget=forms.RadioSelect)
    role = forms.ChoiceField(label=_("Role"), choices=MemberRole, initial=MemberRole.MEMBER)

    def __init__(self, *args: Any, centre: Centre, member: SessionMember | None = None, **kwargs: Any) -> None:
        if member is not None:
            kwargs["initial"] = {name: getattr(member, name) for name in self.base_fields if name != "email"}
        super().__init__(*args, **kwargs)
        none = ("", _("Neither: an observer"))
        self.fields["side"].choices = [*_sides(centre), none]  # type: ignore[attr-defined]
        bodies: Any = self.fields["organisation"]
        bodies.queryset = Organisation.objects.select_related("country").order_by(*BODY)
        if member is not None:
            del self.fields["email"]
            self.fields["name"].required = bodies.required = True
            bodies.empty_label = None

    def clean_email(self) -> User | None:
        email = self.cleaned_data["email"]
        if not email:
            return None
        user: User | None = User.objects.active().filter(email__iexact=email).first()
        if user is None:
            raise forms.ValidationError(
                _("There is no account with this address. Write the name and the body instead.")
            )
        return user

    def clean(self) -> dict[str, Any]:
        """A name and a body from somewhere; a side for all but observers."""
        cleaned = super().clean() or {}
        if "email" in self.fields and not cleaned.get("email") and "email" not in self.errors:
            if not cleaned.get("name"):
                self.add_error("name", _("Write the name, or give the account."))
            if not cleaned.get("organisation"):
                self.add_error("organisation", _("Say which body sends this person."))
        if not cleaned.get("side") and cleaned.get("role") != MemberRole.OBSERVER and "side" not in self.errors:
            self.add_error("side", _("Only observers sit on no side."))
        return cleaned

    def values(self) -> dict[str, Any]:
        """The arguments of `add_member` and `edit_member`."""
        values = dict(self.cleaned_data)
        if "email" in values:
            values["user"] = values.pop("email")
        return values


class PresenceForm(forms.Form):
    """Who came: a line a member."""

    def __init__(self, *args: Any, members: list[SessionMember], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.members = members
        for one in members:
            self.fields[f"m{one.pk}"] = forms.ChoiceField(
                label=one.name, choices=Presence, initial=one.presence, help_text=one.get_role_display()
            )

    def values(self) -> dict[str, Any]:
        """The argument of `record_presence`."""
        return {"presence": {one.pk: self.cleaned_data[f"m{one.pk}"] for one in self.members}}
