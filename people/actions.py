"""Every write of this app: profile, appointments, invitations, requests for access."""

from collections.abc import Collection
from datetime import date, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from allauth.account.models import EmailAddress
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core import journal, policies
from core.localised import LocalisedText
from core.refusal import RefusedError
from people import signals
from people.audience import administrators, holders_in_organisation
from people.enums import NEED_CENTRE, Function, RequestStatus
from people.models import AccessRequest, Appointment, Centre, Invitation, Organisation, User, new_key

INVITATION_LASTS = timedelta(days=14)
PROFILE_FIELDS: tuple[str, ...] = (
    "given_name",
    "family_name",
    "given_name_own",
    "family_name_own",
    "own_language",
    "family_name_first",
    "language",
    "reads",
    "zone",
)
VIEW_FIELDS = ("theme", "contrast", "text_size")


def today_at(organisation: Organisation) -> date:
    """The date on the wall of the organisation: its appointments start and end by it."""
    return timezone.localdate(timezone=ZoneInfo(organisation.country.calendar.zone))


# --- The own account -------------------------------------------------------------------------------------------------


def edit_profile(user: User, *, by: User, **fields: Any) -> User:
    """Change names, languages and zone. Old acts keep the name they were done under: the journal has it."""
    policies.require(by, "people.edit_profile", user)
    return _save(user, PROFILE_FIELDS, fields)


def set_view(user: User, **fields: str) -> User:
    """Keep theme, contrast and text size for every device the person signs in on."""
    return _save(user, VIEW_FIELDS, fields)


def set_language(user: User, language: str) -> User:
    return _save(user, ("language",), {"language": language})


def _save(user: User, allowed: Collection[str], fields: dict[str, Any]) -> User:
    if unknown := set(fields) - set(allowed):
        message = f"Not fields of this act: {sorted(unknown)}"
        raise TypeError(message)
    for name, value in fields.items():
        setattr(user, name, value)
    user.save(update_fields=list(fields))
    return user


@transaction.atomic
def save_account(user: User, *, by: User) -> User:
    """Keep an account as the admin site edited it, and let it sign in by its present address only."""
    is_new = user.pk is None
    user.save()
    EmailAddress.objects.filter(user=user).exclude(email=user.email).delete()
    journal.write(user, "open_account" if is_new else "edit_account", by=by)
    return user


# --- Appointments ----------------------------------------------------------------------------------------------------


@transaction.atomic
def start_appointment(appointment: Appointment, *, by: User | None) -> Appointment:
    """Give a person a function from its first day on. `by=None` is the house itself, such as an accepted invitation.

    Refused when the post is taken: one co-director a side, one main post a person.
    """
    if by is not None and not by.standing.is_administrator:
        raise PermissionDenied("people.appoint")
    _checked(appointment)
    journal.write(appointment, "start_appointment", by=by, data=_facts(appointment))
    signals.appointment_started.send(Appointment, appointment=appointment, by=by)
    return appointment


@transaction.atomic
def edit_appointment(appointment: Appointment, *, by: User) -> Appointment:
    """Correct an appointment: title, days, main post. The journal keeps what it was changed to."""
    policies.require(by, "people.appoint", appointment)
    was_current = Appointment.objects.current().filter(pk=appointment.pk).exists()
    _checked(appointment)
    journal.write(appointment, "edit_appointment", by=by, data=_facts(appointment))
    if was_current and not appointment.is_current():
        signals.appointment_ended.send(Appointment, appointment=appointment, by=by)
    return appointment


@transaction.atomic
def end_appointment(appointment: Appointment, *, by: User, on: date | None = None) -> Appointment:
    """End it with a last day, today where the organisation is when none is given. The row stays as history."""
    policies.require(by, "people.appoint", appointment)
    last = on or today_at(appointment.organisation)
    if last < appointment.starts_on:
        raise RefusedError(_("An appointment cannot end before it starts."))
    if appointment.ends_on is not None and appointment.ends_on <= last:
        raise RefusedError(_("This appointment ends earlier already."))
    appointment.ends_on = last
    appointment.save(update_fields=["ends_on"])
    journal.write(appointment, "end_appointment", by=by, data=_facts(appointment))
    signals.appointment_ended.send(Appointment, appointment=appointment, by=by)
    return appointment


@transaction.atomic
def reassign_work(
    leaver: User, successor: User, *, by: User, appointments: Collection[Appointment], on: date | None = None
) -> list[Appointment]:
    """Hand a leaver's posts to a successor: the old appointments end, the same ones start for the successor.

    With a day `on`, it is the leaver's last; else yesterday was, and the successor holds the post from today. What the
    successor holds already is not given twice. Upper apps move the open work when they hear `work_reassigned`.
    """
    if leaver == successor:
        raise RefusedError(_("Choose somebody else as the successor."))
    if not successor.is_active:
        raise RefusedError(_("The successor's account is closed."))
    moved = [_hand_over(appointment, leaver, successor, by=by, on=on) for appointment in appointments]
    for user in (leaver, successor):
        user.__dict__.pop("standing", None)
    journal.write(leaver, "reassign_work", by=by, data={"successor": successor.pk, "posts": [new.pk for new in moved]})
    signals.work_reassigned.send(User, leaver=leaver, successor=successor, appointments=moved, by=by)
    return moved


def _hand_over(appointment: Appointment, leaver: User, successor: User, *, by: User, on: date | None) -> Appointment:
    if appointment.user_id != leaver.pk:
        raise RefusedError(_("“%(post)s” is not a post of this person.") % {"post": appointment})
    last = on or today_at(appointment.organisation) - timedelta(days=1)
    if last < appointment.starts_on:
        raise RefusedError(_("“%(post)s” begins after that day. End it by hand instead.") % {"post": appointment})
    until = appointment.ends_on
    if until is None or until > last:
        end_appointment(appointment, by=by, on=last)
    twin = Appointment(
        user=successor,
        function=appointment.function,
        organisation=appointment.organisation,
        centre=appointment.centre,
        side=appointment.side,
        title=appointment.title,
        starts_on=last + timedelta(days=1),
        ends_on=until if until and until > last else None,
    )
    held = successor.appointments.filter(
        function=twin.function, organisation=twin.organisation, centre=twin.centre, side=twin.side
    )
    if already := held.filter(ends_on=None).first():
        return already
    main = successor.appointments.filter(is_primary=True)
    twin.is_primary = not main.exclude(ends_on__lt=twin.starts_on).exists()
    return start_appointment(twin, by=by)


def _checked(appointment: Appointment) -> Appointment:
    """Save, and turn what the rules of the model refuse into a sentence for whoever asked."""
    try:
        appointment.full_clean()
        with transaction.atomic():
            appointment.save()
    except ValidationError as error:
        raise RefusedError(" ".join(error.messages)) from error
    except IntegrityError as error:  # somebody was quicker between the check and the save
        raise RefusedError(_("This post was filled a moment ago. Look at it again.")) from error
    appointment.user.__dict__.pop("standing", None)
    return appointment


def _facts(appointment: Appointment) -> dict[str, Any]:
    return {
        "user": appointment.user_id,
        "function": appointment.function,
        "organisation": appointment.organisation_id,
        "centre": appointment.centre_id,
        "side": appointment.side,
        "starts_on": str(appointment.starts_on),
        "ends_on": str(appointment.ends_on or ""),
    }


# --- Invitations -----------------------------------------------------------------------------------------------------


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
    invitation: Invitation, *, by: User | AnonymousUser, password: str = "", **profile: Any
) -> Appointment:
    """Take the offered post; who has no account yet opens one with a password. The link works once.

    The address is proved by the link itself, so a person who has an account under it signs in first and takes the post
    with that account; nobody takes a post that was offered to someone else.
    """
    invitation = _locked(invitation)
    if not invitation.is_open:
        raise RefusedError(_("This invitation no longer stands. Ask whoever invited you for a new one."))
    user = User.objects.filter(email=invitation.email).first()
    if user is None:
        user = User.objects.create_user(invitation.email, password, **_only(profile, PROFILE_FIELDS))
    elif user.pk != by.pk:
        raise RefusedError(_("This address has an account. Sign in with it to take the post."))
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
    *, email: str, given_name: str, family_name: str, organisation: Organisation, reason: str, language: str
) -> AccessRequest | None:
    """Ask to be let in as a member of an organisation's staff.

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
    journal.write(access_request, "request_access", by=None)
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
