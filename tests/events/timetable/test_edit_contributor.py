import pytest
from django.core.exceptions import PermissionDenied

from core.refusal import RefusedError
from events.actions.session_people import edit_contributor
from tests.events.builders import make_contributor, make_session
from tests.events.timetable.conftest import fresh


@pytest.fixture
def part(stop):
    return make_session(stop).parts.create(contributor=make_contributor(given_name="Sora", family_name="Yun"))


def test_a_name_is_put_right(part, officer, official_ge):
    edit_contributor(part, by=officer, family_name="Yoon", email="official@ge.example")
    person = fresh(part.contributor)
    assert (person.family_name, person.given_name, person.user) == ("Yoon", "Sora", official_ge)


def test_the_address_of_somebody_else(part, officer):
    make_contributor(email="taken@kr.example")
    with pytest.raises(RefusedError, match="Somebody else is entered with this address"):
        edit_contributor(part, by=officer, email="Taken@kr.example")


def test_only_officers(part, director_by):
    with pytest.raises(PermissionDenied):
        edit_contributor(part, by=director_by, family_name="x")


def test_the_screen(event, part, screen):
    row, person = part.session, part.contributor
    form = screen("officer", "edit_contributor", event, row.pk, part.pk).context["form"]
    assert (form["family_name"].value(), form["country"].value()) == ("Yun", "KR")
    sent = {"given_name": "Sora", "family_name": "Yoon", "country": "GE", "language": "en", "post_en": "Director"}
    answer = screen("officer", "edit_contributor", event, row.pk, part.pk, **sent)
    assert answer["Location"] == row.get_absolute_url()
    person = fresh(person)
    assert (person.family_name, person.country_id, person.post) == ("Yoon", "GE", {"en": "Director"})
    form = screen("officer", "edit_contributor", event, row.pk, part.pk, **sent | {"given_name": ""}).context["form"]
    assert (list(form.errors), form["post"].value()[0]) == (["given_name"], "Director")
