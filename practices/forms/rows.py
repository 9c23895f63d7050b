"""Tables of a version: names, figures, links and conditions, a small form a row, with a blank row at the end.

A row whose first words are taken away is a row that is taken away; so is one that is marked as such. Nothing here needs
a script: a further blank row comes with every saving.
"""

from typing import Any

from django import forms
from django.conf import settings
from django.conf.locale import LANG_INFO
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from core.forms import DayField, LineField
from practices.actions.drafting import MOST_ROWS
from practices.enums import Index, NameKind
from practices.models import Capability, Version

FIRST_YEAR, LAST_YEAR = 1950, 2100


def year_field(label: Any, **options: Any) -> forms.IntegerField:
    """A year, typed."""
    return forms.IntegerField(label=label, min_value=FIRST_YEAR, max_value=LAST_YEAR, required=False, **options)


def tongues() -> list[tuple[str, str]]:
    """The languages in which a system may have a name: the portal's first, then every other by its own name."""
    own = [(code, str(name)) for code, name in settings.LANGUAGES]
    known = {code for code, _name in own}
    others = [
        (code, info["name_local"])
        for code, info in LANG_INFO.items()
        if "name_local" in info and code.isalpha() and code not in known
    ]
    return [*own, *sorted(others, key=lambda pair: pair[1].casefold())]


class RowForm(forms.Form):
    """One row. Without what makes it a row it is none; with it, the rest is needed too."""

    main: tuple[str, ...] = ()
    needed: tuple[str, ...] = ()
    sentence: Any = ""

    def __init__(self, *args: Any, version: Version, **kwargs: Any) -> None:
        self.version = version
        super().__init__(*args, **kwargs)
        for name in (*self.main, *self.needed):
            self.fields[name].is_needed = True  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """What is needed is asked for only where there is a row at all."""
        cleaned = super().clean() or {}
        if not self.is_left_out(cleaned):
            for name in self.needed:
                if name not in self.errors and cleaned.get(name) in (None, ""):
                    self.add_error(name, self.sentence)
        return cleaned

    def is_left_out(self, cleaned: dict[str, Any]) -> bool:
        """Whether nothing of it is kept."""
        return bool(cleaned.get("DELETE")) or not any(
            cleaned.get(name) or name in self.errors for name in (self.main or self.needed)
        )

    def row(self) -> dict[str, Any]:
        """As the act wants it."""
        return {name: value for name, value in self.cleaned_data.items() if name != "DELETE"}


class NameForm(RowForm):
    """A name of the system."""

    main = ("text",)
    text = LineField(label=pgettext_lazy("system", "Name"), max_length=200, required=False)
    language = forms.ChoiceField(label=_("Language of the name"))
    kind = forms.ChoiceField(label=_("Kind"), choices=NameKind, initial=NameKind.CURRENT)
    since_year = year_field(_("From year"))
    until_year = year_field(_("Until year"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["language"]
        field.choices, field.initial = tongues(), self.version.practice.language

    def clean(self) -> dict[str, Any]:
        """Years in order."""
        cleaned = super().clean()
        since, until = cleaned.get("since_year"), cleaned.get("until_year")
        if since and until and until < since:
            self.add_error("until_year", _("The last year comes after the first."))
        return cleaned


class EvidenceForm(RowForm):
    """A figure, what it counts, who published it and when."""

    main = ("value", "what", "source")
    needed = ("value", "what", "source", "dated_on")
    sentence = _("A figure has a number, what it counts, a source and the date of the source.")
    value = LineField(label=_("Figure"), max_length=60, required=False, help_text=_("For example: 84, or 4.2 million."))
    what = LineField(
        label=_("What it counts"),
        max_length=300,
        required=False,
        help_text=_("For example: registers connected at the end of the year."),
    )
    source = LineField(
        label=_("Source"),
        max_length=300,
        required=False,
        help_text=_("For example: annual report of the agency, page 12."),
    )
    source_url = forms.URLField(label=_("Address of the source"), max_length=500, required=False, assume_scheme="https")
    dated_on = DayField(label=_("Date of the source"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["what"].widget.attrs["lang"] = self.version.practice.language


class LinkForm(RowForm):
    """An address where more is to be found."""

    main = needed = ("label", "url")
    sentence = _("A link has a name and an address.")
    label = LineField(label=_("Name of the link"), max_length=200, required=False)
    url = forms.URLField(label=_("Address"), max_length=500, required=False, assume_scheme="https")

    def clean_url(self) -> str:
        """Of the web: a browser opens it."""
        url: str = self.cleaned_data["url"]
        if url and not url.startswith(("http://", "https://")):
            raise ValidationError(_("Write an address that begins with https://."))
        return url


class ConditionForm(RowForm):
    """Something that must be in place, or an index that must reach a value."""

    main = ("what",)
    what = forms.ChoiceField(label=_("Condition"), required=False)
    minimum = forms.DecimalField(
        label=_("At least"),
        min_value=0,
        max_value=1,
        max_digits=4,
        decimal_places=3,
        required=False,
        help_text=_("For an index: from 0 to 1."),
    )
    is_essential = forms.TypedChoiceField(
        label=_("Weight"),
        choices=((1, _("nothing works without it")), (0, _("it helps"))),
        coerce=lambda value: value == "1",
        initial=1,
    )

    def __init__(self, *args: Any, capabilities: list[Capability], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["what"]
        kinds: dict[Any, list[tuple[str, str]]] = {}
        for one in capabilities:
            kinds.setdefault(one.get_kind_display(), []).append((str(one.pk), str(one.name)))
        field.choices = [("", _("None")), *kinds.items(), (_("Indices of the United Nations"), Index.choices)]

    def clean(self) -> dict[str, Any]:
        """An index needs a value, a capability has none."""
        cleaned = super().clean()
        what = cleaned.get("what")
        if not self.is_left_out(cleaned) and what and "minimum" not in self.errors:
            if what in Index.values and cleaned.get("minimum") is None:
                self.add_error("minimum", _("Write the value that the index has to reach."))
            elif what not in Index.values:
                cleaned["minimum"] = None
        return cleaned

    def row(self) -> dict[str, Any]:
        """A capability by its number, or an index."""
        what = self.cleaned_data["what"]
        is_index = what in Index.values
        return {
            "capability_id": None if is_index else int(what),
            "index": what if is_index else "",
            "minimum": self.cleaned_data["minimum"],
            "is_essential": self.cleaned_data["is_essential"],
        }


class RowSet(forms.BaseFormSet):
    """The rows of one table."""

    def add_fields(self, form: forms.Form, index: int | None) -> None:
        """The mark by which a row is taken away, in our words; a blank row has none."""
        super().add_fields(form, index)
        form.fields["DELETE"].label = _("Take this row away")
        if index is not None and index >= self.initial_form_count():
            form.fields["DELETE"].widget = forms.HiddenInput()

    def clean(self) -> None:
        """A condition stands in the list once."""
        chosen = [one.cleaned_data.get("what") for one in self._kept() if isinstance(one, ConditionForm)]
        if len(chosen) != len(set(chosen)):
            raise ValidationError(_("Each condition stands in the list once."))

    def rows(self) -> list[dict[str, Any]]:
        """What is kept, in its order."""
        return [form.row() for form in self._kept()]

    def _kept(self) -> list[RowForm]:
        found = []
        for form in self.forms:
            assert isinstance(form, RowForm)  # noqa: S101  for the reader of types
            if form.is_valid() and form.cleaned_data and not form.is_left_out(form.cleaned_data):
                found.append(form)
        return found


ROW_FORMS: dict[str, type[RowForm]] = {
    "names": NameForm,
    "evidence": EvidenceForm,
    "links": LinkForm,
    "conditions": ConditionForm,
}


def row_set(name: str, data: Any, rows: list[dict[str, Any]], *, version: Version) -> RowSet:
    """The rows of one table of the version with a blank one at the end, or as they came back from the browser."""
    made = forms.formset_factory(
        ROW_FORMS[name], formset=RowSet, extra=1, can_delete=True, max_num=MOST_ROWS, validate_max=True
    )
    options: dict[str, Any] = {"version": version}
    if name == "conditions":
        options["capabilities"] = list(Capability.objects.all())
        rows = [
            {**row, "what": row["index"] or row["capability_id"], "is_essential": int(row["is_essential"])}
            for row in rows
        ]
    # What came back is judged by itself: rows may have been saved meanwhile, by a script or a colleague.
    found = made(data, prefix=name, form_kwargs=options, initial=rows if data is None else None)
    assert isinstance(found, RowSet)  # noqa: S101  for the reader of types
    return found
