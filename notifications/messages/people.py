"""What is told of access and posts."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from notifications.audience import people as to
from notifications.messages.kind import Kind, Said, written_moment
from people import signals
from people.models import Appointment, Invitation


def _sent(said: Said) -> object:
    invitation: Invitation = said["invitation"]
    return f"{invitation.pk}:{written_moment(invitation.sent_at)}"


def _appointment(said: Said) -> object:
    appointment: Appointment = said["appointment"]
    return f"{appointment.pk}:{appointment.ends_on or ''}"


MESSAGES: list[Kind] = [
    # --- Access and posts ---
    Kind(
        "invitation_sent",
        signals.invitation_sent,
        pgettext_lazy("to the portal", "Invitation"),
        to.told_invited,
        about="invitation",
        event=_sent,
        rule="",
        essential=True,
    ),
    Kind(
        "invitation_accepted",
        signals.invitation_accepted,
        _("An invitation of mine was accepted"),
        to.told_inviter,
        about="invitation",
        event=lambda said: said["invitation"].pk,
        people=("user",),
        rule="",
        route="people:invitations",
    ),
    Kind(
        "access_requested",
        signals.access_requested,
        _("Somebody asks for access"),
        to.told_deciders,
        about="access_request",
        event=lambda said: said["access_request"].pk,
        rule="people.decide_access_request",
        at_once=True,
    ),
    Kind(
        "access_refused",
        signals.access_decided,
        _("A request for access was refused"),
        to.told_refused,
        about="access_request",
        event=lambda said: said["access_request"].pk,
        rule="",
        essential=True,
        route="home",
    ),
    Kind(
        "appointment_started",
        signals.appointment_started,
        _("I was appointed"),
        to.told_appointee,
        about="appointment",
        event=_appointment,
        rule="",
        route="people:profile",
        at_once=True,
    ),
    Kind(
        "appointment_ended",
        signals.appointment_ended,
        _("An appointment of mine ends"),
        to.told_appointee,
        about="appointment",
        event=_appointment,
        rule="",
        route="people:profile",
        at_once=True,
    ),
    Kind(
        "work_reassigned",
        signals.work_reassigned,
        _("I take over the work of a colleague"),
        to.told_successor,
        about="leaver",
        people=("by", "leaver"),
        rule="",
        route="desk",
        at_once=True,
    ),
]

SILENT = {
    signals.account_closing: "It asks whether an account may go; nothing has happened yet.",
    signals.account_anonymised: "An account that is anonymised has no reader left.",
}
