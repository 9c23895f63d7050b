"""Error pages come without a request, without a session and without a database."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.template.loader import render_to_string
from django.test import RequestFactory

PAGES = {
    "400.html": "The request was not understood",
    "403.html": "This is not open to you",
    "403_csrf.html": "The form was too old",
    "404.html": "There is no such page",
    "500.html": "The portal made a mistake",
}


@pytest.mark.parametrize("template", PAGES)
def test_without_a_request(template):
    page = render_to_string(template)
    assert (f"<h1>{PAGES[template]}</h1>" in page, "clock-bar" in page) == (True, False)


@pytest.mark.parametrize("template", PAGES)
def test_for_a_visitor_of_an_empty_portal(db, template):
    request = RequestFactory().get("/nowhere/")
    request.user = AnonymousUser()
    assert f"<h1>{PAGES[template]}</h1>" in render_to_string(template, request=request)


def test_a_page_that_is_not_there_has_the_whole_frame(client, centre):
    response = client.get("/nowhere/")
    page = response.content.decode()
    assert response.status_code == 404
    assert [part in page for part in ("clock-bar", "Belarus · Republic of Korea", 'id="menu"')] == [True] * 3


def test_a_refusal_keeps_what_was_written():
    page = render_to_string("refused.html", {"message": "Answer every question.", "typed": ["Two\nlines <b>"]})
    assert "<p>Answer every question.</p>" in page
    assert '<pre class="typed">Two\nlines &lt;b&gt;</pre>' in page
