from datetime import timedelta

import pytest
import time_machine
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from core.models import Signature, Silence
from core.refusal import RefusedError
from events.actions.minutes import agree_minutes, begin_minutes, propose_minutes, send_back_minutes
from events.models import Minutes
from events.tasks.wrapup import agree_by_silence
from tests.at_once import at_once
from tests.events.wrapup.conftest import CONTENT, journal, states


def test_the_second_key_makes_it_the_record(event, proposed, director_by, director_kr, heard):
    heard.clear()
    row = agree_minutes(proposed, by=director_by, reason="Согласовано.")
    assert (row.status, row.agreed_at) == ("proposed", None)
    row = agree_minutes(proposed, by=director_kr)
    assert (row.status, row.agreed_at is None) == ("agreed", False)
    assert heard == [
        ("minutes_key_turned", {"minutes": row, "side": "a", "by": director_by}),
        ("minutes_agreed", {"minutes": row, "by": director_kr}),
    ]
    assert journal(row)[-3:] == [
        ("agree:key", "", "", "director@by.example"),
        ("agree:key", "", "", "director@kr.example"),
        ("agree", "proposed", "agreed", ""),
    ]


def test_a_correction_replaces_it(event, agreed, officer, director_by, director_kr):
    second = propose_minutes(begin_minutes(event, by=officer, **CONTENT), by=officer)
    agree_minutes(second, by=director_kr)
    assert states(event) == [(1, "agreed"), (2, "proposed")]
    agree_minutes(second, by=director_by)
    assert states(event) == [(1, "superseded"), (2, "agreed")]
    assert journal(agreed)[-1] == ("replace", "agreed", "superseded", "")


def test_one_key_a_side_and_once(proposed, director_by):
    agree_minutes(proposed, by=director_by)
    with pytest.raises(RefusedError, match="Your side has already signed"):
        agree_minutes(proposed, by=director_by)


def test_only_co_directors_and_only_what_was_proposed(draft, cast, director_by, officer):
    with pytest.raises(RefusedError, match="no longer possible"):
        agree_minutes(draft, by=director_by)
    proposed = propose_minutes(draft, by=officer)
    for who in ("officer", "advisor_kr", "official_ge", "admin_user"):
        with pytest.raises(PermissionDenied):
            agree_minutes(proposed, by=cast.people[who])


def test_silence_counts_after_five_joint_days(proposed, director_by, heard):
    due = Silence.objects.about(proposed).get().due_at
    agree_minutes(proposed, by=director_by)
    heard.clear()
    with time_machine.travel(due - timedelta(minutes=1)):
        assert agree_by_silence() == 0
    with time_machine.travel(due):
        assert (agree_by_silence(), agree_by_silence()) == (1, 0)
    row = Minutes.objects.get()
    assert (row.status, heard) == ("agreed", [("minutes_agreed", {"minutes": row, "by": None})])
    assert list(Signature.objects.about(row).values_list("key", "by_name")) == [("a", "Maryna Karatkevich"), ("b", "")]


def test_the_page_turns_the_key(proposed, page):
    url = reverse("events:agree_minutes", args=[proposed.event.reference, 1])
    assert page("director_kr", url).context["keys"].may_sign is True
    assert page("director_kr", url, reason="동의합니다.")["Location"] == proposed.get_absolute_url()
    form = page("director_kr", url, reason="다시").context["form"]
    assert (form.non_field_errors(), form["reason"].value()) == (["Your side has already signed."], "다시")
    keys = page("director_by", proposed.get_absolute_url()).context["keys"]
    assert [(key.side, key.is_own, key.css) for key in keys.keys] == [("a", True, ""), ("b", False, "is-signed")]


@pytest.mark.usefixtures("real_commits")
def test_one_agrees_while_the_other_objects(cast, proposed, director_by, director_kr, event):
    agree_minutes(proposed, by=director_by)
    answers = at_once(
        lambda: agree_minutes(proposed, by=director_kr),
        lambda: send_back_minutes(proposed, by=director_by, reason="x"),
        holding=Minutes.objects.all(),
    )
    assert sorted(type(one).__name__ for one in answers) == ["Minutes", "RefusedError"]
    assert states(event) in ([(1, "agreed")], [(1, "superseded"), (2, "draft")])
