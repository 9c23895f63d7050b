"""A press release is begun, in the language of its original."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from core.models import JournalEntry
from pages.actions.writing import write_page, write_release
from pages.models import Page, PageText
from people.models import User
from tests.events.builders import make_event
from tests.pages.builders import make_draft, words

SENT = {"day": "2017-03-28", "language": "ru", **words("ru")}


def test_it_has_a_number_of_the_year_it_speaks_of(cast, officer):
    rows = [
        write_release(cast.centre, by=officer, language="en", day=date(year, 1, 2), **words("en"))
        for year in (2016, 2017, 2016)
    ]
    assert [row.reference for row in rows] == ["PR-2016-01", "PR-2017-01", "PR-2016-02"]
    assert PageText.objects.values_list("language", "revision", "of_revision", "state", "by").earliest("pk") == (
        "en",
        1,
        None,
        "draft",
        officer.pk,
    )
    assert [entry.verb for entry in JournalEntry.objects.about(rows[0])] == ["write"]
    assert (rows[0].title, rows[0].lead) == ({"en": "A centre opens"}, {"en": "A centre opens: lead."})


@pytest.mark.parametrize("who", ["official_by", "advisor_kr", "contact_by", "official_ge"])
def test_only_the_staff_of_the_centre_writes(cast, who):
    for act, more in ((write_release, {"day": date(2017, 1, 1)}), (write_page, {"reference": "x-1"})):
        with pytest.raises(PermissionDenied):
            act(cast.centre, by=cast.people[who], language="en", **words("en"), **more)
    assert Page.objects.count() == 0


def test_the_screen_keeps_what_was_typed_and_says_what_is_wrong(cast, client_of, officer):
    User.objects.update(language="en")
    client, url = client_of(officer), reverse("pages:write")
    sent = {**SENT, "centre": cast.centre.pk, "about": "E-1999-01", "title": ""}
    answer = client.post(url, sent)
    assert (answer.status_code, Page.objects.count()) == (200, 0)
    text = answer.content.decode()
    for part in (SENT["lead"], "E-1999-01", "No record has this number"):
        assert part in text


def test_the_screen_writes_a_draft_tied_to_what_it_names(cast, client_of, officer):
    event = make_event(cast.centre)
    sent = {**SENT, "centre": cast.centre.pk, "about": f" {event.reference.lower()}, "}
    answer = client_of(officer).post(reverse("pages:write"), sent)
    row = Page.objects.get()
    assert (answer.status_code, answer.url) == (302, reverse("pages:progress", args=[row.reference]))
    assert (row.reference, row.language, row.day, list(row.events.all()), row.status) == (
        "PR-2017-01",
        "ru",
        date(2017, 3, 28),
        [event],
        "draft",
    )


def test_a_preview_saves_nothing_and_shows_no_markup_of_the_writer(cast, client_of, officer):
    body = "## Heading\n\n<script>alert(1)</script> **bold** [x](javascript:alert(1))"
    sent = {**SENT, "centre": cast.centre.pk, "body": body, "preview": "1"}
    text = client_of(officer).post(reverse("pages:write"), sent).content.decode()
    assert Page.objects.count() == 0
    assert ("<strong>bold</strong>" in text, "<script>alert" in text, 'href="javascript' in text) == (
        True,
        False,
        False,
    )
    assert "<h3>Heading</h3>" in text


def test_the_staff_alone_sees_what_is_being_written(cast, client_of):
    row = make_draft(cast)
    addresses = [row.get_absolute_url(), reverse("pages:progress", args=[row.reference])]
    met = {
        who: [client_of(cast.people.get(who)).get(url).status_code for url in addresses]
        for who in ("visitor", "official_ge", "advisor_kr", "officer", "director_kr", "admin_user")
    }
    assert met == {
        "visitor": [404, 302],
        "official_ge": [404, 404],
        "advisor_kr": [404, 404],
        "officer": [200, 200],
        "director_kr": [200, 200],
        "admin_user": [200, 200],
    }
    assert client_of(cast.people["official_by"]).get(reverse("pages:write")).status_code == 403
