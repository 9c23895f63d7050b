import pytest
from django.core.exceptions import PermissionDenied

from core.refusal import RefusedError
from events.actions.session_people import add_part
from events.enums import EventStatus
from events.models import SessionPart
from tests.events.builders import make_contributor, make_event, make_session, make_stop
from tests.events.timetable.conftest import NOW, SATURDAY, journal_of, seen


def parts(session):
    return list(session.parts.values_list("contributor__family_name", "role", "position", "languages"))


def test_people_stand_in_the_order_they_came(stop, officer):
    row = make_session(stop)
    before = seen(row)
    for name, role in (("Yoon", "chair"), ("Kim", "interpreter")):
        add_part(row, by=officer, contributor=make_contributor(family_name=name), role=role, languages=["ko", "ru"])
    assert parts(row) == [("Yoon", "chair", 1, ["ko", "ru"]), ("Kim", "interpreter", 2, ["ko", "ru"])]
    assert SessionPart.objects.filter(starts_at=row.starts_at, ends_at=row.ends_at).count() == 2
    assert journal_of(row) == [("add_part", "officer@centre.example", "")] * 2
    assert seen(row) == before  # the clock of the tests stands still; what matters is that the moment is written
    assert row.updated_at <= NOW


@pytest.mark.parametrize("role", ["speaker", "chair", "interpreter"])
def test_nobody_is_in_two_places(stop, hall, room, officer, role):
    one = make_contributor(given_name="Sora", family_name="Yoon")
    make_session(stop, room=hall, title={"en": "Opening"}).parts.create(contributor=one, role="interpreter")
    row = make_session(stop, room=room)
    with pytest.raises(RefusedError) as refusal:
        add_part(row, by=officer, contributor=one, role=role)
    assert str(refusal.value.message) == (
        "Sora Yoon is in another session at that time: “Opening”, 30 Oct 2027, 09:00–10:00 Seoul."
    )
    assert parts(row) == []


def test_not_in_another_event_either(stop, centre, officer):
    one = make_contributor(given_name="Sora", family_name="Yoon")
    other = make_stop(make_event(centre, starts_on=SATURDAY, status=EventStatus.PLANNED))
    make_session(other, title={"en": "Elsewhere"}).parts.create(contributor=one)
    with pytest.raises(RefusedError, match="Sora Yoon is in another session at that time: “Elsewhere”"):
        add_part(make_session(stop), by=officer, contributor=one, role="speaker")


def test_once_a_session_and_not_in_a_cancelled_one(stop, officer):
    one, row = make_contributor(given_name="Sora", family_name="Yoon"), make_session(stop)
    add_part(row, by=officer, contributor=one, role="chair")
    with pytest.raises(RefusedError, match="Sora Yoon has a part in this session already"):
        add_part(row, by=officer, contributor=one, role="speaker")
    with pytest.raises(RefusedError, match="The session is cancelled"):
        add_part(make_session(stop, cancelled_at=NOW), by=officer, contributor=one, role="speaker")


def test_only_officers(stop, director_kr):
    with pytest.raises(PermissionDenied):
        add_part(make_session(stop), by=director_kr, contributor=make_contributor(), role="speaker")


def test_the_screen_finds_by_either_script(event, stop, screen, knock):
    row = make_session(stop)
    outside = ("official_by", "contact_by", "advisor_kr", "advisor2_kr", "admin_user", "official_ge", "contact_ge")
    met = {**dict.fromkeys(outside, 404), "officer": 200, "director_by": 403, "director_kr": 403, "visitor": 302}
    assert knock("add_part", event, row.pk) == met
    one = make_contributor(given_name="Seoyeon", family_name="Kim", given_name_own="서연", family_name_own="김")
    make_contributor(given_name="Doyun", family_name="Park")
    for text in ("kim", "서연", "seo kim"):
        assert list(screen("officer", "add_part", event, row.pk, query=f"?q={text}").context["people"]) == [one]
    assert list(screen("officer", "add_part", event, row.pk, query="?q=nobody").context["people"]) == []
    sent = {"role": "speaker", "topic_en": "Registers", "languages": ["ko", "en"]}
    answer = screen("officer", "add_part", event, row.pk, query=f"?person={one.pk}", **sent)
    assert (answer["Location"], parts(row)) == (row.get_absolute_url(), [("Kim", "speaker", 1, ["ko", "en"])])
    form = screen("officer", "add_part", event, row.pk, query=f"?person={one.pk}", **sent).context["form"]
    assert (form.non_field_errors(), form["topic"].value()[0]) == (
        ["Kim Seoyeon has a part in this session already."]
        if one.family_name_first
        else ["Seoyeon Kim has a part in this session already."],
        "Registers",
    )
