"""Rules of registration are data of administrators; registrations are read."""

from django.urls import reverse

from projects.models import Registration, RegistrationPaper, RegistrationRule
from tests.projects.builders import make_project
from tests.projects.life.building import make_rule, registered


def form_of(**more):
    names = ("name", "authority_name", "legal_basis")
    texts = {f"{name}_{language}": "" for name in names for language in ("en", "ru", "be", "ko")}
    management = {"papers-TOTAL_FORMS": "1", "papers-INITIAL_FORMS": "0"}
    paper = {"papers-0-position": "1", "papers-0-copies": "2", "papers-0-name_ru": "Паспорт проекта"}
    return {**texts, **management, **paper, "name_ru": "Регистрация", "return_days": "5", "country": "BY", **more}


def test_a_rule_with_its_papers(cast, client_of, admin_user, officer):
    address = reverse("admin:projects_registrationrule_add")
    assert client_of(officer).get(address).status_code == 302
    client_of(admin_user).post(address, form_of())
    assert RegistrationRule.objects.get().name == {"ru": "Регистрация"}
    assert list(RegistrationPaper.objects.values_list("name", "copies")) == [({"ru": "Паспорт проекта"}, 2)]


def test_a_rule_that_was_used_stays(cast, client_of, admin_user):
    rule = make_rule(cast)
    client = client_of(admin_user)
    address = reverse("admin:projects_registrationrule_delete", args=[rule.pk])
    assert client.get(address).status_code == 200
    row = registered(make_project(cast), rule)
    assert client.get(address).status_code == 403
    assert client.get(reverse("admin:projects_registration_change", args=[row.pk])).status_code == 200
    client.post(reverse("admin:projects_registration_delete", args=[row.pk]), {"post": "yes"})
    assert Registration.objects.filter(pk=row.pk).exists()
