import pytest
from django.core.exceptions import PermissionDenied

from consultations.actions.deciding import change_people
from consultations.models import Consultation
from core.refusal import RefusedError
from tests.consultations import builders as build
from tests.consultations.conftest import doors
from tests.consultations.test_assign import parts
from tests.factories import appoint, make_user


def test_those_who_leave_keep_their_place_in_the_history(in_progress, officer, advisor_kr, advisor2_kr, heard):
    heard()
    row = change_people(in_progress, by=officer, lead=advisor2_kr, translator=officer)
    assert parts(row) == [
        ("advisor2@kr.example", "lead", True),
        ("advisor@kr.example", "lead", False),
        ("officer@centre.example", "translator", True),
    ]
    [(name, said)] = heard()
    assert (name, sorted(one.user.email for one in said["participants"])) == (
        "advisor_assigned",
        ["advisor2@kr.example", "officer@centre.example"],
    )
    assert [Consultation.objects.visible_to(one).count() for one in (advisor_kr, advisor2_kr)] == [0, 1]


def test_roles_are_exchanged(in_progress, officer, advisor_kr, advisor2_kr, heard):
    change_people(in_progress, by=officer, lead=advisor_kr, advisors=[advisor2_kr])
    heard()
    row = change_people(in_progress, by=officer, lead=advisor2_kr, advisors=[advisor_kr])
    assert parts(row) == [
        ("advisor2@kr.example", "advisor", False),
        ("advisor2@kr.example", "lead", True),
        ("advisor@kr.example", "advisor", True),
        ("advisor@kr.example", "lead", False),
    ]
    assert len(heard()[0][1]["participants"]) == 2


def test_who_stays_is_not_named_again(in_progress, officer, advisor_kr, advisor2_kr, heard):
    since = in_progress.participants.get().since
    heard()
    row = change_people(in_progress, by=officer, lead=advisor_kr, advisors=[advisor2_kr])
    assert row.participants.get(user=advisor_kr).since == since
    assert [one.user for one in heard()[0][1]["participants"]] == [advisor2_kr]


def test_while_the_answer_is_prepared(cast, waiting, answered, accepted, officer, advisor2_kr, director_by):
    assert change_people(waiting, by=officer, lead=advisor2_kr).status == "waiting"
    for row in (answered, accepted):
        with pytest.raises(RefusedError, match="while the answer is being prepared"):
            change_people(row, by=officer, lead=advisor2_kr)
    with pytest.raises(PermissionDenied):
        change_people(waiting, by=director_by, lead=advisor2_kr)


def test_only_advisors_of_today(cast, in_progress, officer, director_kr):
    with pytest.raises(RefusedError, match="is not an advisor of this centre today"):
        change_people(in_progress, by=officer, lead=director_kr)
    assert parts(in_progress) == [("advisor@kr.example", "lead", True)]


def test_the_screen(in_progress, answered, knock, screen, advisor2_kr):
    readers = dict.fromkeys(("official_by", "contact_by", "director_by", "director_kr", "advisor_kr"), 403)
    assert knock("change_people", in_progress) == doors(**readers, officer=200)
    form = screen("officer", "change_people", in_progress).context["form"]
    assert form["lead"].value() == in_progress.participants.get().user_id
    answer = screen("officer", "change_people", in_progress, lead=advisor2_kr.pk)
    assert answer["Location"] == in_progress.get_absolute_url()
    late = screen("officer", "change_people", answered, lead=advisor2_kr.pk)
    assert late.context["form"].non_field_errors() == ["People are changed while the answer is being prepared."]
    assert build.fresh(answered).status == "answered"


def test_the_clock_goes_on_in_the_calendar_of_the_new_lead(cast, in_progress, officer):
    georgian = make_user()
    appoint(georgian, "advisor", cast.organisations["agency_ge"], centre=cast.centre)
    assert in_progress.clocks.get(kind="answer").country_id == "KR"
    change_people(in_progress, by=officer, lead=georgian)
    assert in_progress.clocks.get(kind="answer", ended_at=None).country_id == "GE"
