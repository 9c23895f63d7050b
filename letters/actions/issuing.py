"""Letters get their numbers and leave the house, and are withdrawn where they should not have."""

from hashlib import sha256
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from core.numbering import next_number
from core.refusal import RefusedError, expect_read
from core.search import document
from core.tasks import enqueue
from letters import signals
from letters.enums import Signing
from letters.merging import fill, missing_in
from letters.models import Letter, LetterRun
from letters.workflow import lifecycle, sending
from people.audience import co_director
from people.days import today_at
from people.enums import Side
from people.models import Centre, User

QUOTED = 5  # recipients named in a refusal


def mark_of(run: LetterRun) -> str:
    """What somebody has looked at: it changes with every letter of the run."""
    rows = run.letters.order_by("position").values_list("pk", "revision", "state")
    return sha256(repr([str(run.state), *rows]).encode()).hexdigest()[:16]


@transaction.atomic
def issue_run(run: LetterRun, *, by: User, seen: str = "") -> LetterRun:
    """Issue all drafts of a run at once, numbered without gaps in the order of protocol.

    The words are filled in and frozen, with the names and titles of the signatories of this day. Refused when a letter
    has changed since `seen`, when none is left, and while a field of one of them has nothing behind it.
    """
    row = sending.lock(run)
    sending.expect(row, "issue_run", by=by)
    drafts = list(row.letters.drafts().select_for_update(of=("self",)).order_by("position"))
    expect_read(seen, mark_of(row))
    if not drafts:
        raise RefusedError(_("Every recipient was left out: there is no letter to issue."))
    _expect_whole(drafts)
    now, today = timezone.now(), today_at(row.centre)
    signatories = signatories_of(row.centre, row.signing)
    issued = []
    for one in drafts:
        subject, body = fill(one.subject, one.values), fill(one.body, one.values)
        issued.append(
            lifecycle.take(
                one,
                "issue",
                by=by,
                reference=f"L-{today.year}-{next_number(f'L-{today.year}'):04}",
                subject=subject,
                body=body,
                values={},
                signatories=_own_first(signatories, row.centre, one.country_id),
                issued_at=now,
                issued_on=today,
                issued_by=by,
                search=document([subject, body, one.addressee, *one.recipient.values()]),
            )
        )
    row.letters.exclude(values={}).update(values={})
    row = sending.take(row, "issue_run", by=by, issued_at=now)
    signals.letters_issued.send(LetterRun, run=row, letters=issued, by=by)
    transaction.on_commit(_keep)
    return row


def _keep() -> None:
    from letters.tasks.keeping import keep_papers  # noqa: PLC0415  the task imports actions

    enqueue(keep_papers)


def _expect_whole(drafts: list[Letter]) -> None:
    lacking = []
    for one in drafts:
        if names := missing_in(f"{one.subject}\n{one.body}", one.values):
            fields = ", ".join(f"{{{name}}}" for name in names)
            lacking.append(f"{one.position}. {one.recipient}: {fields}")
    if lacking:
        more = "; …" if len(lacking) > QUOTED else ""
        raise RefusedError(
            _("Some fields have nothing to say. Write the words yourself, or leave the recipient out: %(letters)s.")
            % {"letters": "; ".join(lacking[:QUOTED]) + more}
        )


def signatories_of(centre: Centre, signing: str) -> list[dict[str, Any]]:
    """Who signs today: name, title and side. A vacant post is signed by hand, over its title."""
    sides = list(Side.values) if signing == Signing.BOTH else [signing]
    found = []
    for side in sides:
        person = co_director(centre, side)
        title = dict(person.title_of_record()) if person else {}
        found.append({"side": side, "name": person.name_of_record() if person else "", "title": title})
    return found


def _own_first(signatories: list[dict[str, Any]], centre: Centre, country: str) -> list[dict[str, Any]]:
    """The recipient's own side first, where it is one of the two."""
    return sorted(signatories, key=lambda one: centre.side_country(one["side"]).pk != country)


@transaction.atomic
def withdraw_letter(letter: Letter, *, by: User, reason: str) -> Letter:
    """Declare an issued letter void, with reasons for its recipient. Number and words stay, and the page says so."""
    if not reason.strip():
        raise RefusedError(_("Give the reasons: the recipient reads them."))
    row = lifecycle.take(
        letter, "withdraw", by=by, reason=reason.strip(), why=reason.strip(), withdrawn_at=timezone.now()
    )
    signals.letter_withdrawn.send(Letter, letter=row, by=by, reason=row.why)
    return row
