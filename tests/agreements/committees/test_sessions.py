"""A session is prepared, changed, convened, held, called off, released."""

from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from agreements.actions.sessions import call_off, convene, create_session, edit_session, hold, release_session
from agreements.models import CommitteeSession
from agreements.presentation.joint_time import warnings_of
from core.localised import LocalisedText
from core.refusal import RefusedError
from tests.agreements.committees.builders import HELD_AT, HOURS, make_session
from tests.agreements.committees.conftest import journal

pytestmark = pytest.mark.django_db
DETAILS = {
    "programme_year": 3,
    "starts_at": HELD_AT,
    "ends_at": HELD_AT + HOURS,
    "zone": "Europe/Minsk",
    "place": {"en": "Minsk"},
}


def session_url(session):
    return reverse("agreements:session", args=[session.reference])


def test_a_session_has_a_number_and_a_programme_year(committee, officer):
    row = create_session(committee, by=officer, number=7, **DETAILS)
    assert (row.reference, row.number, row.programme_year, row.status) == ("JSC-7", 7, 3, "planned")
    assert journal(row) == [("create", "", "", officer.email)]


def test_a_number_is_given_once(planned, officer, committee):
    with pytest.raises(RefusedError, match="has a session with this number"):
        create_session(committee, by=officer, number=4, **DETAILS)


@pytest.mark.parametrize("who", ["director_by", "advisor_kr", "official_ge", "admin_user"])
def test_officers_alone_prepare(cast, committee, planned, who):
    with pytest.raises(PermissionDenied):
        create_session(committee, by=cast.people[who], number=9, **DETAILS)
    for act in (convene, hold):
        with pytest.raises(PermissionDenied):
            act(planned, by=cast.people[who])
    with pytest.raises(PermissionDenied):
        edit_session(planned, by=cast.people[who], **DETAILS)


def test_members_are_told_of_other_hours_once_it_is_convened(planned, convened, officer, heard):
    later = {**DETAILS, "ends_at": HELD_AT + 2 * HOURS}
    edit_session(planned, by=officer, **later)
    row = edit_session(convened, by=officer, **later)
    assert heard == [("session_moved", {"session": row, "by": officer})]
    heard.clear()
    edit_session(convened, by=officer, **{**later, "papers_due_on": date(2026, 3, 20)})
    edit_session(convened, by=officer, **{**later, "papers_due_on": date(2026, 3, 20)})
    assert (heard, [one[0] for one in journal(convened)]) == ([], ["edit", "edit"])


def test_what_was_held_is_only_released(held, planned, officer):
    with pytest.raises(RefusedError, match="can no longer be changed"):
        edit_session(held, by=officer, **DETAILS)
    row = release_session(held, by=officer, is_closed=True, release_on=date(2027, 1, 1))
    assert (row.is_closed, row.release_on) == (True, date(2027, 1, 1))
    with pytest.raises(RefusedError, match="Only a closed meeting"):
        release_session(held, by=officer, is_closed=False, release_on=date(2027, 1, 1))
    with pytest.raises(RefusedError, match="has not been held yet"):
        release_session(planned, by=officer, is_closed=True)


def test_convened_it_is_seen_by_its_members(planned, officer, heard, client_of, director_by):
    row = convene(planned, by=officer)
    assert (row.status, row.convened_at is None) == ("convened", False)
    assert heard == [("session_convened", {"session": row, "by": officer})]
    assert client_of(director_by).get(session_url(planned)).status_code == 200


def test_nobody_is_called_together_without_agenda_or_heads(planned, officer):
    planned.members.filter(side="b").delete()
    with pytest.raises(RefusedError, match="heads of delegation"):
        convene(planned, by=officer)
    planned.items.all().delete()
    with pytest.raises(RefusedError, match="Write the agenda"):
        convene(planned, by=officer)


def test_held_with_a_quorum_of_both_sides(convened, officer, page):
    member = convened.members.get(side="b")
    member.presence = "apologies"
    member.save()
    assert "hold" not in page("officer", session_url(convened)).context["steps"]
    with pytest.raises(RefusedError, match="There is no quorum"):
        hold(convened, by=officer)
    member.presence = "present"
    member.save()
    convened.committee.quorum = 2
    convened.committee.save()
    with pytest.raises(RefusedError, match="There is no quorum"):
        hold(convened, by=officer)
    convened.committee.quorum = 1
    convened.committee.save()
    with time_machine.travel(HELD_AT - timedelta(hours=1)), pytest.raises(RefusedError, match="has not begun"):
        hold(convened, by=officer)
    assert hold(convened, by=officer).status == "held"


def test_called_off_with_reasons(planned, convened, held, officer, heard):
    with pytest.raises(RefusedError, match="Give the reasons"):
        call_off(convened, by=officer, reason=" ")
    call_off(planned, by=officer, reason="No papers.")
    row = call_off(convened, by=officer, reason="A state visit.")
    assert heard == [("session_called_off", {"session": row, "reason": "A state visit.", "by": officer})]
    with pytest.raises(RefusedError, match="no longer possible"):
        call_off(held, by=officer, reason="Too late.")


def test_the_screens(committee, officer, page):
    sent = {
        "committee": committee.pk,
        "number": 8,
        "programme_year": 3,
        "starts_at": "2026-05-01T10:00",
        "ends_at": "2026-05-01T12:00",
        "zone": "Asia/Seoul",
        "place_en": "Seoul",
    }
    url = reverse("agreements:create_session")
    answer = page("officer", url, **{**sent, "ends_at": "2026-05-01T09:00"})
    assert answer.context["form"].errors == {"ends_at": ["A session cannot end before it begins."]}
    assert answer.context["form"]["place"].value()[0] == "Seoul"
    row = page("officer", url, **sent)
    session = CommitteeSession.objects.get()
    assert row["Location"] == session.get_absolute_url() == "/agreements/committees/JSC-8/"
    assert session.starts_at == datetime(2026, 5, 1, 7, tzinfo=UTC)  # typed in Minsk
    # Labour Day of both sides
    assert len(page("officer", session.get_absolute_url()).context["warnings"]) == 2
    answer = page("officer", reverse("agreements:convene", args=["JSC-8"]), yes="1")
    assert answer.context["form"].non_field_errors() == ["Write the agenda before you convene the session."]


@pytest.mark.parametrize(
    ("starts_at", "said"),
    [
        (datetime(2026, 3, 30, 7, tzinfo=UTC), []),
        (
            datetime(2026, 3, 28, 7, tzinfo=UTC),
            ["not a working day in Belarus", "not a working day in Republic of Korea"],
        ),
        (datetime(2026, 7, 3, 7, tzinfo=UTC), ["day off in Belarus: Independence Day"]),
        (datetime(2026, 3, 30, 11, tzinfo=UTC), ["In Republic of Korea it is 20:00–22:00 then"]),
    ],
)
def test_a_joint_meeting_is_warned_of(centre, starts_at, said):
    found = warnings_of(centre, starts_at, starts_at + HOURS)
    assert [words in sentence for words, sentence in zip(said, found, strict=True)] == [True] * len(said)


def test_the_page_says_own_side_first_and_the_quorum_in_words(held, page):
    sides = {who: [one.side for one in page(who, session_url(held)).context["delegations"]] for who in PAIR}
    assert sides == {"director_by": ["a", "b"], "director_kr": ["b", "a"]}
    assert page("director_kr", session_url(held)).context["quorum"] == (
        "A quorum is 1 member of each side with its head of delegation. There was a quorum."
    )


PAIR = ("director_by", "director_kr")


def test_the_list_by_committee_and_year(held, committee, officer, page):
    make_session(committee, officer, number=2, starts_at=datetime(2019, 4, 11, 7, tzinfo=UTC))
    url = reverse("agreements:sessions")
    rows = {
        query: [row.reference for row, _state in page("official_ge", url + query).context["rows"]] for query in LISTS
    }
    assert rows == LISTS


LISTS = {"": ["JSC-6", "JSC-2"], "?year=2019": ["JSC-2"], "?committee=JSC&state=held": ["JSC-6", "JSC-2"]}


def test_a_calendar_takes_the_session(held, client):
    text = client.get(reverse("agreements:session_ics", args=[held.reference])).content.decode()
    assert [line for line in text.splitlines() if line.startswith(("DTSTART;", "SUMMARY", "STATUS"))] == [
        f"SUMMARY:JSC-6 {held.committee.name}",
        "DTSTART;TZID=Europe/Minsk:20260330T100000",
        "STATUS:CONFIRMED",
    ]


def test_a_calendar_replaces_what_it_has(convened, officer, client_of, director_by):
    url, client = reverse("agreements:session_ics", args=[convened.reference]), client_of(director_by)
    edit_session(convened, by=officer, **DETAILS)
    edit_session(convened, by=officer, **{**DETAILS, "place": {"en": "Seoul"}})
    call_off(convened, by=officer, reason="A state visit.")
    lines = client.get(url).content.decode().splitlines()
    assert [line for line in lines if line.startswith(("SEQUENCE", "STATUS"))] == ["SEQUENCE:3", "STATUS:CANCELLED"]


def test_place_is_a_text_in_several_languages(planned, officer):
    row = edit_session(planned, by=officer, **{**DETAILS, "place": {"en": "Seoul", "ko": "서울"}})
    assert row.place == LocalisedText(en="Seoul", ko="서울")
