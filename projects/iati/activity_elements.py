"""An activity as elements, one by one in the order of the schema; its results follow by themselves."""

from collections.abc import Iterator

from projects.iati.activity import (
    Activity,
    Budget,
    Contact,
    Country,
    Dates,
    Location,
    OtherIdentifier,
    Participant,
    Party,
    PlannedDisbursement,
    PolicyMarker,
    Region,
    Sector,
    Transaction,
)
from projects.iati.codes import ActivityDateType
from projects.iati.elements import (
    LANG,
    Element,
    attributes_of,
    below,
    country_below,
    day,
    document,
    element,
    exact,
    exact_or_nothing,
    moment,
    period_below,
    reporter,
    say,
    say_below,
    saying,
    value_below,
)
from projects.iati.texts import cleaned

WGS_84 = "http://www.opengis.net/def/crs/EPSG/0/4326"


def attributes(activity: Activity) -> dict[str, str]:
    """What stands in the tag of an activity."""
    return {LANG: activity.language} | attributes_of(
        {
            "last-updated-datetime": moment(activity.updated_at) if activity.updated_at else "",
            "default-currency": activity.currency,
            "hierarchy": "" if activity.hierarchy is None else str(activity.hierarchy),
            "linked-data-uri": activity.uri,
        }
    )


def children(activity: Activity) -> Iterator[Element]:
    """All but the results."""
    yield from _who_and_what(activity)
    yield from _where_and_why(activity)
    yield from _money(activity)
    yield from (document(given) for given in activity.documents)
    for related in activity.related_activities:
        yield element("related-activity", ref=related.ref, type=related.type)


def _who_and_what(activity: Activity) -> Iterator[Element]:
    identifier = element("iati-identifier")
    identifier.text = cleaned(activity.identifier)
    yield identifier
    yield reporter(activity.reporter)
    yield saying("title", activity.title)
    for description in activity.descriptions:
        yield saying("description", description.text, type=description.type)
    yield from (_participant(given) for given in activity.participants)
    yield from (_other_identifier(given) for given in activity.other_identifiers)
    yield element("activity-status", code=activity.status)
    yield from _dates(activity.dates)
    yield from (_contact(given) for given in activity.contacts)


def _where_and_why(activity: Activity) -> Iterator[Element]:
    yield from _code("activity-scope", activity.scope)
    yield from (_country(given) for given in activity.countries)
    yield from (_region(given) for given in activity.regions)
    yield from (_location(given) for given in activity.locations)
    yield from (_sector(given) for given in activity.sectors)
    yield from (_policy_marker(given) for given in activity.policy_markers)
    yield from _code("collaboration-type", activity.collaboration_type)
    yield from _code("default-flow-type", activity.flow_type)
    yield from _code("default-finance-type", activity.finance_type)
    for aid_type in activity.aid_types:
        yield element("default-aid-type", code=aid_type)
    yield from _code("default-tied-status", activity.tied_status)


def _money(activity: Activity) -> Iterator[Element]:
    yield from (_budget(given) for given in activity.budgets)
    yield from (_planned_disbursement(given) for given in activity.planned_disbursements)
    yield from (_transaction(given) for given in activity.transactions)


def _code(tag: str, code: str) -> Iterator[Element]:
    if code:
        yield element(tag, code=code)


def _dates(dates: Dates) -> Iterator[Element]:
    for kind, on in (
        (ActivityDateType.PLANNED_START, dates.planned_start),
        (ActivityDateType.ACTUAL_START, dates.actual_start),
        (ActivityDateType.PLANNED_END, dates.planned_end),
        (ActivityDateType.ACTUAL_END, dates.actual_end),
    ):
        if on:
            yield element("activity-date", type=kind.value, iso_date=day(on))


def _participant(given: Participant) -> Element:
    return saying(
        "participating-org",
        given.name,
        ref=given.ref,
        type=given.type,
        role=given.role,
        activity_id=given.activity_id,
    )


def _other_identifier(given: OtherIdentifier) -> Element:
    drawn = element("other-identifier", ref=given.ref, type=given.type)
    if given.owner_ref or given.owner_name:
        say(below(drawn, "owner-org", ref=given.owner_ref), given.owner_name)
    return drawn


def _contact(given: Contact) -> Element:
    drawn = element("contact-info", type=given.type)
    say_below(drawn, "organisation", given.organisation)
    say_below(drawn, "department", given.department)
    say_below(drawn, "person-name", given.person)
    say_below(drawn, "job-title", given.job_title)
    for tag, lines in (("telephone", given.telephones), ("email", given.emails), ("website", given.websites)):
        for line in lines:
            below(drawn, tag).text = cleaned(line)
    say_below(drawn, "mailing-address", given.address)
    return drawn


def _country(given: Country) -> Element:
    percentage = exact_or_nothing(given.percentage)
    return saying("recipient-country", given.note, code=given.code, percentage=percentage)


def _region(given: Region) -> Element:
    return saying(
        "recipient-region",
        given.note,
        code=given.code,
        vocabulary=given.vocabulary,
        vocabulary_uri=given.uri,
        percentage=exact_or_nothing(given.percentage),
    )


def _location(given: Location) -> Element:
    drawn = element("location", ref=given.ref)
    if given.reach:
        below(drawn, "location-reach", code=given.reach)
    say_below(drawn, "name", given.name)
    say_below(drawn, "description", given.description)
    say_below(drawn, "activity-description", given.activity_description)
    if given.point:
        point = below(drawn, "point", srsName=WGS_84)
        below(point, "pos").text = f"{exact(given.point.latitude)} {exact(given.point.longitude)}"
    if given.exactness:
        below(drawn, "exactness", code=given.exactness)
    if given.location_class:
        below(drawn, "location-class", code=given.location_class)
    return drawn


def _sector(given: Sector) -> Element:
    return saying(
        "sector",
        given.name,
        code=given.code,
        vocabulary=given.vocabulary,
        vocabulary_uri=given.uri,
        percentage=exact_or_nothing(given.percentage),
    )


def _policy_marker(given: PolicyMarker) -> Element:
    return saying(
        "policy-marker",
        given.name,
        code=given.code,
        vocabulary=given.vocabulary,
        vocabulary_uri=given.uri,
        significance=given.significance,
    )


def _budget(given: Budget) -> Element:
    drawn = element("budget", type=given.type, status=given.status)
    period_below(drawn, given.start, given.end)
    value_below(drawn, given.value)
    return drawn


def _planned_disbursement(given: PlannedDisbursement) -> Element:
    drawn = element("planned-disbursement", type=given.type)
    period_below(drawn, given.start, given.end)
    value_below(drawn, given.value)
    _parties_below(drawn, given.provider, given.receiver)
    return drawn


def _parties_below(parent: Element, provider: Party | None, receiver: Party | None) -> None:
    if provider:
        drawn = below(
            parent, "provider-org", ref=provider.ref, provider_activity_id=provider.activity_id, type=provider.type
        )
        say(drawn, provider.name)
    if receiver:
        drawn = below(
            parent, "receiver-org", ref=receiver.ref, receiver_activity_id=receiver.activity_id, type=receiver.type
        )
        say(drawn, receiver.name)


def _transaction(given: Transaction) -> Element:
    drawn = element("transaction", ref=given.ref)
    below(drawn, "transaction-type", code=given.type)
    below(drawn, "transaction-date", iso_date=day(given.on))
    value_below(drawn, given.value)
    say_below(drawn, "description", given.description)
    _parties_below(drawn, given.provider, given.receiver)
    if given.channel:
        below(drawn, "disbursement-channel", code=given.channel)
    drawn.extend(_sector(sector) for sector in given.sectors)
    if given.country:
        country_below(drawn, given.country)
    if given.region:
        drawn.append(_region(given.region))
    for tag, codes in (
        ("flow-type", (given.flow_type,)),
        ("finance-type", (given.finance_type,)),
        ("aid-type", given.aid_types),
        ("tied-status", (given.tied_status,)),
    ):
        for code in filter(None, codes):
            below(drawn, tag, code=code)
    return drawn
