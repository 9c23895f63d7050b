from datetime import timedelta

import pytest
import time_machine

from core.refusal import RefusedError
from events.actions.session_people import edit_part
from tests.events.builders import make_contributor, make_session
from tests.events.timetable.conftest import NOW, fresh, journal_of, seen

WRITTEN = {"role": "chair", "languages": ["ru"], "topic": {"en": "Registers"}, "position": 3}


@pytest.fixture
def part(stop):
    return make_session(stop).parts.create(contributor=make_contributor(given_name="Sora", family_name="Yoon"))


def test_what_was_written_is_kept(part, officer):
    edit_part(part, by=officer, seen=seen(part.session), **WRITTEN)
    kept = fresh(part)
    assert {name: getattr(kept, name) for name in WRITTEN} == WRITTEN
    assert journal_of(part.session) == [("edit_part", "officer@centre.example", "")]


def test_two_who_edit_never_overwrite_each_other(part, officer):
    opened = seen(part.session)
    with time_machine.travel(NOW + timedelta(minutes=1), tick=False):
        edit_part(part, by=officer, seen=opened, **WRITTEN)
    with pytest.raises(RefusedError, match="A colleague has saved this session"):
        edit_part(part, by=officer, seen=opened, **WRITTEN | {"role": "speaker"})
    assert fresh(part).role == "chair"


def test_a_person_a_colleague_has_taken_out(part, officer):
    opened = seen(part.session)
    part.session.parts.all().delete()
    with pytest.raises(RefusedError, match="A colleague has taken the person out of the session"):
        edit_part(part, by=officer, seen=opened, **WRITTEN)


def test_the_screen_keeps_what_was_typed_and_lets_one_decide(event, part, officer, screen):
    row = part.session
    sent = {"role": "speaker", "topic_en": "Mine", "languages": ["ko", "en"], "position": "1", "seen": seen(row)}
    with time_machine.travel(NOW + timedelta(minutes=1), tick=False):
        edit_part(part, by=officer, seen=seen(row), **WRITTEN)
    form = screen("officer", "edit_part", event, row.pk, part.pk, **sent).context["form"]
    assert (form["topic"].value()[0], form["languages"].value(), form["seen"].value()) == (
        "Mine",
        ["ko", "en"],
        seen(row),
    )
    answer = screen("officer", "edit_part", event, row.pk, part.pk, **sent | {"seen": form["seen"].value()})
    assert (answer["Location"], fresh(part).topic) == (row.get_absolute_url(), {"en": "Mine"})
    assert screen("director_by", "edit_part", event, row.pk, part.pk).status_code == 403
