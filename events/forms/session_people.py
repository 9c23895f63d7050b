"""Who has a part in a session: found by name, or entered."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from core.forms import LineField, LocalisedField
from events.actions.planning import stamp_of
from events.enums import PartRole
from events.models import Contributor, SessionPart
from people.directory import countries
from people.models import Organisation
from people.names import languages_by_name

LANGUAGES = list(settings.LANGUAGES)


class PartForm(forms.Form):
    """What a person does in a session."""

    role = forms.ChoiceField(label=_("Part"), choices=PartRole)
    topic = LocalisedField(label=_("Topic of the talk"), required=False)
    languages = forms.MultipleChoiceField(
        label=_("Languages"),
        choices=LANGUAGES,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("In which the person speaks; of an interpreter, between which."),
    )


class EditPartForm(PartForm):
    """The same, with the place in the order. `seen` is the state of the session that was opened."""

    seen = forms.CharField(widget=forms.HiddenInput)
    position = forms.IntegerField(label=_("Place in the order"), min_value=1, max_value=999)

    def __init__(self, *args: Any, part: SessionPart, **kwargs: Any) -> None:
        initial = {name: getattr(part, name) for name in ("role", "topic", "languages", "position")}
        super().__init__(*args, **{"initial": {**initial, "seen": stamp_of(part.session)}, **kwargs})


class ContributorForm(forms.Form):
    """Somebody who speaks or interprets; an account is not needed."""

    given_name = LineField(label=_("Given name"), max_length=80)
    family_name = LineField(label=_("Family name"), max_length=80, required=False)
    family_name_first = forms.BooleanField(label=_("Family name first"), required=False)
    given_name_own = LineField(label=_("Given name in own script"), max_length=80, required=False)
    family_name_own = LineField(label=_("Family name in own script"), max_length=80, required=False)
    own_language = forms.ChoiceField(label=_("Language of the own script"), required=False)
    country = forms.ChoiceField(label=_("Country"))
    organisation = forms.ModelChoiceField(
        Organisation.objects.none(), label=_("Organisation"), required=False, empty_label=_("None")
    )
    post = LocalisedField(label=_("Post"), required=False)
    email = forms.EmailField(
        label=_("E-mail address"), required=False, help_text=_("For reminders of slides. It is not shown to anybody.")
    )
    language = forms.ChoiceField(label=_("Language of letters"), choices=LANGUAGES)
    interprets = forms.MultipleChoiceField(
        label=_("Interprets between"), choices=LANGUAGES, required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, person: Contributor | None = None, **kwargs: Any) -> None:
        if person is not None:
            initial = {name: getattr(person, name) for name in self.base_fields if hasattr(person, name)}
            kwargs["initial"] = {**initial, "country": person.country_id, "organisation": person.organisation_id}
        super().__init__(*args, **kwargs)
        known = countries()
        self.by_code = {one.pk: one for one in known}
        self.fields["country"].choices = [("", _("Choose")), *((one.pk, str(one.name)) for one in known)]  # type: ignore[attr-defined]
        self.fields["own_language"].choices = [("", _("None")), *languages_by_name()]  # type: ignore[attr-defined]
        self.fields["organisation"].queryset = Organisation.objects.order_by("name__en")  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """A name in the own script says in which language it is."""
        cleaned = super().clean() or {}
        if (cleaned.get("given_name_own") or cleaned.get("family_name_own")) and not cleaned.get("own_language"):
            self.add_error("own_language", _("Say in which language the own script is written."))
        if code := cleaned.get("country"):
            cleaned["country"] = self.by_code[code]
        return cleaned

    def values(self) -> dict[str, Any]:
        """The fields of a contributor."""
        return {name: self.cleaned_data[name] for name in ContributorForm.base_fields}


class NewPersonForm(ContributorForm, PartForm):
    """Both at once: somebody new, and the part."""

    field_order = (*ContributorForm.base_fields, *PartForm.base_fields)

    def values(self) -> dict[str, Any]:
        """The arguments of `add_contributor`; `language` is that of letters, `languages` those of the talk."""
        return self.cleaned_data
