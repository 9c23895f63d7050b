"""What each country has: read by everybody, corrected by those who answer for it, with source and date."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from core.models import JournalEntry
from core.refusal import RefusedError
from practices.actions.profiles import forget_capability, set_capability, stamp_of
from practices.enums import Stage, Standing, Status
from practices.models import Adoption, CountryCapability, CountryIndex
from tests.cast import cost
from tests.practices.builders import make_capability, make_practice


@pytest.fixture
def law(cast):
    return make_capability("e_signature_law")


def values(**more):
    return {
        "standing": Standing.YES,
        "source": {"en": "Law No. 113-Z"},
        "source_url": "https://law.example/113",
        "since_year": 2009,
        "checked_on": date(2026, 3, 1),
        **more,
    }


def typed(**more):
    return {
        "standing": "yes",
        "source_en": "Law No. 113-Z",
        "source_url": "https://law.example/113",
        "since_year": "2009",
        "checked_on": "2026-03-01",
        "seen": "",
        **more,
    }


def test_set_capability(cast, law, contact_by):
    country = cast.countries["BY"]
    row = set_capability(country, by=contact_by, capability=law, seen="", **values())
    row.refresh_from_db()
    assert (row.standing, row.source["en"], row.since_year, row.checked_on) == (
        "yes",
        "Law No. 113-Z",
        2009,
        date(2026, 3, 1),
    )
    corrected = set_capability(
        country, by=contact_by, capability=law, seen=stamp_of(row), **values(standing=Standing.PARTLY)
    )
    assert (corrected.pk, corrected.standing) == (row.pk, "partly")
    entries = JournalEntry.objects.about(row).values_list("verb", "from_state", "to_state", "actor")
    assert list(entries) == [
        ("set_capability", "yes", "partly", contact_by.pk),
        ("set_capability", "", "yes", contact_by.pk),
    ]


def test_forget_capability(cast, law, contact_by):
    country = cast.countries["BY"]
    row = set_capability(country, by=contact_by, capability=law, seen="", **values())
    number = row.pk
    forget_capability(country, by=contact_by, capability=law, seen=stamp_of(row))
    assert not CountryCapability.objects.exists()
    forget_capability(country, by=contact_by, capability=law, seen="")
    written = JournalEntry.objects.filter(object_id=number).order_by("pk").values_list("verb", "from_state")
    assert list(written) == [("set_capability", ""), ("forget_capability", "yes")]


@pytest.mark.parametrize("change", [{"source": {}}, {"checked_on": timezone.localdate() + timedelta(days=2)}])
def test_without_source_or_before_the_check_it_is_refused(cast, law, contact_by, change):
    with pytest.raises(RefusedError):
        set_capability(cast.countries["BY"], by=contact_by, capability=law, seen="", **values(**change))
    assert not CountryCapability.objects.exists()


def test_nobody_overwrites_what_he_has_not_read(cast, law, contact_by, client_of, officer):
    country = cast.countries["BY"]
    set_capability(country, by=officer, capability=law, seen="", **values(standing=Standing.NO))
    with pytest.raises(RefusedError):
        set_capability(country, by=contact_by, capability=law, seen="", **values())
    client = client_of(contact_by)
    answer = client.post("/practices/countries/by/e_signature_law/", typed(source_be="Закон"))
    text = answer.content.decode()
    assert (answer.status_code, CountryCapability.objects.get().standing) == (200, "no")
    assert 'value="Закон"' in text
    assert answer.context["is_outdated"]
    again = typed(source_be="Закон", seen=answer.context["form"]["seen"].value())
    assert client.post("/practices/countries/by/e_signature_law/", again).status_code == 302
    assert CountryCapability.objects.get().source == {"en": "Law No. 113-Z", "be": "Закон"}


@pytest.mark.parametrize(
    ("who", "status"),
    [("contact_by", 200), ("officer", 200), ("contact_ge", 403), ("official_by", 403), ("advisor_kr", 403)],
)
def test_who_corrects(cast, law, client_of, who, status):
    assert client_of(cast.people[who]).get("/practices/countries/by/e_signature_law/").status_code == status
    if status == 403:
        with pytest.raises(PermissionDenied):
            set_capability(cast.countries["BY"], by=cast.people[who], capability=law, seen="", **values())


def test_an_officer_keeps_the_sides_and_the_countries_served(cast, law, officer):
    for code in cast.countries:
        set_capability(cast.countries[code], by=officer, capability=law, seen="", **values())
    assert CountryCapability.objects.count() == 3


def test_the_form_asks_for_source_and_day_unless_it_is_not_known(cast, law, client_of, contact_by):
    client, url = client_of(contact_by), "/practices/countries/by/e_signature_law/"
    answer = client.post(url, typed(source_en="", checked_on=""))
    assert set(answer.context["form"].errors) == {"source", "checked_on"}
    assert client.post(url, typed()).status_code == 302
    seen = stamp_of(CountryCapability.objects.get())
    unknown = client.post(url, typed(standing="unknown", source_en="", checked_on="", seen=seen))
    assert (unknown.status_code, unknown["Location"]) == (302, "/practices/countries/BY/")
    assert not CountryCapability.objects.exists()


def test_a_visitor_reads_the_profile_and_cannot_correct_it(cast, law, client_of, contact_by):
    contact_by.language = "en"
    contact_by.save()
    make_capability("help_desk", "organisation")
    set_capability(cast.countries["BY"], by=contact_by, capability=law, seen="", **values())
    for index, year, value in (("egdi", 2018, "0.7641"), ("egdi", 2022, "0.7580"), ("osi", 2022, "0.4953")):
        CountryIndex.objects.create(
            country=cast.countries["BY"],
            index=index,
            year=year,
            value=Decimal(value),
            rank=58 if index == "egdi" else None,
            source="UN survey",
        )
    visitor = client_of().get("/practices/countries/by/")
    kinds = visitor.context["kinds"]
    assert [(str(kind.label), [(line.capability.key, line.state) for line in kind.lines]) for kind in kinds] == [
        ("Legal basis", [("e_signature_law", "yes")]),
        ("Organisation", [("help_desk", "unknown")]),
    ]
    measured = visitor.context["measured"]
    assert [(one.year, one.rank, [value for _label, value in one.values]) for one in measured.surveys] == [
        (2022, 58, [Decimal("0.7580"), Decimal("0.4953"), None, None, None]),
        (2018, 58, [Decimal("0.7641"), None, None, None, None]),
    ]
    assert measured.points == "4.0,12.5 196.0,12.7"
    assert visitor.context["may_edit"] is False
    own = client_of(contact_by).get("/practices/countries/by/")
    assert "/practices/countries/by/e_signature_law/" in own.content.decode()
    line = client_of(contact_by).get("/practices/countries/by/e_signature_law/")
    assert [entry.words for entry in line.context["history"]] == ["Entry of the profile saved"]
    assert client_of().get("/practices/countries/xx/").status_code == 404
    assert client_of().get("/practices/countries/by/e_signature_law/").status_code == 302


def test_what_it_gave_and_took_is_counted_as_the_public_sees_it(client, cast, advisor_kr, official_by):
    practice = make_practice(cast.centre, cast.organisations["nia"], advisor_kr, status=Status.PUBLISHED)
    make_practice(cast.centre, cast.organisations["nia"], advisor_kr)
    adopted = {"practice": practice, "owner": practice.owner, "filed_by": official_by}
    now = timezone.now()
    Adoption.objects.create(
        adopter=cast.organisations["services_by"],
        country=cast.countries["BY"],
        stage=Stage.PILOT,
        stage_since=now.date(),
        confirmed_at=now,
        **adopted,
    )
    Adoption.objects.create(adopter=cast.organisations["agency_ge"], country=cast.countries["GE"], **adopted)
    parts = {code: client.get(f"/practices/countries/{code}/").context["part"] for code in ("kr", "by", "ge")}
    assert {code: (part.practices, part.adopted, part.shared) for code, part in parts.items()} == {
        "kr": (1, 0, 1),
        "by": (0, 1, 0),
        "ge": (0, 0, 0),
    }


def test_the_list_of_countries_costs_the_same_however_many_have_something(client, cast, law, officer):
    def rows():
        found = client.get("/practices/countries/").context["rows"]
        return [(row.country.pk, row.known) for row in found]

    set_capability(cast.countries["BY"], by=officer, capability=law, seen="", **values())
    assert rows() == [("BY", 1), ("GE", 0), ("KR", 0)]
    one = cost(client, "/practices/countries/")
    for code in ("GE", "KR"):
        set_capability(cast.countries[code], by=officer, capability=law, seen="", **values())
    assert rows() == [("BY", 1), ("GE", 1), ("KR", 1)]
    assert cost(client, "/practices/countries/") == one <= 12
    assert cost(client, "/practices/countries/by/") <= 12
