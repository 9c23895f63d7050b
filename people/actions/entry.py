"""Letting people in: invitations, and requests for access."""

from collections.abc import Collection, Mapping
from datetime import date, timedelta
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core import journal, policies
from core.localised import LocalisedText
from core.refusal import RefusedError
from people import signals
from people.actions.account import PROFILE_FIELDS
from people.actions.consents import answer_on_invitation
from people.actions.posts import start_appointment, today_at
from people.audience import administrators, holders_in_organisation
from people.enums import NEED_CENTRE, Function, RequestStatus
from people.models import AccessRequest, Appointment, Centre, ConsentText, Invitation, Organisation, User, new_key

INVITATION_LASTS = timedelta(days=14)


@transaction.atomic
def send_invitation(
    *,
    by: User,
    email: str,
    organisation: Organisation,
    function: str = Function.MEMBER,
    language: str = "en",
    given_name: str = "",
    family_name: str = "",
    centre: Centre | None = None,
    side: str = "",
    title: LocalisedText | None = None,
    ends_on: date | None = None,
) -> Invitation:
    """Offer somebody a post by mail. Focal points invite to the staff of their organisation, administrators anywhere.

    Refused while an open invitation to the same post stands, and for posts that only the centre fills.
    """
    policies.require(by, "people.invite", organisation)
    if function != Function.MEMBER and not by.standing.is_administrator:
        raise RefusedError(_("Focal points invite members of staff. Ask the administrator for any other function."))
    email = email.strip().lower()
    if Invitation.objects.open().filter(email=email, organisation=organisation, function=function).exists():
        raise RefusedError(_("This person has an open invitation to this post. Send that one again instead."))
    if Appointment.objects.current().filter(user__email=email, organisation=organisation, function=function).exists():
        raise RefusedError(_("This person holds this post already."))
    _check_post(function, centre, side)
    invitation = Invitation.objects.create(
        email=email,
        organisation=organisation,
        function=function,
        language=language,
        given_name=given_name,
        family_name=family_name,
        centre=centre,
        side=side,
        title=title or LocalisedText(),
        ends_on=ends_on,
        invited_by=by,
        expires_at=timezone.now() + INVITATION_LASTS,
    )
    journal.write(invitation, "send_invitation", by=by)
    signals.invitation_sent.send(Invitation, invitation=invitation, url=invitation.get_absolute_url(), by=by)
    return invitation


@transaction.atomic
def resend_invitation(invitation: Invitation, *, by: User) -> Invitation:
    """Send it anew with a new link and a new term; the link of the earlier letter stops working."""
    invitation = _locked(invitation)
    policies.require(by, "people.manage_invitation", invitation)
    if invitation.accepted_at:
        raise RefusedError(_("This invitation was accepted already."))
    if invitation.revoked_at:
        raise RefusedError(_("This invitation was revoked. Write a new one."))
    invitation.key, invitation.sent_at = new_key(), timezone.now()
    invitation.expires_at = invitation.sent_at + INVITATION_LASTS
    invitation.save(update_fields=["key", "sent_at", "expires_at"])
    journal.write(invitation, "resend_invitation", by=by)
    signals.invitation_sent.send(Invitation, invitation=invitation, url=invitation.get_absolute_url(), by=by)
    return invitation


@transaction.atomic
def revoke_invitation(invitation: Invitation, *, by: User) -> Invitation:
    """Take it back: from now on the link opens nothing."""
    invitation = _locked(invitation)
    policies.require(by, "people.manage_invitation", invitation)
    if not invitation.is_open and not invitation.has_expired:
        raise RefusedError(_("This invitation is no longer open."))
    invitation.revoked_at = timezone.now()
    invitation.save(update_fields=["revoked_at"])
    journal.write(invitation, "revoke_invitation", by=by)
    return invitation


@transaction.atomic
def accept_invitation(
    invitation: Invitation,
    *,
    by: User | AnonymousUser,
    password: str = "",
    answers: Mapping[ConsentText, bool] | None = None,
    **profile: Any,
) -> Appointment:
    """Take the offered post; who has no account yet opens one with a password. The link works once.

    The address is proved by the link itself, so a person who has an account under it signs in first and takes the post
    with that account; nobody takes a post that was offered to someone else. What comes with the account is agreed to
    here; the other consents are answered one by one.
    """
    invitation = _locked(invitation)
    if not invitation.is_open:
        raise RefusedError(_("This invitation no longer stands. Ask whoever invited you for a new one."))
    user = User.objects.filter(email=invitation.email).first()
    if user is None:
        user = User.objects.create_user(invitation.email, password, **_only(profile, PROFILE_FIELDS))
    elif user.pk != by.pk:
        raise RefusedError(_("This address has an account. Sign in with it to take the post."))
    answer_on_invitation(user, answers or {})
    appointment = _appointment_of(invitation, user)
    invitation.accepted_at, invitation.accepted_by = timezone.now(), user
    invitation.save(update_fields=["accepted_at", "accepted_by"])
    start_appointment(appointment, by=None)
    journal.write(invitation, "accept_invitation", by=user)
    signals.invitation_accepted.send(Invitation, invitation=invitation, user=user, appointment=appointment)
    return appointment


def _appointment_of(invitation: Invitation, user: User) -> Appointment:
    starts_on = today_at(invitation.organisation)
    if invitation.ends_on and invitation.ends_on < starts_on:
        raise RefusedError(_("The appointment that you were invited to has ended."))
    return Appointment(
        user=user,
        function=invitation.function,
        organisation=invitation.organisation,
        centre=invitation.centre,
        side=invitation.side,
        title=invitation.title,
        starts_on=starts_on,
        ends_on=invitation.ends_on,
        is_primary=not user.appointments.filter(is_primary=True).exclude(ends_on__lt=starts_on).exists(),
    )


def _only(fields: dict[str, Any], allowed: Collection[str]) -> dict[str, Any]:
    if unknown := set(fields) - set(allowed):
        message = f"Not fields of an account: {sorted(unknown)}"
        raise TypeError(message)
    return fields


def _check_post(function: str, centre: Centre | None, side: str) -> None:
    """Refuse an offer that could never become an appointment."""
    if function in NEED_CENTRE and centre is None:
        raise RefusedError(_("Say for which centre."))
    if function == Function.CO_DIRECTOR and not side:
        raise RefusedError(_("Say which centre and which side the co-director signs for."))


def _locked(invitation: Invitation) -> Invitation:
    """The row as it is now: two clicks on one link must not make two posts."""
    rows = Invitation.objects.select_for_update(of=("self",)).select_related("organisation__country__calendar")
    return rows.get(pk=invitation.pk)


# --- Requests for access ---------------------------------------------------------------------------------------------


@transaction.atomic
def request_access(
    *,
    email: str,
    given_name: str,
    family_name: str,
    organisation: Organisation,
    reason: str,
    language: str,
    by: User | None = None,
) -> AccessRequest | None:
    """Ask to be let in as a member of an organisation's staff; `by` is an officer who asks for somebody else.

    Whoever asks learns nothing about who has an account: for somebody who works there already, or asked a moment ago,
    nothing is written and the page answers the same.
    """
    email = email.strip().lower()
    already = (
        AccessRequest.objects.waiting().filter(email=email, organisation=organisation).exists()
        or Appointment.objects.current().filter(user__email=email, organisation=organisation).exists()
        or Invitation.objects.open().filter(email=email, organisation=organisation).exists()
    )
    if already:
        return None
    try:
        with transaction.atomic():
            access_request = AccessRequest.objects.create(
                email=email,
                given_name=given_name,
                family_name=family_name,
                organisation=organisation,
                reason=reason,
                language=language,
            )
    except IntegrityError:  # the button was pressed twice at one moment
        return None
    journal.write(access_request, "request_access", by=by)
    signals.access_requested.send(
        AccessRequest, access_request=access_request, audience=deciders(access_request.organisation)
    )
    return access_request


def deciders(organisation: Organisation) -> Any:
    """Who lets people in: the organisation's focal points; where there is none, the administrators."""
    focal_points = holders_in_organisation(organisation, Function.FOCAL_POINT)
    return focal_points if focal_points.exists() else administrators()


@transaction.atomic
def approve_access_request(access_request: AccessRequest, *, by: User, reason: str = "") -> AccessRequest:
    """Let the person in: an invitation goes to the address that was given, which also proves it."""
    access_request = _waiting(access_request, by=by)
    access_request.invitation = send_invitation(
        by=by,
        email=access_request.email,
        organisation=access_request.organisation,
        function=access_request.function,
        language=access_request.language,
        given_name=access_request.given_name,
        family_name=access_request.family_name,
    )
    return _decided(access_request, RequestStatus.APPROVED, by=by, reason=reason)


@transaction.atomic
def refuse_access_request(access_request: AccessRequest, *, by: User, reason: str) -> AccessRequest:
    """Say no, with the reason that the person is told."""
    if not reason.strip():
        raise RefusedError(_("Write why, so that the person knows what to do."))
    return _decided(_waiting(access_request, by=by), RequestStatus.REFUSED, by=by, reason=reason)


def _waiting(access_request: AccessRequest, *, by: User) -> AccessRequest:
    row = AccessRequest.objects.select_for_update(of=("self",)).select_related("organisation").get(pk=access_request.pk)
    policies.require(by, "people.decide_access_request", row)
    if row.status != RequestStatus.WAITING:
        raise RefusedError(_("This request was decided already."))
    return row


def _decided(access_request: AccessRequest, status: RequestStatus, *, by: User, reason: str) -> AccessRequest:
    access_request.status, access_request.decision_reason = status, reason
    access_request.decided_at, access_request.decided_by = timezone.now(), by
    access_request.save(update_fields=["status", "decision_reason", "decided_at", "decided_by", "invitation"])
    journal.write(access_request, f"{status}_access", by=by, reason=reason)
    signals.access_decided.send(AccessRequest, access_request=access_request, by=by)
    return access_request
