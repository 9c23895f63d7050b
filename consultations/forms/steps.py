"""What the formal steps ask for."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from consultations.advisors import AdvisorLabels
from consultations.enums import Role, Use
from consultations.models import Consultation, Criterion
from core.forms import LongField
from people.enums import Function
from people.models import User


class ForwardForm(forms.Form):
    """What the contact point adds."""

    opinion = LongField(
        label=_("Opinion of the contact point"),
        max_length=2000,
        required=False,
        help_text=_("Both sides read it before they decide. It stands in the history."),
    )


SCORES = [(str(score), str(score)) for score in range(6)]


class DecisionForm(forms.Form):
    """Accept or decline, with the ten criteria."""

    verdict = forms.ChoiceField(
        label=_("Your side’s decision"),
        choices=(("accept", _("Accept the request")), ("decline", _("Decline the request, with reasons"))),
        widget=forms.RadioSelect,
    )
    reason = LongField(
        label=_("Reasons"),
        rows=4,
        max_length=2000,
        required=False,
        help_text=_("Required when you decline. The other side and the requester read them."),
    )

    def __init__(self, *args: Any, given: dict[int, int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.criteria = list(Criterion.objects.filter(is_active=True))
        for criterion in self.criteria:
            self.fields[f"c{criterion.pk}"] = forms.ChoiceField(
                label=str(criterion.name),
                choices=[("", "–"), *SCORES],
                required=False,
                initial=given.get(criterion.pk, ""),
            )

    def main(self) -> list[forms.BoundField]:
        """The decision itself."""
        return [self["verdict"], self["reason"]]

    def marks(self) -> list[forms.BoundField]:
        """The criteria, in their order."""
        return [self[f"c{criterion.pk}"] for criterion in self.criteria]

    def clean(self) -> dict[str, Any]:
        """A refusal has reasons."""
        cleaned = super().clean() or {}
        if cleaned.get("verdict") == "decline" and not cleaned.get("reason"):
            self.add_error("reason", _("Give the reasons for declining: the requester reads them."))
        return cleaned

    def values(self) -> dict[str, Any]:
        """The arguments of `decide`."""
        scores = {one: int(score) for one in self.criteria if (score := self.cleaned_data[f"c{one.pk}"])}
        accepts = self.cleaned_data["verdict"] == "accept"
        return {"accepts": accepts, "reason": self.cleaned_data["reason"], "scores": scores}


class PeopleField(forms.ModelChoiceField):
    """A person by name."""

    def label_from_instance(self, obj: User) -> str:
        return obj.display_name


class SeveralPeopleField(forms.ModelMultipleChoiceField):
    """People by name."""

    def label_from_instance(self, obj: User) -> str:
        return obj.display_name


class AssignForm(forms.Form):
    """Who answers."""

    lead = PeopleField(User.objects.none(), label=_("Lead advisor"), empty_label=_("Choose"))
    advisors = SeveralPeopleField(
        User.objects.none(), label=_("Further advisors"), required=False, widget=forms.CheckboxSelectMultiple
    )
    counterpart = PeopleField(
        User.objects.none(),
        label=_("Counterpart in the asking body"),
        required=False,
        empty_label=_("None"),
        help_text=_("A colleague of the requester with whom the advisors work."),
    )
    translator = PeopleField(
        User.objects.none(),
        label=_("Translator"),
        required=False,
        empty_label=_("The officers of the centre"),
    )

    def __init__(self, *args: Any, consultation: Consultation, **kwargs: Any) -> None:
        parts = list(consultation.participants.now().select_related("user"))
        now, others = {one.role: one.user for one in parts}, [one.user for one in parts if one.role == Role.ADVISOR]
        initial = {"lead": now.get(Role.LEAD), "advisors": others}
        initial |= {"counterpart": now.get(Role.COUNTERPART), "translator": now.get(Role.TRANSLATOR)}
        super().__init__(*args, **{"initial": initial, **kwargs})
        advisors = User.objects.holding(Function.ADVISOR, centre=consultation.centre_id).by_name()
        body = User.objects.holding(
            Function.MEMBER, Function.FOCAL_POINT, organisation=consultation.organisation_id
        ).exclude(pk=consultation.requester_id)
        serving = User.objects.holding(Function.ADVISOR, Function.OFFICER, centre=consultation.centre_id)
        own = User.objects.holding(
            Function.MEMBER, Function.FOCAL_POINT, organisation=consultation.centre.organisation_id
        )
        staff = (serving | own).by_name()
        for name, people in (
            ("lead", advisors),
            ("advisors", advisors),
            ("counterpart", body.by_name()),
            ("translator", staff),
        ):
            self.fields[name].queryset = people  # type: ignore[attr-defined]
        labels = AdvisorLabels(advisors)
        options = [(person.pk, labels(person)) for person in advisors]  # read once for both fields
        self.fields["lead"].choices = [("", _("Choose")), *options]  # type: ignore[attr-defined]
        self.fields["advisors"].choices = options  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """One person, one role."""
        cleaned = super().clean() or {}
        lead, advisors, translator = cleaned.get("lead"), list(cleaned.get("advisors") or ()), cleaned.get("translator")
        if lead in advisors:
            cleaned["advisors"] = [one for one in advisors if one != lead]
        if translator and (translator == lead or translator in advisors):
            self.add_error("translator", _("The translator is another person than the advisors."))
        return cleaned


class AcceptForm(forms.Form):
    """How useful it was."""

    usefulness = forms.TypedChoiceField(
        label=_("How useful is the answer?"),
        choices=(
            (5, _("5, it settles the matter")),
            (4, _("4, very useful")),
            (3, _("3, useful in part")),
            (2, _("2, of little use")),
            (1, _("1, of no use")),
        ),
        coerce=int,
        widget=forms.RadioSelect,
    )
    feedback = LongField(label=_("Comment for the advisors"), rows=4, max_length=2000, required=False)


class UseForm(forms.Form):
    """What became of the advice."""

    use = forms.ChoiceField(label=_("Was the advice used?"), choices=Use, widget=forms.RadioSelect)
    reason = LongField(
        label=_("How, or why not"),
        max_length=2000,
        help_text=_("Name the decision, the regulation or the system in which it is found."),
    )
