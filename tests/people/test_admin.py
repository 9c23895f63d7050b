"""The admin site: every list, every form, search in any language, filters; saving goes through actions."""

from datetime import date

import pytest

from core.models import JournalEntry
from people import actions
from people.enums import Function
from people.models import Appointment, Organisation, User
from tests.factories import appoint, make_user

MODELS = [
    "country",
    "organisation",
    "centre",
    "user",
    "appointment",
    "invitation",
    "expertarea",
    "expertprofile",
    "accessrequest",
    "consenttext",
    "consent",
    "tableimport",
]
READ_ONLY = {"expertprofile", "accessrequest", "consent", "tableimport"}


@pytest.fixture
def site(admin_user, client_of):
    return client_of(admin_user)


@pytest.mark.parametrize("model", MODELS)
def test_lists_draw_cheaply(site, model, django_assert_max_num_queries):
    site.get(f"/admin/people/{model}/")
    with django_assert_max_num_queries(12):
        assert site.get(f"/admin/people/{model}/").status_code == 200


@pytest.mark.parametrize("model", [one for one in MODELS if one not in READ_ONLY])
def test_forms_draw(site, model):
    assert site.get(f"/admin/people/{model}/add/").status_code == 200


def test_rows_open(cast, site, official_by):
    rows = {
        "country": "BY",
        "organisation": cast.organisations["nia"].pk,
        "centre": cast.centre.pk,
        "user": official_by.pk,
        "appointment": cast.appointments["official_by"].pk,
    }
    pages = [site.get(f"/admin/people/{model}/{pk}/change/") for model, pk in rows.items()]
    assert [page.status_code for page in pages] == [200] * len(rows)
    assert all(b"style=" not in page.content for page in pages)


@pytest.mark.parametrize(
    "words, found", [("электронных услуг", 1), ("한국지능", 1), ("nia", 1), ("ministry", 1), ("no such", 0)]
)
def test_organisations_are_found_in_any_language(site, words, found):
    assert site.get("/admin/people/organisation/", {"q": words}).context["cl"].result_count == found


@pytest.mark.parametrize(
    "query, found",
    [({"function": "advisor"}, 2), ({"function": "none"}, 1), ({"q": "Дубовик"}, 1), ({"q": "kr.example"}, 3)],
)
def test_people_are_found(site, query, found):
    make_user()
    assert site.get("/admin/people/user/", query).context["cl"].result_count == found


def test_appointments_by_period(cast, site):
    user, organisation = make_user(), cast.organisations["nia"]
    appoint(user, Function.MEMBER, organisation, ends_on=date(2021, 1, 1))
    appoint(user, Function.MEMBER, organisation, starts_on=date(2100, 1, 1))
    counts = {
        value: site.get("/admin/people/appointment/", {"in_force": value}).context["cl"].result_count
        for value in ("now", "ended", "later")
    }
    assert counts == {"now": 10, "ended": 1, "later": 1}


def test_an_account_is_opened_without_a_password(site):
    form = {"email": "New@By.Example", "given_name": "New", "language": "ru", "zone": "Europe/Minsk", "is_active": "on"}
    inline = {"appointments-TOTAL_FORMS": 0, "appointments-INITIAL_FORMS": 0}
    assert site.post("/admin/people/user/add/", {**form, **inline}).status_code == 302
    user = User.objects.get(email="new@by.example")
    assert (user.has_usable_password(), [one.verb for one in JournalEntry.objects.about(user)]) == (
        False,
        ["open_account"],
    )


def test_an_appointment_starts_through_the_action(cast, site, admin_user):
    user = make_user()
    form = {
        "user": user.pk,
        "function": Function.OFFICER,
        "organisation": cast.organisations["centre"].pk,
        "centre": cast.centre.pk,
        "title_ru": "Специалист",
        "starts_on": "2026-01-01",
    }
    assert site.post("/admin/people/appointment/add/", form).status_code == 302
    appointment = Appointment.objects.get(user=user)
    assert (appointment.title, [one.actor for one in JournalEntry.objects.about(appointment)]) == (
        {"ru": "Специалист"},
        [admin_user],
    )


def test_a_taken_post_is_an_error_of_the_form(cast, site):
    form = {
        "user": make_user().pk,
        "function": Function.CO_DIRECTOR,
        "organisation": cast.organisations["nia"].pk,
        "centre": cast.centre.pk,
        "side": "b",
        "starts_on": "2026-01-01",
    }
    answer = site.post("/admin/people/appointment/add/", form)
    assert answer.context["adminform"].form.non_field_errors() == [
        "Side B of this centre has a co-director in this period. End that appointment first."
    ]


def test_history_is_not_deleted(cast, site):
    post = cast.appointments["advisor_kr"]
    assert site.post(f"/admin/people/appointment/{post.pk}/delete/", {"post": "yes"}).status_code == 403
    assert site.post(f"/admin/people/user/{post.user_id}/delete/", {"post": "yes"}).status_code == 403


def test_appointments_end_from_the_list(cast, site):
    post = cast.appointments["advisor_kr"]
    site.post("/admin/people/appointment/", {"action": "end_today", "_selected_action": [post.pk]})
    post.refresh_from_db()
    assert not post.is_current() or post.ends_on == actions.today_at(post.organisation)


def test_a_name_is_kept_per_language(site):
    form = {
        "name_en": "Institute",
        "name_ko": "연구원",
        "kind": "institute",
        "country": "KR",
        "former_names-TOTAL_FORMS": 0,
        "former_names-INITIAL_FORMS": 0,
    }
    assert site.post("/admin/people/organisation/add/", form).status_code == 302
    assert Organisation.objects.get(kind="institute").name == {"en": "Institute", "ko": "연구원"}


def test_nobody_else_enters(cast, officer, official_by, client_of):
    assert [client_of(one).get("/admin/people/user/", follow=True).status_code for one in (officer, official_by)] == [
        403,
        403,
    ]
