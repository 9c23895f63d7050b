"""The day, the place, and what a text is about."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from core.refusal import RefusedError
from pages.actions.publishing import propose
from pages.actions.writing import edit_facts, facts_mark
from people.models import User
from tests.agreements.builders import make_agreement
from tests.events.builders import make_event
from tests.pages.builders import fresh, make_draft, make_page, make_release


def test_day_and_links_of_a_draft(cast, client_of, officer):
    row, event, agreement = make_draft(cast), make_event(cast.centre), make_agreement(cast.centre, officer)
    edit_facts(row, by=officer, seen=facts_mark(row), day=date(2018, 1, 2), about=[event, agreement])
    row = fresh(row)
    assert (row.day, list(row.events.all()), list(row.agreements.all())) == (date(2018, 1, 2), [event], [agreement])
    assert row.reference == "PR-2017-01"
    url = reverse("pages:edit_facts", args=[row.reference])
    client = client_of(officer)
    assert f"{event.reference}, {agreement.reference}" in client.get(url).content.decode()
    sent = {"day": "2018-01-02", "about": agreement.reference, "seen": facts_mark(row)}
    assert client.post(url, sent).status_code == 302
    assert (list(row.events.all()), list(row.agreements.all())) == ([], [agreement])


def test_the_day_of_what_is_published_stays(cast, client_of, officer):
    row = make_release(cast)
    with pytest.raises(RefusedError):
        edit_facts(row, by=officer, seen=facts_mark(row), day=date(2018, 1, 2), about=[])
    text = client_of(officer).get(reverse("pages:edit_facts", args=[row.reference])).content.decode()
    assert 'name="day"' not in text


def test_whoever_was_slower_looks_first_and_keeps_what_was_typed(cast, client_of, officer):
    User.objects.update(language="en")
    row, event = make_draft(cast), make_event(cast.centre)
    before = facts_mark(row)
    edit_facts(row, by=officer, seen=before, day=date(2018, 1, 2), about=[])
    url = reverse("pages:edit_facts", args=[row.reference])
    sent = {"day": "2019-05-06", "about": event.reference, "seen": before}
    answer = client_of(officer).post(url, sent)
    text = answer.content.decode()
    assert ("A colleague has changed this" in text, event.reference in text, fresh(row).day) == (
        True,
        True,
        date(2018, 1, 2),
    )


def test_where_a_page_of_the_site_is_listed(cast, officer):
    row = make_page(cast)
    edit_facts(row, by=officer, seen=facts_mark(row), is_listed=True, about=[])
    assert fresh(row).is_listed
    with pytest.raises(PermissionDenied):
        edit_facts(row, by=cast.people["official_by"], seen=facts_mark(row), is_listed=False, about=[])


def test_nobody_ties_a_text_to_what_he_may_not_see(cast, client_of, officer):
    hidden = make_event(cast.centre, reference="E-2017-99", status="planned")
    row = make_draft(cast)
    director = cast.people["director_kr"]
    assert type(hidden).objects.visible_to(director).filter(pk=hidden.pk).exists()
    other = cast.people["admin_user"]
    sent = {"day": "2018-01-02", "about": hidden.reference, "seen": facts_mark(row)}
    seen = type(hidden).objects.visible_to(other).filter(pk=hidden.pk).exists()
    answer = client_of(other).post(reverse("pages:edit_facts", args=[row.reference]), sent)
    assert (answer.status_code == 302, row.events.exists()) == (seen, seen)


def test_nothing_is_changed_while_it_waits(cast, client_of, officer):
    User.objects.update(language="en")
    row = make_draft(cast)
    propose(row, by=officer)
    day = fresh(row).day
    with pytest.raises(RefusedError):
        edit_facts(row, by=officer, seen=facts_mark(row), day=date(2018, 1, 2), about=[])
    url = reverse("pages:edit_facts", args=[row.reference])
    client = client_of(officer)
    answer = client.post(url, {"day": "2018-01-02", "about": "", "seen": facts_mark(row)}, follow=True)
    assert ("The text waits for publication." in answer.content.decode(), fresh(row).day) == (True, day)
    assert url not in client.get(reverse("pages:progress", args=[row.reference])).content.decode()
