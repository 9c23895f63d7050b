import pytest
import time_machine
from django.core.exceptions import PermissionDenied

from consultations.actions.drafting import edit_draft, missing, submit
from consultations.models import Clock, Consultation
from core.refusal import RefusedError
from tests.consultations import builders as build
from tests.consultations.conftest import doors
from tests.consultations.moments import minsk


def test_it_goes_to_the_contact_point_and_the_check_has_three_days(cast, draft, official_by, heard, told):
    heard()
    with time_machine.travel(minsk(16, 10, month=4), tick=False):
        row = submit(draft, by=official_by)
    moment = minsk(16, 10, month=4)
    assert (row.status, row.submitted_at, row.moved_at, row.updated_at) == ("submitted", moment, moment, moment)
    # Monday 20 April was moved to a Saturday, Tuesday is Radunitsa: Friday, Wednesday, Thursday.
    assert build.fresh(row).due_at == minsk(23, 18, month=4)
    assert Clock.objects.values_list("kind", "country", "target_days", "started_at", "due_at", "ended_at").get() == (
        "check",
        "BY",
        3,
        moment,
        minsk(23, 18, month=4),
        None,
    )
    assert heard() == [("consultation_submitted", {"consultation": row, "by": official_by})]
    assert told(row)[-1] == ("submit", "draft", "submitted", "official@by.example", "")


def test_now_the_contact_point_sees_it_and_nobody_of_the_centre(cast, submitted):
    seers = {who for who, person in cast.people.items() if Consultation.objects.visible_to(person).exists()}
    assert seers == {"official_by", "contact_by"}


@pytest.mark.parametrize(
    ("left_out", "lacking"),
    [
        ({"signatory_name": ""}, [("body", "Name the authorised signatory.")]),
        ({"title": ""}, [("questions", "Give the request a title.")]),
        ({"topic": None}, [("questions", "Choose a subject.")]),
        ({"state_of_play": " "}, [("questions", "Describe the state of play.")]),
        ({"questions": [" "]}, [("questions", "Ask at least one question.")]),
        ({"expected_result": ""}, [("questions", "Write how the answer will be used.")]),
        ({"is_urgent": True}, [("dates", "Say why the request is urgent.")]),
        ({"is_urgent": True, "urgency_reason": "Совет министров"}, []),
        (
            {"title": "", "questions": []},
            [("questions", "Give the request a title."), ("questions", "Ask at least one question.")],
        ),
    ],
)
def test_what_is_missing_is_named_with_its_page(cast, official_by, left_out, lacking):
    row = build.draft(cast, **left_out)
    assert missing(row) == lacking
    if lacking:
        with pytest.raises(RefusedError) as refused:
            submit(row, by=official_by)
        assert str(refused.value.message) == " ".join(sentence for _page, sentence in lacking)
        assert (build.fresh(row).status, Clock.objects.count()) == ("draft", 0)


def test_a_translation_does_not_stand_in_for_the_original(cast, official_by, contact_by):
    row = build.submitted(cast)
    build.drafting.translate_request(row, by=contact_by, language="en", title="Cloud", questions={})
    row = build.drafting.return_request(row, by=contact_by, reason="x")
    row = edit_draft(row, by=official_by, seen=row.revision, title="")
    assert [sentence for _page, sentence in missing(row)] == ["Give the request a title."]


def test_a_returned_request_is_sent_again_and_its_clock_starts_anew(cast, official_by, contact_by):
    row = submit(build.returned(cast), by=official_by)
    assert [(one.kind, one.ended_at is None) for one in Clock.objects.order_by("pk")] == [
        ("check", False),
        ("check", True),
    ]
    assert row.reference is None


def test_only_the_requester_sends_and_only_once(draft, official_by, contact_by):
    with pytest.raises(PermissionDenied):
        submit(draft, by=contact_by)
    submit(draft, by=official_by)
    with pytest.raises(RefusedError, match="“Send the request” is no longer possible"):
        submit(draft, by=official_by)


def test_the_screen(draft, submitted, knock, screen):
    assert knock("check", draft) == doors(official_by=200)
    assert screen("contact_by", "check", submitted).status_code == 403
    assert screen("official_by", "check", submitted).status_code == 409
    answer = screen("official_by", "check", draft, send="1")
    assert answer["Location"] == f"/consultations/{draft.handle}/sent/"
    assert screen("official_by", "sent", draft).status_code == 200


def test_the_screen_names_what_is_missing(cast, screen):
    row = build.draft(cast, title="", topic=None)
    assert screen("official_by", "check", row).context["lacking"] == build.drafting.missing(row)
    answer = screen("official_by", "check", row, send="1")
    assert (answer.status_code, build.fresh(row).status) == (409, "draft")


def test_what_happens_next_is_told_once_it_was_sent(draft, submitted, knock, screen):
    assert knock("sent", submitted) == doors(official_by=200, contact_by=200)
    assert screen("official_by", "sent", draft)["Location"] == draft.get_absolute_url()
