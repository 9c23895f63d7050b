"""The overview of one event, the reminder, and what is owed across events by country."""

import pytest
from django.urls import reverse

from events.actions.owing import open_plans, open_trip_reports
from events.actions.trip_reports import submit_trip_report
from events.models import ActionPlan, Event, PlanCheck, TripReport
from events.presentation.followup_figures import with_plans
from tests.cast import cost
from tests.events.builders import make_event
from tests.events.followup.conftest import delegate, doors, endorsed, on, submitted, words
from tests.events.followup.test_submit_trip_report import WHOLE


@pytest.fixture
def owed(event, nino, tamar, sergei):
    """Nino has answered nothing after three months, Tamar owes everything, Sergei's plan lies with his superior."""
    open_plans(event)
    open_trip_reports(event)
    endorsed(nino)
    submitted(sergei)
    PlanCheck.objects.filter(months=3).update(asked_at=on(2026, 10, 12))
    submit_trip_report(TripReport.objects.get(participant=nino), by=nino.user, seen=1, **WHOLE)


def cells(page):
    return {row.family_name: [(cell.words, cell.shape) for cell in cells] for row, cells in page.context["rows"]}


NINO = [
    ("Sent", ""),
    ("12 Oct 2026", ""),
    ("Answer awaited since 12 Oct 2026", "is-late"),
    ("Asked on 9 Apr 2027", ""),
    ("Asked on 9 Oct 2027", ""),
    ("Handed in", ""),
]
TAMAR = [("Missing", "is-late"), *[("–", "")] * 4, ("Due 8 Nov 2026", "is-soon")]
SERGEI = [("Sent", ""), ("With the superior", "is-waiting"), *[("–", "")] * 3, ("Due 8 Nov 2026", "is-soon")]


def test_only_what_is_missing_stands_out(event, owed, screen, officer):
    page = screen(officer, "follow_up", event.reference)
    assert list(cells(page)) == ["Dubovik", "Beridze", "Kapanadze"]  # Belarus, Georgia
    assert cells(page) == {"Dubovik": SERGEI, "Beridze": NINO, "Kapanadze": TAMAR}
    assert reverse("events:remind_follow_up", args=[event.reference]) in page.content.decode()


def test_everybody_follows_what_is_theirs(event, owed, screen, cast, focal_ge, knock):
    seen = {
        "director_kr": ["Dubovik", "Beridze", "Kapanadze"],
        "contact_ge": ["Beridze", "Kapanadze"],
        "contact_by": ["Dubovik"],
        "official_ge": ["Beridze", "Kapanadze"],  # of the same body
    }
    for who, names in seen.items():
        page = screen(cast.people[who], "follow_up", event.reference)
        assert (who, list(cells(page))) == (who, names)
        assert (reverse("events:remind_follow_up", args=[event.reference]) in page.content.decode()) is False
    assert list(cells(screen(focal_ge, "follow_up", event.reference))) == ["Beridze", "Kapanadze"]
    reading = ("officer", "director_by", "director_kr", "contact_ge", "contact_by", "official_ge", "official_by")
    met = knock("follow_up", event.reference)
    expected = doors(**dict.fromkeys(reading, 200), advisor_kr=403, advisor2_kr=403, admin_user=403)
    assert met == expected


def test_the_reminder(event, owed, screen, officer, tamar, knock, heard):
    page = screen(officer, "remind_follow_up", event.reference)
    listed = [(one.family_name, [str(item) for item in items]) for one, items, _ticked in page.context["rows"]]
    assert listed == [
        ("Dubovik", ["endorsement of the action plan by the superior", "trip report"]),
        ("Beridze", ["state of the plan after 3 months"]),
        ("Kapanadze", ["action plan", "trip report"]),
    ]
    assert list(screen(officer, "remind_follow_up", event.reference, x="1").context["form"].errors) == ["people"]
    heard()
    answer = screen(officer, "remind_follow_up", event.reference, people=[tamar.pk])
    assert answer["Location"] == reverse("events:follow_up", args=[event.reference])
    assert [[one.pk for one, _items in said["people"]] for _name, said in heard()] == [[tamar.pk]]
    page = screen(officer, "remind_follow_up", event.reference, people=[tamar.pk])
    assert "less than a day ago" in page.context["form"].non_field_errors()[0]
    assert [ticked for _one, _items, ticked in page.context["rows"]] == [False, False, True]
    met = knock("remind_follow_up", event.reference)
    reading = ("director_by", "director_kr", "contact_ge", "contact_by", "official_ge", "official_by")
    refused = dict.fromkeys((*reading, "advisor_kr", "advisor2_kr", "admin_user"), 403)
    assert met == doors(**refused, officer=200)


def test_owed_by_country(event, owed, screen, cast, officer):
    page = screen(officer, "owed")
    assert [(one.pk, count) for one, count in page.context["countries"]] == [("BY", 1), ("GE", 2)]
    assert list(cells(page)) == ["Dubovik", "Beridze", "Kapanadze"]
    page = officer_page = screen(officer, "owed").client.get(reverse("events:owed"), {"country": "GE"})
    assert list(cells(officer_page)) == ["Beridze", "Kapanadze"]
    page = page.client.get(reverse("events:owed"), {"country": "KR"})
    assert len(cells(page)) == 3  # a country that owes nothing narrows nothing
    for who, names in (("contact_ge", ["Beridze", "Kapanadze"]), ("contact_by", ["Dubovik"]), ("advisor_kr", [])):
        assert list(cells(screen(cast.people[who], "owed"))) == names
    assert screen(None, "owed").status_code == 302


def test_nothing_owed(event, screen, officer):
    assert "All plans are endorsed and answered" in words(screen(officer, "owed"))


def test_one_row_or_three_at_one_price(event, cast, nino, client_of, officer):
    open_plans(event)
    client = client_of(officer)
    urls = [reverse("events:follow_up", args=[event.reference]), reverse("events:owed")]
    for url in urls:
        client.get(url)
    one = [cost(client, url) for url in urls]
    for body in ("agency_ge", "services_by"):
        delegate(event, cast.organisations[body])
    open_plans(event)
    open_trip_reports(event)
    assert [cost(client, url) for url in urls] == one
    assert max(one) <= 12


def test_figures(event, centre, nino, tamar, sergei, django_assert_num_queries):
    empty = make_event(centre)
    for one in (nino, tamar):
        endorsed(one)
    submitted(sergei)
    plan = ActionPlan.objects.get(participant=nino)
    plan.checks.filter(months=6).update(progress="done", answered_at=on(2027, 4, 10))
    with django_assert_num_queries(1):
        rows = with_plans(Event.objects.filter(pk__in=[event.pk, empty.pk]))
        found = {row.pk: row.plans for row in rows}
    assert found == {event.pk: {"done": 1, "endorsed": 2}, empty.pk: {"done": 0, "endorsed": 0}}
