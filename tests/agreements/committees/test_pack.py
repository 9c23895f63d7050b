"""The committee pack as one paper, in each reader's copy."""

from datetime import UTC, date, datetime

import pytest
from django.urls import reverse
from django.utils import translation

from agreements.models import CommitteeSession
from agreements.presentation.pack import pack_of
from agreements.presentation.sessions import RELATED, with_granted
from papers import report
from tests.agreements.committees.builders import (
    make_action,
    make_decision,
    make_item,
    make_minutes,
    make_paper,
    make_session,
    make_text,
    seat_both,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def whole(committee, officer, cast):
    earlier = make_session(
        committee, officer, number=3, programme_year=1, starts_at=datetime(2025, 3, 31, 7, tzinfo=UTC)
    )
    before = make_decision(earlier, officer, status="adopted")
    make_action(before, text={"en": "Owed still."})
    make_action(before, text={"en": "Was sent."}, status="done", result="By letter.", settled_on=date(2025, 9, 1))
    session = make_session(committee, officer, number=4, programme_year=2)
    seat_both(session, cast)
    item = make_item(session, title={"en": "Projects of the year"})
    paper = make_paper(session, officer, title={"en": "Three projects"}, item=item)
    make_text(paper, officer)
    make_text(paper, officer, "ko")
    make_paper(session, officer, title={"en": "Closed paper"}, is_closed=True)
    make_action(make_decision(session, officer, status="adopted", text={"en": "Three projects are approved."}))
    make_minutes(session, officer, text={"en": "Both sides met in Minsk."})
    return session


def drawn(session, user):
    rows = with_granted(CommitteeSession.objects.select_related(*RELATED), user)
    with translation.override("en"):
        return report.drawn(pack_of(rows.get(pk=session.pk), user, language="en"))


def test_it_holds_everything_own_side_first(whole, director_kr, director_by):
    text = str(drawn(whole, director_kr))
    for words in (
        "Session 4, programme year 2",
        "Projects of the year",
        "JSC-4/P1",
        "English, 한국어",
        "Three projects are approved.",
        "Owed still.",
        "Done: By letter.",
        "Both sides met in Minsk.",
        "Closed paper",
        "Lee Hajun",
    ):
        assert words in text, words
    heads = {
        user.email: [
            one["text"] for one in drawn(whole, user)["blocks"] if one["kind"] == "heading" and one["level"] == 2
        ]
        for user in (director_kr, director_by)
    }
    assert {email: found[:2] for email, found in heads.items()} == {
        "director@kr.example": ["Republic of Korea", "Belarus"],
        "director@by.example": ["Belarus", "Republic of Korea"],
    }


def test_a_reader_gets_what_a_reader_sees(whole, official_ge):
    text = str(drawn(whole, official_ge))
    assert [words in text for words in ("Three projects are approved.", "Closed paper", "Both sides met", "Owed")] == [
        True,
        False,
        False,
        False,
    ]


def test_the_button_gives_a_file(whole, page, client):
    url = reverse("agreements:committee_pack", args=[whole.reference])
    answer = page("director_by", f"{url}?language=ko")
    assert (answer["Content-Type"], "JSC-4-ko.pdf" in answer["Content-Disposition"]) == ("application/pdf", True)
    client.logout()
    assert client.get(url).status_code == 302
