"""Every fault, and who would object if it were not said: the schema, the ruleset or a code list.

Where none of the three is machine-readable the rule is the standard's own prose (`"standard"`), and the test is of ours.
"""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal

import pytest

from projects.iati import checking
from projects.iati.activity import (
    Activity,
    Baseline,
    Contact,
    Country,
    Dates,
    Description,
    Dimension,
    Figure,
    Location,
    Money,
    OtherIdentifier,
    Participant,
    Party,
    PlannedDisbursement,
    Point,
    PolicyMarker,
    Reference,
    Region,
    RelatedActivity,
    Sector,
    Transaction,
)
from projects.iati.organisation import BudgetLine
from projects.iati.texts import Narrative
from tests.projects.iati import samples
from tests.projects.iati.samples import OTHER, OWN, TODAY, money, text
from tests.projects.iati.standard import objections

TOMORROW = date(2026, 11, 3)
SPACES = "An identifier has no spaces, and none of the signs / & | ?"
CHOOSE = "Choose one from the list."
NOT_LISTED = "“XX” is not on the list. Choose one that is."
WHOLE_ADDRESS = "Give the whole address, beginning with https://, without spaces."
ADD_TO_100 = "They need to add to 100."
FUTURE = "This day lies in the future. Give the day on which it happened."
BEFORE = "The end lies before the start."
YEAR = "A budget covers at most one year. Divide it into periods of a year or less."
NAME_IT = "Name the organisation, or give its identifier."
OF_THE_ORGANISATION = "This is the identifier of the organisation. Give that of its own project."
OWN_ACTIVITY = "This is the identifier under which you report the project. Give the one of the other organisation."
NO_LANGUAGE = "Say in which language this text is."
NUMBER = "Give a number."
UNDIVIDED = "A transaction is not divided. Remove the share."
NOWHERE = (Narrative(" \x00", "en"),)


def changed(value, path: str, new):
    """The same plain data with one field changed: `budgets.0.value.currency`."""
    name, _, rest = path.partition(".")
    if name.isdigit():
        place = int(name)
        return (*value[:place], changed(value[place], rest, new) if rest else new, *value[place + 1 :])
    return replace(value, **{name: changed(getattr(value, name), rest, new) if rest else new})


FIGURE = "results.0.indicators.0.periods.0.actuals.0"
PAID = Transaction(type="3", on=date(2026, 2, 28), value=money())
# Of the smallest project, for others refer to these fields.
LONE = [
    ("identifier", "", "ruleset", "Give the identifier."),
    ("identifier", f"{OWN}-1 2", "standard", SPACES),
    ("identifier", f"{OWN}-1/2", "ruleset", SPACES),
    ("identifier", f"{OWN}-\x07", "standard", SPACES),
    ("identifier", OWN, "standard", f"The identifier of the project begins with “{OWN}-”, and something of its own follows."),
    ("identifier", f"{OWN}-", "standard", f"The identifier of the project begins with “{OWN}-”, and something of its own follows."),
    ("identifier", "KR-1", "standard", f"The identifier of the project begins with “{OWN}-”, and something of its own follows."),
    ("reporter.ref", "", "schema", "Give the identifier."),
    ("participants.0.ref", "a&b", "ruleset", SPACES),
    ("dates.actual_start", TOMORROW, "ruleset", FUTURE),
]  # fmt: skip
CHANGES = [
    # what it is
    ("language", "", "standard", CHOOSE),
    ("language", "XX", "codes", NOT_LISTED),
    ("currency", "XX", "codes", NOT_LISTED),
    ("uri", "not an address", "standard", WHOLE_ADDRESS),
    ("uri", "https://[", "schema", WHOLE_ADDRESS),
    ("hierarchy", 0, "standard", "The level in the hierarchy is a number from 1 upwards."),
    ("hierarchy", 2**31, "schema", "The level in the hierarchy is a number from 1 upwards."),
    ("updated_at", datetime(2026, 11, 3, tzinfo=UTC), "standard", FUTURE),
    ("title", (), "schema", "Give the project a title."),
    ("title", NOWHERE, "schema", "Give the project a title."),
    ("title.0.language", "XX", "codes", NO_LANGUAGE),
    ("title.0.language", "", "standard", NO_LANGUAGE),
    ("descriptions", (), "schema", "Describe the project."),
    ("descriptions.0.text", (), "schema", "Describe the project."),
    ("descriptions.0.type", "XX", "codes", NOT_LISTED),
    ("status", "XX", "codes", NOT_LISTED),
    ("status", "", "schema", CHOOSE),
    ("other_identifiers.0.ref", "", "schema", "Give the number."),
    ("other_identifiers.0.type", "XX", "codes", NOT_LISTED),
    ("other_identifiers.0.owner_ref", "a b", "standard", SPACES),
    ("other_identifiers.0.owner_name.0.language", "XX", "codes", NO_LANGUAGE),
    ("contacts.0.type", "XX", "codes", NOT_LISTED),
    ("contacts.0.websites.0", "http://", "standard", WHOLE_ADDRESS),
    ("contacts.0.websites.0", "https://a b", "standard", WHOLE_ADDRESS),
    ("contacts.0.websites.0", "https://centre.example/%zz", "schema", WHOLE_ADDRESS),
    ("contacts.0.websites.0", "https://centre.example/#a#b", "schema", WHOLE_ADDRESS),
    ("contacts.0.websites.0", "https://centre.example:a/", "schema", WHOLE_ADDRESS),
    ("contacts.0.person.0.language", "XX", "codes", NO_LANGUAGE),
    ("related_activities.0.ref", "", "schema", "Give the identifier."),
    ("related_activities.0.ref", "a b", "standard", SPACES),
    ("related_activities.0.ref", f"{OWN}-1", "standard", "A project is not related to itself. Give the identifier of the other one."),
    ("related_activities.0.type", "XX", "codes", NOT_LISTED),
    # who takes part
    ("reporter.type", "XX", "codes", NOT_LISTED),
    ("reporter.type", "", "schema", CHOOSE),
    ("reporter.name", (), "schema", "Name the organisation that reports."),
    ("participants", (), "schema", "Name at least one organisation that takes part."),
    ("participants.0.role", "", "schema", CHOOSE),
    ("participants.0.role", "XX", "codes", NOT_LISTED),
    ("participants.0.type", "XX", "codes", NOT_LISTED),
    ("participants.0.activity_id", "a b", "standard", SPACES),
    ("participants.0.name.0.language", "XX", "codes", NO_LANGUAGE),
    ("participants.1.activity_id", OTHER, "standard", OF_THE_ORGANISATION),
    ("participants.1.activity_id", f"{OWN}-1", "standard", OWN_ACTIVITY),
    # when
    ("dates.actual_end", TOMORROW, "ruleset", FUTURE),
    ("dates.planned_end", date(2025, 12, 31), "ruleset", BEFORE),
    ("dates.actual_end", date(2026, 1, 4), "ruleset", BEFORE),
    # where and why
    ("scope", "XX", "codes", NOT_LISTED),
    ("collaboration_type", "XX", "codes", NOT_LISTED),
    ("flow_type", "XX", "codes", NOT_LISTED),
    ("finance_type", "XX", "codes", NOT_LISTED),
    ("aid_types.1", "XX", "codes", NOT_LISTED),
    ("tied_status", "XX", "codes", NOT_LISTED),
    ("countries.0.code", "XX", "codes", NOT_LISTED),
    ("countries.0.note.0.language", "XX", "codes", NO_LANGUAGE),
    ("regions.0.code", "XX", "codes", NOT_LISTED),
    ("regions.0.vocabulary", "XX", "codes", NOT_LISTED),
    ("regions.0.uri", "XX", "standard", WHOLE_ADDRESS),
    ("regions.0.note.0.language", "XX", "codes", NO_LANGUAGE),
    ("sectors.0.code", "XX", "codes", NOT_LISTED),
    ("sectors.2.code", " ", "standard", "Give the code."),
    ("sectors.2.vocabulary", "XX", "codes", NOT_LISTED),
    ("sectors.2.uri", "XX", "standard", WHOLE_ADDRESS),
    ("sectors.2.name", (), "standard", "Say in words what this code of your own stands for."),
    ("sectors.2.name.0.language", "XX", "codes", NO_LANGUAGE),
    ("policy_markers.0.code", "XX", "codes", NOT_LISTED),
    ("policy_markers.0.vocabulary", "XX", "codes", NOT_LISTED),
    ("policy_markers.0.significance", "XX", "codes", NOT_LISTED),
    ("policy_markers.0.significance", "", "standard", "Say how much the project serves this policy."),
    ("policy_markers.0.uri", "XX", "standard", WHOLE_ADDRESS),
    ("policy_markers.0.name.0.language", "XX", "codes", NO_LANGUAGE),
    ("locations.0.reach", "XX", "codes", NOT_LISTED),
    ("locations.0.exactness", "XX", "codes", NOT_LISTED),
    ("locations.0.location_class", "XX", "codes", NOT_LISTED),
    ("locations.0.name.0.language", "XX", "codes", NO_LANGUAGE),
    ("locations.0.point.latitude", Decimal("90.1"), "standard", "Give the degrees as a number from -90 to 90."),
    ("locations.0.point.longitude", Decimal("NaN"), "standard", "Give the degrees as a number from -180 to 180."),
    # money
    ("budgets.0.type", "XX", "codes", NOT_LISTED),
    ("budgets.0.status", "XX", "codes", NOT_LISTED),
    ("budgets.0.end", date(2025, 3, 1), "standard", YEAR),
    ("budgets.1.end", date(2027, 1, 1), "standard", YEAR),
    ("budgets.1.end", date(2025, 12, 31), "ruleset", BEFORE),
    ("budgets.1.value.amount", Decimal("NaN"), "schema", NUMBER),
    ("budgets.1.value.amount", Decimal("-Infinity"), "schema", NUMBER),
    ("budgets.0.value.amount", Decimal("1.5"), "standard", "An amount in KRW has no decimals. Round it."),
    ("budgets.1.value.currency", "XX", "codes", NOT_LISTED),
    ("budgets.1.value.currency", "", "standard", CHOOSE),
    ("planned_disbursements.0.type", "XX", "codes", NOT_LISTED),
    ("planned_disbursements.0.end", date(2026, 12, 31), "ruleset", BEFORE),
    ("planned_disbursements.0.value.amount", Decimal("Infinity"), "schema", NUMBER),
    ("planned_disbursements.0.receiver.ref", "a b", "standard", SPACES),
    ("planned_disbursements.0.receiver.type", "XX", "codes", NOT_LISTED),
    ("transactions.0.type", "XX", "codes", NOT_LISTED),
    ("transactions.0.on", TOMORROW, "ruleset", FUTURE),
    ("transactions.0.value.value_on", TOMORROW, "ruleset", FUTURE),
    ("transactions.0.value.amount", Decimal("sNaN"), "schema", NUMBER),
    ("transactions.0.description.0.language", "XX", "codes", NO_LANGUAGE),
    ("transactions.0.provider.ref", "a|b", "ruleset", SPACES),
    ("transactions.0.receiver.ref", "a?b", "ruleset", SPACES),
    ("transactions.0.provider.activity_id", "a b", "standard", SPACES),
    ("transactions.0.provider.activity_id", "XM-DAC-999", "standard", OF_THE_ORGANISATION),
    ("transactions.0.provider.activity_id", f"{OWN}-1", "standard", OWN_ACTIVITY),
    ("transactions.0.provider.ref", OWN, "standard", "This is the organisation that reports. Money comes in from another one."),
    ("transactions.0.receiver.activity_id", f"{OWN}-2", "standard", "Here the project itself is meant. Give its own identifier, or none."),
    ("transactions.0.provider.name.0.language", "XX", "codes", NO_LANGUAGE),
    ("transactions.0.channel", "XX", "codes", NOT_LISTED),
    ("transactions.0.flow_type", "XX", "codes", NOT_LISTED),
    ("transactions.0.finance_type", "XX", "codes", NOT_LISTED),
    ("transactions.0.aid_types.0", "XX", "codes", NOT_LISTED),
    ("transactions.0.tied_status", "XX", "codes", NOT_LISTED),
    # papers
    ("documents.0.url", "", "schema", WHOLE_ADDRESS),
    ("documents.0.url", "javascript:alert(1)", "standard", WHOLE_ADDRESS),
    ("documents.0.format", "XX", "codes", NOT_LISTED),
    ("documents.0.title", (), "schema", "Give the document a title."),
    ("documents.0.categories", (), "schema", "Say what kind of document it is."),
    ("documents.0.categories.0", "XX", "codes", NOT_LISTED),
    ("documents.0.description.0.language", "XX", "codes", NO_LANGUAGE),
    ("documents.0.languages.1", "XX", "codes", NOT_LISTED),
    # results
    ("results.0.type", "XX", "codes", NOT_LISTED),
    ("results.0.title", (), "schema", "Give the result a title."),
    ("results.0.description.0.language", "XX", "codes", NO_LANGUAGE),
    ("results.0.documents.0.url", "", "schema", WHOLE_ADDRESS),
    ("results.0.indicators", (), "schema", "Give the result at least one indicator."),
    ("results.1.references.0.vocabulary", "1", "codes", "“1” is not on the list. Choose one that is."),
    ("results.1.references.0.code", "", "schema", "Give the code."),
    ("results.1.references.0.uri", "XX", "standard", WHOLE_ADDRESS),
    ("results.0.indicators.0.title", (), "schema", "Give the indicator a title."),
    ("results.0.indicators.0.description.0.language", "XX", "codes", NO_LANGUAGE),
    ("results.0.indicators.0.documents.0.categories", (), "schema", "Say what kind of document it is."),
    ("results.0.indicators.0.references.0.vocabulary", "XX", "codes", NOT_LISTED),
    ("results.0.indicators.0.references.0.code", "", "schema", "Give the code."),
    ("results.0.indicators.0.baselines.0.value", None, "ruleset", NUMBER),
    ("results.0.indicators.0.baselines.0.year", 2024, "standard", "Give the year of the baseline, the same as in its date."),
    ("results.0.indicators.0.baselines.0.comment.0.language", "XX", "codes", NO_LANGUAGE),
    ("results.0.indicators.0.baselines.0.documents.0.format", "XX", "codes", NOT_LISTED),
    ("results.0.indicators.0.periods.0.end", date(2025, 12, 31), "ruleset", BEFORE),
    ("results.0.indicators.0.periods.0.targets.0.value", None, "ruleset", NUMBER),
    (f"{FIGURE}.value", None, "ruleset", NUMBER),
    (f"{FIGURE}.value", Decimal("NaN"), "standard", NUMBER),
    (f"{FIGURE}.dimensions.0", Dimension("sex", " "), "standard", "Say what the figure is broken down by, and which part it is."),
    (f"{FIGURE}.locations.0", "nowhere", "standard", "The project has no place of this number."),
    (f"{FIGURE}.comment.0.language", "XX", "codes", NO_LANGUAGE),
    (f"{FIGURE}.documents.0.url", "ftp://centre.example", "standard", WHOLE_ADDRESS),
]  # fmt: skip


def said_by(activity: Activity) -> set[str]:
    return {objection.partition(":")[0] for objection in objections(activity)}


def faults_of(activity: Activity) -> list[tuple[str, str]]:
    return [tuple(fault) for fault in checking.faults(activity, today=TODAY)]


@pytest.mark.parametrize("path, new, objector, sentence", CHANGES)
def test_a_field_is_named_with_a_sentence(path, new, objector, sentence):
    activity = changed(samples.whole(), path, new)
    assert faults_of(activity) == [(path, sentence)]
    if objector != "standard":
        assert objector in said_by(activity)


@pytest.mark.parametrize("path, new, objector, sentence", LONE)
def test_a_field_that_others_refer_to_is_named(path, new, objector, sentence):
    activity = changed(samples.smallest(), path, new)
    assert faults_of(activity) == [(path, sentence)]
    if objector != "standard":
        assert objector in said_by(activity)


def whole_with(**fields) -> Activity:
    return replace(samples.whole(), **fields)


def smallest_with(**fields) -> Activity:
    return replace(samples.smallest(), **fields)


def country(code: str, share: str | None) -> Country:
    return Country(code=code, percentage=share and Decimal(share))


TWICE_COUNTRIES = "Countries stand on the project or on its transactions, not on both. Remove one of them."
TWICE_SECTORS = "Sectors stand on the project or on its transactions, not on both. Remove one of them."
EACH = "Give the percentage of each, so that they add to 100."
BETWEEN = "A percentage lies between 0 and 100."
MONEY_OUT = "This is the organisation that reports. Money goes out to another one."
COMBINED = [
    # (what is given, who objects, what is said)
    (
        smallest_with(participants=(Participant(role="1", name=NOWHERE),)),
        "ruleset",
        [("participants.0.name", NAME_IT)],
    ),
    (
        smallest_with(transactions=(replace(PAID, provider=Party(), receiver=Party(type="10")),)),
        "standard",
        [("transactions.0.provider.name", NAME_IT), ("transactions.0.receiver.name", NAME_IT)],
    ),
    (
        smallest_with(dates=Dates(planned_end=date(2027, 1, 1))),
        "ruleset",
        [("dates.planned_start", "Give the day on which the project starts or should start.")],
    ),
    (smallest_with(sectors=()), "ruleset", [("sectors", "Give at least one sector that the project serves.")]),
    (
        smallest_with(sectors=(), transactions=(replace(PAID, sectors=(Sector(code="22040"),)), PAID)),
        "standard",
        [("sectors", "Give the sector on every transaction, or once on the project.")],
    ),
    (smallest_with(transactions=(replace(PAID, sectors=(Sector(code="22040"),)),)), "standard", [("sectors", TWICE_SECTORS)]),
    (smallest_with(countries=()), "standard", [("countries", "Give at least one country or region that benefits.")]),
    (
        smallest_with(countries=(), transactions=(replace(PAID, country=country("BY", None)), PAID)),
        "standard",
        [("countries", "Give the country on every transaction, or once on the project.")],
    ),
    (smallest_with(transactions=(replace(PAID, region=Region(code="89")),)), "standard", [("countries", TWICE_COUNTRIES)]),
    (
        smallest_with(countries=(country("BY", "60"), country("KR", "39.9"))),
        "ruleset",
        [("countries", f"The percentages add to 99.9. {ADD_TO_100}")],
    ),
    (
        smallest_with(countries=(country("BY", "50"),)),
        "ruleset",
        [("countries", f"The percentages add to 50. {ADD_TO_100}")],
    ),
    (smallest_with(countries=(country("BY", "100"), country("KR", None))), "standard", [("countries", EACH)]),
    (smallest_with(countries=(country("BY", "101"), country("KR", "-1"))), "standard", [("countries", BETWEEN)]),
    (smallest_with(countries=(country("BY", "NaN"),)), "schema", [("countries", BETWEEN)]),
    (
        smallest_with(countries=(), regions=(Region(code="89", percentage=Decimal(99)),)),
        "ruleset",
        [("regions", f"The percentages add to 99. {ADD_TO_100}")],
    ),
    (
        smallest_with(sectors=(Sector(code="22040", percentage=Decimal(50)), Sector(code="15110", percentage=Decimal(40)))),
        "standard",
        [("sectors", f"The percentages add to 90. {ADD_TO_100}")],
    ),
    (smallest_with(sectors=(Sector(code="22040"), Sector(code="15110"))), "standard", [("sectors", EACH)]),
    (
        smallest_with(locations=(Location(ref="a"), Location(), Location(ref="a"), Location())),
        "standard",
        [
            ("locations.0.ref", "Two places have this number. Give each its own."),
            ("locations.2.ref", "Two places have this number. Give each its own."),
        ],
    ),
    (
        smallest_with(policy_markers=(PolicyMarker(code="", vocabulary="99"),)),
        "schema",
        [
            ("policy_markers.0.code", "Give the code."),
            ("policy_markers.0.name", "Say in words what this code of your own stands for."),
        ],
    ),
    (
        smallest_with(transactions=(replace(PAID, receiver=Party(ref=OWN, activity_id=f"{OWN}-1")),)),
        "standard",
        [("transactions.0.receiver.activity_id", OWN_ACTIVITY), ("transactions.0.receiver.ref", MONEY_OUT)],
    ),
    (
        smallest_with(transactions=(replace(PAID, provider=Party(ref=OWN, activity_id=f"{OWN}-2")),)),
        "standard",
        [("transactions.0.provider.activity_id", "Here the project itself is meant. Give its own identifier, or none.")],
    ),
    (
        replace(
            samples.divided_by_transactions(),
            transactions=(
                replace(
                    PAID,
                    sectors=(Sector(code="22040", percentage=Decimal(100)), Sector(code="15110")),
                    country=country("BY", "50"),
                    region=Region(code="XX", percentage=Decimal(50)),
                ),
            ),
        ),
        "codes",
        [
            ("transactions.0.sectors.0.percentage", UNDIVIDED),
            ("transactions.0.sectors", "A transaction serves one sector. Divide it into several transactions."),
            ("transactions.0.country.percentage", UNDIVIDED),
            ("transactions.0.region.percentage", UNDIVIDED),
            ("transactions.0.region.code", NOT_LISTED),
            ("transactions.0.region", "A transaction goes to a country or to a region, not to both. Remove one."),
        ],
    ),
    (
        changed(samples.whole(), "results.1.indicators.0.references", (Reference(code="EGOV-8"),)),
        "ruleset",
        [
            (
                "results.1.indicators.0.references",
                "The result has a code of its own already. Give codes to the result or to its indicators.",
            )
        ],
    ),
    (
        changed(samples.whole(), "results.1.indicators.0.baselines", (Baseline(year=0, value=Decimal(1)),)),
        "schema",
        [
            (
                "results.1.indicators.0.baselines.0.value",
                "This indicator is described in words. Write them as a comment, not a number.",
            ),
            ("results.1.indicators.0.baselines.0.year", "Give the year of the baseline, the same as in its date."),
        ],
    ),
    (
        changed(samples.whole(), "results.0.indicators.0.measure", "XX"),
        "codes",
        [("results.0.indicators.0.measure", NOT_LISTED)],
    ),
]  # fmt: skip


@pytest.mark.parametrize("activity, objector, said", COMBINED)
def test_fields_that_contradict_each_other(activity, objector, said):
    assert faults_of(activity) == said
    if objector != "standard":
        assert objector in said_by(activity)


FAULTLESS = [
    smallest_with(identifier="KR-GOV-5-1", other_identifiers=(OtherIdentifier(ref="KR-GOV-5", type="B1"),)),
    smallest_with(countries=(country("BY", "0"), country("KR", "100"))),
    smallest_with(countries=(), regions=(Region(code="89"),)),
    smallest_with(countries=(), regions=(Region(code="minsk", vocabulary="99"),)),
    smallest_with(transactions=(replace(PAID, type="4", provider=Party(ref=OWN), receiver=Party(ref=OWN)),)),
    smallest_with(transactions=(replace(PAID, on=TODAY),)),
    smallest_with(dates=Dates(planned_start=TOMORROW, planned_end=TOMORROW)),
    smallest_with(dates=Dates(actual_start=TODAY, actual_end=TODAY)),
    smallest_with(updated_at=datetime(2026, 11, 3, 2, tzinfo=timezone(timedelta(hours=9)))),
    smallest_with(contacts=(Contact(),), descriptions=(Description(text=text("One")), Description(text=text("Two")))),
    smallest_with(planned_disbursements=(PlannedDisbursement(start=TOMORROW, end=TOMORROW, value=money("0.00", "KRW")),)),
    smallest_with(locations=(Location(point=Point(latitude=Decimal(-90), longitude=Decimal(180))),)),
    smallest_with(documents=(replace(samples.document("a"), url="https://центр.бел/дакумент%201.pdf?a=1&b=2#глава"),)),
    smallest_with(related_activities=(RelatedActivity(ref=f"{OTHER}-1", type="5"),)),
    whole_with(policy_markers=(PolicyMarker(code="e-gov", vocabulary="99", name=text("E-government first")),)),
    changed(samples.whole(), "budgets.0.end", date(2025, 2, 28)),
    changed(samples.whole(), f"{FIGURE}.value", Decimal(0)),
    changed(samples.whole(), FIGURE, Figure(value=Decimal("1E+3"))),
]  # fmt: skip


@pytest.mark.parametrize("activity", FAULTLESS)
def test_what_is_allowed_is_not_faulted_and_nobody_objects(activity):
    assert (faults_of(activity), said_by(activity)) == ([], set())


def test_today_is_asked_of_the_clock(time_machine):
    time_machine.move_to(datetime(2026, 1, 4, 23, 59, tzinfo=UTC))
    assert [tuple(fault) for fault in checking.faults(samples.smallest())] == [("dates.actual_start", FUTURE)]
    time_machine.move_to(datetime(2026, 1, 5, 0, 1, tzinfo=UTC))
    assert checking.faults(samples.smallest()) == []


def test_a_year_may_end_with_the_calendar():
    last = replace(samples.whole().budgets[0], start=date(9999, 1, 1), end=date(9999, 12, 31))
    assert faults_of(smallest_with(budgets=(last,))) == []


OF_AN_ORGANISATION = [
    ("identifier", "", "Give the identifier."),
    ("identifier", "a/b", SPACES),
    ("name", (), "Name the organisation."),
    ("language", "XX", NOT_LISTED),
    ("currency", "XX", NOT_LISTED),
    ("updated_at", datetime(2026, 11, 3, tzinfo=UTC), FUTURE),
    ("reporter.ref", "", "Give the identifier."),
    ("total_budgets.0.status", "XX", NOT_LISTED),
    ("total_budgets.0.end", date(2028, 1, 1), YEAR),
    ("total_budgets.0.value.currency", "XX", NOT_LISTED),
    ("total_budgets.0.lines.0.name", (), "Say what this line of the budget is for."),
    ("total_budgets.0.lines.0.value", Money(Decimal("NaN"), "USD", TODAY), NUMBER),
    ("country_budgets.0.country.code", "XX", NOT_LISTED),
    ("country_budgets.0.end", date(2026, 12, 31), BEFORE),
    ("expenditures.0.end", date(2028, 1, 1), YEAR),
    ("expenditures.0.lines.0", BudgetLine(value=money(), name=()), "Say what this line of the budget is for."),
    ("documents.0.url", "XX", WHOLE_ADDRESS),
    ("documents.0.countries.0.code", "XX", NOT_LISTED),
]


@pytest.mark.parametrize("path, new, sentence", OF_AN_ORGANISATION)
def test_a_field_of_an_organisation_is_named(path, new, sentence):
    organisation = changed(samples.organisation(), path, new)
    ((field, said),) = checking.organisation_faults(organisation, today=TODAY)
    assert (field.startswith(path), said) == (True, sentence)
