"""Forms of the national registration, and of who works on a project."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from core.forms import DayField, LineField
from files.forms import FileField, KeepsFile
from people.enums import Side
from people.models import Organisation, User
from projects.actions.leading import may_lead
from projects.enums import PartnerRole
from projects.models import Project, RegistrationItem


class ItemForm(forms.Form):
    """A line of the checklist."""

    is_ready = forms.BooleanField(label=_("The paper is ready"), required=False)
    note = LineField(label=_("Note"), max_length=300, required=False)

    def __init__(self, data: Any = None, *, item: RegistrationItem) -> None:
        super().__init__(data, initial={"is_ready": item.is_ready, "note": item.note})


class PaperForm(KeepsFile, forms.Form):
    """A file of a paper of the pack."""

    document = FileField(label=_("File"))
    language = forms.ChoiceField(label=_("Language of the document"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["language"].choices = [("", _("Another, or several")), *settings.LANGUAGES]  # type: ignore[attr-defined]


class FiledForm(forms.Form):
    """When the pack was handed to the authority."""

    filed_on = DayField(label=_("Day on which it was filed"))


class RegisteredForm(forms.Form):
    """What the authority has written."""

    number = LineField(label=_("Registration number"), max_length=60)
    registered_on = DayField(label=_("Day of the registration"))
    valid_until = DayField(
        label=_("Valid until"), required=False, help_text=_("The last day on which it counts, where there is one.")
    )


class PersonField(forms.ModelChoiceField):
    """A person by name."""

    def label_from_instance(self, obj: User) -> str:
        return obj.display_name


class LeaderForm(forms.Form):
    """Who leads for a side."""

    leader = PersonField(
        User.objects.none(),
        label=_("Project leader"),
        help_text=_("The people appointed at the leading body of this side today."),
    )

    def __init__(self, data: Any = None, *, project: Project, side: str) -> None:
        super().__init__(data, initial={"leader": project.leader_id_of(side)})
        self.fields["leader"].queryset = may_lead(project, side).by_name()  # type: ignore[attr-defined]


class BodyForm(forms.Form):
    """The bodies that hold the words, to choose from."""

    organisation = forms.ModelChoiceField(Organisation.objects.none(), label=_("Body"))

    def __init__(self, data: Any = None, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.fields["organisation"].queryset = Organisation.objects.by_name()  # type: ignore[attr-defined]


class ContractorForm(BodyForm):
    """The body that does the work under a contract."""

    def __init__(self, data: Any = None, *, project: Project) -> None:
        super().__init__(data, initial={"organisation": project.contractor_id})
        field = self.fields["organisation"]
        field.label, field.required = _("Contractor"), False
        field.empty_label = _("Nobody")  # type: ignore[attr-defined]

    def values(self) -> dict[str, Any]:
        """The arguments of `name_contractor`."""
        return {"contractor": self.cleaned_data["organisation"]}


class PartnerForm(BodyForm):
    """A body, its role, the side it belongs to."""

    role = forms.ChoiceField(label=_("Role"), choices=PartnerRole)
    side = forms.ChoiceField(label=_("Side"), required=False)
    activity_id = LineField(
        label=_("Its own activity identifier"),
        max_length=100,
        required=False,
        help_text=_("As the partner publishes it with IATI."),
    )

    def __init__(self, data: Any = None, *, project: Project) -> None:
        super().__init__(data)
        sides = [(side, str(project.centre.side_country(side).name)) for side in Side.values]
        self.fields["side"].choices = [("", _("Neither")), *sides]  # type: ignore[attr-defined]
