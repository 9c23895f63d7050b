"""The pages of reports: who opens them, what they keep, what they cost; what a reader does not see."""

import pytest
from django.urls import reverse

from people.enums import Side
from people.models import User
from projects.actions.reports import submit_report, write_part
from projects.enums import ReportStatus
from projects.models import QuarterReport
from tests.cast import cost, sign_in
from tests.projects.builders import make_entry, make_line
from tests.projects.life.building import again, fresh, met
from tests.projects.reports.quarter import part_of, submitted, verified, write

QUERIES = 12
INSIDE = {"official_by", "advisor_kr", "advisor2_kr", "director_by", "director_kr", "officer", "leader_by", "leader_kr"}


def address(name, report, *more):
    return reverse(f"projects:{name}", args=[report.project.reference, report.year, report.quarter, *more])


def page(client, url):
    answer = client.get(url, headers={"accept-language": "en"})
    assert answer.status_code == 200, answer.content.decode()[:500]
    return answer.content.decode()


def test_both_sides_read_it_and_nobody_else(cast, worked, report):
    for url in (
        reverse("projects:reports", args=[worked.reference]),
        address("report", report),
        address("report_changes", report),
        address("report_pdf", report),
        address("report_docx", report),
    ):
        found = met(cast, url, "leader_by", "leader_kr")
        assert found.pop("visitor") == 302
        assert found == {who: 200 if who in INSIDE else 403 for who in found}


def test_a_stranger_meets_404_where_the_project_is_not_public(project, report, official_ge, client_of):
    project.is_public = False
    project.save()
    for name in ("report", "report_changes", "submit_report", "verify_report", "sign_report", "report_pdf"):
        assert client_of(official_ge).get(address(name, report)).status_code == 404
    assert client_of(official_ge).get(address("edit_part", report, "a")).status_code == 404


def test_each_side_writes_its_own_part(cast, report):
    for side, writers in (("a", {"leader_by", "director_by"}), ("b", {"leader_kr", "director_kr"})):
        found = met(cast, address("edit_part", report, side), "leader_by", "leader_kr")
        assert found.pop("visitor") == 302
        assert found == {who: 200 if who in writers else 403 for who in found}
    assert sign_in(cast.people["leader_by"]).get(address("edit_part", report, "c")).status_code == 404


def test_the_words_of_a_part_are_its_sides_own_until_it_is_submitted(cast, report, leader_by, leader_kr, officer):
    write_part(part_of(report, Side.A), by=leader_by, seen=1, summary={"en": "WORDS-OF-A", "ru": "СЛОВА"})
    readers = {who: sign_in(cast.people[who]) for who in ("leader_by", "official_by", "leader_kr", "officer")}
    seen = {who: "WORDS-OF-A" in page(client, address("report", report)) for who, client in readers.items()}
    assert seen == {"leader_by": True, "official_by": True, "leader_kr": False, "officer": False}
    write(report, Side.A, cast, summary={"en": "WORDS-OF-A", "ru": "СЛОВА"})
    write(report, Side.B, cast)
    submit_report(report, by=leader_kr)
    readers = {who: sign_in(again(cast.people[who])) for who in readers}
    assert {
        who: "WORDS-OF-A" in page(client, address("report", report)) for who, client in readers.items()
    } == dict.fromkeys(readers, True)


def test_own_side_stands_first(cast, worked, report):
    for who, first in (("leader_by", ["a", "b"]), ("leader_kr", ["b", "a"]), ("officer", ["a", "b"])):
        answer = sign_in(cast.people[who]).get(address("report", report))
        assert [view.side for view in answer.context["parts"]] == first
        text = answer.content.decode()
        assert text.index(f'id="part-{first[0]}"') < text.index(f'id="part-{first[1]}"')


def test_a_part_is_written_and_finished_on_its_page(report, leader_by):
    client = sign_in(leader_by)
    url = address("edit_part", report, "a")
    answer = client.post(url, {"summary_en": "Three agencies.", "done_en": "All of it.", "seen": "1", "finish": "1"})
    assert "two languages" in str(answer.context["form"].non_field_errors())
    assert "Three agencies." in answer.content.decode()
    part = fresh(part_of(report, "a"))
    assert (part.summary, part.revision, part.finished_at) == ({"en": "Three agencies."}, 2, None)
    whole = {"summary_en": "Three.", "summary_ru": "Три.", "done_en": "All.", "done_ru": "Всё.", "finish": "1"}
    answer = client.post(url, {**whole, "seen": answer.context["form"]["seen"].value()})
    assert answer["Location"] == report.get_absolute_url()
    part = fresh(part)
    assert (part.summary, part.finished_at is None) == ({"en": "Three.", "ru": "Три."}, False)


def test_two_writers_see_each_others_words(report, leader_by, director_by):
    client = sign_in(leader_by)
    url = address("edit_part", report, "a")
    client.get(url)
    write_part(part_of(report, Side.A), by=director_by, seen=1, summary={"en": "Of the director."})
    answer = client.post(url, {"summary_en": "Of the leader.", "seen": "1"})
    text = answer.content.decode()
    assert ("Of the director." in text, "Of the leader." in text) == (True, True)
    assert fresh(part_of(report, "a")).summary == {"en": "Of the director."}
    client.post(url, {"summary_en": "Of both.", "seen": answer.context["form"]["seen"].value()})
    assert fresh(part_of(report, "a")).summary == {"en": "Of both."}


def test_the_whole_way_on_its_pages(cast, worked, report):
    for side in Side.values:
        write(report, side, cast)
    people = {who: sign_in(cast.people[who]) for who in ("leader_by", "leader_kr", "officer")}

    def buttons(who):
        return [one.name for one in people[who].get(address("report", report)).context["buttons"]]

    def post(who, name, **sent):
        url = address(name, report)
        form = people[who].get(url).context["form"]
        answer = people[who].post(url, {**form.initial, **sent, "sure": "1"})
        assert answer.status_code == 302, answer.content.decode()[:2000]

    assert {who: buttons(who) for who in people} == {
        "leader_by": ["submit"], "leader_kr": ["submit"], "officer": ["submit"],
    }  # fmt: skip
    post("leader_by", "submit_report")
    assert {who: buttons(who) for who in people} == {"leader_by": [], "leader_kr": [], "officer": ["verify", "return"]}
    post("officer", "return_report", reason="March is missing.")
    assert "March is missing." in page(people["leader_by"], address("report", report))
    post("leader_by", "submit_report")
    post("officer", "verify_report")
    assert {who: buttons(who) for who in people} == {
        "leader_by": ["sign", "object"], "leader_kr": ["sign", "object"], "officer": [],
    }  # fmt: skip
    post("leader_by", "sign_report")
    assert (buttons("leader_by"), buttons("leader_kr")) == (["object"], ["sign", "object"])
    post("leader_kr", "object_to_report", reason="Not ours.")
    assert fresh(report).status == ReportStatus.WRITING
    post("leader_kr", "submit_report")
    post("officer", "verify_report")
    post("leader_by", "sign_report")
    post("leader_kr", "sign_report")
    assert fresh(report).status == ReportStatus.SIGNED


def test_nothing_is_verified_that_was_not_read(cast, worked, report, officer):
    User.objects.update(language="en")
    submitted(report, cast)
    client, url = sign_in(officer), address("verify_report", report)
    form = client.get(url).context["form"]
    make_entry(make_line(worked, "a"), amount="500.00", on=report.last_day())
    answer = client.post(url, form.initial)
    assert "have changed" in str(answer.context["form"].non_field_errors())
    assert fresh(report).status == ReportStatus.SUBMITTED
    assert client.post(url, client.get(url).context["form"].initial).status_code == 302
    assert fresh(report).status == ReportStatus.VERIFIED


def test_a_wrong_moment_is_told_in_a_sentence(report, leader_by, officer):
    for user, name in ((officer, "verify_report"), (leader_by, "sign_report"), (leader_by, "object_to_report")):
        user.language = "en"
        user.save()
        answer = sign_in(user).get(address(name, report))
        assert (answer.status_code, "no longer possible" in answer.content.decode()) == (409, True)


def test_every_figure_leads_to_its_rows(cast, worked, report):
    client = sign_in(cast.people["leader_kr"])
    tables = client.get(address("report", report)).context["tables"]
    urls = [cell.url for table in tables for row in table.rows for cell in row if cell.url]
    assert len(urls) > 15
    assert {url: client.get(url).status_code for url in urls} == dict.fromkeys(urls, 200)


@pytest.mark.parametrize("is_verified", [False, True])
def test_pages_cost_the_same_for_one_row_and_for_three(cast, worked, report, is_verified):
    if is_verified:
        verified(report, cast)
    client = sign_in(cast.people["leader_by"])
    urls = [
        reverse("projects:reports", args=[worked.reference]),
        address("report", report),
        address("report_changes", report),
        address("report_pdf", report),
    ]
    if not is_verified:
        urls.append(address("edit_part", report, "a"))
    before = [(cost(client, url), cost(client, url))[1] for url in urls]
    for number in range(2):
        line = make_line(worked, "a")
        make_entry(line, amount="10.00")
        worked.deliverables.create(number=20 + number, name={"en": "x"}, side="a", due_on=report.last_day())
        QuarterReport.objects.create(project=worked, year=2025, quarter=number + 1, due_on=report.due_on)
    after = [cost(client, url) for url in urls]
    assert after == before
    assert max(after) <= QUERIES, dict(zip(urls, after, strict=True))
