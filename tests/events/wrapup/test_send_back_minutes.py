import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from core.models import Signature
from core.refusal import RefusedError
from events.actions.minutes import agree_minutes, send_back_minutes
from tests.events.wrapup.conftest import CONTENT, journal, states


def test_the_next_version_begins_from_its_text(event, proposed, director_by, director_kr, officer, heard):
    agree_minutes(proposed, by=director_by)
    heard.clear()
    draft = send_back_minutes(proposed, by=director_kr, reason="결정 2가 빠졌습니다.")
    assert states(event) == [(1, "superseded"), (2, "draft")]
    assert (draft.version, draft.text, draft.held_on, draft.by, draft.revision) == (
        2,
        CONTENT["text"],
        CONTENT["held_on"],
        officer,
        1,
    )
    proposed.refresh_from_db()
    assert heard == [("minutes_sent_back", {"minutes": proposed, "reason": "결정 2가 빠졌습니다.", "by": director_kr})]
    assert journal(proposed)[-1] == ("send_back", "proposed", "superseded", "director@kr.example")
    assert Signature.objects.about(proposed).filter(cleared_at=None).count() == 0


def test_reasons_are_needed(proposed, director_by, event):
    for reason in ("", "  "):
        with pytest.raises(RefusedError, match="Give the reasons"):
            send_back_minutes(proposed, by=director_by, reason=reason)
    assert states(event) == [(1, "proposed")]


def test_only_co_directors(proposed, cast):
    for who in ("officer", "official_ge", "advisor_kr"):
        with pytest.raises(PermissionDenied):
            send_back_minutes(proposed, by=cast.people[who], reason="x")


def test_the_page_leads_to_the_new_draft(proposed, page, event):
    url = reverse("events:send_back_minutes", args=[event.reference, 1])
    assert list(page("director_by", url, reason="").context["form"].errors) == ["reason"]
    answer = page("director_by", url, reason="Нет решения 2.")
    assert answer["Location"] == reverse("events:minutes", args=[event.reference, 2])
    assert page("director_by", url).status_code == 409
