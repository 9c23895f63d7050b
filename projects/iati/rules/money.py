"""Budgets, what is planned to be paid, and what was: from whom, to whom, and not twice."""

from datetime import date

from django.utils.translation import gettext as _

from projects.iati import codes
from projects.iati.activity import Activity, Party, PlannedDisbursement, Transaction
from projects.iati.codes import TransactionType
from projects.iati.rules.basics import (
    Fault,
    Faults,
    code,
    code_if_given,
    codes_of,
    identifier,
    in_languages,
    in_order,
    money,
    not_in_future,
    within_a_year,
)
from projects.iati.rules.where import country, region, sector
from projects.iati.texts import said


def faults(activity: Activity, today: date) -> Faults:
    """All of it."""
    for number, budget in enumerate(activity.budgets):
        field = f"budgets.{number}"
        yield from code(f"{field}.type", budget.type, codes.BudgetType)
        yield from code(f"{field}.status", budget.status, codes.BudgetStatus)
        yield from within_a_year(field, budget.start, budget.end)
        yield from money(f"{field}.value", budget.value)
    for number, planned in enumerate(activity.planned_disbursements):
        yield from _planned(f"planned_disbursements.{number}", planned)
    for number, transaction in enumerate(activity.transactions):
        yield from _transaction(f"transactions.{number}", transaction, today)
        yield from _not_twice(f"transactions.{number}", transaction, activity)


def _planned(field: str, given: PlannedDisbursement) -> Faults:
    yield from code_if_given(f"{field}.type", given.type, codes.BudgetType)
    if given.end:
        yield from in_order(field, given.start, given.end)
    yield from money(f"{field}.value", given.value)
    yield from _parties(field, given)


def _parties(field: str, given: PlannedDisbursement | Transaction) -> Faults:
    if given.provider:
        yield from _party(f"{field}.provider", given.provider)
    if given.receiver:
        yield from _party(f"{field}.receiver", given.receiver)


def _party(field: str, given: Party) -> Faults:
    yield from identifier(f"{field}.ref", given.ref)
    yield from identifier(f"{field}.activity_id", given.activity_id)
    yield from code_if_given(f"{field}.type", given.type, codes.OrganisationType)
    yield from in_languages(f"{field}.name", given.name)
    if not given.ref and not any(said(given.name)):
        yield Fault(f"{field}.name", _("Name the organisation, or give its identifier."))
    if given.activity_id and given.activity_id == given.ref:
        yield Fault(
            f"{field}.activity_id", _("This is the identifier of the organisation. Give that of its own project.")
        )


def _transaction(field: str, given: Transaction, today: date) -> Faults:
    yield from code(f"{field}.type", given.type, TransactionType)
    yield from not_in_future(f"{field}.on", given.on, today)
    yield from money(f"{field}.value", given.value)
    yield from not_in_future(f"{field}.value.value_on", given.value.value_on, today)
    yield from in_languages(f"{field}.description", given.description)
    yield from _parties(field, given)
    yield from code_if_given(f"{field}.channel", given.channel, codes.DisbursementChannel)
    yield from code_if_given(f"{field}.flow_type", given.flow_type, codes.FlowType)
    yield from code_if_given(f"{field}.finance_type", given.finance_type, codes.FinanceType)
    yield from codes_of(f"{field}.aid_types", given.aid_types, codes.AidType)
    yield from code_if_given(f"{field}.tied_status", given.tied_status, codes.TiedStatus)
    yield from _undivided(field, given)


def _undivided(field: str, given: Transaction) -> Faults:
    """A transaction serves one sector (of each vocabulary) in one place, as a whole."""
    for number, one in enumerate(given.sectors):
        yield from sector(f"{field}.sectors.{number}", one)
        if one.percentage is not None:
            yield Fault(f"{field}.sectors.{number}.percentage", _("A transaction is not divided. Remove the share."))
    if len({one.vocabulary for one in given.sectors}) < len(given.sectors):
        yield Fault(f"{field}.sectors", _("A transaction serves one sector. Divide it into several transactions."))
    for name, place in (("country", given.country), ("region", given.region)):
        if place and place.percentage is not None:
            yield Fault(f"{field}.{name}.percentage", _("A transaction is not divided. Remove the share."))
    if given.country:
        yield from country(f"{field}.country", given.country)
    if given.region:
        yield from region(f"{field}.region", given.region)
    if given.country and given.region:
        yield Fault(f"{field}.region", _("A transaction goes to a country or to a region, not to both. Remove one."))


def _not_twice(field: str, given: Transaction, activity: Activity) -> Faults:
    """Whoever receives reports what comes in from others, whoever gives what goes out to others."""
    if given.type in TransactionType.incoming():
        own, other = "receiver", "provider"
    elif given.type in TransactionType.outgoing():
        own, other = "provider", "receiver"
    else:
        return
    far: Party = getattr(given, other) or Party()
    near: Party = getattr(given, own) or Party()
    if far.activity_id and far.activity_id == activity.identifier:
        yield Fault(
            f"{field}.{other}.activity_id",
            _("This is the identifier under which you report the project. Give the one of the other organisation."),
        )
    if far.ref and far.ref == activity.reporter.ref:
        yield Fault(
            f"{field}.{other}.ref",
            _("This is the organisation that reports. Money comes in from another one.")
            if other == "provider"
            else _("This is the organisation that reports. Money goes out to another one."),
        )
    if near.activity_id and near.activity_id != activity.identifier:
        yield Fault(
            f"{field}.{own}.activity_id",
            _("Here the project itself is meant. Give its own identifier, or none."),
        )
