"""From the staff's own to the public's: proposed, published by two keys, returned, withdrawn."""

import pytest
from django.core.exceptions import PermissionDenied
from django.dispatch import Signal
from django.urls import reverse

from core.refusal import RefusedError
from reports import signals
from reports.actions.publishing import propose, publish, return_report, withdraw
from reports.storing import digest

pytestmark = pytest.mark.usefixtures("english")
NAMES = {
    signals.report_proposed: "proposed",
    signals.report_published: "published",
    signals.report_returned: "returned",
}


@pytest.fixture
def heard():
    """The signals that were sent, with who did it."""
    found = []

    def listen(*, signal: Signal, by, **_said):
        found.append((NAMES[signal], by))

    for signal in NAMES:
        signal.connect(listen)
    yield found
    for signal in NAMES:
        signal.disconnect(listen)


@pytest.fixture
def proposed(report, officer):
    return propose(report, by=officer)


def test_an_officer_proposes(report, officer, heard):
    assert (propose(report, by=officer).state, heard) == ("proposed", [("proposed", officer)])
    with pytest.raises(RefusedError):
        propose(report, by=officer)


def test_two_keys_publish(proposed, director_by, director_kr, heard):
    first = publish(proposed, by=director_by, seen=digest(proposed.figures))
    assert (first.state, first.published_at, heard) == ("proposed", None, [])
    second = publish(proposed, by=director_kr)
    assert (second.state, second.published_at is None, heard) == ("published", False, [("published", director_kr)])


def test_one_side_has_one_key(proposed, director_by):
    publish(proposed, by=director_by)
    with pytest.raises(RefusedError, match="already signed"):
        publish(proposed, by=director_by)


def test_other_figures_than_were_read_are_not_signed(proposed, director_by):
    with pytest.raises(RefusedError, match="not the figures"):
        publish(proposed, by=director_by, seen="0" * 64)


def test_officers_and_evaluators_hold_no_key(proposed, officer, admin_user):
    for person in (officer, admin_user):
        with pytest.raises(PermissionDenied):
            publish(proposed, by=person)


def test_returned_it_is_the_centres_again_and_keys_are_taken_back(proposed, director_by, director_kr, officer, heard):
    publish(proposed, by=director_by)
    row = return_report(proposed, by=director_kr, reason="The year is not over.")
    assert (row.state, heard) == ("made", [("returned", director_kr)])
    again = propose(row, by=officer)
    assert publish(again, by=director_kr).state == "proposed"


def test_one_side_withdraws_it(proposed, director_by, director_kr, visitor, officer):
    publish(proposed, by=director_by)
    publish(proposed, by=director_kr)
    with pytest.raises(PermissionDenied):
        withdraw(proposed, by=officer, reason="A mistake.")
    row = withdraw(proposed, by=director_by, reason="A mistake.")
    assert (row.state, row.published_at) == ("made", None)


@pytest.mark.parametrize("step", ["propose", "publish", "return_report", "withdraw"])
def test_the_screens_are_the_staffs(proposed, client_of, official_by, advisor_kr, admin_user, director_by, step):
    url = reverse(f"reports:{step}", args=[proposed.reference])
    met = {
        "stranger": client_of(official_by).get(url).status_code,
        "advisor": client_of(advisor_kr).get(url).status_code,
        "reader": client_of(admin_user).get(url).status_code,
        "visitor": client_of().get(url).status_code,
        "director": client_of(director_by).get(url).status_code,
    }
    here = {"propose": 409, "publish": 200, "return_report": 200, "withdraw": 409}[step]
    assert met == {"stranger": 404, "advisor": 404, "reader": 403, "visitor": 302, "director": here}


def test_a_key_is_turned_on_its_screen(proposed, client_of, director_by):
    url = reverse("reports:publish", args=[proposed.reference])
    client = client_of(director_by)
    page = client.get(url).content.decode()
    assert digest(proposed.figures) in page
    answer = client.post(url, {"seen": digest(proposed.figures)}, follow=True)
    assert answer.redirect_chain == [(proposed.get_absolute_url(), 302)]
    assert "One key of two" in answer.content.decode()


def test_without_reasons_it_is_not_returned_and_what_was_typed_is_kept(proposed, client_of, director_by):
    url = reverse("reports:return_report", args=[proposed.reference])
    answer = client_of(director_by).post(url, {"reason": " "})
    assert (answer.status_code, "This field is required" in answer.content.decode()) == (200, True)


def test_what_is_published_is_read_by_everybody_without_the_house(proposed, client_of, director_by, director_kr):
    url = proposed.get_absolute_url()
    assert client_of().get(url).status_code == 404
    publish(proposed, by=director_by)
    publish(proposed, by=director_kr)
    answer = client_of().get(url, headers={"accept-language": "en"})
    text = answer.content.decode()
    assert answer.status_code == 200
    assert [word for word in ("Two keys", "Versions", "History", "/reports/figures/") if word in text] == []
    assert "Requests received" in text
