"""Who wants to be told of a kind."""

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from core.refusal import RefusedError
from reports.actions.subscribing import subscribe, unsubscribe
from reports.models import Subscription

KIND = "service_levels"


def test_subscribed_twice_is_subscribed_once(centre, officer):
    assert subscribe(KIND, centre, by=officer) == subscribe(KIND, centre, by=officer)
    assert Subscription.objects.count() == 1
    unsubscribe(KIND, centre, by=officer)
    unsubscribe(KIND, centre, by=officer)
    assert Subscription.objects.count() == 0


def test_only_staff_subscribe_to_kinds_that_there_are(centre, officer, official_by):
    with pytest.raises(PermissionDenied):
        subscribe(KIND, centre, by=official_by)
    with pytest.raises(RefusedError):
        subscribe("gone", centre, by=officer)


@pytest.mark.usefixtures("english")
def test_by_a_button_on_the_list(client_of, officer, official_by, centre):
    client, url = client_of(officer), reverse("reports:subscribe", args=[KIND])
    assert client.get(url).status_code == 405
    page = client.post(url, {"centre": centre.pk}, follow=True).content.decode()
    assert ("Tell me no longer when one is made" in page, Subscription.objects.get().user) == (True, officer)
    client.post(reverse("reports:unsubscribe", args=[KIND]))
    assert Subscription.objects.count() == 0
    assert client.post(reverse("reports:subscribe", args=["gone"])).status_code == 404
    assert client.post(url, {"centre": "99999"}).status_code == 404
    assert client_of(official_by).post(url).status_code == 404
