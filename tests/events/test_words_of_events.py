"""One English word, two meanings: what events say where requests, visits or people say something else."""

import pytest
from django.urls import reverse
from django.utils import translation

from events.enums import BodyRole, ParticipantStatus
from events.forms.editions import EventForm
from events.forms.visits import VisitForm
from events.models import Event, Participant
from tests.events.builders import make_event


def said(language, what):
    with translation.override(language):
        return str(what)


def test_a_host_answers_for_an_event_or_is_visited():
    assert said("ko", BodyRole.HOST.label) == "주최기관"
    assert said("ko", VisitForm.base_fields["organisation"].label) == "방문기관"


def test_an_event_has_a_title_and_a_person_a_name():
    name = EventForm.base_fields["name"].label
    assert [said(language, name) for language in ("en", "ru", "be", "ko")] == ["Name", "Название", "Назва", "행사명"]


def test_who_comes_to_an_event_takes_part_in_it():
    assert said("ko", Participant._meta.verbose_name_plural) == "참가자"
    assert said("ru", ParticipantStatus.ACCEPTED.label) == "Участие одобрено"


def test_the_theme_of_an_event_is_none_of_colours():
    assert said("ru", Event._meta.get_field("theme").verbose_name) == "тема"


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("language", "way"),
    [("ru", "Вернуться к мероприятию {}"), ("be", "Вярнуцца да мерапрыемства {}"), ("ko", "행사로 돌아가기: {}")],
)
def test_the_way_back_leads_to_the_event(language, way, centre, officer, client_of):
    event = make_event(centre)
    officer.language = language
    officer.save()
    page = client_of(officer).get(reverse("events:edit", args=[event.reference])).content.decode()
    assert way.format(event.reference) in page
