"""Name those who come, add the letter that names them, send it, forward it or give it back."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from core import journal, policies
from core.refusal import RefusedError, refusing
from events import signals
from events.actions.handing_in import keep_paper
from events.actions.inviting import expect_reason, lock_nominee
from events.actions.travel import destroy_travel
from events.enums import DelegationStatus, ListStatus, PaperKind, ParticipantStatus
from events.models import Delegation, DelegationPaper, ListEntry, Participant, TravelFile
from events.models.delegations import new_secret
from events.workflow import inviting, taking_part
from files.models import StoredFile
from people.audience import holders_in_country, holders_in_organisation
from people.enums import Function
from people.models import User

# What the nominating body writes of a nominee.
FACTS = (
    "given_name",
    "family_name",
    "given_name_own",
    "family_name_own",
    "own_language",
    "family_name_first",
    "email",
    "language",
    "post",
    "rank",
    "organisation_name",
    "needs_language",
    "superior_name",
    "superior_email",
    "is_alternate",
    "experience",
    "motivation",
    "earlier_training",
    "complete_and_correct",
    "knows_language",
)

# What the person himself puts right; the rest is what the body has signed for.
OWN_FACTS = (
    *("given_name", "family_name", "given_name_own", "family_name_own", "own_language", "family_name_first"),
    *("language", "post", "organisation_name", "needs_language", "superior_name", "superior_email"),
)


def facts_open_to(participant: Participant, by: User) -> tuple[str, ...]:
    """The facts that somebody who may edit the person at all may change."""
    if participant.delegation is None:
        return ()
    officer, nominating = "events.edit_delegation", "events.nominate"
    held = policies.granted(by, (officer, nominating), participant.delegation)
    awaited = participant.delegation.status == DelegationStatus.INVITED
    return FACTS if officer in held or (nominating in held and awaited) else OWN_FACTS


def expect_nominating(delegation: Delegation, *, by: User) -> None:
    """Refuse to change a nomination that has been sent, or is late: an officer moves the due time."""
    policies.require(by, "events.nominate", delegation)
    if delegation.status != DelegationStatus.INVITED:
        raise RefusedError(
            _("The nomination has been sent or closed. It is changed only after it was returned with reasons.")
        )
    if delegation.due_at and delegation.due_at <= timezone.now():
        raise RefusedError(_("The time for nominations is over. Ask the centre to move the due time."))


def _refusals(delegation: Delegation) -> Any:
    full = _("The quota of %(quota)s is full. Enter the person as an alternate, or remove somebody first.")
    return refusing(
        {
            "delegation_within_quota": full % {"quota": delegation.quota},
            "one_place_a_person": _("A person with this e-mail address is entered for the event already."),
        }
    )


def _unknown(values: dict[str, Any]) -> None:
    if unknown := set(values) - set(FACTS):
        message = f"Not facts of a nominee: {sorted(unknown)}"
        raise TypeError(message)


@transaction.atomic
def nominate(delegation: Delegation, *, by: User, **values: Any) -> Participant:
    """Enter a nominee, or an alternate, at the end of the order.

    Refused beyond the quota, which the database counts, and for an address that is entered already. Somebody of the
    same body who has an account finds the nomination there at once.
    """
    _unknown(values)
    row = inviting.lock(delegation)
    expect_nominating(row, by=by)
    last = row.participants.aggregate(last=Max("order"))["last"] or 0
    account = holders_in_organisation(row.organisation_id).filter(email__iexact=values["email"]).first()
    with _refusals(row):
        nominee = Participant.objects.create(
            **{"organisation_name": str(row.organisation), **values},
            event_id=row.event_id,
            delegation=row,
            country_id=row.country_id,
            order=last + 1,
            user=account,
        )
    journal.write(nominee, "nominate", by=by, to_state=ParticipantStatus.NOMINATED)
    return nominee


@transaction.atomic
def edit_nominee(participant: Participant, *, by: User, seen: datetime, **values: Any) -> Participant:
    """Put the facts of a nominee right. `seen` is the last change the writer had before him.

    The nominating body does so until the nomination is sent, officers until the event is closed, the person himself
    where it is about name, post and letters. Refused when somebody else has saved the same person since. Another
    address is another owner: old links and the old account lose the row.
    """
    _unknown(values)
    row = lock_nominee(participant)
    if row.delegation is None:
        raise RefusedError(_("This person registered without a delegation, and changes that registration."))
    if not policies.allows(by, "events.edit_participant", row):
        expect_nominating(row.delegation, by=by)
    if row.updated_at != seen:
        raise RefusedError(
            _("Somebody has saved this person after you opened the page. Open it anew and add what you have written.")
        )
    if row.status not in ParticipantStatus.present():
        raise RefusedError(_("This person does not come any more."))
    changed = [name for name, value in values.items() if getattr(row, name) != value]
    moves = values.get("email", row.email).strip().lower() != row.email.lower()
    if not set(changed) <= set(facts_open_to(row, by)):
        raise PermissionDenied("events.nominate")
    if "is_alternate" in changed and row.status not in (ParticipantStatus.NOMINATED, ParticipantStatus.CHECKED):
        raise RefusedError(_("Whether the person comes as an alternate has been decided: replace somebody instead."))
    for name in changed:
        setattr(row, name, values[name])
    row.updated_at = timezone.now()
    moved = _hand_over(row, by=by) if moves else []
    with _refusals(row.delegation):
        row.save(update_fields=[*changed, *moved, "updated_at"])
    journal.write(row, "edit_nominee", by=by, data={"fields": changed})
    return row


def _hand_over(row: Participant, *, by: User) -> list[str]:
    """Give the row to whoever has the new address; returns what was changed.

    The links that went to the old one open nothing any more, and the account that had the row keeps nothing of it:
    neither does the next owner read what that person wrote for the journey.
    """
    assert row.delegation is not None  # noqa: S101  for the reader of types
    account = holders_in_organisation(row.delegation.organisation_id).filter(email__iexact=row.email).first()
    if row.user is not None and row.user.email.lower() == row.email.strip().lower():
        account = row.user
    if row.user is not None and row.user != account and (file := TravelFile.objects.filter(participant=row).first()):
        destroy_travel(file, by=by)
        row.arrival_known = False
    if row.user != account:
        row.user, row.claimed_at = account, None
    row.secret, row.calendar_secret = new_secret(), new_secret()
    return ["user", "claimed_at", "secret", "calendar_secret", "arrival_known"]


@transaction.atomic
def remove_nominee(participant: Participant, *, by: User) -> Delegation:
    """Take a nominee off again before the nomination is sent. Who was never on a list leaves no trace but a number."""
    row = lock_nominee(participant)
    if row.delegation is None:
        raise PermissionDenied("events.nominate")
    delegation = row.delegation
    expect_nominating(delegation, by=by)
    if delegation.head_id == row.pk:
        delegation.head = None
        delegation.save(update_fields=["head"])
    journal.write(delegation, "remove_nominee", by=by, data={"participant": row.pk})
    if row.list_entries.exists():
        taking_part.take(row, "withdraw", by=None)
    else:
        row.delete()
    return delegation


@transaction.atomic
def name_head(
    delegation: Delegation, *, by: User, head: Participant | None, order: Sequence[Participant] = ()
) -> Delegation:
    """Name the head of the delegation and put its people in the order of precedence.

    Refused for somebody who is not of this delegation, does not come, or is an alternate.
    """
    row = inviting.lock(delegation)
    policies.require(by, "events.name_head", row)
    there = {one.pk: one for one in row.participants.present().select_for_update(of=("self",)).order_by("pk")}
    if head is not None and (head.pk not in there or there[head.pk].is_alternate):
        raise RefusedError(_("The head is one of those who come with the delegation, not an alternate."))
    if not {one.pk for one in order} <= set(there):
        raise RefusedError(_("The list of people has changed. Open the page anew."))
    for position, one in enumerate(order, 1):
        if there[one.pk].order != position:
            Participant.objects.filter(pk=one.pk).update(order=position)
    row.head = head
    row.save(update_fields=["head"])
    journal.write(row, "name_head", by=by, data={"participant": head.pk if head else None})
    return row


@transaction.atomic
def write_nomination_letter(
    delegation: Delegation,
    *,
    by: User,
    number: str,
    signed_on: date,
    signatory_name: str,
    signatory_post: str,
    language: str,
    file: StoredFile | None = None,
) -> Delegation:
    """Add the letter by which the body officially nominates: its number, its day, who signed it, and the letter itself.

    A newer file takes the place of the older one, which stays. Refused without a file where none is in yet.
    """
    row = inviting.lock(delegation)
    expect_nominating(row, by=by)
    if file is None and not letters_of(row):
        raise RefusedError(_("Add the nomination letter as a file."))
    if signed_on > timezone.localdate():
        raise RefusedError(_("The letter cannot be signed on a day to come."))
    row.nomination_number, row.nomination_on = number, signed_on
    row.signatory_name, row.signatory_post = signatory_name, signatory_post
    row.save(update_fields=["nomination_number", "nomination_on", "signatory_name", "signatory_post"])
    if file is not None:
        keep_paper(row, by=by, kind=PaperKind.NOMINATION, language=language, file=file)
    journal.write(row, "write_nomination_letter", by=by, data={"has_file": file is not None})
    return row


def letters_of(delegation: Delegation) -> list[DelegationPaper]:
    """The nomination letters that count."""
    return list(delegation.papers.filter(kind=PaperKind.NOMINATION, superseded_at=None).select_related("file"))


def missing(delegation: Delegation) -> list[str]:
    """What a nomination still lacks before it may be sent, in sentences."""
    nominees = list(delegation.participants.filter(status__in=ParticipantStatus.in_quota()))
    found = []
    if not any(not one.is_alternate for one in nominees):
        found.append(_("Nominate at least one person."))
    if undeclared := [str(one) for one in nominees if not (one.complete_and_correct and one.knows_language)]:
        found.append(_("Confirm both declarations for: %(names)s.") % {"names": ", ".join(undeclared)})
    if not letters_of(delegation):
        found.append(_("Add the nomination letter."))
    if not (delegation.nomination_number and delegation.nomination_on and delegation.signatory_name):
        found.append(_("Write the number, the date and the signatory of the nomination letter."))
    return found


@transaction.atomic
def submit_nomination(delegation: Delegation, *, by: User) -> Delegation:
    """Send the nomination to the contact point, who forwards it to the centre.

    Where the sender is the contact point of the country, or the country has none, it goes on to the centre at once, and
    the journal says so. Refused while something is missing, and after the due time until an officer moves it.
    """
    row = inviting.lock(delegation)
    inviting.expect(row, "submit", by=by)
    expect_nominating(row, by=by)
    if lacking := missing(row):
        raise RefusedError(" ".join(lacking))
    row = inviting.take(row, "submit", by=by, submitted_at=timezone.now())
    if row.country_id in by.standing.country_codes(Function.CONTACT_POINT):
        return forward_nomination(row, by=by)
    if not holders_in_country(row.country_id, Function.CONTACT_POINT).exists():
        journal.write(row, "without_contact_point", by=None)
        return forward_nomination(row, by=None)
    signals.nomination_submitted.send(Delegation, delegation=row, by=by)
    return row


@transaction.atomic
def forward_nomination(delegation: Delegation, *, by: User | None, opinion: str = "") -> Delegation:
    """Hand the nomination to the centre; `opinion` stands in the history. `by=None` where nobody checks in between."""
    row = inviting.take(delegation, "forward", by=by, reason=opinion, forwarded_at=timezone.now())
    signals.nomination_forwarded.send(Delegation, delegation=row, by=by)
    return row


@transaction.atomic
def return_nomination(delegation: Delegation, *, by: User, reason: str) -> Delegation:
    """Give the nomination back for revision, with reasons; checks that were made are taken back.

    Refused once people of the delegation stand on a list, or were accepted: they are replaced or withdrawn instead.
    """
    expect_reason(reason)
    row = inviting.lock(delegation)
    inviting.expect(row, "return", by=by)
    on_list = ListEntry.objects.filter(participant__delegation=row)
    if on_list.filter(list__status=ListStatus.PROPOSED).exists():
        raise RefusedError(_("People of this delegation stand on a list that both sides decide on. Withdraw it first."))
    decided = (ParticipantStatus.RESERVE, *ParticipantStatus.seated())
    if row.participants.filter(status__in=decided).exists():
        raise RefusedError(_("Both sides have decided on people of this delegation. Replace or withdraw them instead."))
    for one in row.participants.filter(status=ParticipantStatus.CHECKED).order_by("pk"):
        taking_part.take(one, "uncheck", by=by, reason=reason)
    row = inviting.take(row, "return", by=by, reason=reason, submitted_at=None, forwarded_at=None)
    signals.nomination_returned.send(Delegation, delegation=row, by=by, reason=reason)
    return row
