"""Which countries benefit, which sectors are served, and in what form."""

from collections.abc import Container, Sequence
from decimal import Decimal

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from projects.iati import codes
from projects.iati.activity import Activity, Country, Location, PolicyMarker, Region, Sector
from projects.iati.lookups import (
    COUNTRIES,
    OWN_VOCABULARIES,
    POLICY_MARKER_VOCABULARIES,
    REGION_VOCABULARIES,
    REGIONS,
    SECTOR_VOCABULARIES,
)
from projects.iati.rules.basics import (
    Fault,
    Faults,
    address_if_given,
    code,
    code_if_given,
    codes_of,
    has_words,
    in_languages,
    shares,
)
from projects.iati.texts import said

FARTHEST = {"latitude": Decimal(90), "longitude": Decimal(180)}


def faults(activity: Activity) -> Faults:
    """All of it."""
    yield from _form(activity)
    for number, marker in enumerate(activity.policy_markers):
        yield from _policy_marker(f"policy_markers.{number}", marker)
    yield from _places(activity)
    yield from _sectors(activity)
    for number, location in enumerate(activity.locations):
        yield from _location(f"locations.{number}", location)
    refs = [location.ref for location in activity.locations if location.ref]
    for number, location in enumerate(activity.locations):
        if refs.count(location.ref) > 1:
            yield Fault(f"locations.{number}.ref", _("Two places have this number. Give each its own."))


def country(field: str, given: Country) -> Faults:
    """A country of the list."""
    yield from code(f"{field}.code", given.code, COUNTRIES)
    yield from in_languages(f"{field}.note", given.note)


def region(field: str, given: Region) -> Faults:
    """A region of the DAC, or of another vocabulary."""
    yield from code(f"{field}.vocabulary", given.vocabulary, REGION_VOCABULARIES)
    yield from _coded(f"{field}.code", given.code, REGIONS if given.vocabulary == "1" else None)
    yield from address_if_given(f"{field}.uri", given.uri)
    yield from in_languages(f"{field}.note", given.note)


def sector(field: str, given: Sector) -> Faults:
    """A purpose code of the DAC, or a code of another vocabulary; one's own are named in words."""
    yield from code(f"{field}.vocabulary", given.vocabulary, SECTOR_VOCABULARIES)
    yield from _coded(f"{field}.code", given.code, codes.Sector if given.vocabulary == "1" else None)
    yield from address_if_given(f"{field}.uri", given.uri)
    yield from in_languages(f"{field}.name", given.name)
    if given.vocabulary in OWN_VOCABULARIES and not any(said(given.name)):
        yield Fault(f"{field}.name", _("Say in words what this code of your own stands for."))


def _coded(field: str, given: str, choices: Container[str] | None) -> Faults:
    """A code of a list that we have; of one that we have not, only that there is one."""
    if choices is None:
        if not has_words(given):
            yield Fault(field, _("Give the code."))
    else:
        yield from code(field, given, choices)


def _form(activity: Activity) -> Faults:
    yield from code_if_given("scope", activity.scope, codes.ActivityScope)
    yield from code_if_given("collaboration_type", activity.collaboration_type, codes.CollaborationType)
    yield from code_if_given("flow_type", activity.flow_type, codes.FlowType)
    yield from code_if_given("finance_type", activity.finance_type, codes.FinanceType)
    yield from codes_of("aid_types", activity.aid_types, codes.AidType)
    yield from code_if_given("tied_status", activity.tied_status, codes.TiedStatus)


def _policy_marker(field: str, given: PolicyMarker) -> Faults:
    yield from code(f"{field}.vocabulary", given.vocabulary, POLICY_MARKER_VOCABULARIES)
    yield from code_if_given(f"{field}.significance", given.significance, codes.PolicySignificance)
    yield from address_if_given(f"{field}.uri", given.uri)
    yield from in_languages(f"{field}.name", given.name)
    if given.vocabulary == "1":
        yield from code(f"{field}.code", given.code, codes.PolicyMarker)
        if not given.significance:
            yield Fault(f"{field}.significance", _("Say how much the project serves this policy."))
    else:
        yield from _coded(f"{field}.code", given.code, None)
        if not any(said(given.name)):
            yield Fault(f"{field}.name", _("Say in words what this code of your own stands for."))


def _places(activity: Activity) -> Faults:
    """On the project, or on each of its transactions, and never on both: so money is divided once."""
    for number, one in enumerate(activity.countries):
        yield from country(f"countries.{number}", one)
    for number, wider in enumerate(activity.regions):
        yield from region(f"regions.{number}", wider)
    both: list[Country | Region] = [*activity.countries, *activity.regions]
    yield from shares("countries" if activity.countries else "regions", [place.percentage for place in both])
    yield from _once(
        "countries",
        on_project=bool(both),
        on_transactions=[bool(paid.country or paid.region) for paid in activity.transactions],
        nowhere=gettext_lazy("Give at least one country or region that benefits."),
        twice=gettext_lazy("Countries stand on the project or on its transactions, not on both. Remove one of them."),
        some=gettext_lazy("Give the country on every transaction, or once on the project."),
    )


def _sectors(activity: Activity) -> Faults:
    for number, one in enumerate(activity.sectors):
        yield from sector(f"sectors.{number}", one)
    for vocabulary in sorted({one.vocabulary for one in activity.sectors}):
        yield from shares("sectors", [one.percentage for one in activity.sectors if one.vocabulary == vocabulary])
    yield from _once(
        "sectors",
        on_project=bool(activity.sectors),
        on_transactions=[bool(paid.sectors) for paid in activity.transactions],
        nowhere=gettext_lazy("Give at least one sector that the project serves."),
        twice=gettext_lazy("Sectors stand on the project or on its transactions, not on both. Remove one of them."),
        some=gettext_lazy("Give the sector on every transaction, or once on the project."),
    )


def _once(
    field: str, *, on_project: bool, on_transactions: Sequence[bool], nowhere: Promise, twice: Promise, some: Promise
) -> Faults:
    if on_project and any(on_transactions):
        yield Fault(field, str(twice))
    elif not on_project and not any(on_transactions):
        yield Fault(field, str(nowhere))
    elif not on_project and not all(on_transactions):
        yield Fault(field, str(some))


def _location(field: str, given: Location) -> Faults:
    yield from code_if_given(f"{field}.reach", given.reach, codes.LocationReach)
    yield from code_if_given(f"{field}.exactness", given.exactness, codes.LocationExactness)
    yield from code_if_given(f"{field}.location_class", given.location_class, codes.LocationClass)
    for name in ("name", "description", "activity_description"):
        yield from in_languages(f"{field}.{name}", getattr(given, name))
    if given.point:
        for name, farthest in FARTHEST.items():
            degrees = getattr(given.point, name)
            if not degrees.is_finite() or abs(degrees) > farthest:
                yield Fault(
                    f"{field}.point.{name}",
                    _("Give the degrees as a number from -%(farthest)s to %(farthest)s.") % {"farthest": farthest},
                )
