import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from consultations.actions.drafting import create_draft
from consultations.models import Consultation
from core.refusal import RefusedError
from tests.cast import PEOPLE, sign_in
from tests.consultations import builders as build
from tests.factories import appoint, make_organisation


def test_it_belongs_to_the_body_and_speaks_its_language(cast, official_by, told):
    row = build.fresh(build.empty(cast))
    assert (row.status, row.reference, row.handle) == ("draft", None, f"D-{row.pk}")
    assert (row.requester, row.organisation, row.country_id) == (
        official_by,
        cast.organisations["services_by"],
        "BY",
    )
    assert (row.language, row.languages, row.revision, row.due_at) == ("ru", ["ru"], 1, None)
    assert told(row) == [("create", "", "draft", "official@by.example", "")]


def test_only_the_body_sees_it(cast, official_by):
    row = build.empty(cast)
    colleague = cast.people["contact_ge"]
    appoint(colleague, "member", row.organisation)
    seers = [who for who, person in cast.people.items() if Consultation.objects.visible_to(person).exists()]
    assert seers == ["official_by", "contact_ge"]


def test_nobody_asks_for_a_body_that_is_not_his(cast, official_by, contact_by):
    for person, body in ((official_by, "ministry_by"), (official_by, "agency_ge"), (contact_by, "ministry_by")):
        with pytest.raises(PermissionDenied):
            create_draft(by=person, centre=cast.centre, organisation=cast.organisations[body])
    assert Consultation.objects.count() == 0


def test_a_country_that_the_centre_does_not_serve_is_refused(cast, advisor2_kr):
    body = make_organisation(country_id="KR")
    appoint(advisor2_kr, "member", body)
    with pytest.raises(RefusedError, match="does not take requests from this country"):
        create_draft(by=advisor2_kr, centre=cast.centre, organisation=body)


def test_the_button_leads_to_the_first_page(cast, client):
    url = reverse("consultations:create")
    met = {who: sign_in(cast.people[who], client=client).post(url).status_code for who in PEOPLE}
    able = {who for who, status in met.items() if status == 302}
    assert (able, set(met.values())) == ({"official_by", "official_ge"}, {302, 403})
    row = Consultation.objects.get(country="GE")
    assert (row.requester, row.organisation, row.language) == (
        cast.people["official_ge"],
        cast.organisations["agency_ge"],
        "en",
    )
    answer = sign_in(cast.people["official_by"]).post(url)
    latest = Consultation.objects.order_by("pk").last()
    assert answer["Location"] == f"/consultations/D-{latest.pk}/edit/body/"


def test_it_is_begun_by_a_post_alone(cast, client):
    assert sign_in(cast.people["official_by"]).get(reverse("consultations:create")).status_code == 405
    assert client.post(reverse("consultations:create"))["Location"].startswith("/account/login/")
    assert Consultation.objects.count() == 0


def test_everybody_may_read_what_asking_takes(cast, client):
    url = reverse("consultations:start")
    shown = {who: sign_in(cast.people[who], client=client).get(url).context["may_ask"] for who in PEOPLE}
    assert {who for who, may in shown.items() if may} == {"official_by", "official_ge"}
    client.logout()
    assert client.get(url).context["may_ask"] is False
