from django.urls import reverse

from practices.actions.changing import begin_change, submit_change
from practices.actions.drafting import save_draft
from practices.actions.proposing import propose
from practices.enums import Status
from tests.cast import cost
from tests.practices.builders import make_practice
from tests.practices.writing.conftest import version_of, words


def shown(client, show):
    answer = client.get(reverse("practices:mine"), {"show": show})
    rows = answer.context["rows"]
    return [row.practice.reference if answer.context["is_changes"] else row[0].reference for row in rows]


def test_each_list_holds_what_it_says(cast, advisor_kr, advisor2_kr, focal_kr, client_of):
    nia = cast.organisations["nia"]
    draft = make_practice(cast.centre, nia, advisor_kr)
    proposed = propose(make_practice(cast.centre, nia, advisor_kr), by=advisor_kr)
    other = make_practice(cast.centre, nia, advisor2_kr)
    live = make_practice(cast.centre, nia, advisor2_kr, status=Status.PUBLISHED)
    foreign = make_practice(cast.centre, cast.organisations["services_by"], cast.people["official_by"])
    refs = {"draft": draft, "proposed": proposed, "other": other, "live": live, "foreign": foreign}
    names = {practice.reference: name for name, practice in refs.items()}

    def lists(user):
        client = client_of(user)
        return {
            show: {names[one] for one in shown(client, show)}
            for show in ("waiting", "others", "mine", "body", "changes")
        }

    assert lists(advisor_kr) == {
        "waiting": {"draft"},
        "others": {"proposed"},
        "mine": {"draft", "proposed"},
        "body": {"draft", "proposed", "other", "live"},
        "changes": set(),
    }
    assert lists(focal_kr) == {
        "waiting": {"draft", "proposed", "other"},
        "others": set(),
        "mine": set(),
        "body": {"draft", "proposed", "other", "live"},
        "changes": set(),
    }


def test_a_change_waits_for_whoever_checks_it(published, advisor_kr, focal_kr, officer, client_of):
    version = begin_change(published, by=advisor_kr)
    version.practice = published
    assert shown(client_of(advisor_kr), "changes") == [published.reference]
    assert shown(client_of(focal_kr), "changes") == [published.reference]  # he writes for the owner, too
    version = save_draft(version, by=advisor_kr, seen=0, lessons="새로")
    submit_change(version, by=advisor_kr, change_reason="새 사실")
    assert shown(client_of(focal_kr), "changes") == [published.reference]
    assert shown(client_of(officer), "changes") == []


def test_a_first_version_is_no_change(draft, advisor_kr, client_of):
    assert shown(client_of(advisor_kr), "changes") == []


def test_nonsense_shows_what_waits(draft, advisor_kr, client_of):
    answer = client_of(advisor_kr).get(reverse("practices:mine"), {"show": "sums"})
    assert [row.reference for row, _state in answer.context["rows"]] == [draft.reference]
    assert draft.reference in words(answer)


def test_a_visitor_signs_in(cast, client):
    assert client.get(reverse("practices:mine")).status_code == 302


def test_empty_lists_say_so(advisor_kr, screen, client):
    screen("advisor_kr", "mine", None)
    said = {
        "waiting": "No practice waits for you.",
        "others": "No practice waits for others.",
        "mine": "You have not begun a practice yet.",
        "body": "Your organisation has no practice in the library yet.",
        "changes": "No change waits for you, and none of yours is under way.",
    }
    shown = {show: words(client.get(reverse("practices:mine"), {"show": show})) for show in said}
    assert [show for show, sentence in said.items() if sentence not in shown[show]] == []


def test_three_rows_cost_what_one_does(cast, advisor_kr, client_of):
    client = client_of(advisor_kr)
    for show in ("waiting", "mine", "body", "changes"):
        url = f"{reverse('practices:mine')}?show={show}"
        client.get(url)
        before = cost(client, url)
        for _number in range(2):
            live = make_practice(cast.centre, cast.organisations["nia"], advisor_kr, status=Status.PUBLISHED)
            make_practice(cast.centre, cast.organisations["nia"], advisor_kr)
            begin_change(live, by=advisor_kr)
        first = cost(client, url)
        for _number in range(2):
            live = make_practice(cast.centre, cast.organisations["nia"], advisor_kr, status=Status.PUBLISHED)
            make_practice(cast.centre, cast.organisations["nia"], advisor_kr)
            begin_change(live, by=advisor_kr)
        assert (cost(client, url), before <= first <= 12) == (first, True)
    assert version_of(live).number == 2
