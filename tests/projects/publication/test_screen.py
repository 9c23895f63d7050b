"""The page of the publication: what is wrong stands where it is mended; each side publishes its own activity."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from core.models import JournalEntry
from people.models import Organisation, User
from projects.actions import publishing as acts
from projects.enums import EntryKind, Stage
from projects.models import IatiIdentity, Project, Publication
from tests.cast import Cast, cost
from tests.projects.builders import make_entry, make_line, make_project
from tests.projects.publication.publishing import NIA, make_publication, make_whole

CODES = {
    "language": "ko",
    "sector": "22040",
    "aid_type": "D02",
    "finance_type": "110",
    "flow_type": "10",
    "tied_status": "5",
}
INSIDE = ["leader_by", "leader_kr", "director_by", "advisor_kr", "officer"]


def url(name: str, project: Project, *more: Any) -> str:
    return reverse(f"projects:{name}", args=[project.reference, *more])


def sent(project: Project, **fields: str) -> dict[str, str]:
    return {"activity_id": f"{NIA}-{project.reference}", **CODES, "seen": "", **fields}


def verbs(project: Project) -> list[tuple[str, Any]]:
    return [(one.verb, one.data.get("kind")) for one in JournalEntry.objects.about(project).order_by("pk")]


@pytest.mark.parametrize("who", INSIDE)
def test_both_sides_and_officers_read_it(cast: Cast, client_of: Any, both: Project, who: str) -> None:
    assert client_of(cast.people[who]).get(url("publication", both)).status_code == 200


def test_others_get_no_further(cast: Cast, client: Client, client_of: Any, both: Project) -> None:
    assert client_of(cast.people["official_ge"]).get(url("publication", both)).status_code == 403
    assert client.get(url("publication", both)).status_code == 302
    Project.objects.update(is_public=False)
    assert client_of(cast.people["official_ge"]).get(url("publication", both)).status_code == 404


def test_a_concept_paper_has_no_publication(cast: Cast, client_of: Any) -> None:
    project = make_project(cast, stage=Stage.COMMITTEE)
    client = client_of(cast.people["leader_by"])
    assert client.get(url("publication", project)).status_code == 404
    assert client.get(url("edit_publication", project, "a")).status_code == 404


@pytest.mark.parametrize("rows", [1, 3])
def test_the_page_costs_twelve_queries_at_most(cast: Cast, client_of: Any, both: Project, rows: int) -> None:
    for _ in range(rows - 1):
        line = make_line(both, "b")
        make_entry(line, EntryKind.DISBURSEMENT, receiver=both.lead_b)
    for who in ("leader_kr", "officer"):
        client = client_of(cast.people[who])
        for page in (url("publication", both), url("edit_publication", both, "b")):
            if client.get(page).status_code == 200:
                assert cost(client, page) <= 12, (who, page)


def test_who_leads_prepares_and_publishes_the_own_side(cast: Cast, client_of: Any, whole: Project) -> None:
    client = client_of(cast.people["leader_kr"])
    assert client.post(url("edit_publication", whole, "b"), sent(whole)).status_code == 302
    row = Publication.objects.get()
    assert (row.side, row.activity_id, row.language, row.is_published) == ("b", f"{NIA}-{whole.reference}", "ko", False)
    assert client.post(url("publish", whole, "b")).status_code == 302
    row.refresh_from_db()
    assert row.is_published
    assert row.published_at is not None
    assert verbs(whole) == [("prepare_publication", "b"), ("publish_activity", "b")]


@pytest.mark.parametrize(("who", "prepares"), [("officer", 200), ("leader_by", 403), ("advisor_kr", 403)])
def test_nobody_speaks_for_another_side(cast: Cast, client_of: Any, both: Project, who: str, prepares: int) -> None:
    client = client_of(cast.people[who])
    assert client.get(url("edit_publication", both, "b")).status_code == prepares
    assert client.get(url("publish", both, "b")).status_code == 403
    assert client.post(url("withdraw_publication", both, "b"), {"reason": "No"}).status_code == 403
    assert both.publications.filter(is_published=True).count() == 2


def test_a_stranger_meets_nothing(cast: Cast, client_of: Any, both: Project) -> None:
    Project.objects.update(is_public=False)
    client = client_of(cast.people["official_ge"])
    for name in ("edit_publication", "publish", "withdraw_publication"):
        assert client.get(url(name, both, "b")).status_code == 404


def test_what_is_wrong_stands_where_it_is_mended(cast: Cast, client_of: Any, whole: Project) -> None:
    IatiIdentity.objects.filter(identifier=NIA).update(identifier="KR-GOV-999")
    line = make_line(whole, "b")
    entry = make_entry(line, EntryKind.DISBURSEMENT, receiver=whole.lead_b)
    make_publication(whole, "b", is_published=False, sector="99999")
    client = client_of(cast.people["leader_kr"])
    [view] = [one for one in client.get(url("publication", whole)).context["views"] if one.side == "b"]
    found = {(fault.field, fault.place.url.partition("#")[0]) for fault in view.faults}
    form = url("edit_publication", whole, "b")
    assert found == {("activity_id", form), ("sector", form), ("", entry.get_absolute_url())}
    shown = client.get(form)
    assert set(shown.context["form"].errors) == {"activity_id", "sector"}
    refused = client.post(url("publish", whole, "b"))
    assert "3 things are to be mended first" in refused.content.decode()
    assert not Publication.objects.get().is_published


def test_every_link_of_a_fault_opens_for_who_prepares(cast: Cast, client_of: Any, whole: Project) -> None:
    Project.objects.update(summary={}, objective={}, planned_start_on=None, started_on=None, stage=Stage.APPROVED)
    whole.partners.update(activity_id="a b")
    whole.registrations.update(number="2/26")
    make_entry(make_line(whole, "b"), EntryKind.DISBURSEMENT, receiver=whole.lead_b)
    make_publication(whole, "b", is_published=False)
    for who in ("leader_kr", "officer"):
        client = client_of(cast.people[who])
        [view] = [one for one in client.get(url("publication", whole)).context["views"] if one.side == "b"]
        links = {fault.place.url for fault in view.faults if fault.place.url}
        assert len(links) >= 2
        assert {client.get(link).status_code for link in links} == {200}


def test_a_published_activity_stays_valid_and_keeps_its_identifier(cast: Cast, client_of: Any, both: Project) -> None:
    client, page = client_of(cast.people["leader_kr"]), url("edit_publication", both, "b")
    seen = acts.mark_of(both.publications.get(side="b"))
    shown = client.post(page, sent(both, activity_id=f"{NIA}-other", seen=seen))
    assert "Withdraw it before you change that." in shown.content.decode()
    assert f'value="{NIA}-other"' in shown.content.decode()
    assert client.post(page, sent(both, seen=seen)).status_code == 302
    IatiIdentity.objects.filter(identifier=NIA).update(identifier="KR-GOV-999")
    again = acts.mark_of(both.publications.get(side="b"))
    assert "1 thing is to be mended first" in client.post(page, sent(both, seen=again, sector="15110")).content.decode()
    assert both.publications.get(side="b").sector == "22040"


def test_an_identifier_is_borne_once(cast: Cast, client_of: Any, both: Project) -> None:
    other = make_whole(cast)
    client = client_of(cast.people["leader_kr"])
    shown = client.post(url("edit_publication", other, "b"), sent(other, activity_id=f"{NIA}-{both.reference}"))
    assert "Another activity bears this identifier already." in shown.content.decode()


def test_nobody_overwrites_what_he_has_not_read(cast: Cast, client_of: Any, both: Project) -> None:
    User.objects.update(language="en")
    shown = client_of(cast.people["officer"]).post(url("edit_publication", both, "b"), sent(both, seen="old"))
    assert "Somebody else has changed this meanwhile." in shown.content.decode()


def test_what_is_not_public_is_not_published(cast: Cast, client_of: Any, whole: Project) -> None:
    make_publication(whole, "b", is_published=False)
    Project.objects.update(is_public=False)
    shown = client_of(cast.people["leader_kr"]).post(url("publish", whole, "b"))
    assert "not shown to the public" in shown.content.decode()


def test_withdrawing_gives_a_reason_and_leaves_the_other_side(cast: Cast, client_of: Any, both: Project) -> None:
    client = client_of(cast.people["director_kr"])
    assert client.post(url("withdraw_publication", both, "b"), {"reason": ""}).status_code == 200
    assert client.post(url("withdraw_publication", both, "b"), {"reason": "Wrong sector"}).status_code == 302
    assert list(both.publications.filter(is_published=True).values_list("side", flat=True)) == ["a"]
    [entry] = JournalEntry.objects.about(both)
    assert (entry.verb, entry.reason, entry.data["kind"]) == ("withdraw_activity", "Wrong sector", "b")


def test_one_that_became_invalid_is_said_to_be_left_out(cast: Cast, client_of: Any, both: Project) -> None:
    Organisation.objects.filter(pk=both.lead_b_id).update(name={})
    shown = client_of(cast.people["leader_kr"]).get(url("publication", both))
    assert "Left out of the file" in shown.content.decode()
