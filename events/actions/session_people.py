"""Who speaks, chairs, guides and interprets in a session of the draft."""

from collections.abc import Sequence
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from core import journal, policies
from core.refusal import RefusedError
from events.actions.planning import PERSON, TWICE, expect_seen, hold_session, in_words, is_elsewhere
from events.enums import PartRole
from events.models import Contributor, Release, Session, SessionPart
from events.versions import without_person
from people.models import User

NAMELESS = "Former contributor"
FACTS = {
    "given_name",
    "family_name",
    "given_name_own",
    "family_name_own",
    "own_language",
    "family_name_first",
    "post",
    "organisation",
    "country",
    "email",
    "language",
    "interprets",
}


@transaction.atomic
def add_part(
    session: Session,
    *,
    by: User,
    contributor: Contributor,
    role: PartRole | str,
    languages: Sequence[str] = (),
    topic: dict[str, str] | None = None,
    position: int | None = None,
) -> SessionPart:
    """Put a person into a session. Refused when the person is in another session at that time, here or elsewhere."""
    row = hold_session(session, by=by)
    person = Contributor.objects.select_for_update(of=("self",), no_key=True).get(pk=contributor.pk)
    if row.cancelled_at:
        raise RefusedError(_("The session is cancelled. Restore it first."))
    if position is None:
        last = row.parts.order_by("-position").values_list("position", flat=True).first() or 0
        position = last + 1
    with in_words(lambda name: _refusal(name, person, row, by)):
        part = SessionPart.objects.create(
            session=row,
            contributor=person,
            role=role,
            languages=list(languages),
            topic=topic or {},
            position=position,
        )
    _changed(row)
    journal.write(row, "add_part", by=by, data={"contributor": person.pk, "role": str(role)})
    return part


@transaction.atomic
def add_contributor(
    session: Session,
    *,
    by: User,
    role: PartRole | str,
    languages: Sequence[str] = (),
    topic: dict[str, str] | None = None,
    **facts: Any,
) -> SessionPart:
    """Enter somebody new and put the person into the session. `facts` are fields of the contributor.

    Refused when somebody is entered with this address already: one row a person, so that clashes are seen.
    """
    hold_session(session, by=by)
    _expect_facts(facts)
    email = facts.get("email", "")
    if email and (known := Contributor.objects.filter(email__iexact=email).first()):
        raise RefusedError(
            _("%(person)s is entered with this address already. Find the person by name.") % {"person": known}
        )
    person = Contributor.objects.create(**facts, user=_account_of(email))
    return add_part(session, by=by, contributor=person, role=role, languages=languages, topic=topic)


@transaction.atomic
def edit_part(
    part: SessionPart,
    *,
    by: User,
    seen: str,
    role: PartRole | str,
    languages: Sequence[str],
    topic: dict[str, str],
    position: int,
) -> SessionPart:
    """Change what a person does in a session. `seen` is the state of the session the writer had before him."""
    row = hold_session(part.session, by=by)
    expect_seen(row, seen)
    kept = row.parts.filter(pk=part.pk).select_related("contributor").first()
    if kept is None:
        raise RefusedError(_("A colleague has taken the person out of the session."))
    kept.role, kept.languages, kept.topic, kept.position = role, list(languages), topic, position
    kept.save(update_fields=["role", "languages", "topic", "position"])
    _changed(row)
    journal.write(row, "edit_part", by=by, data={"contributor": kept.contributor_id, "role": str(role)})
    return kept


@transaction.atomic
def remove_part(part: SessionPart, *, by: User) -> Session:
    """Take a person out of a session."""
    row = hold_session(part.session, by=by)
    gone, _rows = row.parts.filter(pk=part.pk).delete()
    if not gone:
        raise RefusedError(_("A colleague has taken the person out of the session."))
    _changed(row)
    journal.write(row, "remove_part", by=by, data={"contributor": part.contributor_id})
    return row


@transaction.atomic
def edit_contributor(part: SessionPart, *, by: User, **facts: Any) -> Contributor:
    """Correct the name, post or address of somebody who has a part in a session of one's own event.

    Refused where the address belongs to somebody else who is entered. Forbidden while the person has a part in an event
    of another centre, too: letters, and what an account sees there, go by this address.
    """
    hold_session(part.session, by=by)
    _expect_facts(facts)
    person = Contributor.objects.select_for_update(of=("self",), no_key=True).get(pk=part.contributor_id)
    policies.require(by, "events.edit_contributor", person)
    email = facts.get("email", person.email)
    if email and Contributor.objects.filter(email__iexact=email).exclude(pk=person.pk).exists():
        raise RefusedError(_("Somebody else is entered with this address."))
    for name, value in facts.items():
        setattr(person, name, value)
    person.user = person.user or _account_of(person.email)
    person.save()
    journal.write(person, "edit_contributor", by=by)
    return person


@transaction.atomic
def claim_contributions(*, by: User) -> int:
    """Take over what was entered for one's own address before one had an account. Returns how many were claimed."""
    return Contributor.objects.filter(user=None, email__iexact=by.email).update(user=by)


@transaction.atomic
def forget_contributor(contributor: Contributor, *, by: User | None) -> Contributor:
    """Leave that somebody of that country and body had a part, and nothing that says who: in versions released too."""
    person = Contributor.objects.select_for_update(of=("self",)).get(pk=contributor.pk)
    for release in Release.objects.filter(event__sessions__parts__contributor=person).distinct():
        release.programme = without_person(release.programme, person.pk, NAMELESS)
        release.changes = without_person(release.changes, person.pk, NAMELESS)
        release.save(update_fields=["programme", "changes"])
    for name in ("family_name", "given_name_own", "family_name_own", "own_language", "email"):
        setattr(person, name, "")
    person.given_name, person.post, person.about, person.user = NAMELESS, {}, {}, None
    person.save()
    journal.write(person, "anonymise", by=by)
    return person


def _account_of(email: str) -> User | None:
    """The account of that address: addresses of accounts were verified by an invitation."""
    return User.objects.filter(email__iexact=email, is_active=True).first() if email else None


def _expect_facts(facts: dict[str, Any]) -> None:
    if unknown := set(facts) - FACTS:
        message = f"Not fields of a contributor: {sorted(unknown)}"
        raise TypeError(message)


def _changed(row: Session) -> None:
    row.updated_at = timezone.now()
    row.save(update_fields=["updated_at"])


def _refusal(name: str, person: Contributor, row: Session, by: User) -> str:
    if name == TWICE:
        return _("%(person)s has a part in this session already.") % {"person": person}
    if name == PERSON:
        return is_elsewhere(person, row, by) or _("The person is in another session at that time.")
    return ""
