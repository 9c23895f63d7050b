"""Rows of organisations: known again by acronym or name, so that none comes to stand there twice."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from core import policies
from core.forms import LINE
from core.localised import LANGUAGES
from people.enums import OrganisationKind, RowState
from people.importing.checking import Bodies, Body, Checked, expect_short, one_body, one_of
from people.models import Country, User

LONGEST_ACRONYM = 20


def check(rows: Iterable[tuple[int, dict[str, str]]], *, by: User) -> list[Checked]:
    """What each row would do, in the order of the file. Four queries, however many rows."""
    return list(_Check(by).all(rows))


class _Check:
    def __init__(self, by: User) -> None:
        self.bodies = Bodies()
        self.countries = set(Country.objects.values_list("pk", flat=True))
        mine = Country.objects.filter(policies.q("people.import_organisations", by))
        self.mine = set(mine.values_list("pk", flat=True))
        self.seen: dict[int, int] = {}  # body → the row that was about it

    def all(self, rows: Iterable[tuple[int, dict[str, str]]]) -> Iterable[Checked]:
        for number, cells in rows:
            checked = Checked(number)
            self._check(checked, cells)
            yield checked.ended()

    def _check(self, checked: Checked, cells: dict[str, str]) -> None:
        names = {code: cells[f"name_{code}"] for code in LANGUAGES if f"name_{code}" in cells}
        acronym = cells.get("acronym", "")
        if not names:
            checked.errors["name_en"] = _("Give the name in one language at least.")
        for code, name in names.items():
            expect_short(checked, f"name_{code}", name, LINE)
        expect_short(checked, "acronym", acronym, LONGEST_ACRONYM)
        kind = one_of(checked, "kind", cells.get("kind", ""), list(OrganisationKind.choices))
        country = self._country(checked, cells.get("country", "").upper())
        if checked.errors:
            return
        known = self._known(checked, [acronym, *names.values()], country)
        parent = one_body(self.bodies, checked, "parent", cells["parent"]) if "parent" in cells else None
        if parent and parent is known:
            checked.errors["parent"] = _("A body cannot be a part of itself.")
        if checked.errors:
            return
        body = known or Body(names, acronym, country, kind, parent)
        checked.values = {
            "body": body,
            "names": names,
            "acronym": acronym,
            "kind": kind,
            "country": country,
            "parent": parent,
        }
        if known:
            checked.changes = list(_changes(known, names, acronym, kind, parent))
            checked.state = RowState.CHANGED if checked.changes else RowState.UNCHANGED
        else:
            self.bodies.add(body)
        self.seen[id(body)] = checked.number

    def _country(self, checked: Checked, code: str) -> str:
        if code not in self.countries:
            checked.errors["country"] = _("This is no country of the register. Give its two letters.")
        elif code not in self.mine:
            checked.errors["country"] = _("You register organisations of the countries of your centre only.")
        return code

    def _known(self, checked: Checked, words: list[str], country: str) -> Body | None:
        found: list[Body] = []
        for word in filter(None, words):
            found += [body for body in self.bodies.find(word, country) if body not in found]
        if len(found) > 1:
            checked.errors["name_en"] = _("The acronym and the names belong to several organisations: %(names)s.") % {
                "names": "; ".join(map(str, found))
            }
            return None
        known = found[0] if found else None
        if known and id(known) in self.seen:
            checked.errors["name_en"] = _("Row %(number)s is about the same organisation.") % {
                "number": self.seen[id(known)]
            }
        return known


def _changes(known: Body, names: dict[str, str], acronym: str, kind: str, parent: Body | None) -> Iterable[list[str]]:
    """Cells that say something else than the register; an empty cell says nothing."""
    for code, name in names.items():
        if name != known.names.get(code, ""):
            yield [f"name_{code}", known.names.get(code, ""), name]
    if acronym and acronym != known.acronym:
        yield ["acronym", known.acronym, acronym]
    if kind != known.kind:
        yield ["kind", known.kind, kind]
    if parent and parent is not known.parent:
        yield ["parent", str(known.parent or ""), str(parent)]
