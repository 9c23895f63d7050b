"""Appointments: given, corrected, ended, handed over."""

from collections.abc import Collection
from datetime import date, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core import journal, policies
from core.refusal import RefusedError
from people import signals
from people.models import Appointment, Organisation, User


def today_at(organisation: Organisation) -> date:
    """The date on the wall of the organisation: its appointments start and end by it."""
    return timezone.localdate(timezone=ZoneInfo(organisation.country.calendar.zone))


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
