"""Joint projects beside a practice, a request, an event, an agreement and a decision, and each beside the project."""

import pytest
from django.urls import reverse

from practices.enums import Status
from projects.models import Project
from tests.cast import Cast, cost
from tests.consultations import builders as requests
from tests.events.builders import make_event
from tests.practices.builders import make_practice
from tests.projects.builders import make_project

UNFOLDED = {"hx-request-type": "partial"}


@pytest.fixture
def tied(cast: Cast, project: Project) -> dict[str, object]:
    """A record of each kind that the project is tied to."""
    people = cast.people
    rows = {
        "practice": make_practice(
            cast.centre, cast.organisations["nia"], people["advisor_kr"], status=Status.PUBLISHED
        ),
        "request": requests.in_check(cast),
        "event": make_event(cast.centre),
        "agreement": project.agreement,
        "decision": project.decision,
    }
    project.practices.add(rows["practice"])
    project.consultations.add(rows["request"])
    project.events.add(rows["event"])
    return rows


@pytest.mark.parametrize("kind", ["practice", "request", "event", "agreement", "decision"])
def test_the_record_leads_to_the_panel_and_the_panel_to_the_project(client_of, officer, project, tied, kind) -> None:
    client, url = client_of(officer), reverse("projects:beside", args=[kind, tied[kind].reference])
    assert url in client.get(tied[kind].get_absolute_url()).content.decode()
    for headers in ({}, UNFOLDED):
        assert project.get_absolute_url() in client.get(url, headers=headers).content.decode()


def test_a_panel_tells_nothing_of_what_the_reader_may_not_see(cast: Cast, client_of, project, tied) -> None:
    Project.objects.update(is_public=False)
    url = reverse("projects:beside", args=["practice", tied["practice"].reference])
    assert project.reference not in client_of().get(url).content.decode()
    hidden = reverse("projects:beside", args=["request", tied["request"].reference])
    met = [client_of(who).get(hidden).status_code for who in (None, cast.people["official_ge"])]
    assert met == [404, 404]


@pytest.mark.parametrize("url", ["person/JP-2026-01/", "practice/x/", "agreement/AG-1999-01/"])
def test_what_is_not_there_is_404(client_of, cast: Cast, url: str) -> None:
    assert client_of().get(f"/projects/beside/{url}").status_code == 404


def test_its_price_does_not_grow(cast: Cast, client_of, officer, project, tied) -> None:
    client, url = client_of(officer), reverse("projects:beside", args=["practice", tied["practice"].reference])
    client.get(url)
    one = cost(client, url)
    for _number in range(2):
        make_project(cast).practices.add(tied["practice"])
    assert cost(client, url) == one
    assert one <= 12
