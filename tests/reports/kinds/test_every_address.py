"""Every address of a report, knocked at by each of the cast: what the policies say, and reading changes nothing."""

import pytest
from django.urls import reverse

from core.models import JournalEntry
from reports.actions.publishing import propose
from reports.models import Report
from tests.cast import PEOPLE, sign_in

VISITOR = "visitor"
STAFF = ("officer", "director_by", "director_kr", "admin_user")
PROPOSING = ("officer", "director_by", "director_kr")
KEYS = ("director_by", "director_kr")
ROUTES = ("report", "compare", "draw", "propose", "publish", "return_report", "withdraw")
LISTS = {"list": [], "annual": [], "ask": ["service_levels"]}
POSTED = {"subscribe": ["service_levels"], "unsubscribe": ["service_levels"]}


def expected(who: str, name: str) -> int:
    """For a report that is proposed: its staff read it, and may do what their post and its state let them."""
    if name == "annual":
        return 200
    if who == VISITOR:
        return 404 if name == "report" else 302
    if name in POSTED:
        return 405
    if who not in STAFF:
        return 404
    here = {"propose": (PROPOSING, 409), "publish": (KEYS, 200), "return_report": (KEYS, 200), "withdraw": (KEYS, 409)}
    may, status = here.get(name, (STAFF, 200))
    return status if who in may else 403


@pytest.mark.parametrize("who", [*PEOPLE, VISITOR])
def test_what_each_meets(cast, report, client, who):
    propose(report, by=cast.people["officer"])
    if who != VISITOR:
        sign_in(cast.people[who], client=client)
    urls = {name: reverse(f"reports:{name}", args=[report.reference]) for name in ROUTES}
    urls |= {name: reverse(f"reports:{name}", args=args) for name, args in {**LISTS, **POSTED}.items()}
    before = Report.objects.values().get(pk=report.pk), JournalEntry.objects.count()
    assert {name: client.get(url).status_code for name, url in urls.items()} == {
        name: expected(who, name) for name in urls
    }
    assert (Report.objects.values().get(pk=report.pk), JournalEntry.objects.count()) == before


@pytest.mark.parametrize("who", ["official_by", "officer", "director_kr", VISITOR])
def test_what_is_sent_without_sense_is_never_an_error(cast, report, client, who):
    if who != VISITOR:
        sign_in(cast.people[who], client=client)
    urls = [reverse(f"reports:{name}", args=[report.reference]) for name in ROUTES]
    urls += [reverse(f"reports:{name}", args=args) for name, args in LISTS.items()]
    met = {client.post(url, {"period": "x", "record": "x", "seen": "x"}).status_code for url in urls}
    assert met <= {200, 302, 403, 404, 405, 409}
