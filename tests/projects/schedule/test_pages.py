"""The pages of the schedule: read by both sides, written by leaders and officers, at one price."""

from datetime import date

import pytest

from projects.actions.scheduling import add_task, edit_task, take_baseline
from projects.models import Baseline, Dependency, Task
from tests.cast import cost, sign_in
from tests.projects.life.building import met, url
from tests.projects.schedule.test_scheduling import MONDAY, line

QUERIES = 12


def page(client, address):
    answer = client.get(address, headers={"accept-language": "en"})
    assert answer.status_code == 200, answer.content.decode()[:500]
    return answer.content.decode()


def written(number="1", **fields):
    return {
        "number": number,
        "name_en": "Survey",
        "kind": "task",
        "owner": "a",
        "wished_on": "2026-02-02",
        "days": "5",
        **fields,
    }


@pytest.fixture
def by_leader(leader_by):
    return sign_in(leader_by)


INSIDE = {"official_by", "advisor_kr", "advisor2_kr", "director_by", "director_kr", "officer", "leader_by", "leader_kr"}
ARRANGE = {"director_by", "director_kr", "officer", "leader_by", "leader_kr"}


def test_both_sides_read_it_and_nobody_else(cast, project, officer):
    task = line(project, officer, "1")
    take_baseline(project, by=officer, reason="Agreed in Minsk.")
    for address in (
        url("schedule", project),
        url("task", project, task.pk),
        url("baselines", project),
        url("baseline", project, 1),
    ):
        found = met(cast, address, "leader_by", "leader_kr")
        assert found.pop("visitor") == 302
        assert found == {who: 200 if who in INSIDE else 403 for who in found}


def test_leaders_and_officers_write_it(cast, project, officer):
    task = line(project, officer, "1")
    addresses = [url("add_task", project), url("take_baseline", project)]
    addresses += [url(name, project, task.pk) for name in ("edit_task", "record_progress", "remove_task")]
    for address in addresses:
        found = met(cast, address, "leader_by", "leader_kr")
        assert found.pop("visitor") == 302
        assert found == {who: 200 if who in ARRANGE else 403 for who in found}


def test_a_stranger_meets_404_where_the_project_is_not_public(project, officer, official_ge, client_of):
    task = line(project, officer, "1")
    project.is_public = False
    project.save()
    for address in (url("schedule", project), url("task", project, task.pk), url("add_task", project)):
        assert client_of(official_ge).get(address).status_code == 404


def test_a_line_is_written_by_keyboard(project, officer, by_leader):
    line(project, officer, "1")
    line(project, officer, "2", wished_on=date(2026, 2, 4))
    answer = by_leader.post(
        url("add_task", project), written("3.1", parent="", after="1, 2 + 3", owner="b", days="2"), follow=True
    )
    task = Task.objects.get(number="3.1")
    assert answer.redirect_chain == [(url("task", project, task.pk), 302)]
    assert [(one.after.number, one.lag) for one in task.waits_for.order_by("after__number")] == [("1", 0), ("2", 3)]
    assert (task.starts_on, task.ends_on) == (date(2026, 2, 10), date(2026, 2, 11))
    read = by_leader.get(url("edit_task", project, task.pk)).context["form"].initial
    assert (read["after"], read["parent"]) == ("1, 2 + 3", "")
    by_leader.post(url("edit_task", project, task.pk), written("3.1", after="1", owner="b", seen=read["seen"]))
    task.refresh_from_db()
    assert (task.days, task.starts_on) == (5, date(2026, 2, 3))


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"after": "1; 7"}, "is not a number of a line"),
        ({"after": "7"}, "The schedule has no line 7"),
        ({"parent": "8"}, "The schedule has no line 8"),
        ({"after": "1 + 999"}, "No more than 500 working days"),
        ({"number": "1"}, "has a line 1 already"),
        ({"kind": "meeting", "wished_on": "2026-02-17"}, "does not work on that day"),
        ({"days": "0"}, "takes a working day at least"),
    ],
)
def test_what_was_typed_is_kept_when_it_is_refused(project, officer, client_of, fields, sentence):
    line(project, officer, "1")
    officer.language = "en"
    officer.save()
    answer = client_of(officer).post(
        url("add_task", project), written(**{"number": "2", "name_en": "Long considered", **fields})
    )
    shown = answer.content.decode()
    assert (answer.status_code, sentence in shown, "Long considered" in shown) == (200, True, True)
    assert Task.objects.count() == 1


def test_words_of_a_colleague_are_not_overwritten(project, officer, by_leader):
    task = line(project, officer, "1")
    read = by_leader.get(url("edit_task", project, task.pk)).context["form"].initial["seen"]
    edit_task(task, by=officer, days=9)
    answer = by_leader.post(url("edit_task", project, task.pk), written(seen=read))
    assert (answer.status_code, Task.objects.get().days) == (200, 9)
    assert [one[:23] for one in answer.context["form"].non_field_errors()] == ["A colleague has changed"]
    anew = answer.context["form"]["seen"].value()
    assert anew != read
    assert by_leader.post(url("edit_task", project, task.pk), written(seen=anew)).status_code == 302
    assert Task.objects.get().days == 5


def test_progress_moving_and_removing(project, officer, by_leader):
    first, second = line(project, officer, "1"), line(project, officer, "2")
    by_leader.post(url("move_task", project, second.pk), {"direction": "up"})
    assert list(project.tasks.values_list("number", flat=True)) == ["2", "1"]
    assert by_leader.post(url("move_task", project, second.pk), {"direction": "away"}).status_code == 404
    by_leader.post(
        url("record_progress", project, first.pk),
        {"progress": "30", "begun_on": "2026-02-02", "done_on": "", "note": "Customs."},
    )
    first.refresh_from_db()
    assert (first.progress, first.note) == (30, "Customs.")
    assert by_leader.post(url("remove_task", project, second.pk)).status_code == 302
    assert list(project.tasks.values_list("number", flat=True)) == ["1"]


def test_a_milestone_is_reached_on_a_day(project, officer, by_leader):
    task = line(project, officer, "M1", kind="milestone")
    assert set(by_leader.get(url("record_progress", project, task.pk)).context["form"].fields) == {"done_on", "note"}
    by_leader.post(url("record_progress", project, task.pk), {"done_on": "2026-02-03", "note": ""})
    task.refresh_from_db()
    assert (task.progress, task.done_on) == (100, date(2026, 2, 3))


def test_a_baseline_is_taken_and_read(project, officer, client_of):
    officer.language = "en"
    officer.save()
    client = client_of(officer)
    task = line(project, officer, "1")
    client.post(url("take_baseline", project), {"reason": "Agreed in Seoul."})
    edit_task(task, by=officer, number="1a")
    line(project, officer, "2")
    assert Baseline.objects.get().days == {"1": ["2026-02-02", "2026-02-02"]}
    shown = page(client, url("baseline", project, 1))
    assert ("Agreed in Seoul." in shown, "No longer in the schedule" in shown) == (True, True)
    assert "Agreed in Seoul." in page(client, url("baselines", project))
    assert client.get(url("baseline", project, 2)).status_code == 404


def shown_lines(client, address):
    return [row.bar.number for row in client.get(address).context["drawing"].rows]


def test_it_is_narrowed_by_owner_and_by_package(project, officer, by_leader):
    package = line(project, officer, "1")
    for number, owner in (("1.1", "a"), ("1.2", "b"), ("1.3", "both")):
        line(project, officer, number, parent=package, owner=owner)
    line(project, officer, "2", owner="b")
    address = url("schedule", project)
    assert shown_lines(by_leader, address) == ["1.1", "1.2", "1.3", "2"]
    assert shown_lines(by_leader, f"{address}?owner=b") == ["1.2", "2"]
    assert shown_lines(by_leader, f"{address}?package={package.pk}") == ["1.1", "1.2", "1.3"]
    assert shown_lines(by_leader, f"{address}?package={package.pk}&owner=both") == ["1.3"]
    assert shown_lines(by_leader, f"{address}?view=packages") == ["1", "2"]
    for nonsense in ("owner=c", "package=9x", "package=0", "line=-4", "line=99999999", "view=2"):
        assert shown_lines(by_leader, f"{address}?{nonsense}") == ["1.1", "1.2", "1.3", "2"]


def test_a_page_has_a_hundred_lines(project, officer, by_leader):
    fill(project, 205)
    address = url("schedule", project)
    assert shown_lines(by_leader, f"{address}?view=lines")[::99] == ["1", "100"]
    assert shown_lines(by_leader, f"{address}?line=101&view=lines")[::99] == ["101", "200"]
    assert shown_lines(by_leader, f"{address}?line=201") == ["201", "202", "203", "204", "205"]
    stretch = by_leader.get(f"{address}?line=101&owner=a").context["shown"].stretch
    assert (stretch.before, stretch.after) == ("owner=a&line=1", "owner=a&line=201")


def fill(project, number):
    """So many lines, some of them waiting for another."""
    tasks = Task.objects.bulk_create(
        Task(
            project=project,
            number=str(one + 1),
            name={"en": f"Line {one + 1}"},
            owner="a",
            wished_on=MONDAY,
            starts_on=MONDAY,
            ends_on=MONDAY,
            position=one,
        )
        for one in range(number)
    )
    Dependency.objects.bulk_create(
        Dependency(task=after, after=before) for before, after in zip(tasks[::9], tasks[1::9], strict=False)
    )


@pytest.mark.parametrize("who", ["officer", "leader_by"])
def test_its_price_does_not_grow(cast, project, officer, leader_by, client_of, who):
    client = client_of(cast.people[who])
    prices = set()
    for number in (1, 3, 2000):
        Task.objects.all().delete()
        fill(project, number)
        address = url("schedule", project)
        client.get(address)
        prices.add(cost(client, address))
        last = Task.objects.order_by("-position").first()
        assert cost(client, url("task", project, last.pk)) <= QUERIES
    # the next milestones are asked for where the page does not show every line
    assert max(prices) <= QUERIES
    assert max(prices) - min(prices) <= 1


def test_a_schedule_of_packages_begins_with_them(project, officer, by_leader):
    package = add_task(project, by=officer, number="A", name={"en": "Package"}, owner="a", wished_on=MONDAY)
    fill(project, 120)
    Task.objects.filter(number="7").update(parent=package)
    shown = by_leader.get(url("schedule", project)).context["shown"]
    assert (shown.by_package, shown.lines) == (True, 120)
    assert shown_lines(by_leader, f"{url('schedule', project)}?package={package.pk}") == ["7"]
