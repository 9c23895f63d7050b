"""The pages on which a concept paper is written."""

import json
from collections.abc import Callable, Iterator
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from agreements.models import Agreement
from core.forms import DayField
from people.models import Centre, Country, Organisation, User
from projects.actions.drafting import ChangedMeanwhileError, agreements_for, resubmitted_by
from projects.completeness import NEEDED
from projects.concept import GROUPS, RELATED, TEXTS, marks_of_parts, parts_of
from projects.currencies import DIGITS, PLACES, Currency, is_whole
from projects.enums import ProjectKind
from projects.forms.texts import TextsField, with_example
from projects.models import Project
from projects.policies.begin import FOR_A_BODY
from projects.presentation.drafting import theirs_in_words

NAME_MOST = 200  # characters in a language
MONEY = ("asked_a", "asked_b", "asked_other")
# Parts that stand or fall together: an error in one keeps the others from being saved by the script.
TOGETHER = (("planned_start_on", "planned_end_on"), ("lead_a", "lead_b"), ("currency", *MONEY))


class AgreementField(forms.ModelChoiceField):
    """Agreements by number and title."""

    def label_from_instance(self, obj: Agreement) -> str:
        return f"{obj.reference} {obj.title}"


class BodyField(forms.ModelChoiceField):
    """The bodies of one country, by name."""

    def __init__(self, country: Country | str | None = None, **kwargs: Any) -> None:
        bodies = Organisation.objects.filter(country=country) if country else Organisation.objects.none()
        super().__init__(bodies.by_name(), **kwargs)


def countries_of(centre: Centre) -> Any:
    """Those in which the centre works: both sides, and whom it serves."""
    known = [centre.side_a_id, centre.side_b_id, *centre.countries.values_list("pk", flat=True)]
    return Country.objects.filter(pk__in=known).by_name()


# What is asked for, and a short good example of it.
HELP: dict[str, tuple[Any, Any]] = {
    "name": (
        _("As it will stand in papers of both governments: in two languages at least."),
        _("Electronic archive for state records."),
    ),
    "summary": (
        _("What is done, for whom, and what changes, in a few sentences that everybody understands."),
        _("Agencies hand records over to the National Archives without paper. Citizens get copies online."),
    ),
    "place": (_("The town, or the body in whose house it happens."), _("Minsk, National Archives.")),
    "situation": (
        _("How things are today: what is done by whom, how often, with which systems."),
        _("Forty agencies hand over some 12,000 files a year on paper; each is entered again by hand."),
    ),
    "problem": (
        _("What is wrong with it, for whom, and how you know: a survey, an audit, figures."),
        _("The audit of 2025 found that a copy takes 23 days; the law allows 15."),
    ),
    "objective": (
        _("What is different at the end, so that others can see whether it was reached."),
        _("By the end of 2028 a copy takes three days, and half of them are asked for online."),
    ),
    "beneficiaries": (
        _("Who is better off, and how many they are."),
        _("40 agencies, 600 archivists, some 90,000 citizens a year."),
    ),
    "national_plan": (
        _("Which programme or strategy it serves, the measure in it, and how far that is."),
        _("“Digital Belarus” 2026–2030, sub-programme “digital state”; the law on electronic records is in force."),
    ),
    "activities": (
        _("What is done, in its order, when, and which body is responsible. One activity a line."),
        _("1. Standard of records, quarters 1–2, National Archives. 2. Pilot in three agencies, quarters 3–6."),
    ),
    "sustainability": (
        _("Which body runs it afterwards, who pays, how much a year, and with which people."),
        _("The National Archives run it with four people; the state budget pays 80,000 dollars a year."),
    ),
    "assumptions": (
        _("What has to hold for it to work, and what may go wrong."),
        _("Agencies have electronic signatures. If the standard is late, the pilot begins two quarters later."),
    ),
}


def _text(name: str, *, most: int = 4000, long: bool = True) -> Callable[[Project, User], forms.Field]:
    def made(_project: Project, _user: User) -> forms.Field:
        field: Any = Project._meta.get_field(name)
        said, example = HELP[name]
        return TextsField(
            label=capfirst(field.verbose_name),
            help_text=with_example(said, example),
            most=most,
            long=long,
            required=False,
        )

    return made


class AskedField(forms.DecimalField):
    """Money that is expected, in figures."""

    def __init__(self, **options: Any) -> None:
        super().__init__(max_digits=DIGITS, decimal_places=PLACES, min_value=0, required=False, **options)

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:  # noqa: ARG002  Django's signature
        return {"inputmode": "decimal"}


FIELDS: dict[str, Callable[[Project, User], forms.Field]] = {
    "name": _text("name", most=NAME_MOST, long=False),
    "summary": _text("summary", most=1500),
    "place": _text("place", most=NAME_MOST, long=False),
    **{name: _text(name) for name in (*GROUPS["why"], *GROUPS["how"])},
    "kind": lambda _project, _user: forms.ChoiceField(label=_("Kind"), choices=ProjectKind),
    "country": lambda project, _user: forms.ModelChoiceField(
        countries_of(project.centre),
        label=_("Country it is carried out in"),
        help_text=_("Some countries let a project with foreign money start only once it is on their register."),
    ),
    "lead_a": lambda project, _user: BodyField(project.centre.side_a, label=_leading(project.centre.side_a)),
    "lead_b": lambda project, _user: BodyField(project.centre.side_b, label=_leading(project.centre.side_b)),
    "agreement": lambda project, user: AgreementField(
        agreements_for(project, user).order_by("-signed_on", "pk"),
        label=_("Agreement it stands under"),
        required=False,
        help_text=_("One of those in the register of the centre."),
    ),
    "resubmits": lambda project, user: forms.ModelChoiceField(
        resubmitted_by(project, user).order_by("-created_at"),
        label=_("Submitted before as"),
        required=False,
        help_text=_("If a committee has seen it before. Say in the texts what has changed since."),
    ),
    "planned_start_on": lambda _project, _user: DayField(label=_("Planned start"), required=False),
    "planned_end_on": lambda _project, _user: DayField(label=_("Planned end"), required=False),
    "currency": lambda _project, _user: forms.ChoiceField(
        label=_("Currency"),
        choices=Currency,
        help_text=_("Both sides report in it. What is paid in other currencies keeps its own beside it."),
    ),
    "asked_a": lambda project, _user: AskedField(label=_expected(project.centre.side_a)),
    "asked_b": lambda project, _user: AskedField(
        label=_expected(project.centre.side_b),
        help_text=_("Money and what is given in kind, in figures. Write 0 where it is nothing. For example: 250000."),
    ),
    "asked_other": lambda _project, _user: AskedField(
        label=_("Expected from others"), help_text=_("Other donors, as far as they are known.")
    ),
}
NEED_A_WORD = {*NEEDED, "kind", "country", "lead_a", "lead_b", "currency", "asked_b"}


def _leading(country: Country) -> Any:
    return _("Leading body of %(country)s") % {"country": country.name}


def _expected(country: Country) -> Any:
    return _("Expected from %(country)s") % {"country": country.name}


class ConceptForm(forms.Form):
    """One page of a concept paper.

    `seen` and `read` say what the writer had before him: the revision, and a mark of each part and language.
    """

    seen = forms.IntegerField(widget=forms.HiddenInput)
    read = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, data: Any = None, *, project: Project, group: str, user: User) -> None:
        self.project, self.group = project, group
        self.parts = parts_of(project, *GROUPS[group])
        self.theirs: dict[str, Any] = {}
        marks = json.dumps(marks_of_parts(self.parts))
        super().__init__(data, initial={**self.parts, "seen": project.revision, "read": marks})
        for name in GROUPS[group]:
            self.fields[name] = FIELDS[name](project, user)
            self.fields[name].is_needed = name in NEED_A_WORD  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Days come in order; what has no cents is asked for without them."""
        cleaned = super().clean() or {}
        start, end = cleaned.get("planned_start_on"), cleaned.get("planned_end_on")
        if start and end and end < start:
            self.add_error("planned_end_on", _("A project cannot end before it starts."))
        currency = cleaned.get("currency")
        for name in MONEY:
            if currency and (amount := cleaned.get(name)) is not None and not is_whole(amount, currency):
                self.add_error(name, _("This currency has no cents: write whole figures."))
        return cleaned

    # --- What is saved ----------------------------------------------------------------------------------------------

    def values(self) -> dict[str, Any]:
        """The page as the arguments of `save_draft`; parts for which a colleague's text was chosen are left out."""
        kept = {
            name: getattr(value, "pk", None) if name in RELATED else value
            for name in GROUPS[self.group]
            if name in self.cleaned_data and f"take-{name}" not in self.data
            for value in [self.cleaned_data[name]]
        }
        return {"seen": self.cleaned_data.get("seen", -1), "read": self._read(), **kept}

    def sound_values(self) -> dict[str, Any]:
        """The same without what has an error, for the script: half a date keeps no sentence from being saved."""
        self.is_valid()
        found = self.values()
        for together in TOGETHER:
            if set(together) & set(self.errors):
                for name in together:
                    found.pop(name, None)
        return found

    def faults(self) -> list[str]:
        """The labels of what has an error."""
        return [str(self[name].label) for name in self.errors if name in self.fields]

    def _read(self) -> dict[str, str]:
        try:
            read = json.loads(self.cleaned_data.get("read") or "{}")
        except (ValueError, RecursionError):
            return {}
        return read if isinstance(read, dict) else {}

    # --- What is drawn ----------------------------------------------------------------------------------------------

    def meet(self, both: ChangedMeanwhileError) -> None:
        """Show what a colleague saved beside what was typed; what is sent next has read it."""
        self.theirs = theirs_in_words(self.project, both.parts)
        for name in both.parts:
            self.add_error(name if name in self.fields else None, ValidationError(str(both.message)))
        data: Any = self.data
        data = data.copy()
        data["read"] = json.dumps({**self._read(), **marks_of_parts(both.parts)})
        self.data = data

    def read_now(self) -> str:
        """The marks of what stands on the page once its sound parts are saved; of the rest, as they were read.

        Not of what a colleague has saved meanwhile: the page does not show it, so it has not been read.
        """
        kept = {name: value for name, value in self.sound_values().items() if name in GROUPS[self.group]}
        return json.dumps({**self._read(), **marks_of_parts(kept)})

    def drawn(self) -> Iterator[dict[str, Any]]:
        """The parts of the page in their order, beside each what a colleague wrote there."""
        for name in GROUPS[self.group]:
            yield {
                "name": name,
                "field": self[name],
                "theirs": self.theirs.get(name),
                "is_met": name in self.theirs,
                "is_text": name in TEXTS,
            }


class StartForm(forms.Form):
    """What a concept paper begins with."""

    centre = forms.ModelChoiceField(Centre.objects.none(), label=_("Centre"))
    name = TextsField(label=_("Name"), most=NAME_MOST, long=False, help_text=with_example(*HELP["name"]), required=True)
    kind = forms.ChoiceField(label=_("Kind"), choices=ProjectKind)
    country = forms.ModelChoiceField(Country.objects.none(), label=_("Country it is carried out in"))
    lead_a = forms.ModelChoiceField(Organisation.objects.none())
    lead_b = forms.ModelChoiceField(Organisation.objects.none())

    def __init__(self, data: Any = None, *, user: User, centre: Centre) -> None:
        own = set(user.standing.organisation_ids(*FOR_A_BODY))
        super().__init__(data, initial={"centre": centre.pk, "kind": ProjectKind.PILOT, "country": centre.side_a_id})
        self.fields["centre"].queryset = Centre.objects.filter(pk=centre.pk)  # type: ignore[attr-defined]
        self.fields["centre"].widget = forms.HiddenInput()
        self.fields["country"].queryset = countries_of(centre)  # type: ignore[attr-defined]
        for name, country in (("lead_a", centre.side_a), ("lead_b", centre.side_b)):
            self.fields[name] = BodyField(country, label=_leading(country))
            bodies = self.fields[name].queryset  # type: ignore[attr-defined]
            self.initial[name] = bodies.filter(pk__in=own).values_list("pk", flat=True).first()

    def values(self) -> dict[str, Any]:
        """The arguments of `create_project`."""
        return dict(self.cleaned_data)
