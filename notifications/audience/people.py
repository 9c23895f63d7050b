"""Who is told of access and posts. An invitation and a refusal go to an address that has no account."""

from collections.abc import Iterable
from typing import Any

from notifications.messages.kind import To
from people.enums import RequestStatus
from people.models import AccessRequest, Appointment, Invitation, User


def told_inviter(*, invitation: Invitation, **_said: Any) -> Iterable[User]:
    return [invitation.invited_by]


def told_deciders(*, audience: Iterable[User], **_said: Any) -> Iterable[User]:
    return audience


def told_appointee(*, appointment: Appointment, **_said: Any) -> Iterable[User]:
    return [appointment.user]


def told_successor(*, successor: User, **_said: Any) -> Iterable[User]:
    return [successor]


def told_invited(*, invitation: Invitation, **_said: Any) -> Iterable[To]:
    return [To(address=invitation.email, language=invitation.language)]


def told_refused(*, access_request: AccessRequest, **_said: Any) -> Iterable[To]:
    """Who was let in gets an invitation instead."""
    if access_request.status != RequestStatus.REFUSED:
        return []
    return [To(address=access_request.email, language=access_request.language)]
