"""How letters, runs and templates are shown: states with their shapes, history in words, previews."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from core.localised import LANGUAGE_NAMES, LocalisedText
from letters.actions.issuing import signatories_of
from letters.enums import LetterState, RunState
from letters.fields import examples_of
from letters.merging import Piece, missing_in, paragraphs_of, pieces_of
from letters.models import Letter, LetterRun
from people.models import Centre

SHAPES = {
    LetterState.DRAFT: "is-going",
    LetterState.LEFT_OUT: "is-stopped",
    LetterState.ISSUED: "is-done",
    LetterState.WITHDRAWN: "is-stopped",
}
RUN_SHAPES = {RunState.PREPARED: "is-going", RunState.ISSUED: "is-done", RunState.DISCARDED: "is-stopped"}
PHRASES: Mapping[str, str | Promise] = {
    "create_template": _("Template written"),
    "edit_template": _("Template changed"),
    "retire_template": _("Template put out of use"),
    "restore_template": _("Template put back into use"),
    "prepare_run": _("Letters prepared"),
    "issue_run": _("Letters issued"),
    "discard_run": _("Letters discarded"),
    "edit_letter": _("Words changed"),
    "leave_out": _("Recipient left out"),
    "put_back": _("Recipient taken in again"),
    "issue": _("Letter issued"),
    "withdraw": _("Letter withdrawn"),
}


@dataclass(frozen=True)
class State:
    """A state as a page draws it."""

    words: str
    shape: str


def state_of(letter: Letter) -> State:
    return State(str(letter.get_state_display()), SHAPES[LetterState(letter.state)])


def state_of_run(run: LetterRun) -> State:
    return State(str(run.get_state_display()), RUN_SHAPES[RunState(run.state)])


@dataclass(frozen=True)
class Preview:
    """A letter as a page shows it: which words are the template's, which were filled in, and which are missing."""

    language: str
    addressee: list[str]
    subject: list[Piece]
    paragraphs: list[list[Piece]]
    signatories: list["Signatory"]


@dataclass(frozen=True)
class Signatory:
    """Whose name stands under it."""

    name: str
    title: LocalisedText
    country: Any


def preview_of(letter: Letter) -> Preview:
    """One letter, as it stands or as it would be issued now."""
    people = letter.signatories or signatories_of(letter.centre, letter.run.signing)
    return Preview(
        language=letter.language,
        addressee=letter.addressee.splitlines(),
        subject=_pieces(letter, letter.subject),
        paragraphs=[_pieces(letter, part) for part in paragraphs_of(letter.body)],
        signatories=_shown(people, letter.centre),
    )


def _pieces(letter: Letter, text: str) -> list[Piece]:
    return pieces_of(text, letter.values) if letter.is_draft else [Piece(text)]


def _shown(people: Iterable[Mapping[str, Any]], centre: Centre) -> list[Signatory]:
    return [Signatory(one["name"], LocalisedText(one["title"]), centre.side_country(one["side"])) for one in people]


def sample_of(kind: str, subject: LocalisedText, body: LocalisedText, language: str) -> Preview | None:
    """A template in one language, with the examples of its fields; None where it is not written in it."""
    if not subject.get(language) or not body.get(language):
        return None
    with translation.override(language):
        values = examples_of(kind)
    return Preview(
        language=language,
        addressee=[values["recipient"], values["country"]],
        subject=pieces_of(subject[language], values),
        paragraphs=[pieces_of(part, values) for part in paragraphs_of(body[language])],
        signatories=[],
    )


@dataclass(frozen=True)
class Row:
    """A recipient in the table of a run."""

    letter: Letter
    state: State
    missing: list[str]
    language: str
    is_other_language: bool
    earlier: str = ""  # the number of a letter of this kind that was issued to the same recipient before


def rows_of(letters: Iterable[Letter], earlier: Mapping[str, str]) -> list[Row]:
    """The table of a run; no query."""
    return [
        Row(
            one,
            state_of(one),
            missing_in(f"{one.subject}\n{one.body}", one.values) if one.state == LetterState.DRAFT else [],
            LANGUAGE_NAMES[one.language],
            one.language != one.wanted_language,
            earlier.get(one.key, ""),
        )
        for one in letters
    ]


def earlier_of(run: LetterRun, letters: Iterable[Letter]) -> dict[str, str]:
    """Letters of the same kind about the same record that these recipients have had: the newest number of each."""
    rows = Letter.objects.filter(
        state=LetterState.ISSUED,
        kind=run.kind,
        run__source=run.source,
        run__content_type=run.content_type_id,
        run__object_id=run.object_id,
        key__in=[one.key for one in letters],
    ).exclude(run=run.pk)
    return {one.key: one.handle for one in rows.order_by("pk").only("key", "reference")}
