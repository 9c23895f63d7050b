"""A leaver's open work goes to the successor; what is past keeps the leaver's name."""

from datetime import timedelta

import pytest
import time_machine

from consultations.actions.closing import hand_over
from consultations.models import Consultation
from people.actions import reassign_work
from people.models import User
from tests.consultations import builders as build
from tests.consultations.moments import minsk
from tests.consultations.test_assign import parts
from tests.factories import make_user


@pytest.fixture
def successor(db):
    return make_user(email="successor@by.example", family_name="Successor")


def reassigned(cast, who, successor):
    leaver = cast.people[who]
    reassign_work(leaver, successor, by=cast.people["admin_user"], appointments=[cast.appointments[who]])
    return User.objects.get(pk=leaver.pk), User.objects.get(pk=successor.pk)


def visible(person):
    return set(Consultation.objects.visible_to(person).values_list("pk", flat=True))


def test_a_requesters_open_requests(cast, draft, waiting, closed, successor, official_by, told):
    leaver, heir = reassigned(cast, "official_by", successor)
    assert [build.fresh(row).requester for row in (draft, waiting, closed)] == [successor, successor, official_by]
    assert (visible(leaver), visible(heir)) == (set(), {draft.pk, waiting.pk, closed.pk})
    assert told(waiting)[-1] == ("hand_over", "", "", "admin@centre.example", "")
    assert "hand_over" not in [verb for verb, *_ in told(closed)]
    assert build.corresponding.reply(waiting, by=heir, text="x", language="ru").status == "in_progress"


def test_an_advisors_parts(cast, in_writing, closed, successor, told):
    _leaver, heir = reassigned(cast, "advisor_kr", successor)
    assert parts(in_writing) == [("advisor@kr.example", "lead", False), ("successor@by.example", "lead", True)]
    assert parts(closed) == [("advisor@kr.example", "lead", True)]
    assert [verb for verb, *_ in told(in_writing)][-1] == "hand_over"
    answer = build.version(in_writing)
    assert build.answering.hand_over_answer(answer, by=heir).state == "translation"
    assert answer.by == cast.people["advisor_kr"]  # who wrote it stays its author


def test_a_successor_who_advises_already_takes_the_lead(cast, in_progress, advisor_kr, advisor2_kr, officer):
    build.deciding.change_people(in_progress, by=officer, lead=advisor_kr, advisors=[advisor2_kr])
    hand_over(advisor_kr, advisor2_kr, by=officer, functions=["advisor"])
    assert parts(in_progress) == [
        ("advisor2@kr.example", "advisor", False),
        ("advisor2@kr.example", "lead", True),
        ("advisor@kr.example", "lead", False),
    ]


def test_a_successor_who_leads_already_goes_on_leading(cast, in_progress, advisor_kr, advisor2_kr, officer):
    build.deciding.change_people(in_progress, by=officer, lead=advisor2_kr, advisors=[advisor_kr])
    hand_over(advisor_kr, advisor2_kr, by=officer, functions=["advisor"])
    assert parts(in_progress) == [
        ("advisor2@kr.example", "lead", True),
        ("advisor@kr.example", "advisor", False),
        ("advisor@kr.example", "lead", False),
    ]


def test_an_officers_desk(cast, registered, closed, successor, officer):
    _leaver, heir = reassigned(cast, "officer", successor)
    assert [build.fresh(row).officer for row in (registered, closed)] == [successor, officer]
    assert visible(heir) == {registered.pk, closed.pk}


def test_a_co_directors_post_moves_no_request(cast, in_progress, registered, successor, director_by):
    leaver, heir = reassigned(cast, "director_by", successor)
    assert (visible(leaver), visible(heir)) == (set(), {in_progress.pk, registered.pk})
    assert parts(in_progress) == [("advisor@kr.example", "lead", True)]
    assert build.deciding.decide(registered, by=heir, accepts=True).status == "registered"


def test_only_what_belongs_to_the_post_that_goes(cast, in_progress, waiting, successor, officer):
    """An advisor who leaves another post keeps the answers."""
    assert hand_over(cast.people["advisor_kr"], successor, by=officer, functions=["member"]) == 0
    assert parts(in_progress) == [("advisor@kr.example", "lead", True)]


def test_the_day_a_post_ends_its_rights_end(cast, in_progress, registered):
    """Nothing else has to happen: no reassignment, no task, no signing out."""
    last = minsk(20).date()
    for who in ("official_by", "contact_by", "advisor_kr", "director_kr", "officer"):
        cast.appointments[who].ends_on = last
        cast.appointments[who].save()
    people = {
        who: User.objects.get(pk=cast.people[who].pk) for who in ("official_by", "contact_by", "director_by", "officer")
    }
    with time_machine.travel(minsk(21, 0) - timedelta(seconds=1), tick=False):
        seen = {who: len(visible(User.objects.get(pk=person.pk))) for who, person in people.items()}
    assert seen == {"official_by": 2, "contact_by": 2, "director_by": 2, "officer": 2}
    with time_machine.travel(minsk(21, 0), tick=False):
        seen = {who: len(visible(User.objects.get(pk=person.pk))) for who, person in people.items()}
    assert seen == {"official_by": 0, "contact_by": 0, "director_by": 2, "officer": 0}


def test_a_browser_that_was_signed_in_yesterday_opens_nothing(cast, in_progress, screen):
    assert screen("advisor_kr", "detail", in_progress).status_code == 200
    cast.appointments["advisor_kr"].ends_on = minsk(1).date().replace(year=2025)
    cast.appointments["advisor_kr"].save()
    assert screen("advisor_kr", "detail", in_progress).status_code == 404
