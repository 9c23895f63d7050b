"""What binds both sides, what they promised, what their committees decided, and what was done."""

from datetime import date
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from agreements.days import months_after
from agreements.enums import ActionStatus, AgreementStatus, CommitmentStatus, DecisionStatus, Owner
from agreements.models import Action, Agreement, Commitment, Decision
from people.days import today_at
from reports.figures.figure import Asked, Group
from reports.figures.table import Measure, RowLine, Table, on_days, table, within

YEAR = 12  # months before its last day, an agreement is said to expire


# --- Agreements ------------------------------------------------------------------------------------------------------


def _binding(day: date) -> Q:
    """Those that bind both sides on that day, as `Agreement.objects.in_force` has it."""
    running = Q(ends_on=None) | Q(ends_on__gte=day) | Q(renewal_months__gt=0)
    standing = Q(status__in=AgreementStatus.standing()) & running
    return (standing | Q(status=AgreementStatus.ENDED, ended_on__gte=day)) & Q(in_force_on__lte=day)


def _expiring(asked: Asked) -> Q:
    """Those whose last day comes within a year of the last of the days, and that do not prolong themselves."""
    last = months_after(asked.until, YEAR)
    ends = Q(status__in=AgreementStatus.standing(), renewal_months=0, ends_on__lte=last)
    return _binding(asked.until) & (ends | Q(status=AgreementStatus.ENDED, ended_on__lte=last))


def _agreement(row: Agreement) -> RowLine:
    return RowLine(row.reference, row.get_absolute_url(), row.title_text, row.get_kind_display(), row.signed_on)


agreements = table(
    Table(
        name="agreements",
        label=_("Agreements"),
        rows=lambda asked: Agreement.objects.filter(centre=asked.centre, status__in=AgreementStatus.settled()),
        measures={
            "in-force": Measure(
                _("Agreements in force"), lambda asked: _binding(asked.until), note=_("On the last day.")
            ),
            "signed": Measure(_("Agreements signed"), on_days("signed_on")),
            "ended": Measure(_("Agreements ended"), on_days("ended_on"), note=_("Both sides have confirmed the end.")),
            "expiring": Measure(
                _("Agreements that expire within a year"),
                _expiring,
                note=_("Counted from the last day; those that prolong themselves are left out."),
            ),
        },
        line=_agreement,
    )
)


# --- Commitments -----------------------------------------------------------------------------------------------------


def _commitment(row: Commitment) -> RowLine:
    return RowLine(row.reference, row.get_absolute_url(), row.text, row.get_status_display(), row.due_on)


def _due(*states: str) -> Any:
    def condition(asked: Asked) -> Q:
        found = on_days("due_on")(asked) & ~Q(status=CommitmentStatus.DROPPED)
        return found & Q(status__in=states) if states else found

    return condition


commitments = table(
    Table(
        name="commitments",
        label=_("Commitments"),
        rows=lambda asked: Commitment.objects.filter(
            agreement__centre=asked.centre, agreement__status__in=AgreementStatus.settled()
        ),
        measures={
            "due": Measure(_("Commitments due"), _due(), note=_("What both sides owe together counts for each.")),
            "fulfilled": Measure(_("Commitments fulfilled"), _due(CommitmentStatus.FULFILLED), of="due"),
            "reported": Measure(
                _("Commitments reported, not yet confirmed"), _due(CommitmentStatus.REPORTED), of="due"
            ),
            "open": Measure(_("Commitments still open"), _due(CommitmentStatus.OPEN), of="due"),
        },
        line=_commitment,
        related=("agreement", "article"),
        side="owner",
        shared=Owner.BOTH,
    )
)


# --- Committees ------------------------------------------------------------------------------------------------------


def _decision(row: Decision) -> RowLine:
    return RowLine(row.reference, row.get_absolute_url(), row.title, row.get_kind_display(), row.adopted_at)


decisions = table(
    Table(
        name="decisions",
        label=_("Decisions of committees"),
        rows=lambda asked: Decision.objects.filter(session__committee__centre=asked.centre),
        measures={
            "adopted": Measure(
                _("Decisions adopted"),
                lambda asked: within("adopted_at")(asked) & Q(status=DecisionStatus.ADOPTED),
                note=_("Countersigned by both sides."),
            ),
        },
        line=_decision,
        related=("session",),
    )
)


def _action(row: Action) -> RowLine:
    return RowLine(row.reference, row.get_absolute_url(), row.text, row.get_status_display(), row.due_on)


def _actions_due(asked: Asked) -> Q:
    return on_days("due_on")(asked) & ~Q(status=ActionStatus.DROPPED)


actions = table(
    Table(
        name="committee-actions",
        label=_("Actions"),
        rows=lambda asked: Action.objects.filter(decision__session__committee__centre=asked.centre),
        measures={
            "due": Measure(_("Actions due"), _actions_due, note=_("What both sides owe together counts for each.")),
            "done": Measure(
                _("Actions done"), lambda asked: _actions_due(asked) & Q(status=ActionStatus.DONE), of="due"
            ),
            "late": Measure(
                _("Actions that are late"),
                lambda asked: _actions_due(asked) & Q(status=ActionStatus.OPEN, due_on__lt=today_at(asked.centre)),
                of="due",
            ),
        },
        line=_action,
        related=("decision",),
        side="owner",
        shared=Owner.BOTH,
    )
)


def register(asked: Asked, *, before: Asked | None = None) -> Group:
    """Agreements, what was promised in them, what committees decided, what was done of it. Four queries."""
    promised, by_side = commitments.read(
        asked,
        "due",
        "fulfilled",
        "reported",
        "open",
        before=before,
        sides=("due", "fulfilled", "open"),
        label=_("Commitments, by side"),
    )
    owed, of_sides = actions.read(
        asked, "due", "done", "late", before=before, sides=("due", "done", "late"), label=_("Actions, by side")
    )
    return Group(
        "agreements",
        _("Agreements and committees"),
        [
            *agreements.figures(asked, "in-force", "signed", "ended", "expiring", before=before),
            *promised,
            *decisions.figures(asked, "adopted", before=before),
            *owed,
        ],
        (*by_side, *of_sides),
    )
