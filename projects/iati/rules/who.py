"""Who takes part, what it is called, when it happens, whom to ask."""

from datetime import UTC, date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from projects.iati.activity import Activity, Contact, Dates, OtherIdentifier, Participant
from projects.iati.codes import (
    ActivityStatus,
    ContactType,
    DescriptionType,
    OrganisationRole,
    OrganisationType,
    OtherIdentifierType,
    RelatedActivityType,
)
from projects.iati.lookups import CURRENCIES, LANGUAGES
from projects.iati.rules.basics import (
    Fault,
    Faults,
    address,
    address_if_given,
    code,
    code_if_given,
    has_words,
    identifier,
    in_languages,
    needed_identifier,
    not_in_future,
    with_words,
)
from projects.iati.rules.parts import reporter
from projects.iati.texts import said

LARGEST_HIERARCHY = 2**31 - 1


def faults(activity: Activity, today: date) -> Faults:
    """All of it."""
    yield from _frame(activity, today)
    yield from _own_identifier(activity)
    yield from reporter("reporter", activity.reporter)
    yield from with_words("title", activity.title, gettext_lazy("Give the project a title."))
    yield from _descriptions(activity)
    if not activity.participants:
        yield Fault("participants", _("Name at least one organisation that takes part."))
    for number, participant in enumerate(activity.participants):
        yield from _participant(f"participants.{number}", participant, activity)
    for number, other in enumerate(activity.other_identifiers):
        yield from _other_identifier(f"other_identifiers.{number}", other)
    yield from code("status", activity.status, ActivityStatus)
    yield from _dates(activity.dates, today)
    for number, contact in enumerate(activity.contacts):
        yield from _contact(f"contacts.{number}", contact)
    yield from _related(activity)


def _frame(activity: Activity, today: date) -> Faults:
    yield from code("language", activity.language, LANGUAGES)
    yield from code_if_given("currency", activity.currency, CURRENCIES)
    yield from address_if_given("uri", activity.uri)
    if activity.hierarchy is not None and not 1 <= activity.hierarchy <= LARGEST_HIERARCHY:
        yield Fault("hierarchy", _("The level in the hierarchy is a number from 1 upwards."))
    if activity.updated_at:
        yield from not_in_future("updated_at", activity.updated_at.astimezone(UTC).date(), today)


def _own_identifier(activity: Activity) -> Faults:
    """It begins with the identifier of whoever reports, or of who that was before, and goes on."""
    yield from needed_identifier("identifier", activity.identifier)
    reporters = [
        activity.reporter.ref,
        *(
            other.ref
            for other in activity.other_identifiers
            if other.type == OtherIdentifierType.PREVIOUS_REPORTER and other.ref
        ),
    ]
    begins_well = any(
        activity.identifier.startswith(f"{ref}-") and len(activity.identifier) > len(ref) + 1 for ref in reporters
    )
    if activity.identifier and activity.reporter.ref and not begins_well:
        yield Fault(
            "identifier",
            _("The identifier of the project begins with “%(ref)s-”, and something of its own follows.")
            % {"ref": activity.reporter.ref},
        )


def _descriptions(activity: Activity) -> Faults:
    if not activity.descriptions:
        yield Fault("descriptions", _("Describe the project."))
    for number, description in enumerate(activity.descriptions):
        yield from code(f"descriptions.{number}.type", description.type, DescriptionType)
        yield from with_words(f"descriptions.{number}.text", description.text, gettext_lazy("Describe the project."))


def _participant(field: str, given: Participant, activity: Activity) -> Faults:
    yield from code(f"{field}.role", given.role, OrganisationRole)
    yield from code_if_given(f"{field}.type", given.type, OrganisationType)
    yield from identifier(f"{field}.ref", given.ref)
    yield from identifier(f"{field}.activity_id", given.activity_id)
    yield from in_languages(f"{field}.name", given.name)
    if not given.ref and not any(said(given.name)):
        yield Fault(f"{field}.name", _("Name the organisation, or give its identifier."))
    if given.activity_id and given.activity_id == given.ref:
        yield Fault(
            f"{field}.activity_id", _("This is the identifier of the organisation. Give that of its own project.")
        )
    if given.activity_id == activity.identifier and given.ref != activity.reporter.ref and given.activity_id:
        yield Fault(
            f"{field}.activity_id",
            _("This is the identifier under which you report the project. Give the one of the other organisation."),
        )


def _other_identifier(field: str, given: OtherIdentifier) -> Faults:
    if not has_words(given.ref):
        yield Fault(f"{field}.ref", _("Give the number."))
    yield from code(f"{field}.type", given.type, OtherIdentifierType)
    yield from identifier(f"{field}.owner_ref", given.owner_ref)
    yield from in_languages(f"{field}.owner_name", given.owner_name)


def _dates(dates: Dates, today: date) -> Faults:
    if not dates.planned_start and not dates.actual_start:
        yield Fault("dates.planned_start", _("Give the day on which the project starts or should start."))
    for kind in ("planned", "actual"):
        start, end = getattr(dates, f"{kind}_start"), getattr(dates, f"{kind}_end")
        if start and end and end < start:
            yield Fault(f"dates.{kind}_end", _("The end lies before the start."))
    for name in ("actual_start", "actual_end"):
        if on := getattr(dates, name):
            yield from not_in_future(f"dates.{name}", on, today)


def _contact(field: str, given: Contact) -> Faults:
    yield from code_if_given(f"{field}.type", given.type, ContactType)
    for name in ("organisation", "department", "person", "job_title", "address"):
        yield from in_languages(f"{field}.{name}", getattr(given, name))
    for number, website in enumerate(given.websites):
        yield from address(f"{field}.websites.{number}", website)


def _related(activity: Activity) -> Faults:
    for number, related in enumerate(activity.related_activities):
        field = f"related_activities.{number}"
        yield from needed_identifier(f"{field}.ref", related.ref)
        yield from code(f"{field}.type", related.type, RelatedActivityType)
        if related.ref and related.ref == activity.identifier:
            yield Fault(f"{field}.ref", _("A project is not related to itself. Give the identifier of the other one."))
