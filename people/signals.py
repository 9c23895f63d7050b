"""What happened here, for the apps above. Each is sent inside the transaction of the act."""

from django.dispatch import Signal

# invitation: Invitation; url: str, the path of the accept page with its token; by: User. Sent again on "send again".
invitation_sent = Signal()
# invitation: Invitation; user: User; appointment: Appointment
invitation_accepted = Signal()
# access_request: AccessRequest; audience: QuerySet[User], who may decide
access_requested = Signal()
# access_request: AccessRequest; by: User. An approved one is followed by invitation_sent.
access_decided = Signal()
# appointment: Appointment; by: User | None
appointment_started = Signal()
appointment_ended = Signal()
# leaver: User; successor: User; appointments: list[Appointment] that were moved; by: User
work_reassigned = Signal()
