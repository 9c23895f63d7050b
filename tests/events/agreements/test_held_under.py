"""An event names the agreement it is held under; the agreement tells which events are."""

import pytest
from django.urls import reverse

from agreements.enums import AgreementStatus
from core.panels import panels_beside
from core.refusal import RefusedError
from events.actions.editions import create_event, edit_event
from events.enums import EventKind, EventStatus, Mode
from events.models import Event
from tests.agreements.builders import make_agreement
from tests.cast import cost
from tests.events.builders import make_event


@pytest.fixture
def agreement(cast, officer):
    return make_agreement(cast.centre, officer, title={"en": "On the centre"})


def test_an_officer_names_an_agreement_of_the_register(agreement, cast, officer, client_of):
    draft = make_agreement(cast.centre, officer, status=AgreementStatus.DRAFT)
    event = make_event(cast.centre)
    page = client_of(officer).get(reverse("events:edit", args=[event.reference]))
    assert list(page.context["form"].fields["agreement"].queryset) == [agreement]
    edit_event(event, by=officer, seen=None, agreement=agreement)
    event.refresh_from_db()
    assert event.agreement == agreement
    with pytest.raises(RefusedError):
        edit_event(event, by=officer, seen=None, agreement=draft)


def test_an_event_is_begun_under_it_and_found_by_its_title(agreement, cast, officer):
    day = make_event(cast.centre).starts_on
    event = create_event(
        by=officer,
        centre=cast.centre,
        kind=EventKind.CEREMONY,
        mode=Mode.ON_SITE,
        name={"en": "Opening"},
        starts_on=day,
        ends_on=day,
        agreement=agreement,
    )
    assert list(Event.objects.matching("On the centre")) == [event]


def test_the_page_links_it_for_those_who_may_see_it(agreement, cast, client_of, officer):
    event = make_event(cast.centre, agreement=agreement, agreement_note="The agreement on the centre")
    link, url = f'href="{agreement.get_absolute_url()}"', event.get_absolute_url()
    before = link in client_of().get(url).content.decode()
    agreement.is_public = False
    agreement.save()
    hidden = client_of().get(url).content.decode()
    staff = client_of(officer).get(url).content.decode()
    assert (before, link in hidden, "The agreement on the centre" in hidden, link in staff) == (True, False, True, True)


def test_the_agreement_tells_its_events_as_far_as_each_may_see_them(agreement, cast, client_of, officer, visitor):
    public = make_event(cast.centre, agreement=agreement)
    planned = make_event(cast.centre, agreement=agreement, status=EventStatus.PLANNED)
    make_event(cast.centre)
    url = reverse("events:held_under", args=[agreement.reference])
    found = [[event for event, _state in client_of(who).get(url).context["lines"]] for who in (None, officer)]
    assert found == [[public], [planned, public]]
    assert "events_held" in [panel.name for panel in panels_beside(agreement, visitor)]


def test_of_an_agreement_that_one_may_not_see_nothing_is_told(cast, officer, client_of):
    row = make_agreement(cast.centre, officer, is_public=False)
    make_event(cast.centre, agreement=row)
    assert client_of().get(reverse("events:held_under", args=[row.reference])).status_code == 404


def test_one_price_for_one_event_and_for_three(agreement, cast, client_of):
    url, client, prices = reverse("events:held_under", args=[agreement.reference]), client_of(), []
    for wanted in (1, 2):
        for _event in range(wanted):
            make_event(cast.centre, agreement=agreement)
        client.get(url)
        prices.append(cost(client, url))
    assert len(set(prices)) == 1
    assert prices[0] <= 12
