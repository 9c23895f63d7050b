"""The files of IATI 2.03, written piece by piece: memory holds one indicator, however many activities there are.

What is given must be free of faults (`checking.faults`). Writing keeps the order that the schema wants, prints amounts
as they are and leaves out what is empty; it does not judge.
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from itertools import chain
from typing import Any, TypeVar

from lxml import etree

from projects.iati import activity_elements, organisation_elements, result_elements
from projects.iati.activity import Activity, Result
from projects.iati.elements import moment
from projects.iati.organisation import Organisation

# Declared although every reader knows it: without, lxml writes the xml:lang of a lone tag under a prefix of its own.
PREFIXES = {"xml": "http://www.w3.org/XML/1998/namespace"}
VERSION = "2.03"
Piece = TypeVar("Piece", Activity, Organisation)
CHUNK = 64 * 1024  # bytes that are handed on at once


def stream(activities: Iterable[Activity], *, generated_at: datetime) -> Iterator[bytes]:
    """The file of activities, in pieces for a streamed response.

    They are taken one by one, so `activities` may be a generator over a server-side cursor. A file of none is refused
    at once, before anything is sent: the schema knows no empty file.
    """
    return _file("iati-activities", _with_one(activities), _write_activity, generated_at)


def stream_organisations(organisations: Iterable[Organisation], *, generated_at: datetime) -> Iterator[bytes]:
    """The file of organisations, likewise."""
    return _file("iati-organisations", _with_one(organisations), _write_organisation, generated_at)


class _Buffer:
    """What lxml has written and nobody has taken yet."""

    def __init__(self) -> None:
        self.parts: list[bytes] = []
        self.size = 0

    def write(self, part: bytes) -> int:
        self.parts.append(part)
        self.size += len(part)
        return len(part)

    def take(self) -> bytes:
        parts, self.parts, self.size = self.parts, [], 0
        return b"".join(parts)


def _with_one(pieces: Iterable[Piece]) -> Iterator[Piece]:
    iterator = iter(pieces)
    for first in iterator:
        return chain([first], iterator)
    raise ValueError("An IATI file holds at least one piece")


def _file(
    root: str,
    pieces: Iterable[Piece],
    write: Callable[[Any, Piece], Iterator[None]],
    generated_at: datetime,
) -> Iterator[bytes]:
    """The frame of either file; `write` stops after each element, so that what stands in the buffer can be taken."""
    buffer = _Buffer()
    with etree.xmlfile(buffer, encoding="utf-8") as file:
        file.write_declaration()
        attributes = {"version": VERSION, "generated-datetime": moment(generated_at)}
        with file.element(root, attributes, nsmap=PREFIXES):
            for piece in pieces:
                for _written in write(file, piece):
                    if buffer.size >= CHUNK:
                        yield buffer.take()
                file.write("\n")
    yield buffer.take()


def _write_activity(file: Any, activity: Activity) -> Iterator[None]:
    with file.element("iati-activity", activity_elements.attributes(activity)):
        for child in activity_elements.children(activity):
            file.write(child)
            yield
        for result in activity.results:
            yield from _write_result(file, result)


def _write_result(file: Any, result: Result) -> Iterator[None]:
    with file.element("result", result_elements.attributes(result)):
        for child in result_elements.children(result):
            file.write(child)
            yield


def _write_organisation(file: Any, organisation: Organisation) -> Iterator[None]:
    with file.element("iati-organisation", organisation_elements.attributes(organisation)):
        for child in organisation_elements.children(organisation):
            file.write(child)
            yield
