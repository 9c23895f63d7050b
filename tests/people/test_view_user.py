"""Who is known to whom."""

from django.contrib.auth.models import AnonymousUser

from people.models import User


def seen_by(user) -> list[str]:
    return sorted(one.email for one in User.objects.visible_to(user))


def test_oneself_and_colleagues(cast, contact_by, official_ge):
    assert (seen_by(contact_by), seen_by(official_ge)) == (
        ["contact@by.example", "director@by.example"],
        ["contact@ge.example", "official@ge.example"],
    )


def test_administrators_see_everybody(cast, admin_user):
    assert len(seen_by(admin_user)) == len(cast.people)


def test_a_visitor_sees_nobody(cast):
    assert seen_by(AnonymousUser()) == []
