"""The pages of work in the background: whose they are, what they say at each moment, what they cost."""

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse
from django.utils import timezone

from files.actions import keep
from people.models import User
from reports.actions.asking import ask
from reports.actions.running import claim, work_off_one
from reports.enums import JobState
from reports.models import Job
from tests.cast import cost, sign_in

QUERIES = 12
REFRESHES = '<meta http-equiv="refresh" content="3">'


@pytest.fixture(autouse=True)
def _in_english(cast):
    User.objects.update(language="en")


def url(name, job=None):
    return reverse(f"reports:{name}", args=[job.public_id] if job else [])


def page(client, address):
    answer = client.get(address)
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def test_whose_they_are(asked, cast, client_of):
    addresses = [url("job", asked), url("jobs")]
    met = {who: [sign_in(person).get(one).status_code for one in addresses] for who, person in cast.people.items()}
    assert met == {who: [200, 200] if who == "officer" else [404, 200] for who in cast.people}
    assert [client_of().get(one).status_code for one in addresses] == [302, 302]
    for name in ("cancel_job", "ask_again"):
        assert client_of().post(url(name, asked)).status_code == 302
        assert sign_in(cast.people["director_by"]).post(url(name, asked)).status_code == 404
        assert sign_in(cast.people["officer"]).get(url(name, asked)).status_code == 405
    assert "Counting" not in page(sign_in(cast.people["director_by"]), url("jobs"))


def test_what_it_says_on_the_way(asked, officer, client_of):
    client = client_of(officer)
    waiting = page(client, url("job", asked))
    assert REFRESHES in waiting
    assert "It begins as soon as a worker is free." in waiting
    job = claim()
    assert "It has begun." in page(client, url("job", asked))
    Job.objects.filter(pk=job.pk).update(done=1200, total=5000)
    running = page(client, url("job", asked))
    assert "1,200 of 5,000 are done." in running
    assert '<progress class="work" id="progress" max="5000" value="1200"></progress>' in running
    assert REFRESHES in running
    assert "Cancel this work" in running


def test_what_was_made_is_offered(asked, officer, client_of):
    work_off_one()
    client = client_of(officer)
    done = page(client, url("job", asked))
    assert REFRESHES not in done
    assert "Cancel this work" not in done
    assert '<a class="btn btn-primary" href="/done/">Open what was made</a>' in done
    file = keep(ContentFile(b"a,b", name="list.csv"), by=officer, about=asked, permission="reports.view_job")
    with_file = page(client, url("job", asked))
    assert f'<a href="{file.get_absolute_url()}"><bdi>list.csv</bdi></a>' in with_file


def test_a_failure_says_why_and_offers_to_ask_again(asked, officer, client_of):
    client = client_of(officer)
    Job.objects.update(state=JobState.FAILED, ended_at=timezone.now(), error="There is nothing to report on.")
    failed = page(client, url("job", asked))
    assert "There is nothing to report on." in failed
    Job.objects.update(error="")
    assert "It could not be done, and the fault is the portal’s." in page(client, url("job", asked))
    answer = client.post(url("ask_again", asked))
    anew = Job.objects.exclude(pk=asked.pk).get()
    assert (answer.status_code, answer["Location"]) == (302, url("job", anew))
    assert "“Counting” is asked for again." in page(client, answer["Location"])


def test_it_is_cancelled_by_a_button(asked, officer, client_of):
    client = client_of(officer)
    answer = client.post(url("cancel_job", asked))
    assert (answer.status_code, answer["Location"]) == (302, url("job", asked))
    after = page(client, answer["Location"])
    assert "The work is cancelled." in after
    assert "Ask again" in after
    refused = client.post(url("cancel_job", asked))
    assert (refused.status_code, Job.objects.get().state) == (409, JobState.CANCELLED)


def test_what_is_being_done_says_that_it_is_being_stopped(asked, officer, client_of):
    claim()
    client = client_of(officer)
    client.post(url("cancel_job", asked))
    after = page(client, url("job", asked))
    assert "The work is being stopped." in after
    assert "Being stopped" in after
    assert "Cancel this work" not in after


def test_the_list_costs_the_same_for_one_and_for_three(asked, officer, client_of, admin_user):
    client, administrator = client_of(officer), client_of(admin_user)
    addresses = [(client, url("jobs")), (client, url("job", asked)), (administrator, "/admin/reports/job/")]
    for visitor, address in addresses:
        visitor.get(address)
    one = [cost(visitor, address) for visitor, address in addresses]
    for _number in range(2):
        ask("test.count", {}, by=officer, language="en")
    three = [cost(visitor, address) for visitor, address in addresses]
    assert one == three
    assert max(three[:2]) <= QUERIES
    assert page(client, url("jobs")).count("Counting") == 3


def test_the_admin_site_shows_no_filters(asked, admin_user, client_of):
    Job.objects.update(asked={"query": "q=Ivanov"})
    shown = page(client_of(admin_user), f"/admin/reports/job/{asked.pk}/change/")
    assert "Ivanov" not in shown
