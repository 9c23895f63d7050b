"""Somebody without an account asks to be let in; the focal point of that organisation decides."""

import pytest
from django.core.exceptions import PermissionDenied

from core.models import JournalEntry
from core.refusal import RefusedError
from people import actions, signals
from people.enums import Function
from people.models import AccessRequest, Invitation, User
from tests.cast import cost
from tests.factories import appoint, make_user


@pytest.fixture
def focal_point(cast) -> User:
    user = make_user(email="focal@by.example")
    appoint(user, Function.FOCAL_POINT, cast.organisations["services_by"])
    return user


@pytest.fixture
def heard():
    told = []

    def requested(access_request, audience, **_):
        told.append(("requested", sorted(user.email for user in audience)))

    def decided(access_request, by, **_):
        told.append(("decided", access_request.status, access_request.decision_reason))

    def invited(invitation, **_):
        told.append(("invited", invitation.email))

    signals.access_requested.connect(requested)
    signals.access_decided.connect(decided)
    signals.invitation_sent.connect(invited)
    yield told
    signals.access_requested.disconnect(requested)
    signals.access_decided.disconnect(decided)
    signals.invitation_sent.disconnect(invited)


def answers(cast, **changed):
    return {
        "organisation": cast.organisations["services_by"].pk,
        "given_name": "Hanna",
        "family_name": "Zhuk",
        "email": "Hanna@by.example",
        "reason": "I run the cloud of the centre.",
        **changed,
    }


@pytest.fixture
def access_request(cast, client) -> AccessRequest:
    client.post("/access/", answers(cast))
    return AccessRequest.objects.get()


def test_it_reaches_the_focal_point(cast, focal_point, client, heard):
    assert client.get("/access/").status_code == 200
    assert client.post("/access/", answers(cast), headers={"accept-language": "be"}).url == "/access/sent/"
    row = AccessRequest.objects.get()
    assert (row.email, row.status, row.function, row.language) == ("hanna@by.example", "waiting", "member", "be")
    assert heard == [("requested", ["focal@by.example"])]


def test_where_there_is_no_focal_point_the_administrator_is_asked(cast, client, heard):
    client.post("/access/", answers(cast))
    assert heard == [("requested", ["admin@centre.example"])]


def test_the_answer_never_tells_who_has_an_account(cast, official_by, client, heard):
    known = client.post("/access/", answers(cast, email=official_by.email))
    new = client.post("/access/", answers(cast))
    twice = client.post("/access/", answers(cast))
    assert {(one.status_code, one.url) for one in (known, new, twice)} == {(302, "/access/sent/")}
    assert (AccessRequest.objects.count(), len(heard)) == (1, 1)


def test_five_an_hour_from_one_address(cast, client):
    statuses = [client.post("/access/", answers(cast, email=f"p{n}@by.example")).status_code for n in range(6)]
    assert statuses == [302] * 5 + [429]


def test_an_organisation_of_no_served_country_is_not_offered(cast, client):
    cast.centre.countries.clear()
    cast.centre.is_public = False
    cast.centre.save()
    answer = client.post("/access/", answers(cast))
    assert (answer.status_code, list(answer.context["form"].errors)) == (200, ["organisation"])


def test_approval_sends_the_invitation(cast, focal_point, access_request, client_of, heard):
    client = client_of(focal_point)
    assert b"Zhuk" in client.get("/access/waiting/").content
    url = f"/access/{access_request.pk}/decide/"
    assert client.get(url).status_code == 200
    assert client.post(url, {"decision": "approve", "reason": ""}).url == "/access/waiting/"
    access_request.refresh_from_db()
    assert (access_request.status, access_request.decided_by, access_request.invitation.email) == (
        "approved",
        focal_point,
        "hanna@by.example",
    )
    assert heard == [("invited", "hanna@by.example"), ("decided", "approved", "")]
    assert b"Zhuk" not in client.get("/access/waiting/").content


def test_a_refusal_needs_a_reason(focal_point, access_request, client_of, heard):
    client, url = client_of(focal_point), f"/access/{access_request.pk}/decide/"
    silent = client.post(url, {"decision": "refuse", "reason": " "})
    assert silent.context["form"].non_field_errors() == ["Write why, so that the person knows what to do."]
    client.post(url, {"decision": "refuse", "reason": "Not of our staff."})
    assert heard == [("decided", "refused", "Not of our staff.")]
    assert Invitation.objects.count() == 0


def test_it_is_decided_once(focal_point, access_request):
    actions.refuse_access_request(access_request, by=focal_point, reason="Not of our staff.")
    with pytest.raises(RefusedError, match="decided already"):
        actions.approve_access_request(access_request, by=focal_point)
    verbs = [entry.verb for entry in JournalEntry.objects.about(access_request).order_by("pk")]
    assert verbs == ["request_access", "refused_access"]


def test_nobody_else_decides(access_request, official_by, contact_ge, client_of):
    for other in (official_by, contact_ge):
        client = client_of(other)
        assert client.get("/access/waiting/").status_code == 404
        assert client.get(f"/access/{access_request.pk}/decide/").status_code == 404
        with pytest.raises(PermissionDenied):
            actions.approve_access_request(access_request, by=other)


def test_an_administrator_decides_too(admin_user, access_request, client_of):
    client_of(admin_user).post(f"/access/{access_request.pk}/decide/", {"decision": "approve", "reason": ""})
    access_request.refresh_from_db()
    assert access_request.status == "approved"


def test_the_list_costs_the_same_with_one_and_three(cast, focal_point, client, client_of):
    reader = client_of(focal_point)
    client.post("/access/", answers(cast))
    reader.get("/access/waiting/")
    few = cost(reader, "/access/waiting/")
    for number in range(2):
        client.post("/access/", answers(cast, email=f"more{number}@by.example"))
    assert (cost(reader, "/access/waiting/"), few <= 12) == (few, True)
