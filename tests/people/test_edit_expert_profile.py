"""Experts write about themselves; the centre's officers find those who agree to be found."""

from datetime import date

import pytest
import time_machine
from django.core.exceptions import PermissionDenied

from people import actions
from people.models import ConsentText, ExpertArea, ExpertProfile
from tests.cast import cost
from tests.factories import make_user


@pytest.fixture
def areas(db):
    ConsentText.objects.create(purpose="listing", version=1, text={"en": "To be found by officers."})
    names = ({"en": "Documents and archives", "ko": "문서와 기록"}, {"en": "Cloud", "ko": "클라우드"})
    return [ExpertArea.objects.create(name=name, position=position) for position, name in enumerate(names)]


def written(profile):
    return (
        [(one.area, one.level) for one in profile.expertise.all()],
        [(one.language, one.level) for one in profile.languages.all()],
        [(one.from_on, one.until_on, one.note) for one in profile.windows.all()],
        profile.systems,
        profile.years_of_practice,
    )


def write(user, areas, **more):
    known = {"areas": {areas[0]: 3}, "languages": {"ko": "first"}, "windows": [], "is_listed": True}
    return actions.edit_expert_profile(user, by=user, **known, **more)


@time_machine.travel("2026-11-21 09:00+03:00", tick=False)
def test_it_is_written_and_shown(areas, advisor_kr, client_of):
    client = client_of(advisor_kr)
    assert client.get("/profile/expert/").status_code == 200
    form = {
        f"a{areas[0].pk}": 3,
        f"a{areas[1].pk}": 1,
        "language1": "ko",
        "level1": "first",
        "language3": "en",
        "level3": "working",
        "from1": "2027-03-01",
        "until1": "2027-03-31",
        "note1": "two weeks at most",
        "systems": "온나라, KONEPS",
        "years_of_practice": 12,
    }
    assert client.post("/profile/expert/", form).url == "/profile/"
    profile = ExpertProfile.objects.get(user=advisor_kr)
    assert written(profile) == (
        [(areas[0], 3), (areas[1], 1)],
        [("ko", "first"), ("en", "working")],
        [(date(2027, 3, 1), date(2027, 3, 31), "two weeks at most")],
        "온나라, KONEPS",
        12,
    )
    assert (profile.reviewed_on, profile.consent_to_be_listed) == (date(2026, 11, 21), False)
    page = client.get("/profile/").content.decode()
    assert all(part in page for part in ("문서와 기록", "English", "two weeks at most", "KONEPS"))
    again = client.get("/profile/expert/").context["form"]
    assert [again[name].value() for name in (f"a{areas[1].pk}", "language2", "note1")] == [
        1,
        "en",
        "two weeks at most",
    ]


def test_what_is_not_named_any_more_is_gone(areas, advisor_kr):
    write(advisor_kr, areas, systems="KONEPS")
    nothing = {"areas": {}, "languages": {}, "windows": []}
    profile = actions.edit_expert_profile(advisor_kr, by=advisor_kr, **nothing)
    assert (written(profile), profile.consent_to_be_listed) == (([], [], [], "", None), False)


@pytest.mark.parametrize(
    "wrong, field",
    [
        ({"language1": "ko"}, "level1"),
        ({"from1": "2027-03-02", "until1": "2027-03-01"}, "until1"),
        ({"from1": "2027-03-02"}, "until1"),
        ({"years_of_practice": 61}, "years_of_practice"),
    ],
)
def test_half_a_row_is_asked_again(advisor_kr, client_of, wrong, field):
    answer = client_of(advisor_kr).post("/profile/expert/", wrong)
    assert (answer.status_code, list(answer.context["form"].errors)) == (200, [field])


def test_not_another_persons(areas, advisor_kr, advisor2_kr, admin_user):
    for other in (advisor2_kr, admin_user):
        with pytest.raises(PermissionDenied):
            actions.edit_expert_profile(advisor_kr, by=other, areas={}, languages={}, windows=[])


def names(page):
    return [one.user.email for one in page.context["page"].rows]


def test_the_roster_is_filtered_by_area_and_language(areas, advisor_kr, advisor2_kr, officer, client_of):
    write(advisor_kr, areas)
    other = {"areas": {areas[1]: 2}, "languages": {"ko": "first", "ru": "working"}, "windows": []}
    actions.edit_expert_profile(advisor2_kr, by=advisor2_kr, **other, is_listed=True)
    client = client_of(officer)
    asked = [{}, {"area": areas[0].pk}, {"language": "ru"}, {"area": areas[0].pk, "language": "ru"}, {"area": "x"}]
    both = ["advisor2@kr.example", "advisor@kr.example"]
    assert [names(client.get("/experts/", query)) for query in asked] == [both, both[1:], both[:1], [], both]


def test_only_who_agrees_is_found_and_only_there(cast, areas, advisor_kr, advisor2_kr, officer, director_by, client_of):
    """Somebody of neither side, somebody without a post, and somebody who does not agree."""
    for person in (advisor_kr, cast.people["official_ge"], make_user()):
        write(person, areas)
    write(advisor2_kr, areas)
    ExpertProfile.objects.filter(user=advisor2_kr).update(consent_to_be_listed=False)
    assert [names(client_of(one).get("/experts/")) for one in (officer, director_by)] == [["advisor@kr.example"]] * 2


def test_to_all_others_the_roster_does_not_exist(cast, areas, client, client_of):
    others = ("official_by", "contact_by", "advisor_kr", "official_ge", "admin_user")
    assert {client_of(cast.people[one]).get("/experts/").status_code for one in others} == {404}
    assert client.get("/experts/").url == "/account/login/?next=/experts/"
    write(cast.people["advisor_kr"], areas)
    seen = [ExpertProfile.objects.visible_to(cast.people[one]).count() for one in ("advisor_kr", *others[:2])]
    assert seen == [1, 0, 0]


def test_the_roster_costs_the_same_for_one_and_for_three(cast, areas, officer, client_of):
    client, costs = client_of(officer), []
    write(cast.people["advisor_kr"], areas)
    client.get("/experts/")
    costs.append(cost(client, "/experts/"))
    for one in ("advisor2_kr", "director_kr"):
        write(cast.people[one], areas)
    costs.append(cost(client, "/experts/"))
    assert costs[0] == costs[1] <= 16
