"""What a country has: entered and corrected with its source, because other states decide by it."""

from datetime import date
from hashlib import sha256
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from core import journal, policies
from core.refusal import RefusedError
from people.models import Country, User
from practices.models import Capability, CountryCapability

FIELDS = ("standing", "source", "source_url", "since_year", "checked_on")


def stamp_of(row: CountryCapability | None) -> str:
    """What tells one state of an entry from another; nothing of one that is not there yet."""
    if row is None:
        return ""
    said = repr([dict(sorted(row.source.items())), *(str(getattr(row, name)) for name in FIELDS if name != "source")])
    return sha256(said.encode()).hexdigest()[:16]


@transaction.atomic
def set_capability(
    country: Country, *, by: User, capability: Capability, seen: str, checked_on: date, **values: Any
) -> CountryCapability:
    """Enter or correct how far the country has something. `values` are `standing`, `source` and what the source says.

    Refused without a source, for a check that has not been yet, and when a colleague has corrected it meanwhile.
    """
    row = _hold(country, capability, by=by, seen=seen)
    if not values.get("source"):
        raise RefusedError(_("Name the law, register or report that shows it."))
    if checked_on > timezone.localdate():
        raise RefusedError(_("The day on which it was checked is still to come."))
    before = row.standing if row else ""
    row = row or CountryCapability(country=country, capability=capability)
    for name, value in {**values, "checked_on": checked_on}.items():
        if name not in FIELDS:
            message = f"Not a field of a profile: {name}"
            raise TypeError(message)
        setattr(row, name, value)
    row.save()
    journal.write(row, "set_capability", by=by, from_state=before, to_state=row.standing)
    return row


@transaction.atomic
def forget_capability(country: Country, *, by: User, capability: Capability, seen: str) -> None:
    """Say that it is not known how far the country has something: no row. Refused when it was corrected meanwhile."""
    row = _hold(country, capability, by=by, seen=seen)
    if row is None:
        return
    journal.write(row, "forget_capability", by=by, from_state=row.standing)
    row.delete()


def _hold(country: Country, capability: Capability, *, by: User, seen: str) -> CountryCapability | None:
    """The entry as it stands. The country is locked, so that two who enter the same for the first time meet."""
    policies.require(by, "practices.edit_profile", country)
    Country.objects.select_for_update(of=("self",), no_key=True).get(pk=country.pk)
    row = CountryCapability.objects.filter(country=country, capability=capability).first()
    if stamp_of(row) != seen:
        raise RefusedError(
            _("A colleague has corrected this entry after you opened it. It now says what stands beside the form.")
        )
    return row
