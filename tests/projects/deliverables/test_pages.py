"""The pages of deliverables: read by both sides, acted on by whoever may, at one price."""

from datetime import date

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import translation

from papers import report
from papers.report import drawn
from projects.actions.delivering import (
    accept_version,
    add_deliverable,
    comment,
    edit_deliverable,
    return_version,
    submit_version,
)
from projects.models import Deliverable, DeliverableComment, DeliverableVersion
from projects.presentation.acceptance import report_of
from projects.tasks.work import accept_by_silence
from tests.cast import cost, sign_in
from tests.projects.builders import make_project
from tests.projects.deliverables.handing import laid_down, paper, submitted
from tests.projects.life.building import again, met, url
from tests.projects.schedule.test_pages import ARRANGE, INSIDE, QUERIES
from tests.projects.schedule.test_scheduling import line


@pytest.fixture
def speaks_english(cast, leader_by, leader_kr):
    for person in cast.people.values():
        person.language = "en"
        person.save()


@pytest.fixture
def version(project, officer, advisor_kr):
    return submitted(project, officer, advisor_kr)


def test_who_reads_what(cast, project, version):
    pages = (
        (INSIDE, (url("deliverables", project), url("deliverable", project, 1))),
        (ARRANGE, (url("add_deliverable", project), url("edit_deliverable", project, 1))),
        (ARRANGE - {"officer"}, (url("accept_version", project, 1, 1), url("return_version", project, 1, 1))),
        (INSIDE, (url("comment", project, 1, 1),)),
    )
    for may, addresses in pages:
        for address in addresses:
            found = met(cast, address, "leader_by", "leader_kr")
            assert found.pop("visitor") == 302
            assert found == {who: 200 if who in may else 403 for who in found}


def test_whose_side_hands_over(cast, project, officer):
    laid_down(project, officer)
    found = met(cast, url("submit_version", project, 1), "leader_by", "leader_kr")
    may = {"advisor_kr", "advisor2_kr", "director_kr", "leader_kr", "officer"}
    assert found == {who: 200 if who in may else 302 if who == "visitor" else 403 for who in found}


def test_what_is_not_there_is_404(cast, project, version, officer, client_of):
    other = make_project(cast)
    for address in (
        url("deliverable", project, 2),
        url("deliverable", other, 1),
        url("accept_version", project, 1, 2),
        url("comment", other, 1, 1),
    ):
        assert client_of(officer).get(address).status_code == 404


def test_a_file_is_read_by_both_sides_alone(project, version, client_of, officer, official_by, official_ge):
    client = client_of(officer)
    address = client.get(url("deliverable", project, 1)).context["versions"][0][2][0].get_absolute_url()
    answers = [client_of(who).get(address) for who in (official_by, officer, official_ge, None)]
    for answer in answers:
        answer.close()
    assert [one.status_code for one in answers] == [200, 200, 404, 404]


def test_it_is_laid_down_handed_over_and_accepted_by_hand(
    speaks_english, project, officer, advisor_kr, leader_by, leader_kr
):
    line(project, officer, "2.3")
    clients = {one.email: sign_in(again(one)) for one in (officer, advisor_kr, leader_by, leader_kr)}
    by_officer, by_advisor, by_leader, by_other = clients.values()
    written = {"name_en": "Standard", "side": "b", "due_on": "2026-06-30", "task": "2.3"}
    by_officer.post(url("add_deliverable", project), written)
    row = Deliverable.objects.get()
    assert (row.name, row.side, row.due_on, row.task.number) == ({"en": "Standard"}, "b", date(2026, 6, 30), "2.3")
    sent = {"document": SimpleUploadedFile("standard.txt", b"Whole."), "language": "ko", "note": "Whole."}
    assert by_advisor.post(url("submit_version", project, 1), sent).status_code == 302
    by_leader.post(url("comment", project, 1, 1), {"text": "Page 3 is unclear.", "language": "en"})
    by_leader.post(url("return_version", project, 1, 1), {"reason": "Annex 2 is missing."})
    shown = by_advisor.get(url("deliverable", project, 1)).content.decode()
    assert [one for one in ("Page 3 is unclear.", "Annex 2 is missing.", "standard.txt") if one not in shown] == []
    sent["document"] = SimpleUploadedFile("standard2.txt", b"Whole, with annex 2.")
    by_advisor.post(url("submit_version", project, 1), sent)
    assert by_advisor.post(url("submit_version", project, 1), {**sent, "document": paper_again()}).status_code == 200
    assert by_leader.get(url("acceptance_pdf", project, 1)).status_code == 409
    by_leader.post(url("accept_version", project, 1, 2), {"reason": ""})
    by_other.post(url("accept_version", project, 1, 2), {"reason": ""})
    row.refresh_from_db()
    assert row.accepted_on is not None
    answer = by_leader.get(url("acceptance_pdf", project, 1))
    assert (answer.status_code, answer["Content-Type"], answer.content[:5]) == (200, "application/pdf", b"%PDF-")


def paper_again():
    return SimpleUploadedFile("standard3.txt", b"Once more.")


def test_a_mistake_keeps_what_was_typed(speaks_english, project, officer):
    client = sign_in(again(officer))
    answer = client.post(
        url("add_deliverable", project),
        {"name_en": "Long considered", "side": "b", "due_on": "2026-06-30", "task": "9"},
    )
    shown = answer.content.decode()
    assert ("The schedule has no line 9" in shown, "Long considered" in shown) == (True, True)


def test_words_of_a_colleague_are_not_overwritten(speaks_english, project, officer, leader_by):
    row = laid_down(project, officer)
    client = sign_in(again(leader_by))
    address = url("edit_deliverable", project, 1)
    read = client.get(address).context["form"].initial["seen"]
    edit_deliverable(row, by=officer, name={"en": "Second standard"}, side="b", due_on=date(2026, 7, 1))
    written = {"name_en": "Third standard", "side": "b", "due_on": "2026-07-02", "seen": read}
    answer = client.post(address, written)
    shown = answer.content.decode()
    assert [one in shown for one in ("A colleague has changed", "Second standard", "Third standard")] == [True] * 3
    client.post(address, {**written, "seen": answer.context["form"]["seen"].value()})
    assert Deliverable.objects.get().name == {"en": "Third standard"}


def words_of(value):
    if isinstance(value, dict):
        return [one for part in value.values() for one in words_of(part)]
    if isinstance(value, list | tuple):
        return [one for part in value for one in words_of(part)]
    return [str(value)]


def test_the_protocol_names_who_accepted_and_says_silence_in_words(project, officer, advisor_kr, leader_by):
    with time_machine.travel("2026-02-09T06:00:00Z", tick=False):
        made = submitted(project, officer, advisor_kr)
        accept_version(made, by=again(leader_by), reason="As agreed.")
    with time_machine.travel("2026-02-27T06:00:00Z", tick=False):
        accept_by_silence()
        made = DeliverableVersion.objects.get()
        found = {}
        for who, language in (("leader_by", "en"), ("leader_kr", "ko")):
            reader = again(project.leader_a if who == "leader_by" else project.leader_b)
            with translation.override(language):
                paper_ = report_of(made, reader, language=language)
                found[who] = (drawn(paper_), report.pdf(paper_)[:5])
    whole, pdf = found["leader_by"]
    said = " | ".join(words_of(whole))
    assert pdf == b"%PDF-"
    assert f"Belarus accepted on 9 Feb 2026: {leader_by.name_of_record()}" in said
    assert "Republic of Korea did not reply within ten joint working days" in said
    assert said.index("Belarus accepted on") < said.index("Republic of Korea did not reply")
    assert whole["head"]["sides"][0] == "Belarus"
    own, _pdf = found["leader_kr"]
    assert own["head"]["sides"][0] == "대한민국"
    assert "Republic of Korea did not reply within ten joint working days" in " | ".join(words_of(own))


def fill(project, officer, advisor_kr, leader_by, number):
    """So many deliverables, the first with so many versions and comments."""
    for model in (DeliverableComment, DeliverableVersion, Deliverable):
        model.objects.all().delete()
    rows = [
        add_deliverable(project, by=officer, name={"en": f"Part {one}"}, side="b", due_on=date(2026, 6, 1))
        for one in range(number)
    ]
    for one in range(number):
        made = submit_version(rows[0], by=advisor_kr, documents=[paper(advisor_kr)])
        for _again in range(number):
            comment(made, by=officer, text="So.", language="en")
        if one < number - 1:
            return_version(made, by=leader_by, reason="Not yet.")
    return rows[0].number


@pytest.mark.parametrize("who", ["officer", "leader_by", "leader_kr", "advisor_kr"])
def test_their_price_does_not_grow(cast, project, officer, advisor_kr, leader_by, leader_kr, client_of, who):
    client = client_of(cast.people[who])
    prices = []
    for rows in (1, 3):
        number = fill(project, officer, advisor_kr, leader_by, rows)
        addresses = [url("deliverables", project), url("deliverable", project, number)]
        for address in addresses:
            client.get(address)
        prices.append([cost(client, address) for address in addresses])
    assert prices[0] == prices[1]
    assert max(prices[1]) <= QUERIES
