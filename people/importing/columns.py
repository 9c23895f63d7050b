"""The columns of both tables: what stands in them, which must be there, and how a header is understood."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from core.localised import LANGUAGE_NAMES, LANGUAGES
from core.refusal import RefusedError
from people.enums import TableKind


@dataclass(frozen=True)
class Column:
    """One column. Its header is `name`, or its label in any language of the portal."""

    name: str
    label: str | Promise
    hint: str | Promise
    example: str
    is_required: bool = False


PEOPLE = (
    Column(
        "email",
        _("E-mail address"),
        _("The work address; the letter goes to it."),
        "a.kim@agency.example",
        is_required=True,
    ),
    Column("given_name", _("Given name"), _("In Latin letters, as in the passport."), "Minji", is_required=True),
    Column("family_name", _("Family name"), _("In Latin letters, as in the passport."), "Kim", is_required=True),
    Column("organisation", _("Organisation"), _("Its acronym, or its name in any language."), "NIA", is_required=True),
    Column("country", _("Country"), _("Two letters, where organisations of two countries share a name."), "KR"),
    Column(
        "function",
        _("Function"),
        _("member, focal_point, contact_point, project_leader, evaluator or observer. Empty: member."),
        "member",
    ),
    Column("title", _("Title of the post"), _("In the language of the letter."), "Senior researcher"),
    Column("language", _("Language of the letter"), _("en, ru, be or ko. Empty: en."), "ko"),
    Column(
        "ends_on",
        _("Last day of the appointment"),
        _("As 2027-12-31 or 31.12.2027. Empty: no end is agreed."),
        "2027-12-31",
    ),
)
ORGANISATIONS = (
    Column("acronym", _("Acronym"), _("An organisation is known again by it, or by one of its names."), "NIA"),
    *(
        Column(f"name_{code}", LANGUAGE_NAMES[code], _("The name in this language. One name at least is needed."), "")
        for code in LANGUAGES
    ),
    Column(
        "kind",
        _("Kind"),
        _("ministry, agency, centre, intergovernmental, institute, company or other."),
        "agency",
        is_required=True,
    ),
    Column("country", _("Country"), _("Two letters, as in BY or KR."), "KR", is_required=True),
    Column(
        "parent",
        _("Part of"),
        _("Acronym or name of the body it belongs to, in the register or in a row above."),
        "MSIT",
    ),
)
# People are invited one by one, each with a letter: a thousand take a quarter of a minute.
MOST: dict[str, int] = {TableKind.PEOPLE: 1000, TableKind.ORGANISATIONS: 5000}
COLUMNS: dict[str, Sequence[Column]] = {TableKind.PEOPLE: PEOPLE, TableKind.ORGANISATIONS: ORGANISATIONS}


def understand(kind: str, header: Sequence[str]) -> list[str]:
    """The name of the column beneath each header. Refused: one that is not known, one twice, one that is missing."""
    names = _names(kind)
    found = [names.get(one.casefold(), "") if one else "" for one in header]
    unknown = [one for one, name in zip(header, found, strict=True) if one and not name]
    if unknown:
        raise RefusedError(_("These columns are not known: %(names)s.") % {"names": ", ".join(unknown)})
    used = [name for name in found if name]
    if twice := sorted({name for name in used if used.count(name) > 1}):
        raise RefusedError(_("These columns stand there twice: %(names)s.") % {"names": ", ".join(twice)})
    missing = [column.name for column in COLUMNS[kind] if column.is_required and column.name not in used]
    if missing:
        raise RefusedError(_("These columns are missing: %(names)s.") % {"names": ", ".join(missing)})
    return found


def cells_of(names: Sequence[str], cells: Sequence[str]) -> dict[str, str]:
    """A row by its columns; empty cells are left out."""
    return {name: cell for name, cell in zip(names, cells, strict=False) if name and cell}


def _names(kind: str) -> dict[str, str]:
    names: dict[str, str] = {}
    for language in LANGUAGES:
        with translation.override(language):
            names |= {str(column.label).casefold(): column.name for column in COLUMNS[kind]}
    return names | {column.name: column.name for column in COLUMNS[kind]}
