"""A refusal is a sentence for people, in the form or on a page of its own, and nothing typed is lost with it."""

import html
import re

import pytest
from django import forms
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.urls import path
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from cooperation_center.urls import urlpatterns as house
from core.forms import attempt
from core.refusal import RefusedError

WHY = "Your side has already signed."


def refuse(request: HttpRequest) -> HttpResponse:
    """A page on which nothing can be done."""
    raise RefusedError(_("Your side has already signed."))


def forbid(request: HttpRequest) -> HttpResponse:
    """A page whose right has ended."""
    raise PermissionDenied("toy.sign")


def stumble(request: HttpRequest) -> HttpResponse:
    """A page with a bug."""
    raise RuntimeError


urlpatterns = [path("toy/refused/", refuse), path("toy/forbidden/", forbid), path("toy/broken/", stumble), *house]
pytestmark = pytest.mark.urls(__name__)


def typed(page):
    return [html.unescape(text) for text in re.findall(r'<pre class="typed">(.*?)</pre>', page, re.DOTALL)]


def test_a_page_says_why_and_gives_back_what_was_typed(client, db):
    written = {"text": "Уважаемые коллеги,\n<b>прошу</b>", "reason": "이미 검토했습니다."}
    response = client.post("/toy/refused/", written)
    page = response.content.decode()
    assert (response.status_code, WHY in page) == (409, True)
    assert typed(page) == list(written.values())
    assert "<b>прошу" not in page


def test_secrets_are_not_shown(client, db):
    secrets = {
        "csrfmiddlewaretoken": "s3cret-token",
        "password": "s3cret-password",
        "new_password1": "s3cret-password1",
        "code": "s3cret-code",
        "credential": "s3cret-credential",
        "text": "to keep",
    }
    page = client.post("/toy/refused/", secrets).content.decode()
    assert (typed(page), "s3cret" in page) == (["to keep"], False)


def test_a_right_that_ended_while_one_wrote_loses_nothing(client, db):
    response = client.post("/toy/forbidden/", {"text": "long and dear", "password": "s3cret"})
    page = response.content.decode()
    assert (response.status_code, typed(page), "toy.sign" in page) == (403, ["long and dear"], False)
    assert typed(client.get("/toy/forbidden/").content.decode()) == []


def test_a_page_that_was_only_opened_has_nothing_to_give_back(client, db):
    response = client.get("/toy/refused/", {"q": "words"})
    assert (response.status_code, typed(response.content.decode())) == (409, [])


def test_a_person_reads_it_in_the_frame_of_every_page(client, official_by):
    client.force_login(official_by)
    response = client.get("/toy/refused/")
    assert (response.status_code, response["Content-Language"]) == (409, "ru")
    assert [template.name for template in response.templates][:2] == ["refused.html", "base.html"]


def test_a_bug_stays_a_bug(client, db):
    with pytest.raises(RuntimeError):
        client.get("/toy/broken/")


class Form(forms.Form):
    text = forms.CharField()


def test_attempt_gives_what_the_act_gave():
    form = Form({"text": "x"})
    assert form.is_valid()
    assert attempt(form, lambda a, *, b: a + b, 1, b=2) == 3
    assert form.errors == {}


def test_attempt_shows_the_refusal_where_one_typed():
    def act():
        raise RefusedError(_("Your side has already signed."))

    form = Form({"text": "long and dear"})
    assert form.is_valid()
    assert attempt(form, act) is None
    assert (form.non_field_errors(), form["text"].value()) == ([WHY], "long and dear")


def test_attempt_hides_no_bug():
    form = Form({"text": "x"})
    with pytest.raises(ZeroDivisionError):
        attempt(form, lambda: 1 / 0)


def test_the_sentence_waits_for_its_reader():
    refusal = RefusedError(_("Monday"))
    with translation.override("ru"):
        assert str(refusal.message) == "Понедельник"
    with translation.override("ko"):
        assert str(refusal.message) == "월요일"
