"""Access, posts and accounts as something that people are told about."""

from notifications.matters.matter import Matter
from people.models import AccessRequest, Appointment, Invitation, User

MATTERS = [
    Matter(
        AccessRequest,
        lambda reader: (
            AccessRequest.objects.visible_to(reader) if reader else AccessRequest.objects.all()
        ).select_related("organisation__country", "decided_by"),
    ),
    Matter(
        Invitation,
        lambda reader: (
            Invitation.objects.filter(invited_by=reader) if reader else Invitation.objects.open()
        ).select_related("organisation__country"),
    ),
    Matter(Appointment, lambda reader: Appointment.objects.filter(user=reader).for_standing()),
    Matter(User, lambda _reader: User.objects.all()),
]
