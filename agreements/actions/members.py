"""Who sits in a session, for which side, and who came."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from agreements.actions.sessions import lock_ahead
from agreements.enums import Presence
from agreements.models import CommitteeSession, SessionMember
from core import journal
from core.localised import LocalisedText
from core.refusal import RefusedError, refusing
from people.models import Organisation, User

MOST = 60  # people round one table


def _refusing() -> Any:
    return refusing(
        {
            "committee_one_head_a_side": _("This side has a head of delegation already."),
            "committee_one_seat_a_person": _("This person sits in the session already."),
            "committee_members_have_a_side": _("Only observers sit on no side."),
        }
    )


@transaction.atomic
def add_member(
    session: CommitteeSession,
    *,
    by: User,
    side: str,
    role: str,
    organisation: Organisation | None = None,
    user: User | None = None,
    name: str = "",
    title: Mapping[str, str] | None = None,
) -> SessionMember:
    """Give somebody a seat, with name and title of this day; who has an account reads agenda and papers.

    Refused for a second head of the same side, for a second seat of the same person, and without a name or body.
    """
    row = lock_ahead(session, by=by)
    if row.members.count() >= MOST:
        raise RefusedError(_("%(count)d people are the most that sit in a session.") % {"count": MOST})
    values = _of_the_day(user=user, name=name, title=title, organisation=organisation)
    with _refusing():
        member = SessionMember.objects.create(session=row, side=side, role=role, user=user, **values)
    journal.write(row, "add_member", by=by, data={"member": member.pk})
    return member


def _of_the_day(
    *, user: User | None, name: str, title: Mapping[str, str] | None, organisation: Organisation | None
) -> dict[str, Any]:
    """What was written, else what the account says today: later changes of the account do not touch the record."""
    held = user.standing.primary if user else None
    body = organisation or (held.organisation if held else None)
    written = name.strip() or (user.display_name if user else "")
    if not written:
        raise RefusedError(_("Write the name, or give the account."))
    if body is None:
        raise RefusedError(_("Say which body sends this person."))
    return {
        "name": written,
        "title": LocalisedText(title or (held.title if held else {})),
        "organisation": body,
    }


@transaction.atomic
def edit_member(
    member: SessionMember,
    *,
    by: User,
    side: str,
    role: str,
    name: str,
    organisation: Organisation | None = None,
    title: Mapping[str, str] | None = None,
) -> SessionMember:
    """Put a seat right: side, role, name, title, body. The account stays: another person gets another seat."""
    session = lock_ahead(member.session, by=by)
    row = SessionMember.objects.select_for_update(of=("self",)).get(pk=member.pk, session=session)
    row.side, row.role, row.name = side, role, name
    row.organisation, row.title = organisation or row.organisation, LocalisedText(title or {})
    with _refusing():
        row.save(update_fields=["side", "role", "name", "organisation", "title"])
    journal.write(session, "edit_member", by=by, data={"member": row.pk})
    return row


@transaction.atomic
def remove_member(member: SessionMember, *, by: User) -> CommitteeSession:
    """Take a seat away before the session is held; the journal of the session remembers that it was there."""
    session = lock_ahead(member.session, by=by)
    row = SessionMember.objects.select_for_update(of=("self",)).get(pk=member.pk, session=session)
    journal.write(session, "remove_member", by=by, data={"member": row.pk})
    row.delete()
    return session


@transaction.atomic
def record_presence(session: CommitteeSession, *, by: User, presence: Mapping[int, str]) -> CommitteeSession:
    """Write down who came and who sent apologies, by the numbers of the seats.

    Refused once it is recorded that the session was held: the quorum was counted from it.
    """
    row = lock_ahead(session, by=by)
    members = list(row.members.select_for_update(of=("self",)))
    changed = _marked(members, presence)
    if changed:
        SessionMember.objects.bulk_update(changed, ["presence"])
        journal.write(row, "record_presence", by=by, data={"members": [one.pk for one in changed]})
    return row


def _marked(members: Iterable[SessionMember], presence: Mapping[int, str]) -> list[SessionMember]:
    changed = []
    for member in members:
        value = presence.get(member.pk, member.presence)
        if value not in Presence.values:
            message = f"Nobody is {value}"
            raise ValueError(message)
        if value != member.presence:
            member.presence = value
            changed.append(member)
    return changed
