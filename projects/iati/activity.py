"""What an activity file of IATI 2.03 can hold of a project, as plain data.

An activity is a project as *one* organisation reports it. Both sides of a joint project report their own and name the
other's: by `activity_id` at participants and parties of money, and by a related activity. So nothing is counted twice.
Codes are those of `codes.py`. Names of fields are what `checking.faults` names: `transactions.3.value.amount`.
"""

from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal

from projects.iati.texts import Text

DAC = "1"  # the first vocabulary of sectors, regions and policy markers is the OECD DAC's


@dataclass(frozen=True, slots=True)
class Money:
    """An amount in one currency, exact, and the day whose rate converts it."""

    amount: Decimal
    currency: str
    value_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Reporter:
    """Who publishes the activity. `ref` is its own identifier of the IATI register: such as XM-DAC-742."""

    ref: str
    type: str
    name: Text
    is_secondary: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant:
    """An organisation in its role, and the identifier under which it reports the same activity itself."""

    role: str
    name: Text = ()
    ref: str = ""
    type: str = ""
    activity_id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """Who gives or receives money, and from or into which activity of its own."""

    name: Text = ()
    ref: str = ""
    type: str = ""
    activity_id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dates:
    """When it should begin and end, and when it did."""

    planned_start: date | None = None
    actual_start: date | None = None
    planned_end: date | None = None
    actual_end: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Description:
    """What it is, aims at, or whom it serves."""

    text: Text
    type: str = "1"


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherIdentifier:
    """A further number of it: the national registration, say, with who gave it."""

    ref: str
    type: str
    owner_ref: str = ""
    owner_name: Text = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """Whom to ask."""

    type: str = ""
    organisation: Text = ()
    department: Text = ()
    person: Text = ()
    job_title: Text = ()
    telephones: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    websites: tuple[str, ...] = ()
    address: Text = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Country:
    """A country that benefits, with its share of the money."""

    code: str
    percentage: Decimal | None = None
    note: Text = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    """A region that benefits; `uri` says where a vocabulary of one's own is read."""

    code: str
    percentage: Decimal | None = None
    vocabulary: str = DAC
    uri: str = ""
    note: Text = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """A place on the map, in degrees of WGS 84."""

    latitude: Decimal
    longitude: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Location:
    """Where it happens; figures of results refer to it by `ref`."""

    ref: str = ""
    reach: str = ""
    name: Text = ()
    description: Text = ()
    activity_description: Text = ()
    point: Point | None = None
    exactness: str = ""
    location_class: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sector:
    """What it serves, with its share of the money; `name` says it where the vocabulary is one's own."""

    code: str
    percentage: Decimal | None = None
    vocabulary: str = DAC
    uri: str = ""
    name: Text = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PolicyMarker:
    """A policy it serves, and how much."""

    code: str
    significance: str = ""
    vocabulary: str = DAC
    uri: str = ""
    name: Text = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentLink:
    """A public paper and its address."""

    url: str
    format: str
    title: Text
    categories: tuple[str, ...]
    description: Text = ()
    languages: tuple[str, ...] = ()
    dated_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Budget:
    """What is planned to be spent in at most a year."""

    start: date
    end: date
    value: Money
    type: str = "1"
    status: str = "1"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedDisbursement:
    """What is planned to be paid out, in a period or on its first day."""

    start: date
    value: Money
    end: date | None = None
    type: str = ""
    provider: Party | None = None
    receiver: Party | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Transaction:
    """Money that was promised, paid, spent or received, and in kind what it was worth."""

    type: str
    on: date
    value: Money
    description: Text = ()
    provider: Party | None = None
    receiver: Party | None = None
    channel: str = ""
    sectors: tuple[Sector, ...] = ()
    country: Country | None = None
    region: Region | None = None
    flow_type: str = ""
    finance_type: str = ""
    aid_types: tuple[str, ...] = ()
    tied_status: str = ""
    ref: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RelatedActivity:
    """Another activity: the programme above, the project beside, the other side's view of the same."""

    ref: str
    type: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """The code of a result or an indicator in a shared library."""

    code: str
    vocabulary: str = "99"
    uri: str = ""


@dataclass(frozen=True, slots=True)
class Dimension:
    """What a figure is broken down by: sex, women."""

    name: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A target or what was reached; without a value where the indicator is qualitative, then the comment says it."""

    value: Decimal | None = None
    dimensions: tuple[Dimension, ...] = ()
    locations: tuple[str, ...] = ()
    comment: Text = ()
    documents: tuple[DocumentLink, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Baseline(Figure):
    """What it was before."""

    year: int
    on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """What was to be reached in a time, and what was."""

    start: date
    end: date
    targets: tuple[Figure, ...] = ()
    actuals: tuple[Figure, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator:
    """How a result is measured. `is_aggregable`: whether its figures may be added up over projects."""

    title: Text
    measure: str
    description: Text = ()
    is_ascending: bool = True
    is_aggregable: bool | None = None
    references: tuple[Reference, ...] = ()
    baselines: tuple[Baseline, ...] = ()
    periods: tuple[Period, ...] = ()
    documents: tuple[DocumentLink, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """An output, an outcome or an impact, with at least one indicator."""

    type: str
    title: Text
    indicators: tuple[Indicator, ...]
    description: Text = ()
    is_aggregable: bool | None = None
    references: tuple[Reference, ...] = ()
    documents: tuple[DocumentLink, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Activity:
    """A project as one side reports it. `language` is that of the original, `currency` that of most amounts."""

    identifier: str
    reporter: Reporter
    title: Text
    descriptions: tuple[Description, ...]
    participants: tuple[Participant, ...]
    status: str
    dates: Dates
    language: str
    currency: str = ""
    updated_at: datetime | None = None
    hierarchy: int | None = None
    uri: str = ""
    other_identifiers: tuple[OtherIdentifier, ...] = ()
    contacts: tuple[Contact, ...] = ()
    scope: str = ""
    countries: tuple[Country, ...] = ()
    regions: tuple[Region, ...] = ()
    locations: tuple[Location, ...] = ()
    sectors: tuple[Sector, ...] = ()
    policy_markers: tuple[PolicyMarker, ...] = ()
    collaboration_type: str = ""
    flow_type: str = ""
    finance_type: str = ""
    aid_types: tuple[str, ...] = ()
    tied_status: str = ""
    budgets: tuple[Budget, ...] = ()
    planned_disbursements: tuple[PlannedDisbursement, ...] = ()
    transactions: tuple[Transaction, ...] = ()
    documents: tuple[DocumentLink, ...] = ()
    related_activities: tuple[RelatedActivity, ...] = ()
    results: tuple[Result, ...] = field(default=(), repr=False)
