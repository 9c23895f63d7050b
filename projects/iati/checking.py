"""What keeps a project or a side out of a valid file, said at the field; and the schema's own word on a whole file.

The schema knows the order of elements, days and numbers. It knows no code lists and none of the rules of IATI's
ruleset: those are asked here, before anything is written. What passes is valid by the schema: a test shows it of
extremes.
"""

from datetime import UTC, date, datetime
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

from lxml import etree

from projects.iati.activity import Activity
from projects.iati.organisation import Organisation
from projects.iati.rules import money, organisations, results, where, who
from projects.iati.rules.basics import Fault
from projects.iati.rules.parts import document

SCHEMAS = Path(__file__).with_name("schemas")
ACTIVITIES, ORGANISATIONS = "activities", "organisations"
# Not `resolve_entities=False`: with a schema, lxml then passes over a file that is cut off.
SAFELY: dict[str, Any] = {"resolve_entities": "internal", "no_network": True, "load_dtd": False, "huge_tree": False}
NAMESPACES = {"xsd": "http://www.w3.org/2001/XMLSchema"}
# Two wildcards that may follow each other: libxml2 refuses the schema as ambiguous. Without the second it means the
# same for every file that holds no elements of others, such as ours.
AMBIGUOUS = "xsd:complexType[@name='documentLinkWithReceipientCountry']/xsd:complexContent/*/xsd:sequence/xsd:any"


def faults(activity: Activity, *, today: date | None = None) -> list[Fault]:
    """What is to be put right before the project is published, in the order of its fields, in the reader's language."""
    today = today or _today()
    found = [*who.faults(activity, today), *where.faults(activity), *money.faults(activity, today)]
    for number, paper in enumerate(activity.documents):
        found += document(f"documents.{number}", paper)
    return [*found, *results.faults(activity)]


def organisation_faults(organisation: Organisation, *, today: date | None = None) -> list[Fault]:
    """The same of a side."""
    return [*organisations.faults(organisation, today or _today())]


def against_schema(xml: bytes, *, kind: str = ACTIVITIES) -> list[str]:
    """What the official schema says against a file, in its own English words; nothing, if it is valid.

    The file is read piece by piece; it reaches neither the network nor another file.
    """
    reader = etree.iterparse(BytesIO(xml), events=("end",), schema=_schema(kind), **SAFELY)
    try:
        for _event, element in reader:
            _forget(element)
    except etree.XMLSyntaxError as error:
        return [entry.message for entry in reader.error_log] or [str(error)]
    return []


def _forget(element: Any) -> None:
    """What was read is dropped, with what stands before it: a file of 60 MB is never in memory as a tree."""
    element.clear()
    while element.getprevious() is not None:
        del element.getparent()[0]


def _today() -> date:
    """Of Greenwich, as whoever validates our file counts days: west of Seoul's morning."""
    return datetime.now(UTC).date()


@cache
def _schema(kind: str) -> Any:
    tree = etree.parse(str(SCHEMAS / f"iati-{kind}-schema.xsd"))
    for wildcard in tree.getroot().iterfind(AMBIGUOUS, NAMESPACES):
        wildcard.getparent().remove(wildcard)
    return etree.XMLSchema(tree)
