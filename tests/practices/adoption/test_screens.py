"""The screens of the register, as the people of both bodies meet them."""

import csv
import io

import pytest
from django.urls import reverse

from practices.actions import adopting
from practices.enums import Answerer, ReportState, Stage
from practices.models import Adoption, AdoptionAnswer
from tests.cast import cost
from tests.practices.builders import make_practice


def at(name, adoption, *more):
    return reverse(f"practices:{name}", args=[adoption.practice.reference, adoption.pk, *more])


POSTED = {
    "stage": "pilot",
    "since_on": "2026-03-02",
    "language": "ru",
    "adaptations": "Формы.",
    "evidence": "Приказ № 84.",
}


def test_a_report_goes_from_the_form_to_both_keys(client_of, practice, official_by, focal_by, focal_kr, cast):
    address = reverse("practices:file_adoption", args=[practice.reference])
    body = cast.organisations["services_by"]
    assert client_of(official_by).post(address, {**POSTED, "adopter": body.pk}).status_code == 302
    adoption = Adoption.objects.get()
    assert client_of(focal_by).post(at("file_report", adoption)).status_code == 302
    assert client_of(focal_kr).post(at("confirm_report", adoption)).status_code == 302
    adoption.refresh_from_db()
    assert adoption.stage == Stage.PILOT
    public = client_of().get(adoption.get_absolute_url()).content.decode()
    assert "Формы." in public
    assert "Zhuk" not in public
    assert focal_kr.latin_name.family not in public


def test_the_own_key_stands_first(client_of, adoption, official_by, focal_kr):
    def bodies(*who):
        (view,) = client_of(*who).get(adoption.get_absolute_url()).context["reports"]
        return [key.body for key in view.keys]

    assert bodies(official_by) == [adoption.adopter, adoption.owner]
    assert bodies(focal_kr) == [adoption.owner, adoption.adopter]
    assert bodies() == [adoption.adopter, adoption.owner]


def test_who_has_begun_is_led_there(client_of, begun, official_by):
    answer = client_of(official_by).get(reverse("practices:file_adoption", args=[begun.adoption.practice.reference]))
    assert answer.url == begun.adoption.get_absolute_url()


def test_a_report_that_is_being_written_is_the_adopters_alone(client_of, begun, official_by, focal_kr, official_ge):
    adoption = begun.adoption
    assert "Начать с одного" in client_of(official_by).get(adoption.get_absolute_url()).content.decode()
    assert "Начать с одного" not in client_of(focal_kr).get(adoption.get_absolute_url()).content.decode()
    for stranger in (None, official_ge):
        assert client_of(stranger).get(adoption.get_absolute_url()).status_code == 404
    assert client_of(focal_kr).get(at("edit_report", adoption)).status_code == 404


def test_the_other_side_may_not_do_what_is_not_its_own(client_of, filed, focal_by, focal_kr, official_by):
    adoption = filed.adoption
    assert client_of(official_by).post(at("confirm_report", adoption)).status_code == 403
    assert client_of(focal_by).get(at("return_report", adoption)).status_code == 403
    assert client_of(focal_kr).post(at("file_report", adoption)).status_code == 403
    filed.refresh_from_db()
    assert filed.state == ReportState.FILED


def test_a_half_cost_is_asked_for_whole_and_nothing_typed_is_lost(client_of, begun, official_by):
    official_by.language = "en"
    official_by.save()
    answer = client_of(official_by).post(at("edit_report", begun.adoption), {**POSTED, "cost_amount": "5", "seen": 0})
    content = answer.content.decode()
    assert "Write the amount, its currency and the year of the price" in content
    assert "Приказ № 84." in content


def test_what_a_colleague_saved_is_shown_beside_what_was_written(client_of, begun, official_by, focal_by, written):
    adopting.save_report(begun, by=focal_by, seen=0, **{**written, "lessons": "Слова коллеги."})
    address = at("edit_report", begun.adoption)
    content = client_of(official_by).post(address, {**POSTED, "lessons": "Мои слова.", "seen": 0}).content.decode()
    assert "Слова коллеги." in content
    assert "Мои слова." in content


@pytest.fixture
def three(cast, advisor_kr, official_by, focal_by, focal_kr, written):
    def made():
        practice = make_practice(cast.centre, cast.organisations["nia"], advisor_kr, status="published")
        report = adopting.begin_adoption(practice, by=official_by, adopter=cast.organisations["services_by"], **written)
        adopting.confirm_report(adopting.file_report(report, by=focal_by), by=focal_kr)

    return made


def test_the_register_costs_the_same_for_one_and_three(client_of, three, official_by):
    three()
    for reader in (None, official_by):
        client_of(reader).get(reverse("practices:adoptions"))
    one = cost(client_of(official_by), reverse("practices:adoptions"))
    three()
    three()
    client = client_of(official_by)
    assert cost(client, reverse("practices:adoptions")) == one
    assert one <= 12
    assert client.get(reverse("practices:adoptions") + "?show=from_us").context["rows"] == []
    assert len(client.get(reverse("practices:adoptions") + "?show=ours").context["rows"]) == 3


def test_the_table_holds_what_the_list_shows(client_of, adoption):
    answer = client_of().get(reverse("practices:adoptions_csv"))
    rows = list(csv.reader(io.StringIO(b"".join(answer.streaming_content).decode("utf-8-sig"))))
    assert [row[0] for row in rows] == ["Practice", adoption.practice.reference]


def test_one_adoption_costs_at_most_twelve_queries(client_of, adoption, official_by, focal_kr, officer):
    AdoptionAnswer.objects.create(adoption=adoption, year=2027, side=Answerer.OWNER)
    for reader in (None, official_by, focal_kr, officer):
        assert cost(client_of(reader), adoption.get_absolute_url()) <= 12


def test_the_record_names_who_took_it_home(client_of, adoption):
    content = client_of().get(adoption.practice.get_absolute_url()).content.decode()
    assert "National Centre of Electronic Services" in content
