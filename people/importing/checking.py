"""What the check of a row finds, and what both tables are checked by."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _

from core.forms import FIRST_DAY, LAST_DAY
from people.enums import RowState
from people.models import FormerName, Organisation

DAY_FORMATS = ("%Y-%m-%d", "%d.%m.%Y", "%Y. %m. %d.", "%Y.%m.%d")


@dataclass
class Checked:
    """One row: what it would do, what it would change, what is wrong with which cell, and what the act needs."""

    number: int
    state: str = RowState.NEW
    changes: list[list[str]] = field(default_factory=list)
    errors: dict[str, str] = field(default_factory=dict)
    values: dict[str, Any] = field(default_factory=dict)

    def ended(self) -> "Checked":
        """A row with an error does nothing."""
        if self.errors:
            self.state, self.changes, self.values = RowState.WRONG, [], {}
        return self


@dataclass(eq=False)
class Body:
    """An organisation of the register, or of a row above that will make one."""

    names: dict[str, str]
    acronym: str
    country: str
    kind: str
    parent: "Body | None" = None
    row: Organisation | None = None

    def __str__(self) -> str:
        return self.acronym or self.names.get("en") or next(iter(self.names.values()), "")


class Bodies:
    """All organisations by what they are called, read by two queries."""

    def __init__(self) -> None:
        self.by_word: dict[str, list[Body]] = defaultdict(list)
        self.all: list[Body] = []
        rows = {row.pk: row for row in Organisation.objects.all()}
        bodies = {pk: Body(dict(row.name), row.acronym, row.country_id, row.kind, row=row) for pk, row in rows.items()}
        for pk, body in bodies.items():
            parent = rows[pk].parent_id
            body.parent = bodies[parent] if parent else None
            self.add(body)
        for former in FormerName.objects.all():
            for word in dict(former.name).values():
                self._know(word, bodies[former.organisation_id])

    def add(self, body: Body) -> None:
        """From now on it is found."""
        self.all.append(body)
        for word in {body.acronym, *body.names.values()}:
            self._know(word, body)

    def find(self, word: str, country: str = "") -> list[Body]:
        """Those that bear this acronym or name, now or formerly, whatever the case."""
        found = self.by_word.get(word.casefold(), [])
        return [body for body in found if not country or body.country == country]

    def _know(self, word: str, body: Body) -> None:
        if word and body not in self.by_word[word.casefold()]:
            self.by_word[word.casefold()].append(body)


def one_body(bodies: Bodies, checked: Checked, column: str, word: str, country: str = "") -> Body | None:
    """The body that a cell names; else the sentence stands at the cell."""
    found = bodies.find(word, country)
    if not found:
        checked.errors[column] = _("No organisation of this name is in the register.")
    elif len(found) > 1:
        checked.errors[column] = _("Several organisations bear this name. Give the country, or another name of it.")
    return found[0] if len(found) == 1 else None


def a_day(checked: Checked, column: str, text: str) -> date | None:
    """The day that a cell holds, as offices of both sides write it."""
    for pattern in DAY_FORMATS:
        try:
            found = datetime.strptime(text, pattern).date()  # noqa: DTZ007  a day, not a moment
        except ValueError:
            continue
        if FIRST_DAY <= found <= LAST_DAY:
            return found
    checked.errors[column] = _("This is no day. Write it as 2027-12-31 or 31.12.2027.")
    return None


def an_address(checked: Checked, column: str, text: str) -> str:
    """The e-mail address that a cell holds."""
    try:
        validate_email(text)
    except ValidationError:
        checked.errors[column] = _("This is no e-mail address.")
    return text.lower()


def one_of(checked: Checked, column: str, text: str, choices: list[tuple[Any, Any]]) -> str:
    """The code of a choice, given by its code or its label."""
    for code, label in choices:
        if text.casefold() in {str(code).casefold(), str(label).casefold()}:
            return str(code)
    known = ", ".join(str(code) for code, _label in choices)
    checked.errors[column] = _("This is none of: %(known)s.") % {"known": known}
    return ""


def expect_short(checked: Checked, column: str, text: str, most: int) -> None:
    """Refuse what the register has no room for."""
    if len(text) > most:
        checked.errors[column] = _("This is longer than %(most)s characters.") % {"most": most}
