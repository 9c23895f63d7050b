from django.contrib.auth.models import AnonymousUser

from events.actions.session_people import claim_contributions
from people import actions
from tests.events.builders import make_contributor
from tests.events.timetable.conftest import fresh


def test_what_was_entered_for_the_own_address(official_ge, official_by):
    mine = make_contributor(email="Official@GE.example")
    other, nameless = make_contributor(email="other@ge.example"), make_contributor()
    taken = make_contributor(email="x@ge.example", user=official_by)
    assert (claim_contributions(by=official_ge), claim_contributions(by=official_ge)) == (1, 0)
    assert [fresh(one).user for one in (mine, other, nameless, taken)] == [official_ge, None, None, official_by]


def test_an_account_that_is_opened_finds_its_parts(cast, admin_user):
    mine = make_contributor(email="hanna@by.example")
    invitation = actions.send_invitation(
        by=admin_user, email="Hanna@by.example", organisation=cast.organisations["services_by"]
    )
    names = {"given_name": "Hanna", "family_name": "Zhuk", "zone": "Europe/Minsk", "language": "be"}
    actions.accept_invitation(invitation, by=AnonymousUser(), password="a sentence to remember", **names)
    assert fresh(mine).user.email == "hanna@by.example"
