"""The grid of delegations, and the page of one: what is in, what is owed, what the reader may do. Reads only."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext

from events.completeness import Cell, Item, State, completeness_of, items_of
from events.enums import DelegationStatus, PaperKind, ParticipantStatus
from events.models import Delegation, DelegationPaper, Event, Participant
from events.presentation.registration import shape_of
from events.workflow import inviting

SHAPES = {
    DelegationStatus.PREPARED: "is-new",
    DelegationStatus.INVITED: "is-waiting",
    DelegationStatus.SUBMITTED: "is-waiting",
    DelegationStatus.FORWARDED: "is-done",
    DelegationStatus.DECLINED: "is-stopped",
    DelegationStatus.CANCELLED: "is-stopped",
}
CELL_SHAPES = {State.IN: "is-done", State.PART: "is-going", State.MISSING: "is-late", State.NOT_DUE: "is-new"}

PHRASES: dict[str, Promise] = {
    "prepare": gettext_lazy("Invitation prepared"),
    "invite": gettext_lazy("Invitation sent"),
    "edit_delegation": gettext_lazy("Quota or due time changed"),
    "remove_nominee": gettext_lazy("A nominee removed before the nomination was sent"),
    "name_head": gettext_lazy("Head of delegation and order of precedence set"),
    "write_nomination_letter": gettext_lazy("Nomination letter entered"),
    "hand_in_paper": gettext_lazy("Paper handed in"),
    f"hand_in_paper:{PaperKind.NOMINATION}": gettext_lazy("Nomination letter handed in"),
    f"hand_in_paper:{PaperKind.COUNTRY_REPORT}": gettext_lazy("Country report handed in"),
    f"hand_in_paper:{PaperKind.SLIDES}": gettext_lazy("Slides handed in"),
    f"hand_in_paper:{PaperKind.TRANSLATION}": gettext_lazy("Translation of the slides handed in"),
    "submit": gettext_lazy("Nomination sent"),
    "without_contact_point": gettext_lazy(
        "The country has no contact point: the nomination went on to the centre at once"
    ),
    "forward": gettext_lazy("Nomination received by the centre"),
    "return": gettext_lazy("Nomination returned with reasons"),
    "decline": gettext_lazy("Invitation declined"),
    "cancel": gettext_lazy("Invitation withdrawn"),
    "remind": gettext_lazy("Reminded by the centre"),
    "nomination_due_soon": gettext_lazy("Reminded that the nomination is due"),
    "papers_due_soon": gettext_lazy("Reminded that papers are due"),
}


# --- The grid --------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Shown:
    """One cell as it is drawn: a label for phones, a shape unless it is plain, and words."""

    label: str | Promise
    shape: str
    words: str


@dataclass(frozen=True)
class Row:
    """One delegation of the grid. Without cells where nothing is expected of it; then its state says why."""

    delegation: Delegation
    shape: str
    cells: list[Shown]


@dataclass(frozen=True)
class Grid:
    """All delegations in the order of protocol, and what they amount to."""

    items: list[Item]
    rows: list[Row]
    coming: int
    nominees: int
    alternates: int
    complete: int

    @property
    def columns(self) -> int:
        return len(self.items)


def shown(cell: Cell) -> Shown:
    """How a cell reads. What is in stays quiet, so that what is missing stands out."""
    label = cell.item.label
    if cell.item == Item.NOMINEES and cell.state != State.MISSING:
        words = f"{cell.done} + {cell.alternates}"
        return Shown(label, "" if cell.state == State.IN else CELL_SHAPES[State.PART], words)
    if cell.state == State.PART:
        return Shown(label, CELL_SHAPES[cell.state], _("%(done)s of %(all)s") % {"done": cell.done, "all": cell.of})
    return Shown(label, CELL_SHAPES[cell.state], str(cell.state.label))


def delegations_of(event: Event) -> list[Delegation]:
    """Every delegation of the event that was not called off, in the order of protocol."""
    rows = event.delegations.in_order().exclude(status=DelegationStatus.CANCELLED)
    return list(rows.select_related("country", "organisation", "head"))


def grid_of(event: Event) -> Grid:
    """The grid delegation × item: three queries."""
    delegations = delegations_of(event)
    coming = [one for one in delegations if one.status in DelegationStatus.coming()]
    cells = completeness_of(event, coming)
    rows = [
        Row(one, SHAPES[DelegationStatus(one.status)], [shown(cell) for cell in cells.get(one.pk, [])])
        for one in delegations
    ]
    return Grid(
        items_of(event),
        rows,
        coming=len(coming),
        nominees=sum(one.nominees for one in coming),
        alternates=sum(cell.alternates for found in cells.values() for cell in found),
        complete=sum(not any(cell.is_owed for cell in cells[one.pk]) for one in coming),
    )


def table_of(event: Event) -> Iterator[list[str]]:
    """The grid as lines of a table, with its head."""
    grid = grid_of(event)
    state = pgettext("country", "State")
    head = [_("Code"), state, _("Body"), _("State of the invitation"), _("Nominees"), _("Quota"), _("Head")]
    yield [*head, *(str(item.label) for item in grid.items[1:])]
    for row in grid.rows:
        one = row.delegation
        yield [
            one.country_id,
            str(one.country.name),
            str(one.organisation.name),
            str(one.get_status_display()),
            row.cells[0].words if row.cells else "",
            str(one.quota),
            str(one.head or ""),
            *(cell.words for cell in row.cells[1:]),
        ]


# --- One delegation --------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Owed:
    """One thing the delegation owes, and by when."""

    cell: Shown
    due_at: datetime | None
    is_owed: bool

    @property
    def shape(self) -> str:
        """As in the grid, but beside its due time nothing is late before that has passed."""
        is_early = self.due_at is not None and self.due_at > timezone.now()
        return "is-waiting" if is_early and self.cell.shape == CELL_SHAPES[State.MISSING] else self.cell.shape


def owed_of(event: Event, delegation: Delegation) -> list[Owed]:
    """What is owed, each by its due time; nothing of a delegation that does not come."""
    if delegation.status not in DelegationStatus.coming():
        return []
    due: dict[Item, datetime | None] = {
        Item.NOMINEES: delegation.due_at,
        Item.LETTER: delegation.due_at,
        **dict.fromkeys((Item.COUNTRY_REPORT, Item.SLIDES, Item.TRANSLATION), event.papers_due_at),
    }
    cells = completeness_of(event, [delegation])[delegation.pk]
    return [Owed(shown(cell), due.get(cell.item), cell.is_owed) for cell in cells]


@dataclass(frozen=True)
class Button:
    """An act as a link to the page that asks for what it needs."""

    label: str | Promise
    url: str


@dataclass(frozen=True)
class Ask:
    """What is wanted from this reader: a sentence, by when, one button."""

    sentence: str | Promise
    button: Button
    due_at: datetime | None = None


ASKED = (
    *("events.invite_delegation", "events.nominate", "events.submit_nomination", "events.forward_nomination"),
    *("events.return_nomination", "events.decline_invitation", "events.cancel_delegation", "events.edit_delegation"),
    *("events.hand_in_paper", "events.name_head", "events.remind_delegation"),
)
# Step or act → the screen that takes it, and its words; `None` where the table has them.
STEP_PAGES = {
    "invite": "invite_delegation",
    "submit": "submit_nomination",
    "forward": "forward_nomination",
    "return": "return_nomination",
    "decline": "decline_invitation",
    "cancel": "cancel_delegation",
}


def buttons_of(delegation: Delegation, user: Any, granted: set[str], event: Event) -> dict[str, Button]:
    """What the reader may do with this delegation now, by name."""
    found: dict[str, Button] = {}

    def add(name: str, label: str | Promise) -> None:
        found[name] = Button(label, reverse(f"events:{name}", args=[event.reference, delegation.pk]))

    if "events.nominate" in granted and delegation.status == DelegationStatus.INVITED:
        add("nominate", gettext_lazy("Nominate a person"))
        add("write_nomination_letter", gettext_lazy("Enter the nomination letter"))
    for step in inviting.available(delegation, user, granted=granted):
        add(STEP_PAGES[step.name], step.label)
    if "events.name_head" in granted and delegation.status in DelegationStatus.coming():
        add("name_head", gettext_lazy("Head and order of precedence"))
    if "events.hand_in_paper" in granted:
        add("hand_in_paper", gettext_lazy("Hand in a paper"))
    if "events.edit_delegation" in granted and delegation.status in (
        DelegationStatus.PREPARED,
        *DelegationStatus.coming(),
    ):
        add("edit_delegation", gettext_lazy("Quota and due time"))
    return found


def ask_of(delegation: Delegation, buttons: dict[str, Button], members: Sequence["Member"] = ()) -> Ask | None:
    """The one thing that waits for this reader, if anything does; for officers that is the next nominee to check."""
    if "edit_delegation" in buttons and delegation.status == DelegationStatus.FORWARDED:
        return _next_check(delegation, members)
    if "invite_delegation" in buttons:
        return Ask(_("The invitation is prepared and not sent yet."), buttons["invite_delegation"])
    if "nominate" in buttons:
        return _nomination(delegation, buttons)
    if "forward_nomination" in buttons:
        sentence = _("Check the nomination, then forward it or return it with reasons.")
        return Ask(sentence, buttons["forward_nomination"], delegation.due_at)
    return None


def _nomination(delegation: Delegation, buttons: dict[str, Button]) -> Ask | None:
    """Nobody is asked for what comes too late: the officer moves the due time first."""
    if delegation.due_at and delegation.due_at <= timezone.now():
        return None
    if delegation.nominees:
        sentence = _("Complete the nomination, add the letter and send it.")
        return Ask(sentence, buttons["submit_nomination"], delegation.due_at)
    return Ask(_("Nominate your people, add the letter and send it."), buttons["nominate"], delegation.due_at)


def _next_check(delegation: Delegation, members: Sequence["Member"]) -> Ask | None:
    waiting = [one.person for one in members if one.person.status == ParticipantStatus.NOMINATED]
    if not waiting:
        return None
    url = reverse("events:check_participant", args=[delegation.event.reference, waiting[0].pk])
    sentence = ngettext(
        "%(count)s nominee is not checked yet.", "%(count)s nominees are not checked yet.", len(waiting)
    )
    return Ask(sentence % {"count": len(waiting)}, Button(gettext_lazy("Check the next"), url))


@dataclass(frozen=True)
class Member:
    """One person of the delegation as the page lists him."""

    person: Participant
    shape: str
    is_head: bool
    note: str


def members_of(delegation: Delegation, user: Any) -> list[Member]:
    """Its people in the order of precedence, alternates last; those who left are shown where they had a place.

    One query; `may_open` says whether this reader sees the page of the person.
    """
    rows = (
        delegation.participants.with_permissions(user, may_open="events.view_participant")
        .select_related("replaces")
        .order_by("is_alternate", "order", "pk")
    )
    people = list(rows)
    for one in people:
        one.event, one.delegation = delegation.event, delegation
    return [
        Member(one, shape_of(one.status), one.pk == delegation.head_id, _note(one))
        for one in people
        if one.status != ParticipantStatus.WITHDRAWN or one.accepted_at or one.may_open  # type: ignore[attr-defined]
    ]


def _note(one: Participant) -> str:
    if one.replaces is not None:
        return _("In place of %(name)s") % {"name": one.replaces}
    return _("Alternate") if one.is_alternate else ""


@dataclass(frozen=True)
class Shelf:
    """The papers of one kind and language: the one that counts, and the older ones."""

    kind: str
    newest: DelegationPaper
    older: list[DelegationPaper]


def papers_of(delegation: Delegation) -> list[Shelf]:
    """Its papers by kind, newest first; one query."""
    rows = delegation.papers.select_related("file", "by").order_by("-at", "-pk")
    return shelves(rows)


def shelves(rows: Iterable[DelegationPaper]) -> list[Shelf]:
    found: dict[tuple[str, str], list[DelegationPaper]] = {}
    for row in rows:
        found.setdefault((row.kind, "" if row.kind == PaperKind.NOMINATION else row.language), []).append(row)
    order = list(PaperKind.values)
    ranked = sorted(found.items(), key=lambda pair: order.index(pair[0][0]))
    return [Shelf(papers[0].get_kind_display(), papers[0], papers[1:]) for _key, papers in ranked]


# --- Reminding -------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Reminder:
    """Who would be reminded of what, and how many people of theirs would get the letter."""

    delegation: Delegation
    items: list[str]
    readers: int


def reminders_of(event: Event, items: Sequence[Item], readers: dict[int, int]) -> list[Reminder]:
    """The delegations that owe one of the items, in the order of protocol."""
    rows = [one for one in delegations_of(event) if one.status in DelegationStatus.coming()]
    cells = completeness_of(event, rows)
    found = []
    for one in rows:
        owed = [str(cell.item.label) for cell in cells[one.pk] if cell.is_owed and cell.item in items]
        if owed:
            found.append(Reminder(one, owed, readers.get(one.pk, 0)))
    return found
