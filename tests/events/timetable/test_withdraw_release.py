import pytest
from django.core.exceptions import PermissionDenied

from core.models import Signature
from core.refusal import RefusedError
from events.actions.releasing import propose_release, release, withdraw_release
from tests.events.builders import make_session
from tests.events.timetable.conftest import fresh, journal_of, released


@pytest.fixture
def proposed(event, stop, officer):
    make_session(stop)
    return propose_release(event, by=officer)


def test_keys_are_cleared_and_the_next_version_may_come(event, proposed, officer, director_by, heard):
    release(proposed, by=director_by)
    heard()
    row = withdraw_release(proposed, by=officer, reason="The hall is another one.")
    assert (row.status, fresh(event).released) == ("withdrawn", None)
    assert Signature.objects.filter(cleared_at=None).count() == 0
    assert heard() == [("release_withdrawn", {"release": row, "by": officer, "reason": "The hall is another one."})]
    assert journal_of(row)[-1] == ("withdraw", "officer@centre.example", "The hall is another one.")
    assert propose_release(event, by=officer).version == 2


def test_a_co_director_who_does_not_agree(proposed, director_kr):
    assert withdraw_release(proposed, by=director_kr, reason="합의되지 않았습니다.").status == "withdrawn"


def test_what_is_refused(event, stop, proposed, officer, cast):
    with pytest.raises(RefusedError, match="Give the reason"):
        withdraw_release(proposed, by=officer, reason=" ")
    for who in ("official_by", "advisor_kr", "admin_user"):
        with pytest.raises(PermissionDenied):
            withdraw_release(proposed, by=cast.people[who], reason="x")
    with pytest.raises(RefusedError, match="is no longer possible"):
        withdraw_release(released(event, officer), by=officer, reason="x")


def test_the_screen(event, proposed, screen, knock):
    outside = ("official_by", "contact_by", "advisor_kr", "advisor2_kr", "admin_user", "official_ge", "contact_ge")
    assert knock("withdraw_release", event, 1) == {
        **dict.fromkeys(outside, 404),
        **dict.fromkeys(("officer", "director_by", "director_kr"), 200),
        "visitor": 302,
    }
    form = screen("officer", "withdraw_release", event, 1, reason="").context["form"]
    assert list(form.errors) == ["reason"]
    answer = screen("officer", "withdraw_release", event, 1, reason="Wrong hall.")
    assert (answer["Location"], fresh(proposed).status) == (proposed.get_absolute_url(), "withdrawn")
    late = screen("officer", "withdraw_release", event, 1, reason="again")
    assert late.status_code == 409
