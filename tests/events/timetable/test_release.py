import pytest
from django.core.exceptions import PermissionDenied

from core.refusal import RefusedError
from events.actions.releasing import propose_release, release
from events.models import Session
from tests.events.builders import make_session
from tests.events.timetable.conftest import NOW, fresh, journal_of, released


@pytest.fixture
def proposed(event, stop, officer):
    make_session(stop)
    return propose_release(event, by=officer)


def test_the_second_key_releases(event, proposed, director_by, director_kr, heard):
    heard()
    row = release(proposed, by=director_by, reason="Согласовано.")
    assert (row.status, fresh(event).released) == ("proposed", None)
    assert heard() == [("release_key_turned", {"release": row, "by": director_by, "side": "a"})]
    row = release(proposed, by=director_kr)
    assert (row.status, row.released_at) == ("released", NOW)
    event = fresh(event)
    assert (event.released, event.calendar_sequence) == (row, 1)
    assert heard() == [("programme_released", {"release": row, "by": director_kr, "changed": False})]
    assert set(Session.objects.values_list("is_released", "sequence")) == {(True, 0)}
    assert journal_of(row)[-3:] == [
        ("release:key", "director@by.example", "Согласовано."),
        ("release:key", "director@kr.example", ""),
        ("release", "", ""),
    ]


def test_the_draft_goes_on_while_a_version_is_signed(event, stop, proposed, director_by, director_kr):
    """What both sides have seen is what is released, whatever was done to the draft meanwhile."""
    late = make_session(stop, start=15)
    row = Session.objects.exclude(pk=late.pk).get()
    Session.objects.filter(pk=row.pk).update(title={"en": "Changed meanwhile"})
    release(proposed, by=director_by)
    shown = release(proposed, by=director_kr).programme["sessions"]
    assert [one["title"] for one in shown] == [row.title]
    assert dict(Session.objects.values_list("pk", "is_released")) == {row.pk: True, late.pk: False}


def test_sequences_count_on_with_a_release(event, stop, officer, director_by, director_kr, heard):
    kept, moved, gone = (make_session(stop, start=start) for start in (9, 11, 14))
    released(event, officer)
    Session.objects.filter(pk=moved.pk).update(title={"en": "Another"})
    Session.objects.filter(pk=gone.pk).update(cancelled_at=NOW)
    second = propose_release(fresh(event), by=officer)
    release(second, by=director_by)
    heard()
    release(second, by=director_kr)
    assert heard()[0][1]["changed"] is True
    found = {pk: (number, shown) for pk, number, shown in Session.objects.values_list("pk", "sequence", "is_released")}
    # The one that is gone stays known as released: its page says that it is no longer held.
    assert found == {kept.pk: (0, True), moved.pk: (1, True), gone.pk: (1, True)}


def test_one_key_a_side_and_only_co_directors(proposed, cast, director_by):
    release(proposed, by=director_by)
    with pytest.raises(RefusedError, match="Your side has already signed"):
        release(proposed, by=director_by)
    for who in ("officer", "official_by", "advisor_kr", "admin_user"):
        with pytest.raises(PermissionDenied):
            release(proposed, by=cast.people[who])


def test_the_screen(event, proposed, screen, knock):
    everybody = dict.fromkeys(
        ("official_by", "contact_by", "advisor_kr", "advisor2_kr", "admin_user", "official_ge", "contact_ge"), 404
    )
    inside = {"officer": 403, "director_by": 200, "director_kr": 200, "visitor": 302}
    assert knock("sign_release", event, 1) == {**everybody, **inside}
    assert knock("release", event, 1) == {**everybody, **inside, "officer": 200, "visitor": 404}
    answer = screen("director_kr", "sign_release", event, 1, reason="좋습니다.")
    assert answer["Location"] == proposed.get_absolute_url()
    keys = screen("director_kr", "release", event, 1).context["keys"]
    assert [(key.side, key.is_own, key.css) for key in keys.keys] == [("b", True, "is-signed"), ("a", False, "")]
    assert screen("director_kr", "sign_release", event, 1, reason="again").context["form"].non_field_errors() == [
        "Your side has already signed."
    ]
    screen("director_by", "sign_release", event, 1, reason="-")
    assert knock("release", event, 1) == {
        **dict.fromkeys((*everybody, *inside), 200),
    }
    assert screen("director_by", "sign_release", event, 1).status_code == 409
    seen = screen(None, "release", event, 1).context
    assert (seen["keys"], seen["history"], seen["may_withdraw"]) == (None, [], False)
