"""The pages on which an entry is written."""

import json
from collections.abc import Callable, Iterator
from typing import Any

from django import forms
from django.conf import settings
from django.utils.html import format_html, linebreaks
from django.utils.safestring import mark_safe
from django.utils.translation import gettext_lazy as _

from core.forms import LineField, LongField
from people.models import Centre, Organisation, User
from practices.actions.drafting import ChangedMeanwhileError, centres_for
from practices.completeness import GROUPS
from practices.enums import CostBand, Licence, Operation
from practices.forms.rows import RowSet, row_set, year_field
from practices.goals import GOALS
from practices.models import PracticeTopic, Version
from practices.policies.practices import owners_for
from practices.presentation.changes import ROW_NAMES, theirs_in_words
from practices.sections import BY_KEY, MOST, Section
from practices.texts import ROWS, marks_of, parts_of

TITLE: Any = BY_KEY["title"]
# Parts that stand or fall together: an error in one keeps the others from being saved by the script.
TOGETHER = (("cost_amount", "cost_currency", "cost_year"), ("since_year", "until_year"))
LONG = 5  # rows of a field for a section
SHORT = ("obstacles", "lessons", "not_suitable", "adapt", "financing", "legal")


def _topics() -> forms.ModelMultipleChoiceField:
    return forms.ModelMultipleChoiceField(
        PracticeTopic.objects.all(),
        label=_("Topics"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Readers look for practices by topic. Choose one to three."),
    )


FACT_FIELDS: dict[str, Callable[[], forms.Field]] = {
    "operation": lambda: forms.ChoiceField(
        label=_("State of the system"), choices=Operation, widget=forms.RadioSelect, required=False
    ),
    "since_year": lambda: year_field(
        _("In use since"), help_text=_("The year in which somebody first worked with it, at least in a pilot.")
    ),
    "until_year": lambda: year_field(_("In use until"), help_text=_("If it was replaced or has ended.")),
    "replaced_by": lambda: LineField(label=_("Replaced by"), max_length=300, required=False),
    "topics": _topics,
    "goals": lambda: forms.TypedMultipleChoiceField(
        label=_("Sustainable Development Goals"),
        choices=[(number, f"{number}. {name}") for number, name in GOALS.items()],
        coerce=int,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Those that it has served in fact, not in intention."),
    ),
    "cost_amount": lambda: forms.DecimalField(
        label=_("Cost to build"),
        min_value=0,
        max_digits=16,
        decimal_places=2,
        required=False,
        help_text=_("All that was paid until it worked, in figures. For example: 13500000."),
    ),
    "cost_currency": lambda: forms.RegexField(
        r"^\s*[A-Za-z]{3}\s*$",
        label=_("Currency"),
        required=False,
        help_text=_("Three letters, such as USD, EUR, KRW or BYN."),
        error_messages={"invalid": _("Write the three letters of the currency, such as USD.")},
    ),
    "cost_year": lambda: year_field(_("Year of the price")),
    "cost_band": lambda: forms.ChoiceField(
        label=_("Order of magnitude"),
        choices=[("", _("Not known")), *CostBand.choices],
        required=False,
        help_text=_("In US dollars of its day. Readers choose practices by it."),
    ),
    "needs_law": lambda: forms.TypedChoiceField(
        label=_("Was a new law needed?"),
        choices=(("yes", _("Yes")), ("no", _("No"))),
        coerce=lambda value: value == "yes",
        empty_value=None,
        widget=forms.RadioSelect,
        required=False,
    ),
    "awards": lambda: LongField(
        label=_("Awards"), rows=3, max_length=2000, required=False, help_text=_("Name and year of each, one a line.")
    ),
    "licence": lambda: forms.ChoiceField(
        label=_("Licence of the text"),
        choices=Licence,
        help_text=_("On what terms others may use the text again, with its source named."),
    ),
}
NEEDED = {"operation", "since_year", "topics", "needs_law"}


class PartsForm(forms.Form):
    """One page of an entry: its fields, and the tables of rows that stand on it.

    `seen` and `read` say what the writer had before him: how often the version had been saved, and a mark of each part.
    """

    seen = forms.IntegerField(widget=forms.HiddenInput)
    read = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, data: Any = None, *, version: Version, group: str) -> None:
        self.version, self.group = version, group
        self.parts = parts_of(version, *GROUPS[group])
        self.theirs: dict[str, Any] = {}
        super().__init__(data, initial={**self.parts, "seen": version.lock, "read": json.dumps(marks_of(self.parts))})
        for name in GROUPS[group]:
            if name in BY_KEY:
                self.fields[name] = self._section_field(BY_KEY[name])
            elif name not in ROWS:
                self.fields[name] = FACT_FIELDS[name]()
            if name in BY_KEY or name in NEEDED:
                self.fields[name].is_needed = True  # type: ignore[attr-defined]
        if "needs_law" in self.parts:
            self.initial["needs_law"] = {True: "yes", False: "no"}.get(self.parts["needs_law"], "")
        self.sets: dict[str, RowSet] = {
            name: row_set(name, data, self.parts[name], version=version) for name in GROUPS[group] if name in ROWS
        }

    def _section_field(self, section: Section) -> forms.Field:
        label: Any = section.heading
        told = _told(section)
        field: forms.Field
        if section.is_line:
            field = LineField(label=label, help_text=told, max_length=150, required=False)
        else:
            rows = 4 if section.key in SHORT else LONG * 2
            field = LongField(label=label, help_text=told, max_length=MOST, rows=rows, required=False)
        field.widget.attrs["lang"] = self.version.practice.language
        return field

    # --- Cleaning ---------------------------------------------------------------------------------------------------

    def clean_topics(self) -> list[int]:
        """By their numbers, as the version keeps them."""
        return sorted(topic.pk for topic in self.cleaned_data["topics"])

    def clean_goals(self) -> list[int]:
        """In their order."""
        return sorted(self.cleaned_data["goals"])

    def clean_cost_currency(self) -> str:
        """In capitals."""
        code: str = self.cleaned_data["cost_currency"]
        return code.strip().upper()

    def clean(self) -> dict[str, Any]:
        """A cost has an amount, a currency and a year, or none of them; years come in order."""
        cleaned = super().clean() or {}
        cost = {name: cleaned.get(name) for name in TOGETHER[0] if name in self.fields}
        if any(value not in (None, "") for value in cost.values()):
            for name, value in cost.items():
                if value in (None, "") and name not in self.errors:
                    self.add_error(name, _("A cost has an amount, a currency and the year of the price."))
        since, until = cleaned.get("since_year"), cleaned.get("until_year")
        if until and not since and "since_year" not in self.errors:
            self.add_error("since_year", _("Write the first year too."))
        elif since and until and until < since:
            self.add_error("until_year", _("The last year in use comes after the first."))
        return cleaned

    def is_valid(self) -> bool:
        """With all its rows."""
        return all([super().is_valid(), *(one.is_valid() for one in self.sets.values())])

    # --- What is saved ----------------------------------------------------------------------------------------------

    def values(self) -> dict[str, Any]:
        """The page as the arguments of `save_draft`; parts for which a colleague's text was chosen are left out."""
        found = {name: self.cleaned_data[name] for name in GROUPS[self.group] if name in self.cleaned_data}
        found |= {name: rows.rows() for name, rows in self.sets.items() if rows.is_valid()}
        kept = {name: value for name, value in found.items() if f"take-{name}" not in self.data}
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
        names = [str(self[name].label) for name in self.errors if name in self.fields]
        return [*names, *(str(ROW_NAMES[name]) for name, rows in self.sets.items() if not rows.is_valid())]

    def _read(self) -> dict[str, str]:
        try:
            read = json.loads(self.cleaned_data.get("read") or "{}")
        except (ValueError, RecursionError):
            return {}
        return read if isinstance(read, dict) else {}

    # --- What is drawn ----------------------------------------------------------------------------------------------

    def meet(self, both: ChangedMeanwhileError, version: Version) -> None:
        """Show what a colleague saved beside what was typed; what is sent next has read it."""
        self.theirs = {**both.parts, **theirs_in_words(version, both.parts)}
        for name in both.parts:
            self.add_error(name if name in self.fields else None, str(both.message))
        data: Any = self.data
        data = data.copy()
        data["read"] = json.dumps({**self._read(), **marks_of(parts_of(version, *both.parts))})
        self.data = data

    def read_now(self) -> str:
        """The marks of what stands on the page once its sound parts are saved; of the rest, as they were read.

        Not of what a colleague has saved meanwhile: the page does not show it, so it has not been read.
        """
        kept = {name: value for name, value in self.sound_values().items() if name in GROUPS[self.group]}
        return json.dumps({**self._read(), **marks_of(kept)})

    def drawn(self) -> Iterator[dict[str, Any]]:
        """The parts of the page in their order: a field, or a table of rows; beside it what a colleague wrote there."""
        for name in GROUPS[self.group]:
            part: dict[str, Any] = {"name": name, "theirs": self.theirs.get(name), "is_met": name in self.theirs}
            if name in self.sets:
                yield {**part, "rows": self.sets[name], "label": ROW_NAMES[name]}
            else:
                yield {**part, "field": self[name], "label": self[name].label, "is_text": name in BY_KEY}

    @property
    def all_rows(self) -> "AllRows":
        return AllRows(self.sets)


class AllRows:
    """The rows of all tables of a page, as the summary of errors reads one formset."""

    def __init__(self, sets: dict[str, RowSet]) -> None:
        self.sets = sets.values()

    def __iter__(self) -> Iterator[forms.BaseForm]:
        for one in self.sets:
            yield from one

    def total_error_count(self) -> int:
        """Of all tables together; none where nothing was sent."""
        return sum(one.total_error_count() for one in self.sets if one.is_bound)

    def non_form_errors(self) -> list[str]:
        """What is wrong with a table as a whole."""
        return [str(error) for one in self.sets if one.is_bound for error in one.non_form_errors()]


def _told(section: Section) -> str:
    """What is asked for, and a good example."""
    if not section.example:
        return str(section.help)
    example = mark_safe(linebreaks(section.example, autoescape=True))  # noqa: S308  escaped
    return format_html('{}<div class="example">{}{}</div>', section.help, _("For example:"), example)


class StartForm(forms.Form):
    """What an entry begins with."""

    title = LineField(label=TITLE.heading, max_length=150, required=False, help_text=TITLE.help)
    owner = forms.ModelChoiceField(Organisation.objects.none(), label=_("Body that owns the practice"))
    language = forms.ChoiceField(
        label=_("Language of the original"),
        choices=settings.LANGUAGES,
        help_text=_("Write in your own language. The centre has it translated; this stays the original."),
    )
    centre = forms.ModelChoiceField(Centre.objects.none(), label=_("Library of the centre"), required=False)
    meets = forms.BooleanField(
        label=_("The practice meets these six criteria, and its owner will confirm the facts every year.")
    )

    def __init__(self, data: Any = None, *, user: User) -> None:
        super().__init__(data, initial={"language": user.language})
        owner, centre = self.fields["owner"], self.fields["centre"]
        assert isinstance(owner, forms.ModelChoiceField)  # noqa: S101  for the reader of types
        assert isinstance(centre, forms.ModelChoiceField)  # noqa: S101
        owner.queryset = owners_for(user)
        own = user.standing.organisation_ids()
        self.initial["owner"] = next(iter(sorted(own)), None)
        centre.queryset = Centre.objects.order_by("pk")
        if not (data and "centre" in data):
            del self.fields["centre"]  # asked for only where several centres serve the owner's country

    def clean(self) -> dict[str, Any]:
        """The centre that serves the owner's country; asked for when there are several."""
        cleaned = super().clean() or {}
        if owner := cleaned.get("owner"):
            serving = list(centres_for(owner.country_id))
            cleaned["centre"] = self._centre(cleaned.get("centre"), serving)
        return cleaned

    def _centre(self, chosen: Centre | None, serving: list[Centre]) -> Centre | None:
        if chosen in serving:
            return chosen
        if len(serving) == 1:
            return serving[0]
        if not serving:
            self.add_error("owner", _("No centre takes practices of this country yet."))
            return None
        served = Centre.objects.filter(pk__in=[one.pk for one in serving]).order_by("pk")
        self.fields["centre"] = forms.ModelChoiceField(served, label=_("Library of the centre"))
        self.add_error("centre", _("Several centres serve this country. Choose the library."))
        return None

    def values(self) -> dict[str, Any]:
        """The arguments of `create_practice`."""
        return {name: value for name, value in self.cleaned_data.items() if name != "meets"}
