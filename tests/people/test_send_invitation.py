"""An invitation: sent by a focal point to the own staff, by an administrator to any post."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from core.models import JournalEntry
from core.refusal import RefusedError
from people import actions
from people.enums import Function, Side
from people.models import Invitation, User
from people.signals import invitation_sent
from tests.cast import cost
from tests.factories import appoint, make_user


@pytest.fixture
def focal_point(cast) -> User:
    user = make_user(email="focal@by.example")
    appoint(user, Function.FOCAL_POINT, cast.organisations["services_by"])
    return user


@pytest.fixture
def letters():
    """Who a letter went to, and the path in it."""
    told = []

    def hear(invitation, url, by, **_):
        told.append((invitation.email, url, by))

    invitation_sent.connect(hear)
    yield told
    invitation_sent.disconnect(hear)


def send(cast, by, **fields) -> Invitation:
    post = {"email": "New@By.Example", "organisation": cast.organisations["services_by"]}
    return actions.send_invitation(by=by, **{**post, **fields})


def test_it_goes_out_once_with_a_signed_link(cast, focal_point, letters):
    invitation = send(cast, focal_point, language="be")
    assert letters == [("new@by.example", f"/invitation/{invitation.token}/", focal_point)]
    assert (invitation.function, invitation.is_open) == ("member", True)
    assert timezone.now() + timedelta(days=13) < invitation.expires_at <= timezone.now() + timedelta(days=14)
    assert [entry.verb for entry in JournalEntry.objects.about(invitation)] == ["send_invitation"]


def test_the_page_of_a_focal_point(cast, focal_point, client_of, letters):
    client = client_of(focal_point)
    assert client.get("/invitations/new/").status_code == 200
    own = cast.organisations["services_by"]
    form = {"email": "new@by.example", "organisation": own.pk, "language": "ru", "title_en": "Engineer"}
    assert client.post("/invitations/new/", form).url == "/invitations/"
    invitation = Invitation.objects.get()
    assert (invitation.title, invitation.invited_by, len(letters)) == ({"en": "Engineer"}, focal_point, 1)
    assert b"new@by.example" in client.get("/invitations/").content
    elsewhere = client.post("/invitations/new/", {**form, "organisation": cast.organisations["nia"].pk})
    assert (elsewhere.status_code, "organisation" in elsewhere.context["form"].errors) == (200, True)


def test_to_all_others_the_pages_do_not_exist(cast, official_by, client_of):
    assert [client_of(official_by).get(f"/invitations/{page}").status_code for page in ("", "new/")] == [404, 404]
    assert client_of().get("/invitations/").url == "/account/login/?next=/invitations/"


def test_a_focal_point_invites_nowhere_else(cast, focal_point):
    with pytest.raises(PermissionDenied):
        send(cast, focal_point, organisation=cast.organisations["nia"])
    with pytest.raises(RefusedError, match="members of staff"):
        send(cast, focal_point, function=Function.CONTACT_POINT)
    assert Invitation.objects.count() == 0


def test_what_leads_nowhere_is_refused(cast, admin_user, official_by):
    with pytest.raises(RefusedError, match="holds this post already"):
        send(cast, admin_user, email=official_by.email)
    with pytest.raises(RefusedError, match="for which centre"):
        send(cast, admin_user, function=Function.ADVISOR)
    with pytest.raises(RefusedError, match="which side"):
        send(cast, admin_user, function=Function.CO_DIRECTOR, centre=cast.centre)
    send(cast, admin_user)
    with pytest.raises(RefusedError, match="Send that one again"):
        send(cast, admin_user, email="new@by.example")


def test_an_administrator_fills_any_post_in_the_admin_site(cast, admin_user, client_of, letters):
    form = {
        "email": "next@kr.example",
        "language": "ko",
        "function": Function.CO_DIRECTOR,
        "organisation": cast.organisations["nia"].pk,
        "centre": cast.centre.pk,
        "side": Side.B,
    }
    answer = client_of(admin_user).post("/admin/people/invitation/add/", form)
    assert (answer.status_code, [email for email, *_ in letters]) == (302, ["next@kr.example"])


def test_sending_again_ends_the_earlier_link(cast, focal_point, client_of, letters):
    invitation = send(cast, focal_point)
    client_of(focal_point).post(f"/invitations/{invitation.pk}/resend/")
    first, second = (url for _, url, _ in letters)
    visitor = client_of()
    assert (visitor.get(first).status_code, visitor.get(second).status_code) == (410, 200)


def test_a_revoked_one_opens_nothing(cast, focal_point, client_of):
    invitation = send(cast, focal_point)
    client = client_of(focal_point)
    client.post(f"/invitations/{invitation.pk}/revoke/")
    assert client_of().get(invitation.get_absolute_url()).status_code == 410
    assert client.post(f"/invitations/{invitation.pk}/revoke/").status_code == 409
    assert client.post(f"/invitations/{invitation.pk}/resend/").status_code == 409


def test_a_stranger_meets_404(cast, admin_user, official_ge, client_of):
    invitation = send(cast, admin_user)
    assert client_of(official_ge).post(f"/invitations/{invitation.pk}/revoke/").status_code == 404


def test_a_focal_point_reads_but_does_not_manage_other_posts(cast, admin_user, focal_point, client_of):
    invitation = send(cast, admin_user, function=Function.FOCAL_POINT)
    client = client_of(focal_point)
    assert b"new@by.example" in client.get("/invitations/").content
    assert client.post(f"/invitations/{invitation.pk}/revoke/").status_code == 403


def test_the_list_costs_the_same_with_one_and_three(cast, focal_point, client_of):
    client = client_of(focal_point)
    send(cast, focal_point)
    client.get("/invitations/")
    few = cost(client, "/invitations/")
    for number in range(2):
        send(cast, focal_point, email=f"more{number}@by.example")
    assert (cost(client, "/invitations/"), few <= 12) == (few, True)
