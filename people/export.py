"""A person's own data as one JSON document. Each app registers what it holds; nothing is read before it is asked for.

A source answers rows of plain values about one person: what the person is, did and wrote. What others wrote about the
person, and who they are, stays out: it is theirs.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.core.serializers.json import DjangoJSONEncoder
from django.db.models import Model, Q
from django.utils import timezone

from core.models import JournalEntry, Signature
from people.models import AccessRequest, Appointment, Consent, ExpertProfile, Invitation, User

Row = dict[str, Any]
Read = Callable[[User], Iterable[Row]]
FORMAT = "cooperation-centre/my-data/1"

sources: dict[str, Read] = {}


def source(name: str) -> Callable[[Read], Read]:
    """Register the decorated function as the section `name` of every export."""

    def register(read: Read) -> Read:
        sources[name] = read
        return read

    return register


def document(user: User) -> Iterator[str]:
    """The document in pieces, one row at a time: a long life here needs no more memory than a short one."""
    encoder = DjangoJSONEncoder(ensure_ascii=False)
    yield f'{{"format": {encoder.encode(FORMAT)}, "exported_at": {encoder.encode(timezone.now())}'
    for name, read in sources.items():
        yield f",\n{encoder.encode(name)}: ["
        for number, row in enumerate(read(user)):
            yield f"{',' if number else ''}\n{encoder.encode(row)}"
        yield "]"
    yield "}\n"


def values(row: Model, *names: str) -> Row:
    """Some fields of a row, by name."""
    return {name: getattr(row, name) for name in names}


@source("account")
def account(user: User) -> Iterable[Row]:
    """Everything of the account but the password, which nobody can read."""
    hidden = {"password"}
    yield {field.attname: getattr(user, field.attname) for field in user._meta.fields if field.name not in hidden}


@source("appointments")
def appointments(user: User) -> Iterable[Row]:
    rows = Appointment.objects.filter(user=user).select_related("organisation", "centre").order_by("pk")
    for row in rows.iterator():
        yield {
            **values(row, "function", "side", "title", "starts_on", "ends_on", "is_primary"),
            "organisation": row.organisation.name,
            "centre": row.centre.name if row.centre else None,
        }


@source("expert_profile")
def expert_profile(user: User) -> Iterable[Row]:
    for row in ExpertProfile.objects.filter(user=user):
        yield {
            **values(row, "systems", "years_of_practice", "consent_to_be_listed", "reviewed_on", "updated_at"),
            "areas": [{"area": one.area.name, "level": one.level} for one in row.expertise.select_related("area")],
            "languages": list(row.languages.values("language", "level")),
            "available": list(row.windows.values("from_on", "until_on", "note")),
        }


@source("consents")
def consents(user: User) -> Iterable[Row]:
    for row in Consent.objects.filter(user=user).select_related("text").order_by("pk"):
        asked = {"purpose": row.text.purpose, "version": row.text.version, "text": row.text.text}
        yield {**asked, **values(row, "answer", "language", "channel", "at")}


@source("invitations")
def invitations(user: User) -> Iterable[Row]:
    """Those that the person received."""
    mine = Invitation.objects.filter(Q(accepted_by=user) | Q(email__iexact=user.email)).select_related("organisation")
    for row in mine.order_by("pk"):
        sent = values(row, "email", "given_name", "family_name", "language", "function", "side", "title", "ends_on")
        when = values(row, "sent_at", "expires_at", "accepted_at", "revoked_at")
        yield {**sent, **when, "organisation": row.organisation.name}


@source("access_requests")
def access_requests(user: User) -> Iterable[Row]:
    for row in AccessRequest.objects.filter(email__iexact=user.email).select_related("organisation").order_by("pk"):
        asked = values(row, "email", "given_name", "family_name", "function", "reason", "language", "asked_at")
        yield {**asked, **values(row, "status", "decided_at", "decision_reason"), "organisation": row.organisation.name}


@source("sessions")
def sessions(user: User) -> Iterable[Row]:
    for row in UserSession.objects.filter(user_id=user.pk).order_by("pk"):
        yield values(row, "ip", "user_agent", "created_at", "last_seen_at")


@source("second_factors")
def second_factors(user: User) -> Iterable[Row]:
    """That they are there; their keys are secrets, also on paper."""
    for row in Authenticator.objects.filter(user_id=user.pk).order_by("pk"):
        yield values(row, "type", "created_at", "last_used_at")


@source("signatures")
def signatures(user: User) -> Iterable[Row]:
    for row in Signature.objects.filter(by=user).select_related("content_type").order_by("pk").iterator():
        yield {**_about(row), **values(row, "step", "key", "signed_at", "by_name", "by_title", "reason")}


@source("acts")
def acts(user: User) -> Iterable[Row]:
    """What the journal keeps of the person's own acts. On whom they were done is not the person's to take along."""
    rows = JournalEntry.objects.filter(actor=user).select_related("content_type").order_by("pk")
    for row in rows.iterator():
        yield {**_about(row), **values(row, "at", "verb", "key", "actor_name", "actor_title", "reason")}


@source("acts_on_the_account")
def acts_on_the_account(user: User) -> Iterable[Row]:
    """What was done with the account, by whomever: the act and the day."""
    for row in JournalEntry.objects.about(user).order_by("pk"):
        yield values(row, "at", "verb")


def _about(row: JournalEntry | Signature) -> Row:
    return {"about": row.content_type.model, "number": row.object_id}
