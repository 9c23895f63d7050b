"""Forms of the register: what an agreement is, its term, its texts, its end; and the tables of its record."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from agreements.actions.recording import AGREED_ENDINGS
from agreements.actions.registering import MOST_ARTICLES, MOST_COMMITMENTS, MOST_PARTIES
from agreements.enums import AgreementKind, Ending, Owner, TextKind
from agreements.models import Agreement
from agreements.presentation.register import owner_words
from core.forms import DayField, LineField, LocalisedField, LongField, ReasonForm
from files.forms import FileField, KeepsFile
from people.enums import Side
from people.models import Centre, Organisation
from people.names import languages_by_name

FARTHEST = 1200  # months: no term is longer than a century
BLANK = ("", _("None"))


def tongues() -> list[tuple[str, str]]:
    """The languages a text may have: the portal's first, then every other by its own name."""
    own = [(code, str(name)) for code, name in settings.LANGUAGES]
    known = {code for code, _name in own}
    return [*own, *(pair for pair in languages_by_name() if pair[0] not in known)]


def bodies() -> list[tuple[str, str]]:
    """Every organisation, by the English alphabet of states and names. One query for however many rows."""
    rows = Organisation.objects.select_related("country").order_by("country__name__en", "name__en")
    return [(str(row.pk), f"{row.country.name}: {row.name}") for row in rows]


class SeenForm(forms.Form):
    """A form that changes a record: `seen` is the revision its writer has read."""

    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def clean_seen(self) -> int:
        """None at all counts as nothing that was ever read."""
        return self.cleaned_data["seen"] or 0


class FactsForm(SeenForm):
    """What it is: kind, titles, day and place of signing, and where it stands among others."""

    kind = forms.ChoiceField(label=_("Kind of paper"), choices=AgreementKind)
    title = LocalisedField(label=_("Title"))
    subject = LocalisedField(label=_("What it is about"), required=False, long=True)
    own_number = LineField(label=_("Number on the paper"), max_length=60, required=False)
    signed_on = DayField(label=_("Signed"))
    signed_at = LocalisedField(label=_("Place of signing"), required=False)
    parent = forms.ChoiceField(
        label=_("Under"), required=False, help_text=_("The framework, programme or project to which it belongs.")
    )
    amends = forms.ChoiceField(label=_("Amends"), required=False)
    supersedes = forms.ChoiceField(
        label=_("Supersedes"), required=False, help_text=_("That one ends when this one is in force.")
    )
    is_public = forms.BooleanField(label=_("Shown to the public"), required=False, initial=True)

    def __init__(self, *args: Any, agreement: Agreement, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        others = Agreement.objects.filter(centre=agreement.centre).exclude(pk=agreement.pk)
        self.others = {str(row.pk): row for row in others.select_related("parent", "amends", "supersedes")}
        choices = [BLANK, *((pk, f"{row.reference} {row.title}") for pk, row in self.others.items())]
        for name in ("parent", "amends", "supersedes"):
            self.fields[name].choices = choices  # type: ignore[attr-defined]

    def values(self) -> dict[str, Any]:
        """The arguments of `edit_agreement`."""
        linked = {name: self.others.get(self.cleaned_data[name]) for name in ("parent", "amends", "supersedes")}
        return {**self.cleaned_data, **linked}


class CreateForm(forms.Form):
    """The first answers; the rest is written on the pages of the record."""

    centre = forms.ModelChoiceField(Centre.objects.none(), label=_("Centre"), empty_label=None)
    kind = forms.ChoiceField(label=_("Kind of paper"), choices=AgreementKind)
    title = LocalisedField(label=_("Title"))
    signed_on = DayField(label=_("Signed"), help_text=_("The record is numbered by this year."))

    def __init__(self, *args: Any, centres: Sequence[int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["centre"]
        field.queryset = Centre.objects.filter(pk__in=centres)
        field.initial = centres[0] if centres else None


class TermForm(SeenForm):
    """From when until when it binds, and which text counts."""

    in_force_on = DayField(label=_("In force from"), required=False, help_text=_("Empty while it is not known."))
    condition = LocalisedField(label=_("Condition of entry into force"), required=False)
    ends_on = DayField(label=_("Last day"), required=False, help_text=_("Empty where it has no term."))
    renewal_months = forms.IntegerField(
        label=_("Prolonged by itself, months"),
        min_value=0,
        max_value=FARTHEST,
        help_text=_("0 where it is not prolonged without a new paper."),
    )
    notice_months = forms.IntegerField(
        label=_("Period of notice, months"), min_value=0, max_value=FARTHEST, help_text=_("0 where there is none.")
    )
    languages = forms.MultipleChoiceField(
        label=_("Authentic languages"), required=False, widget=forms.CheckboxSelectMultiple
    )
    other_languages = forms.MultipleChoiceField(
        label=_("Further authentic languages"), required=False, widget=forms.SelectMultiple(attrs={"size": 6})
    )
    prevailing = forms.ChoiceField(
        label=_("Prevailing text"), required=False, help_text=_("None where all authentic texts count equally.")
    )
    depositary = forms.ChoiceField(label=_("Depositary"), required=False)
    original_at = LineField(label=_("Where the originals are kept"), max_length=300, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: Any = self.fields
        own = {code for code, _name in settings.LANGUAGES}
        fields["languages"].choices = settings.LANGUAGES
        fields["other_languages"].choices = [pair for pair in tongues() if pair[0] not in own]
        fields["prevailing"].choices = [BLANK, *tongues()]
        fields["depositary"].choices = [BLANK, *bodies()]

    def clean(self) -> dict[str, Any]:
        """The prevailing text is one of the authentic ones; only a term is prolonged."""
        cleaned = super().clean() or {}
        authentic = [*cleaned.get("languages", []), *cleaned.get("other_languages", [])]
        if cleaned.get("prevailing") and cleaned["prevailing"] not in authentic:
            self.add_error("prevailing", _("The prevailing text is one of the authentic ones."))
        if cleaned.get("renewal_months") and "ends_on" not in self.errors and not cleaned.get("ends_on"):
            self.add_error("ends_on", _("Only a term can be prolonged: give the last day."))
        return cleaned

    def values(self) -> dict[str, Any]:
        """The arguments of `edit_agreement`."""
        values = dict(self.cleaned_data)
        values["languages"] = [*values["languages"], *values.pop("other_languages")]
        depositary = values["depositary"]
        values["depositary"] = Organisation.objects.get(pk=depositary) if depositary else None
        return values


# --- Tables of the record --------------------------------------------------------------------------------------------


class RowForm(forms.Form):
    """One row. Without what makes it a row it is none; with it, the rest is needed too."""

    main: tuple[str, ...] = ()
    needed: tuple[str, ...] = ()
    sentence: Any = ""

    def clean(self) -> dict[str, Any]:
        """What is needed is asked for only where there is a row at all."""
        cleaned = super().clean() or {}
        if not self.is_left_out(cleaned):
            for name in self.needed:
                if name not in self.errors and not cleaned.get(name):
                    self.add_error(name, self.sentence)
        return cleaned

    def is_left_out(self, cleaned: dict[str, Any]) -> bool:
        """Whether nothing of it is kept."""
        return bool(cleaned.get("DELETE")) or not any(cleaned.get(name) or name in self.errors for name in self.main)

    def row(self) -> dict[str, Any]:
        """As the act wants it."""
        return {name: value for name, value in self.cleaned_data.items() if name != "DELETE"}


class PartyForm(RowForm):
    """Who signed."""

    main = ("organisation", "signatory")
    needed = ("organisation", "signatory", "signatory_title")
    sentence = _("A party is a body, with the name and the title of whoever signed for it.")
    organisation = forms.ChoiceField(label=_("Body"), required=False)
    name_then = LocalisedField(
        label=_("Name of the body at signing"),
        required=False,
        help_text=_("Left empty, it is the name that the body bore on that day."),
    )
    signatory = LineField(label=_("Signatory, in Latin letters"), max_length=200, required=False)
    signatory_own = LineField(label=_("The same in the own script"), max_length=200, required=False)
    signatory_title = LocalisedField(label=_("Title at signing"), required=False)
    signed_on = DayField(label=_("Signed on another day"), required=False)

    def __init__(self, *args: Any, options: dict[str, Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["organisation"].choices = [BLANK, *options["bodies"]]  # type: ignore[attr-defined]

    def row(self) -> dict[str, Any]:
        """The body itself, by its number."""
        values = super().row()
        return {**values, "organisation": Organisation(pk=int(values["organisation"]))}


class ArticleForm(RowForm):
    """An article."""

    main = ("number", "text")
    needed = ("number", "text")
    sentence = _("An article has a number and a text.")
    pk = forms.IntegerField(widget=forms.HiddenInput, required=False)
    number = LineField(label=_("Number of the article"), max_length=12, required=False)
    title = LocalisedField(label=_("Heading"), required=False)
    text = LocalisedField(label=_("Text"), required=False, long=True)

    def __init__(self, *args: Any, options: dict[str, Any], **kwargs: Any) -> None:  # noqa: ARG002  as its siblings
        super().__init__(*args, **kwargs)


class CommitmentForm(RowForm):
    """What an article obliges to."""

    main = ("text",)
    needed = ("text", "article", "owner")
    sentence = _("A commitment belongs to an article, and somebody owes it.")
    article = forms.ChoiceField(label=_("Article"), required=False)
    text = LocalisedField(label=_("What is owed"), required=False, long=True)
    owner = forms.ChoiceField(label=_("Owed by"), required=False)
    organisation = forms.ChoiceField(label=_("Body that owes it"), required=False)
    due_on = DayField(label=_("Due"), required=False)
    recurs = forms.BooleanField(label=_("Owed every year"), required=False)

    def __init__(self, *args: Any, options: dict[str, Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: Any = self.fields
        fields["article"].choices = [BLANK, *options["articles"]]
        fields["owner"].choices = options["owners"]
        fields["organisation"].choices = [BLANK, *options["bodies"]]

    def clean(self) -> dict[str, Any]:
        """What is owed every year has a day."""
        cleaned = super().clean()
        if cleaned.get("recurs") and not cleaned.get("due_on") and not self.is_left_out(cleaned):
            self.add_error("due_on", _("What is owed every year has a day."))
        return cleaned

    def row(self) -> dict[str, Any]:
        """The article by its number, the body itself."""
        values = super().row()
        body = values["organisation"]
        return {
            **values,
            "article_id": int(values.pop("article")),
            "organisation": Organisation.objects.get(pk=body) if body else None,
        }


class RowSet(forms.BaseFormSet):
    """The rows of one table, and a blank one at the end."""

    def add_fields(self, form: forms.Form, index: int | None) -> None:
        """The mark by which a row is taken away; a blank row has none."""
        super().add_fields(form, index)
        form.fields["DELETE"].label = _("Take this row away")
        if index is not None and index >= self.initial_form_count():
            form.fields["DELETE"].widget = forms.HiddenInput()

    def rows(self) -> list[dict[str, Any]]:
        """What is kept, in its order."""
        return [
            form.row()
            for form in self.forms
            if isinstance(form, RowForm) and form.cleaned_data and not form.is_left_out(form.cleaned_data)
        ]


ROW_FORMS: dict[str, tuple[type[RowForm], int]] = {
    "parties": (PartyForm, MOST_PARTIES),
    "articles": (ArticleForm, MOST_ARTICLES),
    "commitments": (CommitmentForm, MOST_COMMITMENTS),
}


def row_set(name: str, data: Any, agreement: Agreement) -> RowSet:
    """The rows of one table of the record, or as they came back from the browser."""
    form, most = ROW_FORMS[name]
    made = forms.formset_factory(form, formset=RowSet, extra=1, can_delete=True, max_num=most, validate_max=True)
    initial = _initial(name, agreement) if data is None else None
    found = made(data, prefix=name, form_kwargs={"options": _options(name, agreement)}, initial=initial)
    assert isinstance(found, RowSet)  # noqa: S101  for the reader of types
    return found


def _options(name: str, agreement: Agreement) -> dict[str, Any]:
    """What the rows may choose from, read once for all of them."""
    options: dict[str, Any] = {"bodies": bodies() if name != "articles" else []}
    if name == "commitments":
        options["articles"] = [(str(one.pk), f"{one.number} {one.title}") for one in agreement.articles.all()]
        options["owners"] = [(value, owner_words(value, agreement.centre)) for value in Owner.values]
    return options


def _initial(name: str, agreement: Agreement) -> list[dict[str, Any]]:
    if name == "parties":
        fields = ("name_then", "signatory", "signatory_own", "signatory_title", "signed_on")
        return [{**_of(row, fields), "organisation": row.organisation_id} for row in agreement.parties.order_by("pk")]
    if name == "articles":
        return [_of(row, ("pk", "number", "title", "text")) for row in agreement.articles.all()]
    return [
        {
            **_of(row, ("text", "owner", "due_on", "recurs")),
            "article": row.article_id,
            "organisation": row.organisation_id or "",
        }
        for row in agreement.commitments.all()
    ]


def _of(row: Any, names: Sequence[str]) -> dict[str, Any]:
    return {name: getattr(row, name) for name in names}


# --- Acts ------------------------------------------------------------------------------------------------------------


class TextForm(KeepsFile, forms.Form):
    """A text of the agreement, by its file."""

    kind = forms.ChoiceField(label=_("Kind of text"), choices=TextKind, widget=forms.RadioSelect)
    language = forms.ChoiceField(label=_("Language"))
    document = FileField(label=_("File"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["language"].choices = tongues()  # type: ignore[attr-defined]


class EndForm(ReasonForm):
    """How and when it ends."""

    end_kind = forms.ChoiceField(
        label=_("How it ends"),
        choices=[(kind.value, kind.label) for kind in Ending if kind in AGREED_ENDINGS],
        widget=forms.RadioSelect,
    )
    ended_on = DayField(label=_("Last day in force"))
    field_order = ("end_kind", "ended_on", "reason")


class ReportForm(forms.Form):
    """How a commitment was fulfilled, and for which side it is reported where that is not plain."""

    report = LongField(
        label=_("How it was fulfilled"),
        max_length=4000,
        help_text=_("What was done, when, and where one can see it. The other side confirms by it."),
    )
    side = forms.ChoiceField(label=_("For which side you report"), widget=forms.RadioSelect)

    def __init__(self, *args: Any, centre: Centre, asks_side: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["side"]
        field.choices = [(side, str(centre.side_country(side).name)) for side in Side.values]
        if not asks_side:
            del self.fields["side"]
