"""A body as a file of IATI names it."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from core.localised import LocalisedText
from people.models import Organisation


class Body(NamedTuple):
    """A body, and how it is known to IATI: `ref` is "" where it is not."""

    pk: int
    name: LocalisedText
    ref: str = ""
    kind: str = ""


def body_of(organisation: Organisation) -> Body:
    """From a row that was read with its identity (`select_related("…__iati")`). No query then."""
    identity = getattr(organisation, "iati", None)
    if identity is None:
        return Body(organisation.pk, organisation.name)
    return Body(organisation.pk, organisation.name, identity.identifier, identity.kind)


def columns_of(path: str) -> tuple[str, str, str, str]:
    """What to read of a body beside other rows, for `from_columns`."""
    return f"{path}_id", f"{path}__name", f"{path}__iati__identifier", f"{path}__iati__kind"


def from_columns(values: Sequence[Any]) -> Body | None:
    """The same from the columns; none where no body is named."""
    pk, name, ref, kind = values
    return None if pk is None else Body(pk, name, ref or "", kind or "")
