"""Minutes: drafted, proposed, agreed by two keys or by silence, sent back, corrected."""

from datetime import timedelta

import pytest
import time_machine
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from agreements.actions.minutes import (
    agree_minutes,
    begin_minutes,
    edit_minutes,
    propose_minutes,
    send_back_minutes,
)
from agreements.models import CommitteeSession, SessionMinutes
from agreements.tasks.committees import agree_by_silence
from core.models import Silence
from core.refusal import RefusedError
from tests.agreements.committees.conftest import journal
from tests.at_once import at_once

TEXT = {"en": "Both sides met.", "ko": "양측이 만났다."}


def states(session):
    return list(session.minutes.order_by("version").values_list("version", "state"))


def test_the_second_key_makes_them_the_record_and_closes_the_session(held, minutes, officer, cast, heard):
    a, b = cast.people["director_by"], cast.people["director_kr"]
    propose_minutes(minutes, by=officer, seen=1)
    agree_minutes(minutes, by=a)
    row = agree_minutes(minutes, by=b)
    held.refresh_from_db()
    assert (row.state, held.status, row.agreed_at is None) == ("agreed", "closed", False)
    assert heard == [
        ("minutes_proposed", {"minutes": row, "by": officer}),
        ("minutes_key_turned", {"minutes": row, "side": "a", "by": a}),
        ("minutes_agreed", {"minutes": row, "by": b}),
    ]
    assert journal(row) == [
        ("propose", "draft", "proposed", officer.email),
        ("agree:key", "", "", a.email),
        ("agree:key", "", "", b.email),
        ("agree", "proposed", "agreed", ""),
    ]


def test_a_correction_reopens_the_session_and_replaces_the_agreed_version(held, minutes, officer, cast):
    a, b = cast.people["director_by"], cast.people["director_kr"]
    propose_minutes(minutes, by=officer)
    agree_minutes(minutes, by=a)
    agree_minutes(minutes, by=b)
    second = begin_minutes(held, by=officer, text=TEXT)
    held.refresh_from_db()
    assert (held.status, states(held)) == ("held", [(1, "agreed"), (2, "draft")])
    propose_minutes(second, by=officer)
    agree_minutes(second, by=b)
    assert states(held) == [(1, "agreed"), (2, "proposed")]
    agree_minutes(second, by=a)
    held.refresh_from_db()
    assert (held.status, states(held)) == ("closed", [(1, "superseded"), (2, "agreed")])


def test_one_version_at_a_time_and_of_a_convened_session(held, minutes, planned, officer):
    with pytest.raises(RefusedError, match="in preparation already"):
        begin_minutes(held, by=officer, text=TEXT)
    with pytest.raises(RefusedError, match="that was convened"):
        begin_minutes(planned, by=officer, text=TEXT)


def test_nobody_overwrites_a_colleague(minutes, officer, page):
    edit_minutes(minutes, by=officer, seen=1, text={"en": "Theirs."})
    url = reverse("agreements:edit_minutes", args=[minutes.session.reference, 1])
    answer = page("officer", url, text_en="Mine.", seen="1")
    form = answer.context["form"]
    assert (dict(answer.context["theirs"]), form["text"].value()[0], form["seen"].value()) == (
        {"en": "Theirs."},
        "Mine.",
        "2",
    )
    assert page("officer", url, text_en="Both.", seen="2").status_code == 302
    assert SessionMinutes.objects.get().text == {"en": "Both."}


def test_only_what_was_held_and_written_and_read_is_proposed(minutes, convened, officer):
    early = begin_minutes(convened, by=officer, text=TEXT)
    with pytest.raises(RefusedError, match="Record that the session was held"):
        propose_minutes(early, by=officer)
    with pytest.raises(RefusedError, match="have changed since"):
        propose_minutes(minutes, by=officer, seen=7)
    SessionMinutes.objects.update(text={})
    with pytest.raises(RefusedError, match="Write the minutes"):
        propose_minutes(minutes, by=officer)


def test_sent_back_with_reasons_the_next_version_begins_from_the_text(held, minutes, officer, director_by, director_kr):
    propose_minutes(minutes, by=officer)
    agree_minutes(minutes, by=director_by)
    with pytest.raises(RefusedError, match="Give the reasons"):
        send_back_minutes(minutes, by=director_kr, reason=" ")
    draft = send_back_minutes(minutes, by=director_kr, reason="결정 2가 빠졌습니다.")
    assert (states(held), draft.text) == ([(1, "superseded"), (2, "draft")], minutes.text)


def test_silence_counts_after_five_joint_days(held, minutes, officer, director_by):
    propose_minutes(minutes, by=officer)
    agree_minutes(minutes, by=director_by)
    due = Silence.objects.about(minutes).get().due_at
    with time_machine.travel(due - timedelta(minutes=1)):
        assert agree_by_silence() == 0
    with time_machine.travel(due):
        assert (agree_by_silence(), agree_by_silence()) == (1, 0)
    held.refresh_from_db()
    assert (held.status, states(held)) == ("closed", [(1, "agreed")])


@pytest.mark.parametrize("who", ["advisor_kr", "official_ge", "admin_user"])
def test_readers_neither_write_nor_sign(cast, held, minutes, officer, who):
    by = cast.people[who]
    for act in (
        lambda: begin_minutes(held, by=by, text=TEXT),
        lambda: edit_minutes(minutes, by=by, seen=1, text=TEXT),
        lambda: propose_minutes(minutes, by=by),
    ):
        with pytest.raises(PermissionDenied):
            act()
    propose_minutes(minutes, by=officer)
    for by in (cast.people[who], officer):
        with pytest.raises(PermissionDenied):
            agree_minutes(minutes, by=by)
        with pytest.raises(PermissionDenied):
            send_back_minutes(minutes, by=by, reason="No.")


def test_the_pages(minutes, page, officer, client):
    def url(name):
        return reverse(f"agreements:{name}", args=[minutes.session.reference, 1])

    assert page("officer", url("propose_minutes"), seen="1").status_code == 302
    assert page("director_kr", url("agree_minutes")).context["keys"].may_sign is True
    assert page("director_kr", url("agree_minutes"), reason="동의합니다.")["Location"] == minutes.get_absolute_url()
    form = page("director_kr", url("agree_minutes"), reason="다시").context["form"]
    assert (form.non_field_errors(), form["reason"].value()) == (["Your side has already signed."], "다시")
    keys = page("director_by", minutes.get_absolute_url()).context["keys"]
    assert [(key.side, key.is_own, key.css) for key in keys.keys] == [("a", True, ""), ("b", False, "is-signed")]
    assert page("director_by", url("minutes_pdf"))["Content-Type"] == "application/pdf"
    client.logout()
    assert client.get(minutes.get_absolute_url()).status_code == 404
    SessionMinutes.objects.update(state="agreed")
    assert client.get(minutes.get_absolute_url()).status_code == 200


@pytest.mark.usefixtures("real_commits")
def test_both_keys_at_once(cast, held, minutes, officer):
    propose_minutes(minutes, by=officer)
    answers = at_once(
        lambda: agree_minutes(minutes, by=cast.people["director_by"]),
        lambda: agree_minutes(minutes, by=cast.people["director_kr"]),
        holding=CommitteeSession.objects.all(),
    )
    held.refresh_from_db()
    assert (sorted(one.state for one in answers), held.status) == (["agreed", "proposed"], "closed")


@pytest.mark.usefixtures("real_commits")
def test_one_agrees_while_the_other_objects(cast, held, minutes, officer):
    propose_minutes(minutes, by=officer)
    agree_minutes(minutes, by=cast.people["director_by"])
    answers = at_once(
        lambda: agree_minutes(minutes, by=cast.people["director_kr"]),
        lambda: send_back_minutes(minutes, by=cast.people["director_by"], reason="x"),
        holding=CommitteeSession.objects.all(),
    )
    assert sorted(type(one).__name__ for one in answers) == ["RefusedError", "SessionMinutes"]
    assert states(held) in ([(1, "agreed")], [(1, "superseded"), (2, "draft")])
