"""The officer who names an advisor reads what each of them knows and how much lies with them."""

from consultations.forms.steps import AssignForm
from people.actions import edit_expert_profile
from people.models import ConsentText, ExpertArea
from tests.consultations import builders as build


def labels(row):
    form = AssignForm(consultation=row)
    return [str(label) for _value, label in form.fields["lead"].choices][1:]


def write(user, **areas):
    ConsentText.objects.get_or_create(purpose="listing", version=1, text={"en": "To be found by officers."})
    known = {ExpertArea.objects.get_or_create(name={"en": name})[0]: level for name, level in areas.items()}
    edit_expert_profile(user, by=user, areas=known, languages={}, windows=[], is_listed=True)


def test_areas_and_open_requests_stand_beside_the_name(cast):
    build.in_progress(cast)
    row = build.accepted(cast)
    write(cast.people["advisor_kr"], Cloud=2, Archives=3)
    assert labels(row) == ["Kim Seoyeon · Archives (3), Cloud (2) · 1 open request", "Park Doyun · 0 open requests"]
    edit_expert_profile(
        cast.people["advisor_kr"], by=cast.people["advisor_kr"], areas={}, languages={}, windows=[], is_listed=False
    )
    assert labels(row) == ["Kim Seoyeon · 1 open request", "Park Doyun · 0 open requests"]


def test_they_cost_the_same_for_one_profile_and_for_two(cast, django_assert_num_queries):
    row = build.accepted(cast)
    write(cast.people["advisor_kr"], Cloud=2)
    with django_assert_num_queries(4):  # who is named already, the advisors, what they know and have open
        labels(row)
    write(cast.people["advisor2_kr"], Cloud=2, Archives=3)
    with django_assert_num_queries(4):
        labels(row)
