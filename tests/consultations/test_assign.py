import pytest
import time_machine
from django.core.exceptions import PermissionDenied

from consultations.actions.deciding import assign
from consultations.models import Consultation, Participant
from core.refusal import RefusedError
from people.models import User
from tests.consultations import builders as build
from tests.consultations.conftest import doors
from tests.consultations.moments import seoul
from tests.factories import appoint, make_organisation, make_user


def parts(row):
    return sorted((one.user.email, one.role, one.until is None) for one in row.participants.select_related("user"))


def clocks(row):
    return {one.kind: (one.country_id, one.due_at) for one in row.clocks.filter(ended_at=None)}


def test_it_names_who_answers_and_starts_the_clocks_of_their_country(cast, accepted, officer, heard, told):
    people = {"lead": cast.people["advisor_kr"], "advisors": [cast.people["advisor2_kr"]], "translator": officer}
    heard()
    with time_machine.travel(seoul(12, 15, month=5), tick=False):
        row = assign(accepted, by=officer, **people)
    row = build.fresh(row)
    assert (row.status, parts(row)) == (
        "in_progress",
        [
            ("advisor2@kr.example", "advisor", True),
            ("advisor@kr.example", "lead", True),
            ("officer@centre.example", "translator", True),
        ],
    )
    # Ten days of Seoul: 25 May is the substitute of Buddha's Birthday.
    assert clocks(row) == {"first_response": ("KR", seoul(14, month=5)), "answer": ("KR", seoul(27, month=5))}
    assert row.due_at == seoul(14, month=5)
    [(name, said)] = heard()
    assert (name, said["by"], sorted(one.role for one in said["participants"])) == (
        "advisor_assigned",
        officer,
        ["advisor", "lead", "translator"],
    )
    assert [verb for verb, *_ in told(row)[-2:]] == ["assign", "name_people"]


def test_now_the_advisors_see_it(cast, accepted, officer, advisor_kr, advisor2_kr):
    assert [Consultation.objects.visible_to(one).count() for one in (advisor_kr, advisor2_kr)] == [0, 0]
    assign(accepted, by=officer, lead=advisor_kr)
    assert [Consultation.objects.visible_to(one).count() for one in (advisor_kr, advisor2_kr)] == [1, 0]


def test_only_advisors_of_this_centre_today(cast, accepted, officer, advisor_kr, advisor2_kr, director_kr):
    cast.appointments["advisor_kr"].ends_on = seoul(23).date()
    cast.appointments["advisor_kr"].save()
    with time_machine.travel(seoul(24, 0, 1), tick=False):
        leaver = User.objects.get(pk=advisor_kr.pk)
        for people in ({"lead": leaver}, {"lead": advisor2_kr, "advisors": [leaver]}, {"lead": director_kr}):
            with pytest.raises(RefusedError, match="is not an advisor of this centre today"):
                assign(accepted, by=officer, **people)
    assert (build.fresh(accepted).status, Participant.objects.count()) == ("accepted", 0)
    with time_machine.travel(seoul(23, 23, 59), tick=False):
        assign(accepted, by=officer, lead=User.objects.get(pk=advisor_kr.pk))


def test_the_clock_is_that_of_the_post_at_this_centre(cast, accepted, officer):
    """An advisor who also serves another centre, from another country."""
    both = make_user()
    elsewhere = cast.centre.__class__.objects.create(
        name={"en": "Other"}, short_name={"en": "Other"}, side_a=cast.countries["GE"], side_b=cast.countries["KR"]
    )
    appoint(both, "advisor", make_organisation(country_id="GE"), centre=elsewhere, is_primary=True)
    appoint(both, "advisor", cast.organisations["nia"], centre=cast.centre)
    row = assign(accepted, by=officer, lead=both)
    assert {country for country, _due in clocks(row).values()} == {"KR"}


def test_officers_name_and_only_once(accepted, officer, director_kr, advisor_kr):
    with pytest.raises(PermissionDenied):
        assign(accepted, by=director_kr, lead=advisor_kr)
    assign(accepted, by=officer, lead=advisor_kr)
    with pytest.raises(RefusedError, match="“Name the advisor” is no longer possible"):
        assign(accepted, by=officer, lead=advisor_kr)


def test_the_screen(accepted, registered, knock, screen):
    readers = dict.fromkeys(("official_by", "contact_by", "director_by", "director_kr"), 403)
    assert knock("assign", accepted) == doors(**readers, officer=200)
    assert screen("officer", "assign", registered).status_code == 409


def test_the_form_offers_only_whom_it_may(cast, accepted, screen):
    colleague = make_user(family_name="Colleague")
    appoint(colleague, "member", accepted.organisation)
    form = screen("officer", "assign", accepted).context["form"]
    offered = {name: [one.email for one in form.fields[name].queryset] for name in form.fields}
    assert offered == {
        "lead": ["advisor@kr.example", "advisor2@kr.example"],
        "advisors": ["advisor@kr.example", "advisor2@kr.example"],
        "counterpart": [colleague.email],
        "translator": ["advisor@kr.example", "officer@centre.example", "advisor2@kr.example"],
    }


def test_one_person_one_role(accepted, advisor_kr, advisor2_kr, screen):
    lead = advisor_kr.pk
    wrong = screen("officer", "assign", accepted, lead=lead, translator=lead).context["form"]
    assert (list(wrong.errors), wrong["lead"].value()) == (["translator"], str(lead))
    answer = screen("officer", "assign", accepted, lead=lead, advisors=[lead, advisor2_kr.pk])
    assert (answer["Location"], parts(accepted)) == (
        accepted.get_absolute_url(),
        [("advisor2@kr.example", "advisor", True), ("advisor@kr.example", "lead", True)],
    )


@pytest.mark.parametrize("role", ["translator", "counterpart"])
def test_whoever_does_not_fit_the_role_is_refused(cast, accepted, officer, official_ge, role):
    with pytest.raises(RefusedError, match="today"):
        assign(accepted, by=officer, lead=cast.people["advisor_kr"], **{role: official_ge})
    assert (build.fresh(accepted).status, parts(accepted)) == ("accepted", [])
