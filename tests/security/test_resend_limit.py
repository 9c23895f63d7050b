"""A focal point cannot make the portal write to an address without end."""

import pytest

from people.actions import send_invitation
from people.enums import Function
from people.models import Appointment, User
from tests.cast import sign_in

pytestmark = pytest.mark.django_db


def test_sending_again_counts_like_sending(cast, official_by):
    Appointment.objects.filter(user=official_by).update(function=Function.FOCAL_POINT)
    focal_point = User.objects.get(pk=official_by.pk)
    invitation = send_invitation(
        by=focal_point, email="victim@elsewhere.example", organisation=cast.organisations["services_by"]
    )
    client = sign_in(focal_point)
    answers = [client.post(f"/invitations/{invitation.pk}/resend/").status_code for _ in range(32)]
    assert answers == [302] * 30 + [429] * 2
