"""Decisions: written, laid before both sides, countersigned or not, returned; the page and the register."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from agreements.actions.deciding import countersign, edit_decision, propose_decision, return_decision, write_decision
from agreements.forms import deciding
from agreements.models import Decision
from core.refusal import RefusedError
from tests.agreements.committees.builders import make_action, make_decision, make_session
from tests.agreements.committees.conftest import journal
from tests.at_once import at_once
from tests.cast import cost

TWO = {"en": "The project is approved.", "ko": "사업을 승인한다."}
WORDS = {"kind": "project", "title": TWO, "text": TWO}


def test_a_decision_bears_the_number_of_its_session(held, officer):
    first = write_decision(held, by=officer, item=held.items.get(), **WORDS)
    second = write_decision(held, by=officer, **WORDS)
    assert [one.reference for one in (first, second)] == ["JSC-6-01", "JSC-6-02"]
    assert (first.status, journal(first)) == ("draft", [("write", "", "", officer.email)])


def test_what_was_called_off_decides_nothing(held, officer):
    held.status = "cancelled"
    held.save()
    with pytest.raises(RefusedError, match="called off"):
        write_decision(held, by=officer, **WORDS)


def test_it_needs_two_languages_and_a_session_with_a_quorum(held, draft, convened, officer):
    early = make_decision(convened, officer)
    with pytest.raises(RefusedError, match="without a quorum"):
        propose_decision(early, by=officer)
    edit_decision(draft, by=officer, seen=1, kind="plan", title=TWO, text={"en": "Only English."})
    with pytest.raises(RefusedError, match="in two languages"):
        propose_decision(draft, by=officer)
    with pytest.raises(RefusedError, match="has changed since"):
        propose_decision(make_decision(held, officer), by=officer, seen=9)


def test_both_keys_adopt_it_and_whoever_owes_an_action_is_told(draft, officer, director_by, director_kr, heard):
    action = make_action(draft)
    row = propose_decision(draft, by=officer, seen=1)
    countersign(draft, by=director_kr, accepts=True)
    row = countersign(draft, by=director_by, accepts=True, reason="Согласовано.")
    assert (row.status, row.adopted_at is None) == ("adopted", False)
    assert heard == [
        ("decision_proposed", {"decision": row, "by": officer}),
        ("decision_key_turned", {"decision": row, "side": "b", "accepts": True, "by": director_kr}),
        ("decision_adopted", {"decision": row, "by": director_by}),
        ("action_given", {"action": action, "by": director_by}),
    ]


def test_both_keys_against_it(proposed, director_by, director_kr, heard):
    with pytest.raises(RefusedError, match="Give the reasons"):
        countersign(proposed, by=director_by, accepts=False)
    countersign(proposed, by=director_by, accepts=False, reason="No money.")
    row = countersign(proposed, by=director_kr, accepts=False, reason="예산이 없습니다.")
    assert (row.status, row.adopted_at, heard[-1]) == (
        "rejected",
        None,
        ("decision_rejected", {"decision": row, "by": director_kr}),
    )


def test_a_side_may_turn_its_key_the_other_way(proposed, director_by, director_kr):
    countersign(proposed, by=director_by, accepts=False, reason="No money.")
    countersign(proposed, by=director_kr, accepts=True)
    assert countersign(proposed, by=director_by, accepts=True).status == "adopted"


def test_one_key_a_side(proposed, director_by):
    countersign(proposed, by=director_by, accepts=True)
    with pytest.raises(RefusedError, match="already signed"):
        countersign(proposed, by=director_by, accepts=True)


def test_returned_it_is_a_draft_again_and_no_key_is_turned(proposed, officer, director_by, director_kr, heard):
    countersign(proposed, by=director_by, accepts=True)
    with pytest.raises(RefusedError, match="Give the reasons"):
        return_decision(proposed, by=director_kr, reason="")
    row = return_decision(proposed, by=director_kr, reason="금액을 쓰십시오.")
    assert heard[-1] == ("decision_returned", {"decision": row, "reason": "금액을 쓰십시오.", "by": director_kr})
    propose_decision(row, by=officer)
    assert countersign(row, by=director_kr, accepts=True).status == "proposed"


def test_nobody_overwrites_a_colleague_and_what_is_signed_stays(draft, proposed, officer, page):
    edit_decision(draft, by=officer, seen=1, **WORDS)
    url = reverse("agreements:edit_decision", args=[draft.reference])
    sent = {"kind": "plan", "title_en": "Mine", "text_en": "Mine.", "seen": "1"}
    answer = page("officer", url, **sent)
    assert (dict(answer.context["theirs"]), answer.context["form"]["text"].value()[0]) == (TWO, "Mine.")
    assert page("officer", url, **{**sent, "seen": "2"}).status_code == 302
    with pytest.raises(RefusedError, match="cannot be changed any more"):
        edit_decision(proposed, by=officer, seen=1, **WORDS)


@pytest.mark.parametrize("who", ["advisor_kr", "official_ge", "admin_user", "director_kr"])
def test_officers_write_and_co_directors_sign(cast, held, draft, proposed, officer, who):
    by = cast.people[who]
    acts = [
        lambda: write_decision(held, by=by, **WORDS),
        lambda: edit_decision(draft, by=by, seen=1, **WORDS),
        lambda: propose_decision(draft, by=by),
        lambda: countersign(proposed, by=officer, accepts=True),
        lambda: return_decision(proposed, by=officer, reason="x"),
    ]
    if who != "director_kr":
        acts.append(lambda: countersign(proposed, by=by, accepts=True))
    for act in acts:
        with pytest.raises(PermissionDenied):
            act()


def test_the_screens(held, page):
    url = reverse("agreements:write_decision", args=[held.reference])
    form = page("officer", url, kind="project", text_en="Kept.").context["form"]
    assert (list(form.errors), form["text"].value()[0]) == (["title"], "Kept.")
    sent = {
        "kind": "project",
        "title_en": "Title",
        "title_ko": "제목",
        "text_en": "Text.",
        "text_ko": "본문.",
        "is_public": "on",
    }
    location = page("officer", url, **sent)["Location"]
    assert location == "/agreements/decisions/JSC-6-01/"
    assert page("officer", f"{location}propose/", seen="1").status_code == 302
    form = page("director_by", f"{location}countersign/", verdict="against").context["form"]
    assert list(form.errors) == ["reason"]
    assert page("director_by", f"{location}countersign/", verdict="for").status_code == 302
    keys = page("director_kr", location).context["keys"]
    assert [(key.side, key.css) for key in keys.keys] == [("b", ""), ("a", "is-signed")]
    assert (keys.may_sign, keys.outcome) == (True, "One key of two. The decision is not in force.")
    assert page("director_kr", f"{location}countersign/", verdict="for").status_code == 302
    assert Decision.objects.get().status == "adopted"
    assert page("officer", f"{location}propose/").status_code == 409


def test_a_title_is_never_a_formula_and_the_register_is_narrowed(held, officer, page):
    row = make_decision(held, officer, status="adopted", kind="budget", title={"en": "=1+1"})
    make_decision(held, officer, kind="plan")
    url = reverse("agreements:decisions")
    assert [one.row.reference for one in page("officer", url).context["rows"]] == ["JSC-6-02", "JSC-6-01"]
    narrowed = page("official_ge", f"{url}?committee=JSC&session=JSC-6&year=2026&kind=budget&state=adopted")
    assert [one.row for one in narrowed.context["rows"]] == [row]
    assert page("officer", f"{url}?kind=plan&state=adopted").context["rows"] == []
    table = b"".join(page("official_ge", reverse("agreements:decisions_csv")).streaming_content).decode()
    assert [line.split(",")[0] for line in table.splitlines()] == ["\ufeffNumber", "JSC-6-01"]
    assert "'=1+1" in table


def test_pages_cost_the_same_with_one_row_and_with_three(held, officer, client_of):
    client, prices = client_of(officer), []
    urls = [held.get_absolute_url(), reverse("agreements:decisions"), reverse("agreements:actions")]
    for _round in range(2):
        decision = make_decision(held, officer, status="adopted")
        make_action(decision)
        urls[3:] = [decision.get_absolute_url()]
        for url in urls:
            client.get(url)
        prices.append([cost(client, url) for url in urls])
        make_action(make_decision(held, officer, status="adopted"))
    assert (prices[0] == prices[1], max(prices[0]) <= 12) == (True, True)


@pytest.mark.usefixtures("real_commits")
def test_both_keys_at_once(cast, proposed):
    answers = at_once(
        lambda: countersign(proposed, by=cast.people["director_by"], accepts=True),
        lambda: countersign(proposed, by=cast.people["director_kr"], accepts=True),
        holding=Decision.objects.all(),
    )
    assert sorted(one.status for one in answers) == ["adopted", "proposed"]


def test_the_register_offers_the_last_sessions_and_the_one_asked_for(held, officer, page, monkeypatch):
    monkeypatch.setattr(deciding, "MOST_SESSIONS", 2)
    for number in (11, 12):
        make_session(held.committee, officer, number=number, starts_at=held.starts_at + timedelta(days=number))
    url = reverse("agreements:decisions")

    def offered(asked):
        return [value for value, _label in page("officer", url + asked).context["filters"].fields["session"].choices]

    assert offered("") == ["", "JSC-12", "JSC-11"]
    assert offered(f"?session={held.reference}") == ["", "JSC-12", "JSC-11", held.reference]


@pytest.mark.usefixtures("real_commits")
def test_two_decisions_written_at_once_have_two_numbers(held, officer):
    answers = at_once(
        lambda: write_decision(held, by=officer, **WORDS),
        lambda: write_decision(held, by=officer, **WORDS),
        holding=type(held).objects.all(),
    )
    assert sorted(one.reference for one in answers) == ["JSC-6-01", "JSC-6-02"]
