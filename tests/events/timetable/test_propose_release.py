from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied

from core.models import Silence
from core.refusal import RefusedError
from events.actions.releasing import propose_release
from events.actions.timetable import cancel_session
from events.models import Release, Session
from tests.events.builders import make_contributor, make_session
from tests.events.timetable.conftest import SATURDAY, fresh, journal_of, released


def test_the_first_version_is_all_new(event, stop, hall, officer, heard):
    row = make_session(stop, room=hall, title={"en": "Opening"}, languages=["ko"])
    one = make_contributor(given_name="Sora", family_name="Yoon", post={"en": "Director"})
    row.parts.create(contributor=one, role="chair", topic={"en": "Welcome"}, languages=["ko"])
    make_session(stop, cancelled_at=row.starts_at)
    heard()
    release = propose_release(event, by=officer, note="For signature.")
    assert heard() == [("release_proposed", {"release": release, "by": officer})]
    assert journal_of(release) == [("propose_release", "officer@centre.example", "")]
    assert (release.version, release.status, release.note, fresh(event).released) == (
        1,
        "proposed",
        "For signature.",
        None,
    )
    assert fresh(release).programme == {
        "stops": [
            {
                "id": stop.pk,
                "position": 1,
                "country": "KR",
                "city": {"en": "Seoul", "ru": "Сеул", "be": "Сеул", "ko": "서울"},
                "venue": {},
                "zone": "Asia/Seoul",
                "starts_on": "2027-10-30",
                "ends_on": "2027-11-03",
            }
        ],
        "rooms": [{"id": hall.pk, "stop": stop.pk, "name": {"en": "Hall"}, "position": 1}],
        "tracks": [],
        "sessions": [
            {
                "id": row.pk,
                "kind": "presentation",
                "title": {"en": "Opening"},
                "abstract": {},
                "day": "2027-10-30",
                "starts_at": "2027-10-30T00:00:00+00:00",
                "ends_at": "2027-10-30T01:00:00+00:00",
                "stop": stop.pk,
                "room": hall.pk,
                "track": None,
                "languages": ["ko"],
                "delegation": None,
                "seats": None,
                "sequence": 0,
                "people": [
                    {
                        "id": one.pk,
                        "name": "Sora Yoon",
                        "own": "",
                        "own_language": "",
                        "family_first": False,
                        "given": "Sora",
                        "family": "Yoon",
                        "given_own": "",
                        "family_own": "",
                        "role": "chair",
                        "post": {"en": "Director"},
                        "organisation": {},
                        "country": "KR",
                        "topic": {"en": "Welcome"},
                        "languages": ["ko"],
                    }
                ],
            }
        ],
        "cancelled": [],
    }
    when = {
        "starts_at": "2027-10-30T00:00:00+00:00",
        "ends_at": "2027-10-30T01:00:00+00:00",
        "zone": "Asia/Seoul",
        "city": {"en": "Seoul", "ru": "Сеул", "be": "Сеул", "ko": "서울"},
    }
    assert release.changes == [
        {"change": "new", "session": row.pk, "title": {"en": "Opening"}, "before": None, "after": when}
    ]
    # Wednesday noon in Minsk, and three days on which both sides work: the end of Monday, of the later one.
    assert Silence.objects.about(release).get().due_at.isoformat() == "2027-09-06T09:00:00+00:00"


def test_what_differs_is_told_and_counted(event, stop, hall, room, officer):
    """Sequences are what calendars go by: one more for whatever differs, nothing for the rest."""
    kept, moved, renamed, gone = (make_session(stop, start=start, room=hall) for start in (9, 10, 11, 12))
    one = make_contributor()
    kept.parts.create(contributor=one)
    released(event, officer)
    Session.objects.filter(pk=moved.pk).update(room=room, starts_at=moved.starts_at + timedelta(minutes=15))
    Session.objects.filter(pk=renamed.pk).update(title={"en": "Another title"})
    renamed.parts.create(contributor=make_contributor(), role="chair")
    cancel_session(gone, by=officer, reason="Ill.")
    new = make_session(stop, start=16)
    release = propose_release(fresh(event), by=officer)
    assert [(one["change"], one["session"]) for one in release.changes] == [
        ("moved", moved.pk),
        ("room", moved.pk),
        ("title", renamed.pk),
        ("people", renamed.pk),
        ("new", new.pk),
        ("cancelled", gone.pk),
    ]
    assert {one["id"]: one["sequence"] for one in release.programme["sessions"]} == {
        kept.pk: 0,
        moved.pk: 1,
        renamed.pk: 1,
        new.pk: 0,
    }
    assert [(one["id"], one["sequence"]) for one in release.programme["cancelled"]] == [(gone.pk, 1)]
    assert set(Session.objects.values_list("sequence", flat=True)) == {0}  # only a release counts


def test_a_session_that_comes_back_counts_on(event, stop, officer):
    stays, row = make_session(stop, start=9), make_session(stop, start=12)
    released(event, officer)
    Session.objects.filter(pk=row.pk).update(cancelled_at=row.starts_at)
    released(event, officer)
    Session.objects.filter(pk=row.pk).update(cancelled_at=None)
    release = propose_release(fresh(event), by=officer)
    assert [(one["id"], one["sequence"]) for one in release.programme["sessions"]] == [(stays.pk, 0), (row.pk, 2)]
    assert release.programme["cancelled"] == []


def test_a_building_that_is_another_one(event, stop, officer):
    make_session(stop)
    released(event, officer)
    type(stop).objects.filter(pk=stop.pk).update(venue={"en": "Hall of Seoul"})
    changes = propose_release(fresh(event), by=officer).changes
    assert [(one["change"], one["session"], one["before"], one["after"]) for one in changes] == [
        ("place", None, {}, {"en": "Hall of Seoul"})
    ]


def test_what_is_refused(event, stop, officer):
    with pytest.raises(RefusedError, match="No session has a day and a time yet"):
        propose_release(event, by=officer)
    make_session(stop)
    released(event, officer)
    with pytest.raises(RefusedError, match="Nothing differs from the programme that visitors see already"):
        propose_release(fresh(event), by=officer)
    make_session(stop, start=12)
    propose_release(fresh(event), by=officer)
    with pytest.raises(RefusedError, match="A version already waits for the keys of both sides"):
        propose_release(fresh(event), by=officer)
    assert Release.objects.count() == 2


def test_only_officers(event, stop, cast):
    make_session(stop)
    for who in ("official_by", "director_by", "director_kr", "advisor_kr", "admin_user"):
        with pytest.raises(PermissionDenied):
            propose_release(event, by=cast.people[who])


def test_the_screen(event, stop, hall, officer, screen):
    row = make_session(stop, room=hall, title={"en": "Opening"})
    released(event, officer)
    assert [screen(who, "propose_release", event).status_code for who in ("director_by", "officer")] == [403, 200]
    Session.objects.filter(pk=row.pk).update(room=None, day=SATURDAY + timedelta(days=1), seats=20, languages=["ko"])
    lines = screen("officer", "propose_release", event).context["lines"]
    assert [(str(line.title), [(one.name, one.before, one.after) for one in line.differences]) for line in lines] == [
        ("Opening", [("Room", "Hall", "–"), ("Languages", "–", "한국어"), ("Seats", "–", "20")])
    ]
    answer = screen("officer", "propose_release", event, note="Look at the room.")
    assert answer["Location"] == Release.objects.get(version=2).get_absolute_url()
    refused = screen("officer", "propose_release", event, note="Typed before")
    form = refused.context["form"]
    assert (form.non_field_errors(), form["note"].value()) == (
        ["A version already waits for the keys of both sides. Withdraw it before you propose another."],
        "Typed before",
    )
