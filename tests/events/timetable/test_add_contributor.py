import pytest
from django.core.exceptions import PermissionDenied

from core.refusal import RefusedError
from events.actions.session_people import add_contributor
from events.models import Contributor
from people.models import Country
from tests.events.builders import make_contributor, make_session
from tests.events.timetable.conftest import at  # noqa: F401  fixtures of the folder

FACTS = {"given_name": "Sora", "family_name": "Yoon", "email": "sora@kr.example"}


def test_somebody_new_is_in_the_session(stop, officer):
    part = add_contributor(
        make_session(stop),
        by=officer,
        role="speaker",
        country=Country.objects.get(pk="KR"),
        topic={"en": "Data"},
        **FACTS,
    )
    found = Contributor.objects.values_list("given_name", "family_name", "email", "country", "user").get()
    assert (found, part.role, part.topic) == (
        ("Sora", "Yoon", "sora@kr.example", "KR", None),
        "speaker",
        {"en": "Data"},
    )


def test_an_account_of_that_address_is_joined(stop, officer, official_ge):
    country = Country.objects.get(pk="GE")
    facts = {**FACTS, "email": "Official@GE.example"}
    part = add_contributor(make_session(stop), by=officer, role="chair", country=country, **facts)
    assert part.contributor.user == official_ge


def test_an_address_is_entered_once(stop, officer):
    make_contributor(given_name="Sora", family_name="Yoon", email="SORA@kr.example")
    with pytest.raises(RefusedError, match="Sora Yoon is entered with this address already"):
        add_contributor(make_session(stop), by=officer, role="chair", country=Country.objects.get(pk="KR"), **FACTS)
    assert Contributor.objects.count() == 1


def test_only_officers_and_only_fields_of_a_contributor(stop, officer, director_by):
    row, country = make_session(stop), Country.objects.get(pk="KR")
    with pytest.raises(PermissionDenied):
        add_contributor(row, by=director_by, role="chair", country=country, **FACTS)
    with pytest.raises(TypeError, match="Not fields of a contributor"):
        add_contributor(row, by=officer, role="chair", country=country, user=director_by, **FACTS)


def test_the_screen(event, stop, screen):
    row = make_session(stop)
    assert screen("director_by", "add_contributor", event, row.pk).status_code == 403
    sent = {"given_name": "Sora", "family_name": "Yoon", "country": "KR", "language": "ko", "role": "interpreter"}
    sent |= {"interprets": ["ko", "ru"], "languages": ["ko", "ru"], "given_name_own": "소라", "email": "s@kr.example"}
    form = screen("officer", "add_contributor", event, row.pk, **sent).context["form"]
    assert (list(form.errors), form["given_name_own"].value()) == (["own_language"], "소라")
    answer = screen("officer", "add_contributor", event, row.pk, **sent, own_language="ko")
    assert answer["Location"] == row.get_absolute_url()
    part = row.parts.select_related("contributor").get()
    assert (part.role, part.languages, str(part.contributor.own_name), part.contributor.language) == (
        "interpreter",
        ["ko", "ru"],
        "소라",
        "ko",
    )
    form = screen("officer", "add_contributor", event, row.pk, **sent, own_language="ko").context["form"]
    assert form.non_field_errors() == ["Sora Yoon is entered with this address already. Find the person by name."]
