import pytest
from django.core.exceptions import PermissionDenied

from consultations.actions.corresponding import write_message
from consultations.models import Consultation, Message
from tests.cast import PEOPLE
from tests.consultations import builders as build
from tests.consultations.conftest import doors
from tests.factories import appoint


def test_it_stands_in_the_thread_with_the_title_of_the_day(in_progress, official_by, heard):
    heard()
    message = write_message(in_progress, by=official_by, text="Когда начнём?", language="ru")
    assert (message.kind, message.author, message.author_title, message.audience, message.country) == (
        "message",
        official_by,
        official_by.title_of_record(),
        "",
        None,
    )
    assert list(message.texts.values_list("language", "text", "source", "by")) == [
        ("ru", "Когда начнём?", None, official_by.pk)
    ]
    assert heard() == [("message_written", {"consultation": in_progress, "by": official_by, "message": message})]
    assert build.fresh(in_progress).updated_at == message.consultation.updated_at


def test_it_can_be_found(in_progress, official_by):
    write_message(in_progress, by=official_by, text="Резервное копирование", language="ru")
    assert list(Consultation.objects.matching("резервного копирования")) == [in_progress]


def test_an_advisors_first_one_is_the_first_response(in_progress, advisor_kr, officer):
    clock = in_progress.clocks.get(kind="first_response")
    write_message(in_progress, by=officer, text="Минуту.", language="ru")
    clock.refresh_from_db()
    assert clock.ended_at is None
    write_message(in_progress, by=advisor_kr, text="안녕하세요.", language="ko")
    clock.refresh_from_db()
    assert (clock.was_met, build.fresh(in_progress).due_at) == (True, in_progress.clocks.get(kind="answer").due_at)


def writers(cast, row):
    found = set()
    for who in PEOPLE:
        try:
            write_message(row, by=cast.people[who], text="x", language="en")
        except PermissionDenied:
            continue
        found.add(who)
    return found


def test_who_has_a_part_in_it_writes(cast, in_progress):
    centre = {"officer", "director_by", "director_kr", "advisor_kr"}
    assert writers(cast, in_progress) == {"official_by", "contact_by"} | centre


def test_while_it_lives(cast, draft, submitted, closed, withdrawn):
    assert [writers(cast, row) for row in (draft, submitted, closed, withdrawn)] == [
        set(),
        {"official_by", "contact_by"},
        set(),
        set(),
    ]


def test_a_colleague_only_reads(cast, in_progress, advisor2_kr):
    appoint(advisor2_kr, "member", in_progress.organisation)
    assert Consultation.objects.visible_to(advisor2_kr).exists()
    with pytest.raises(PermissionDenied):
        write_message(in_progress, by=advisor2_kr, text="x", language="en")


def test_the_screen(in_progress, knock, screen):
    open_to = ("official_by", "contact_by", "officer", "director_by", "director_kr", "advisor_kr")
    assert knock("write_message", in_progress) == doors(**dict.fromkeys(open_to, 200))
    answer = screen("advisor_kr", "write_message", in_progress, text="안녕하세요.", language="ko")
    assert answer["Location"] == f"{in_progress.get_absolute_url()}#m{Message.objects.get().pk}"


@pytest.mark.parametrize("sent", [{"text": " ", "language": "ko"}, {"text": "길게 썼다", "language": "de"}])
def test_what_was_typed_stays(in_progress, screen, sent):
    form = screen("advisor_kr", "write_message", in_progress, **sent).context["form"]
    assert (len(form.errors), form["text"].value()) == (1, sent["text"])


def test_what_was_typed_while_it_ended_stays(closed, screen):
    late = screen("advisor_kr", "write_message", closed, text="길게 썼다", language="ko")
    assert (late.status_code, "길게 썼다" in late.content.decode()) == (403, True)
