"""Somebody leaves and takes the name along; what was done in public keeps the name and title of its day."""

import pytest
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection
from django.utils.translation import override

from consultations.models import Consultation, Topic
from core.models import JournalEntry, Signature
from core.refusal import RefusedError
from notifications.models import Notification
from people import actions
from people.models import Appointment, Consent, ConsentText, ExpertProfile, Invitation, User
from tests.cast import PASSWORD
from tests.consultations import builders as build
from tests.factories import appoint, make_user


def left(cast, admin_user, key):
    """The post has ended today."""
    actions.end_appointment(cast.appointments[key], by=admin_user)
    return User.objects.get(pk=cast.people[key].pk)


def anonymise(user, by):
    return actions.anonymise(user, by=by, reason="Asked for by letter of 20 November.")


def traces(words):
    """Every table and column that still holds one of the words."""
    found = set()
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT row_to_json(t)::text FROM "{table}" t')
            found |= {table for (text,) in cursor.fetchall() if any(word in text for word in words)}
    return found


def test_the_name_goes_and_the_public_act_stays(cast, admin_user, client_of):
    build.closed(cast)
    director = cast.people["director_kr"]
    ConsentText.objects.create(purpose="notice", version=1, text={"en": "Kept."}, is_required=True)
    actions.answer_consent(director, ConsentText.objects.get(), by=director, answer="given")
    actions.edit_expert_profile(director, by=director, areas={}, languages={}, windows=[], systems="KONEPS")
    client = client_of(director)
    UserSession.objects.create(user=director, ip="10.0.0.1", session_key=client.session.session_key, user_agent="x")
    Authenticator.objects.create(user=director, type="totp", data={})
    Invitation.objects.create(
        email=director.email,
        family_name="Lee",
        organisation=cast.organisations["nia"],
        invited_by=admin_user,
        accepted_by=director,
        expires_at=director.joined_at,
    )
    user = anonymise(left(cast, admin_user, "director_kr"), admin_user)
    assert client.get("/desk/").url.startswith("/account/login/")
    user.refresh_from_db()
    assert (user.given_name, user.family_name, str(user.own_name), user.reads, user.is_active) == (
        "Former official",
        str(user.pk),
        "",
        [],
        False,
    )
    assert user.email.endswith("@anonymous.invalid")
    assert not user.check_password(PASSWORD)
    gone = (UserSession, Authenticator, ExpertProfile)
    assert [model.objects.filter(user_id=user.pk).count() for model in gone] == [0, 0, 0]
    assert Notification.objects.filter(user=user).count() == 0
    assert Consent.objects.filter(user=user).count() == 1
    signed = Signature.objects.get(by=user)
    assert (signed.by_name, signed.by_title["en"].partition(",")[0]) == (
        "Lee Hajun",
        "Co-director for the Republic of Korea",
    )
    assert "Lee Hajun" in JournalEntry.objects.filter(actor=user).values_list("actor_name", flat=True)
    assert JournalEntry.objects.about(user).values_list("verb", "label").first() == (
        "anonymise",
        f"Former official {user.pk}",
    )
    kept = {"core_journalentry", "core_signature"}
    assert traces(["Hajun", "하준", "director@kr.example"]) <= kept


def test_readers_are_shown_words_of_their_language(cast, admin_user):
    user = anonymise(left(cast, admin_user, "contact_ge"), admin_user)
    with override("en"):
        assert (user.display_name, user.name_of_record()) == (f"Former official {user.pk}",) * 2


def test_open_work_is_handed_over_first(cast, admin_user):
    row = build.in_progress(cast)
    for key in ("official_by", "advisor_kr", "officer"):
        with pytest.raises(RefusedError, match="Open requests"):
            anonymise(left(cast, admin_user, key), admin_user)
    row = Consultation.objects.get(pk=row.pk)
    assert row.requester.given_name == "Sergei"


def test_a_subject_is_left_without_a_desk(cast, admin_user, officer):
    Topic.objects.create(name={"en": "Cloud"}, officer=officer)
    anonymise(left(cast, admin_user, "officer"), admin_user)
    assert Topic.objects.get().officer is None


def test_it_is_refused(cast, admin_user, officer, official_by):
    for other in (officer, official_by):
        with pytest.raises(PermissionDenied):
            anonymise(official_by, other)
    with pytest.raises(PermissionDenied):
        anonymise(admin_user, admin_user)
    with pytest.raises(RefusedError, match="End this appointment first: member of staff"):
        anonymise(official_by, admin_user)
    later = appoint(make_user(), "member", cast.organisations["nia"], starts_on="2100-01-01")
    with pytest.raises(RefusedError, match="End this appointment first"):
        anonymise(later.user, admin_user)
    user = left(cast, admin_user, "official_by")
    with pytest.raises(RefusedError, match="Write why"):
        actions.anonymise(user, by=admin_user, reason=" ")
    anonymise(user, admin_user)
    with pytest.raises(RefusedError, match="already"):
        anonymise(user, admin_user)
    assert JournalEntry.objects.filter(verb="anonymise").count() == 1


def test_nothing_brings_it_back(cast, admin_user, client_of):
    user = anonymise(left(cast, admin_user, "official_by"), admin_user)
    user.is_active = True
    with pytest.raises(ValidationError, match="stays closed"):
        user.full_clean()
    page = client_of(admin_user).get(f"/admin/people/user/{user.pk}/change/")
    assert (page.status_code, b'name="_save"' in page.content) == (200, False)


def test_the_admin_site_asks_once_more(cast, admin_user, client_of):
    client, user = client_of(admin_user), cast.people["official_by"]
    choose = client.post("/admin/people/user/", {"action": "anonymise_person", "_selected_action": [user.pk]})
    assert choose.url == f"/admin/people/user/{user.pk}/anonymise/"
    assert client.get(choose.url).status_code == 200
    form = {"reason": "Asked for by letter."}
    assert list(client.post(choose.url, form).context["form"].errors) == ["is_meant"]
    refused = client.post(choose.url, {**form, "is_meant": "on"})
    assert "End this appointment first" in str(refused.context["form"].non_field_errors())
    left(cast, admin_user, "official_by")
    assert client.post(choose.url, {**form, "is_meant": "on"}).url == "/admin/people/user/"
    assert User.objects.get(pk=user.pk).anonymised_at is not None
    assert Appointment.objects.filter(user=user).count() == 1


def test_nobody_else_opens_the_page(cast, client_of):
    url = f"/admin/people/user/{cast.people['official_by'].pk}/anonymise/"
    for key in ("officer", "official_by", "official_ge"):
        assert client_of(cast.people[key]).get(url).status_code == 302
    assert User.objects.exclude(anonymised_at=None).count() == 0
