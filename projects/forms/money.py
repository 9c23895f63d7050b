"""Lines of the budget, entries in the books, reconciliations. Amounts are decimals from the first keystroke on."""

from typing import Any

from django import forms
from django.conf import settings
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from agreements.enums import AgreementStatus, DecisionStatus
from agreements.models import Agreement, Article, Decision
from core.filters import FilterForm
from core.forms import DayField, LineField, LocalisedField, ReadForm
from files.forms import FileField, KeepsFile
from people.models import Organisation
from projects.actions.budgeting import DECIDES_MONEY
from projects.currencies import DIGITS, PLACES, RATE_DIGITS, RATE_PLACES, Currency, is_whole
from projects.enums import CostGroup, EntryKind, EntryState, LineState, Nature
from projects.models import BudgetLine, Entry, Project, Reconciliation
from projects.presentation.amounts import write_money
from projects.presentation.money import bodies_of

MOST = 100  # approved at once, and offered in a list


class AmountField(forms.DecimalField):
    """An amount, exact to the cent."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**{"max_digits": DIGITS, "decimal_places": PLACES, "min_value": 0, **options})

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:  # noqa: ARG002  Django's signature
        return {"inputmode": "decimal"}


class LineChoice(forms.ModelChoiceField):
    """Lines by number, what for, period and amount."""

    def label_from_instance(self, obj: Any) -> str:
        country = obj.project.centre.side_country(obj.side).name
        return (
            f"B{obj.number:02d} {obj.title} ({country}, {obj.starts_on.year}, {write_money(obj.amount, obj.currency)})"
        )


class PaymentChoice(forms.ModelChoiceField):
    """Payments by number, day, what for and what is still to be received."""

    def label_from_instance(self, obj: Any) -> str:
        return f"E{obj.number}, {obj.on.isoformat()}, {obj.description}: {write_money(obj.left, obj.currency)}"


class RateFields(forms.Form):
    """A currency, and at which rate it counts. Left empty, the latest published rate is taken."""

    currency = forms.ChoiceField(label=_("Currency"), choices=Currency.choices)
    rate = forms.DecimalField(
        label=_("Rate"),
        help_text=_(
            "What one unit is worth in the currency of the project. Left empty, the latest published rate is taken."
        ),
        max_digits=RATE_DIGITS,
        decimal_places=RATE_PLACES,
        required=False,
    )
    rate_source = LineField(
        label=_("Source of the rate"),
        help_text=_("Needed with a rate of your own, such as the central bank."),
        max_length=100,
        required=False,
    )
    rate_on = DayField(label=_("Rate of the day"), required=False)

    def clean_rate(self) -> Any:
        rate = self.cleaned_data["rate"]
        if rate is not None and rate <= 0:
            raise forms.ValidationError(_("A rate is more than nothing."))
        return rate

    def clean(self) -> dict[str, Any]:
        """Amounts in a currency without cents have none; a rate of one's own names its source."""
        cleaned: dict[str, Any] = super().clean() or {}
        amount, currency = cleaned.get("amount"), cleaned.get("currency")
        if amount is not None and amount <= 0:
            self.add_error("amount", _("An amount is more than nothing."))
        elif amount is not None and currency and not is_whole(amount, currency):
            self.add_error("amount", _("This currency has no cents."))
        if cleaned.get("rate") and not cleaned.get("rate_source"):
            self.add_error("rate_source", _("Name the source of the rate, such as the central bank."))
        return cleaned


def _offered(form: RateFields, rates: dict[str, str]) -> None:
    """Say beside the field which rates would be taken."""
    if rates:
        known = "; ".join(f"{currency} {words}" for currency, words in rates.items())
        form.fields["rate"].help_text = " ".join(
            [str(RateFields.base_fields["rate"].help_text), str(_("Published:")), f"{known}."]
        )


class LineForm(RateFields):
    """A line of the budget. `seen` counts the savings the writer had before him."""

    title = LocalisedField(label=_("What it is for"))
    side = forms.ChoiceField(label=_("Side that gives it"), widget=forms.RadioSelect)
    source = forms.ModelChoiceField(
        Organisation.objects.none(),
        label=_("Body that gives it"),
        help_text=_("Bodies of the project; others are named as its partners first."),
    )
    group = forms.ChoiceField(label=_("Kind of cost"), choices=CostGroup.choices)
    nature = forms.ChoiceField(label=_("Paid or given"), choices=Nature.choices, widget=forms.RadioSelect)
    amount = AmountField(label=_("Amount"))
    starts_on = DayField(label=_("First day"))
    ends_on = DayField(label=_("Last day"), help_text=_("A year at most."))
    lapses_on = DayField(
        label=_("Lapses after"),
        help_text=_("What is not paid out by then is lost; empty where nothing is."),
        required=False,
    )
    agreement = forms.ModelChoiceField(Agreement.objects.none(), label=_("Agreement"))
    article = forms.ModelChoiceField(
        Article.objects.none(),
        label=_("Article"),
        help_text=_("Of that agreement, where one provides for it."),
        required=False,
    )
    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(
        self,
        *args: Any,
        project: Project,
        user: Any,
        rates: dict[str, str],
        old: BudgetLine | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.project = project
        agreements = Agreement.objects.visible_to(user).filter(
            centre=project.centre_id, status__in=AgreementStatus.settled()
        )
        self.fields["side"].choices = [  # type: ignore[attr-defined]
            (side, str(project.centre.side_country(side).name)) for side in ("a", "b")
        ]
        self.fields["source"].queryset = bodies_of(project)  # type: ignore[attr-defined]
        self.fields["agreement"].queryset = agreements  # type: ignore[attr-defined]
        self.fields["article"].queryset = (  # type: ignore[attr-defined]
            Article.objects.filter(agreement__in=agreements).select_related("agreement").order_by("agreement", "pk")
        )
        if old is not None:  # the line keeps its side and nature in all its successors
            for name in ("side", "nature"):
                del self.fields[name]
        self.old = old
        self.order_fields(
            ["title", "side", "source", "group", "nature", "amount", "currency", "rate", "rate_source", "rate_on"]
        )
        _offered(self, rates)

    def values(self) -> dict[str, Any]:
        """What an act takes."""
        kept = {name: value for name, value in self.cleaned_data.items() if name != "seen"}
        return {**kept, "side": self.old.side, "nature": self.old.nature} if self.old else kept

    @staticmethod
    def initial_of(line: BudgetLine) -> dict[str, Any]:
        """What the form shows of a line that was proposed."""
        own = {"rate": None, "rate_source": "", "rate_on": None} if line.currency == line.project.currency else {}
        names = [name for name in LineForm.base_fields if name != "seen"]
        values = {name: getattr(line, name) for name in names}
        return {**values, **own, "seen": line.revision}


class RowsRead(forms.Form):
    """Rows to choose from; beside each stands the revision in which it was shown, as `number:revision`."""

    def revisions(self) -> dict[int, int]:
        """The revisions that were read, by the numbers of their rows."""
        pairs = (one.partition(":") for one in self.data.getlist("seen")[:MOST])  # type: ignore[attr-defined]
        return {int(pk): int(seen) for pk, _colon, seen in pairs if _is_number(pk) and _is_number(seen)}


def _is_number(text: str) -> bool:
    return text.isdecimal() and text.isascii() and len(text) < 10  # noqa: PLR2004  digits


class ApproveLinesForm(RowsRead):
    """Lines, and the decision that approves them."""

    lines = forms.ModelMultipleChoiceField(
        BudgetLine.objects.none(), label=_("Lines"), widget=forms.CheckboxSelectMultiple
    )
    decision = forms.ModelChoiceField(
        Decision.objects.none(),
        label=_("Decision"),
        help_text=_("Adopted decisions on projects and budgets, the latest first."),
    )

    def __init__(self, *args: Any, project: Project, user: Any, lines: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["lines"].queryset = lines  # type: ignore[attr-defined]
        self.fields["decision"].queryset = (  # type: ignore[attr-defined]
            Decision.objects.visible_to(user)
            .filter(session__committee__centre=project.centre_id, kind__in=DECIDES_MONEY, status=DecisionStatus.ADOPTED)
            .order_by("-adopted_at", "-pk")
        )

    def values(self) -> dict[str, Any]:
        chosen = {name: self.cleaned_data[name] for name in ("lines", "decision")}
        return {**chosen, "lines": list(chosen["lines"]), "seen": self.revisions()}


class EntryForm(RateFields):
    """An entry. `seen` counts the savings the writer had before him."""

    side = forms.ChoiceField(label=_("In the books of"), widget=forms.RadioSelect)
    kind = forms.ChoiceField(label=_("Kind"), choices=EntryKind.choices, widget=forms.RadioSelect)
    line = LineChoice(BudgetLine.objects.none(), label=_("Line of the budget"))
    answers = PaymentChoice(
        Entry.objects.none(),
        label=_("Payment it answers"),
        help_text=_("For what was received: the payment of the other side, and what of it is not received yet."),
        required=False,
    )
    on = DayField(label=_("Day"))
    amount = AmountField(label=_("Amount"), help_text=_("What is given in kind counts at its declared value."))
    days = forms.DecimalField(
        label=_("Advisor days"),
        help_text=_("For days of people that are given in kind."),
        max_digits=8,
        decimal_places=1,
        required=False,
    )
    provider = forms.ModelChoiceField(Organisation.objects.none(), label=_("Paid or given by"), required=False)
    receiver = forms.ModelChoiceField(Organisation.objects.none(), label=_("Paid or given to"), required=False)
    paper = LineField(label=_("Number of the paper"), max_length=100, required=False)
    description = LocalisedField(label=_("What for"))
    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(
        self,
        *args: Any,
        project: Project,
        sides: list[str],
        payments: Any,
        rates: dict[str, str],
        entry: Entry | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        answered = Entry.objects.counting().filter(pk__in=[(entry and entry.answers_id) or 0, self._asked_payment()])
        lines = project.lines.filter(Q(state=LineState.APPROVED) | Q(pk__in=answered.values("line")))
        self.fields["line"].queryset = (  # type: ignore[attr-defined]
            lines.select_related("project__centre__side_a", "project__centre__side_b").order_by("number")
        )
        bodies = bodies_of(project)
        self.fields["provider"].queryset = self.fields["receiver"].queryset = bodies  # type: ignore[attr-defined]
        self.fields["answers"].queryset = payments  # type: ignore[attr-defined]
        if entry is not None or len(sides) == 1:
            del self.fields["side"]
        else:
            self.fields["side"].choices = [  # type: ignore[attr-defined]
                (side, str(project.centre.side_country(side).name)) for side in sides
            ]
        self.sides = sides
        self.order_fields(
            [
                "side",
                "kind",
                "line",
                "answers",
                "on",
                "amount",
                "currency",
                "rate",
                "rate_source",
                "rate_on",
                "days",
            ]
        )
        _offered(self, rates)

    def _asked_payment(self) -> int:
        asked = str(self.data.get("answers", "") if self.is_bound else self.initial.get("answers", ""))
        return int(asked) if asked.isdecimal() and len(asked) < 19 else 0  # noqa: PLR2004  digits of a number

    def clean_days(self) -> Any:
        days = self.cleaned_data["days"]
        if days is not None and days <= 0:
            raise forms.ValidationError(_("Write more than no days, or leave it empty."))
        return days

    @property
    def chosen_side(self) -> str:
        return self.cleaned_data.get("side") or self.sides[0]

    def values(self) -> dict[str, Any]:
        """What an act takes, without the side."""
        return {name: value for name, value in self.cleaned_data.items() if name not in ("seen", "side")}

    @staticmethod
    def initial_of(entry: Entry) -> dict[str, Any]:
        """What the form shows of an entry that is not approved."""
        own = {"rate": None, "rate_source": "", "rate_on": None} if entry.currency == entry.project.currency else {}
        names = [name for name in EntryForm.base_fields if name not in ("seen", "side", "line", "answers")]
        values = {name: getattr(entry, name) for name in names}
        return {**values, **own, "line": entry.line_id, "answers": entry.answers_id, "seen": entry.revision}


class ApproveEntriesForm(RowsRead):
    """Entries that the person may approve."""

    entries = forms.ModelMultipleChoiceField(
        Entry.objects.none(), label=_("Entries"), widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, entries: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["entries"].queryset = entries  # type: ignore[attr-defined]

    def values(self) -> dict[str, Any]:
        return {"entries": list(self.cleaned_data["entries"]), "seen": self.revisions()}


class ReverseForm(forms.Form):
    """The day of a counter-entry, and why."""

    on = DayField(
        label=_("Day of the counter-entry"),
        help_text=_("The quarter that it falls into is corrected by it; signed quarters stay as they are."),
    )
    reason = LineField(label=_("Reason"), max_length=500)


class PaperForm(KeepsFile, forms.Form):
    """A paper that proves an entry."""

    document = FileField(label=_("Document"))
    language = forms.ChoiceField(label=_("Language of the document"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["language"].choices = [("", _("Another, or several")), *settings.LANGUAGES]  # type: ignore[attr-defined]


class LineFilterForm(FilterForm):
    """What the lines are narrowed by."""

    side = forms.ChoiceField(label=_("Side"), required=False)
    state = forms.ChoiceField(
        label=_("State"), choices=[("", _("Any")), *LineState.choices], widget=forms.RadioSelect, required=False
    )

    def __init__(self, *args: Any, sides: list[tuple[str, Any]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["side"].choices = [("", _("Both sides")), *sides]  # type: ignore[attr-defined]


class EntryFilterForm(FilterForm):
    """What the entries are narrowed by: every figure of the overview is one of these lists."""

    side = forms.ChoiceField(label=_("In the books of"), required=False)
    kind = forms.ChoiceField(
        label=_("Kind"), choices=[("", _("Any")), *EntryKind.choices], widget=forms.RadioSelect, required=False
    )
    state = forms.ChoiceField(
        label=_("State"), choices=[("", _("Any")), *EntryState.choices], widget=forms.RadioSelect, required=False
    )
    line = forms.ChoiceField(label=_("Line of the budget"), required=False)
    currency = forms.ChoiceField(label=_("Currency"), choices=[("", _("Any")), *Currency.choices], required=False)
    year = forms.ChoiceField(label=_("Year"), required=False)
    to = DayField(label=pgettext_lazy("days", "To"), required=False)

    def __init__(
        self, *args: Any, sides: list[tuple[str, Any]], lines: list[tuple[str, Any]], years: list[int], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["from"] = DayField(label=pgettext_lazy("days", "From"), required=False)
        self.fields["side"].choices = [("", _("Both sides")), *sides]  # type: ignore[attr-defined]
        self.fields["line"].choices = [("", _("Any")), *lines]  # type: ignore[attr-defined]
        self.fields["year"].choices = [("", _("Any")), *((str(year), str(year)) for year in years)]  # type: ignore[attr-defined]
        self.order_fields(["side", "kind", "state", "line", "currency", "year", "from", "to"])


class ReconciliationForm(forms.Form):
    """Which quarter, who pays, in which currency."""

    year = forms.IntegerField(label=_("Year"), min_value=2000, max_value=2100)
    quarter = forms.TypedChoiceField(
        label=_("Quarter"), choices=[(number, number) for number in range(1, 5)], coerce=int, widget=forms.RadioSelect
    )
    donor = forms.ChoiceField(label=_("Side that pays"), widget=forms.RadioSelect)
    currency = forms.ChoiceField(label=_("Currency"), choices=Currency.choices)

    def __init__(self, *args: Any, sides: list[tuple[str, Any]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["donor"].choices = sides  # type: ignore[attr-defined]


class ExplanationForm(forms.Form):
    """Why what was paid and what was received differ."""

    explanation = LocalisedField(
        label=_("Why they differ"),
        help_text=_("Such as bank charges, a payment on its way at the end of the quarter, a rate."),
        long=True,
    )
    seen = forms.IntegerField(widget=forms.HiddenInput)

    @staticmethod
    def initial_of(row: Reconciliation) -> dict[str, Any]:
        return {"explanation": row.explanation, "seen": row.revision}


class SeenForm(forms.Form):
    """A confirmation that says which figures were read."""

    seen = forms.CharField(widget=forms.HiddenInput, max_length=80)


class SignForm(ReadForm):
    """A remark that stands beside one's key."""

    reason = LineField(label=_("Remark"), max_length=500, required=False)
