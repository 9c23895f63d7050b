"""What inviting and nominating ask for."""

from typing import Any

from django import forms
from django.conf import settings
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.forms import DayField, LineField, LongField, MomentField
from events.actions.nominating import FACTS
from events.completeness import Item
from events.enums import PaperKind, Rank
from events.models import Delegation, Event, Participant
from files.forms import FileField, KeepsFile
from people.enums import Function, OrganisationKind
from people.models import Appointment, Country, Organisation
from people.names import languages_by_name


class OpinionForm(forms.Form):
    """What the contact point adds."""

    opinion = LongField(
        label=_("Opinion of the contact point"),
        max_length=2000,
        required=False,
        help_text=_("The officers read it. It stands in the history."),
    )


class BodiesField(forms.ModelMultipleChoiceField):
    """Bodies by country, and whether anybody speaks for them in the portal."""

    widget = forms.CheckboxSelectMultiple
    spoken_for: frozenset[int] = frozenset()

    def label_from_instance(self, obj: Organisation) -> str:
        if obj.pk in self.spoken_for:
            return f"{obj.country.name}: {obj.name}"
        return _("%(country)s: %(body)s (no focal point: the contact point gets the letter)") % {
            "country": obj.country.name,
            "body": obj.name,
        }


def bodies_to_invite(event: Event) -> QuerySet[Organisation]:
    """Bodies of the programme's states, or of the centre's where it has none, that are not invited yet."""
    programme = event.programme
    countries = programme.countries.all() if programme else Country.objects.none()
    if not countries.exists():
        countries = event.centre.countries.all()
    invited = Delegation.objects.filter(event=event).values("organisation")
    official = (OrganisationKind.MINISTRY, OrganisationKind.AGENCY, OrganisationKind.INTERGOVERNMENTAL)
    bodies = Organisation.objects.filter(Q(kind__in=official) | Q(pk__in=_spoken_for()), country__in=countries)
    return bodies.exclude(pk__in=invited).select_related("country").order_by("country__name__en", "name__en", "pk")


def _spoken_for() -> Any:
    return Appointment.objects.current().filter(function=Function.FOCAL_POINT).values("organisation")


class InviteForm(forms.Form):
    """Several bodies at once."""

    organisations = BodiesField(Organisation.objects.none(), label=_("Bodies to invite"))
    quota = forms.IntegerField(label=_("Nominees a delegation"), min_value=1, max_value=99)
    due_at = MomentField(label=_("Nomination due"))
    letter_number = LineField(
        label=_("Number of the invitation"),
        max_length=50,
        required=False,
        help_text=_("Several letters get /1, /2 and so on behind it."),
    )
    letter_on = DayField(label=_("Date of the invitation"), required=False)

    def __init__(self, *args: Any, event: Event, **kwargs: Any) -> None:
        initial = {"quota": event.quota or 1, "due_at": event.nominations_due_at, "letter_on": timezone.localdate()}
        super().__init__(*args, **{"initial": initial, **kwargs})
        field = self.fields["organisations"]
        field.queryset = bodies_to_invite(event)  # type: ignore[attr-defined]
        field.spoken_for = frozenset(_spoken_for().values_list("organisation", flat=True))  # type: ignore[attr-defined]


class SendForm(forms.Form):
    """The letter of one invitation."""

    letter_number = LineField(label=_("Number of the invitation"), max_length=60, required=False)
    letter_on = DayField(label=_("Date of the invitation"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"initial": {"letter_on": timezone.localdate()}, **kwargs})


class DelegationForm(forms.Form):
    """Quota and due time."""

    quota = forms.IntegerField(label=_("Nominees"), min_value=1, max_value=99)
    due_at = MomentField(
        label=_("Nomination due"), help_text=_("Moving it to a time to come opens a late nomination again.")
    )

    def __init__(self, *args: Any, delegation: Delegation, **kwargs: Any) -> None:
        super().__init__(*args, **{"initial": {"quota": delegation.quota, "due_at": delegation.due_at}, **kwargs})


class NomineeForm(forms.Form):
    """One nominee."""

    given_name = LineField(label=_("Given name in Latin letters"), max_length=80, help_text=_("As in the passport."))
    family_name = LineField(label=_("Family name in Latin letters"), max_length=80, required=False)
    given_name_own = LineField(label=_("Given name in own script"), max_length=80, required=False)
    family_name_own = LineField(label=_("Family name in own script"), max_length=80, required=False)
    own_language = forms.ChoiceField(label=_("Language of the own script"), required=False)
    email = forms.EmailField(label=_("E-mail address"), help_text=_("Letters to the person go there."))
    language = forms.ChoiceField(label=_("Language of letters"), choices=settings.LANGUAGES)
    organisation_name = LineField(label=_("Organisation"), max_length=200)
    post = LineField(label=_("Post"), max_length=200)
    rank = forms.ChoiceField(label=_("Level"), choices=[("", _("Choose one")), *Rank.choices])
    superior_name = LineField(label=_("Superior"), max_length=200, required=False)
    superior_email = forms.EmailField(
        label=_("E-mail address of the superior"),
        required=False,
        help_text=_("The superior is asked to endorse the action plan."),
    )
    needs_language = forms.ChoiceField(
        label=_("Language of interpretation"), choices=[("", _("None")), *settings.LANGUAGES], required=False
    )
    experience = LongField(label=_("Experience in the subject"), max_length=3000)
    motivation = LongField(label=_("What the person seeks"), max_length=3000, required=False)
    earlier_training = LineField(
        label=_("Earlier training in the host country"),
        max_length=300,
        required=False,
        help_text=_("Which, and in which year. Leave it empty if there was none."),
    )
    is_alternate = forms.BooleanField(label=_("Alternate: comes only in somebody’s place"), required=False)
    complete_and_correct = forms.BooleanField(
        label=_("The body declares that the information is complete and correct"), required=False
    )
    knows_language = forms.BooleanField(
        label=_("The body declares that the person works in a language of the event"), required=False
    )
    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(
        self,
        *args: Any,
        delegation: Delegation,
        participant: Participant | None = None,
        only: tuple[str, ...] | None = None,
        **kwargs: Any,
    ) -> None:
        if participant is None:
            first = delegation.organisation.name
            initial: dict[str, Any] = {"organisation_name": str(first), "language": "en"}
        else:
            initial = {name: getattr(participant, name) for name in self.base_fields if name != "seen"}
            initial["seen"] = participant.updated_at.isoformat()
        super().__init__(*args, **{"initial": initial, **kwargs})
        for name in set(self.fields) - {"seen"} - set(FACTS if only is None else only):
            del self.fields[name]
        self.family_name_first = delegation.country.family_name_first
        self.fields["own_language"].choices = [("", _("None")), *languages_by_name()]  # type: ignore[attr-defined]

    def clean_seen(self) -> Any:
        value = self.cleaned_data["seen"]
        return forms.DateTimeField().to_python(value) if value else None

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        own = cleaned.get("given_name_own") or cleaned.get("family_name_own")
        if own and not cleaned.get("own_language"):
            self.add_error("own_language", _("Say in which language the name is written: it is read aloud so."))
        return cleaned

    def values(self) -> dict[str, Any]:
        """The facts, as `nominate` and `edit_nominee` take them."""
        written = {name: value for name, value in self.cleaned_data.items() if name != "seen"}
        return {**written, "family_name_first": self.family_name_first}


class LetterForm(KeepsFile, forms.Form):
    """The nomination letter."""

    number = LineField(label=_("Number of the letter"), max_length=60)
    signed_on = DayField(label=_("Date of the letter"))
    signatory_name = LineField(label=_("Signed by"), max_length=200)
    signatory_post = LineField(label=_("Post of the signatory"), max_length=200)
    language = forms.ChoiceField(label=_("Language of the letter"), choices=settings.LANGUAGES)
    file = FileField(label=_("The letter as a file"))

    def __init__(self, *args: Any, delegation: Delegation, has_file: bool, language: str, **kwargs: Any) -> None:
        initial = {
            "number": delegation.nomination_number,
            "signed_on": delegation.nomination_on,
            "signatory_name": delegation.signatory_name,
            "signatory_post": delegation.signatory_post,
            "language": language,
        }
        super().__init__(*args, **{"initial": initial, **kwargs})
        if has_file:
            self.fields["file"].required = False
            self.fields["file"].label = _("Another file in its place")


class PaperForm(KeepsFile, forms.Form):
    """A paper of the delegation."""

    kind = forms.ChoiceField(
        label=_("Paper"), choices=[pair for pair in PaperKind.choices if pair[0] != PaperKind.NOMINATION]
    )
    language = forms.ChoiceField(label=_("Language"), choices=settings.LANGUAGES)
    file = FileField(label=_("File"))
    note = LineField(label=_("Note"), max_length=300, required=False)


class HeadForm(forms.Form):
    """The head, and the order of precedence."""

    head = forms.ChoiceField(label=_("Head of delegation"), required=False)

    def __init__(self, *args: Any, delegation: Delegation, people: list[Participant], **kwargs: Any) -> None:
        super().__init__(*args, **{"initial": {"head": delegation.head_id}, **kwargs})
        self.people = people
        come = [(str(one.pk), str(one)) for one in people if not one.is_alternate]
        self.fields["head"].choices = [("", _("Nobody yet")), *come]  # type: ignore[attr-defined]
        for position, one in enumerate(people, 1):
            self.fields[f"place{one.pk}"] = forms.IntegerField(
                label=_("Place of %(name)s") % {"name": one}, min_value=1, max_value=999, initial=position
            )

    def values(self) -> dict[str, Any]:
        """The arguments of `name_head`; equal places keep the order that was shown."""
        named = {str(one.pk): one for one in self.people}
        order = sorted(self.people, key=lambda one: self.cleaned_data[f"place{one.pk}"])
        return {"head": named.get(self.cleaned_data["head"]), "order": order}


class RemindForm(forms.Form):
    """Of what delegations are reminded."""

    items = forms.MultipleChoiceField(label=_("Remind of"), widget=forms.CheckboxSelectMultiple)

    def __init__(self, *args: Any, items: list[Item], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["items"].choices = [(item.value, item.label) for item in items]  # type: ignore[attr-defined]
