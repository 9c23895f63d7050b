from datetime import timedelta

from django.utils import timezone

from events.actions.inviting import decline_invitation, edit_delegation
from events.models import Delegation
from tests.events.delegations import builders as build
from tests.events.delegations.conftest import doors, forbidden, journal, refusal, words


def test_quota_and_due_time_move(invited, officer, heard):
    due_at = timezone.now() + timedelta(days=30)
    Delegation.objects.update(nomination_reminded_at=timezone.now())
    row = edit_delegation(invited, by=officer, quota=4, due_at=due_at)
    row = build.fresh(row)
    assert (row.quota, row.due_at, row.nomination_reminded_at, heard()) == (4, due_at, None, [])
    assert journal(row)[-1] == ("edit_delegation", "", "", officer.email, "")


def test_the_same_due_time_is_not_reminded_of_again(invited, officer):
    now = timezone.now()
    Delegation.objects.update(nomination_reminded_at=now)
    row = edit_delegation(invited, by=officer, quota=4, due_at=build.fresh(invited).due_at)
    assert build.fresh(row).nomination_reminded_at == now


def test_not_below_what_is_nominated(ready, officer):
    sentence = refusal(edit_delegation, ready, by=officer, quota=1, due_at=ready.due_at)
    assert sentence == "The delegation has nominated more people than that already."
    assert build.fresh(ready).quota == 2


def test_not_of_who_declined(invited, focal, officer):
    row = decline_invitation(invited, by=focal, reason="No budget.")
    sentence = refusal(edit_delegation, row, by=officer, quota=1, due_at=row.due_at)
    assert sentence == "This delegation does not come any more."


def test_officers_only(cast, invited, focal):
    others = [person for who, person in cast.people.items() if who != "officer"]
    assert forbidden(edit_delegation, invited, people=others, quota=2, due_at=None) == [one.email for one in others]


def test_the_screen(event, ready, knock, screen):
    assert knock("edit_delegation", event, ready.pk) == doors(
        officer=200, **dict.fromkeys(("director_by", "director_kr", "focal_ge", "contact_ge", "official_ge"), 403)
    )
    sent = {"quota": "1", "due_at": "2030-01-01T12:00"}
    page = screen("officer", "edit_delegation", event, ready.pk, **sent)
    assert "The delegation has nominated more people than that already." in words(page)
    assert 'value="2030-01-01T12:00"' in page.content.decode()
    assert screen("officer", "edit_delegation", event, ready.pk, **sent | {"quota": "3"}).status_code == 302
    assert build.fresh(ready).quota == 3
