import pytest
from django.core.exceptions import PermissionDenied

from core.refusal import RefusedError
from events.actions.session_people import remove_part
from events.models import Contributor
from tests.events.builders import make_contributor, make_session
from tests.events.timetable.conftest import journal_of


@pytest.fixture
def part(stop):
    return make_session(stop).parts.create(contributor=make_contributor())


def test_the_person_stays_entered(part, officer):
    remove_part(part, by=officer)
    assert (part.session.parts.count(), Contributor.objects.count()) == (0, 1)
    assert journal_of(part.session) == [("remove_part", "officer@centre.example", "")]
    with pytest.raises(RefusedError, match="A colleague has taken the person out"):
        remove_part(part, by=officer)


def test_only_officers(part, director_by):
    with pytest.raises(PermissionDenied):
        remove_part(part, by=director_by)


def test_the_button(event, part, screen):
    row = part.session
    assert screen("officer", "remove_part", event, row.pk, part.pk).status_code == 405
    assert screen("director_by", "remove_part", event, row.pk, part.pk, go="1").status_code == 403
    assert screen("official_ge", "remove_part", event, row.pk, part.pk, go="1").status_code == 404
    assert screen("officer", "remove_part", event, row.pk, part.pk, go="1")["Location"] == row.get_absolute_url()
    assert screen("officer", "remove_part", event, row.pk, part.pk, go="1").status_code == 404
