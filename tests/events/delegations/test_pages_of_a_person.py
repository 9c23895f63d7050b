"""No link of a person's page leads nowhere, whoever reads it."""

import pytest

from events.actions.nominating import name_head
from events.enums import Duty
from events.models import EventOfficer, Participant
from tests.cast import sign_in
from tests.events.delegations import builders as build


@pytest.mark.parametrize("who", ["officer", "director_kr", "focal_ge", "contact_ge", "official_ge", "advisor_kr"])
def test_every_link_opens(cast, event, accepted, focal, client, who):
    first = build.people(accepted)[0]
    cast.people["focal_ge"] = focal
    Participant.objects.filter(pk=first.pk).update(user=cast.people["advisor_kr"])
    EventOfficer.objects.create(event=event, user=cast.people["officer"], duty=Duty.TRAVEL)
    name_head(accepted, by=focal, head=first)
    browser = sign_in(cast.people[who], client=client)
    for row in (first, accepted):
        page = browser.get(row.get_absolute_url())
        links = {button.url for button in page.context["buttons"].values()}
        links |= {button.url for button in page.context.get("pages", ())}
        met = {url: browser.get(url).status_code for url in sorted(links)}
        assert {url: status for url, status in met.items() if status != 200} == {}
