"""Members, agenda and papers of a session."""

from datetime import UTC, date, datetime

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from agreements.actions.agenda import add_item, edit_item, move_item, remove_item
from agreements.actions.members import add_member, edit_member, record_presence, remove_member
from agreements.actions.session_papers import (
    add_paper,
    add_paper_text,
    chase_papers,
    edit_paper,
    remove_paper_text,
)
from agreements.models import AgendaItem, CommitteePaper, SessionMember
from agreements.tasks.committees import chase_missing_papers
from core.refusal import RefusedError
from files.actions import store
from files.models import StoredFile
from tests.agreements.committees.builders import make_decision, make_paper, make_text, upload

pytestmark = pytest.mark.django_db
READERS = ["director_by", "advisor_kr", "official_ge"]


# --- Members ---------------------------------------------------------------------------------------------------------


def test_a_member_with_an_account_bears_name_title_and_body_of_this_day(planned, officer, advisor_kr):
    row = add_member(planned, by=officer, side="b", role="member", user=advisor_kr)
    assert (row.name, str(row.title), row.organisation.acronym) == ("Kim Seoyeon", "Advisor", "NIA")


def test_a_member_without_an_account(planned, officer, cast):
    body = cast.organisations["services_by"]
    row = add_member(
        planned, by=officer, side="a", role="secretary", name="Aksana Sample", organisation=body, title={"en": "Clerk"}
    )
    assert (row.user, row.name, row.role) == (None, "Aksana Sample", "secretary")
    with pytest.raises(RefusedError, match="Write the name"):
        add_member(planned, by=officer, side="a", role="member", organisation=body)
    with pytest.raises(RefusedError, match="which body"):
        add_member(planned, by=officer, side="a", role="member", name="Aksana Sample")


def test_one_head_a_side_one_seat_a_person_and_a_side_for_all_but_observers(planned, officer, cast, advisor_kr):
    body = cast.organisations["nia"]
    with pytest.raises(RefusedError, match="a head of delegation already"):
        add_member(planned, by=officer, side="b", role="head", user=advisor_kr)
    with pytest.raises(RefusedError, match="sits in the session already"):
        add_member(planned, by=officer, side="b", role="member", user=cast.people["director_kr"])
    with pytest.raises(RefusedError, match="Only observers"):
        add_member(planned, by=officer, side="", role="member", name="A", organisation=body)
    assert add_member(planned, by=officer, side="", role="observer", name="A", organisation=body).side == ""


def test_a_seat_is_changed_and_taken_away_before_the_session(planned, held, officer):
    member = planned.members.get(side="a")
    row = edit_member(member, by=officer, side="a", role="member", name="Another Name", title={"en": "Deputy"})
    assert (row.name, row.role, str(row.title)) == ("Another Name", "member", "Deputy")
    remove_member(row, by=officer)
    assert list(planned.members.values_list("side", flat=True)) == ["b"]
    for act in (
        lambda: remove_member(held.members.first(), by=officer),
        lambda: record_presence(held, by=officer, presence={}),
    ):
        with pytest.raises(RefusedError, match="can no longer be changed"):
            act()


def test_presence_is_recorded_by_the_officer(convened, officer, page):
    a, b = convened.members.order_by("side")
    record_presence(convened, by=officer, presence={a.pk: "apologies"})
    assert list(convened.members.order_by("side").values_list("presence", flat=True)) == ["apologies", "present"]
    url = reverse("agreements:record_presence", args=[convened.reference])
    assert page("officer", url, **{f"m{a.pk}": "present", f"m{b.pk}": "apologies"}).status_code == 302
    assert list(convened.members.order_by("side").values_list("presence", flat=True)) == ["present", "apologies"]


def test_the_form_takes_an_account_or_a_name_and_keeps_what_was_typed(planned, page, cast):
    url = reverse("agreements:add_member", args=[planned.reference])
    form = page("officer", url, email="nobody@by.example", side="a", role="member", name="Typed").context["form"]
    assert list(form.errors) == ["email"]
    form = page("officer", url, side="", role="member", name="Typed").context["form"]
    assert (sorted(form.errors), form["name"].value()) == (["organisation", "side"], "Typed")
    assert page("officer", url, email="advisor@kr.example", side="b", role="member").status_code == 302
    assert SessionMember.objects.filter(user=cast.people["advisor_kr"]).count() == 1


@pytest.mark.parametrize("who", READERS)
def test_readers_change_nothing(cast, planned, who):
    by, member, item = cast.people[who], planned.members.first(), planned.items.first()
    for act in (
        lambda: add_member(planned, by=by, side="a", role="member", user=by),
        lambda: edit_member(member, by=by, side="a", role="head", name="A"),
        lambda: remove_member(member, by=by),
        lambda: record_presence(planned, by=by, presence={}),
        lambda: add_item(planned, by=by, kind="decision", title={"en": "A"}),
        lambda: edit_item(item, by=by, kind="decision", title={"en": "A"}),
        lambda: move_item(item, by=by, direction="down"),
        lambda: remove_item(item, by=by),
    ):
        with pytest.raises(PermissionDenied):
            act()


# --- Agenda ----------------------------------------------------------------------------------------------------------


def titles(session):
    return [(one.number, str(one.title)) for one in session.items.order_by("number")]


def test_items_are_added_moved_and_removed(planned, officer, heard):
    add_item(planned, by=officer, kind="information", title={"en": "Last"})
    first, _second, last = planned.items.order_by("number")
    move_item(last, by=officer, direction="up")
    assert titles(planned) == [(1, "Item 1"), (2, "Last"), (3, "Item 2")]
    move_item(first, by=officer, direction="up")
    remove_item(first, by=officer)
    assert (titles(planned), heard) == ([(1, "Last"), (2, "Item 2")], [])


def test_changes_after_it_was_convened_are_told(convened, officer, heard):
    item = add_item(convened, by=officer, kind="discussion", title={"en": "New"})
    edit_item(item, by=officer, kind="decision", title={"en": "Newer"}, note={"en": "See P1."})
    assert heard == [("agenda_changed", {"session": convened, "by": officer})] * 2


def test_an_item_with_a_decision_stays(planned, officer):
    item = planned.items.first()
    make_decision(planned, officer, item=item)
    with pytest.raises(RefusedError, match="A decision was written under this item"):
        remove_item(item, by=officer)


def test_nothing_is_put_on_the_agenda_of_what_was_held(held, officer, page):
    with pytest.raises(RefusedError, match="can no longer be changed"):
        add_item(held, by=officer, kind="decision", title={"en": "Late"})
    assert page("officer", reverse("agreements:add_item", args=[held.reference])).status_code == 409


def test_buttons_move_items_without_a_script(planned, page):
    url = reverse("agreements:move_item", args=[planned.reference, 2])
    assert page("officer", url, direction="up")["Location"] == f"{planned.get_absolute_url()}#agenda"
    assert titles(planned) == [(1, "Item 2"), (2, "Item 1")]
    assert page("officer", url).status_code == 405


# --- Papers ----------------------------------------------------------------------------------------------------------


def stored(by):
    return store(upload(), by=by)


def test_a_paper_gets_the_next_symbol_and_members_are_told(convened, officer, heard):
    item = convened.items.first()
    first = add_paper(convened, by=officer, title={"en": "Plan"}, document=stored(officer), language="en", item=item)
    second = add_paper(convened, by=officer, title={"en": "Budget"}, document=stored(officer), language="ko")
    assert [one.symbol for one in (first, second)] == ["JSC-5/P1", "JSC-5/P2"]
    assert heard == [("paper_added", {"session": convened, "paper": one, "by": officer}) for one in (first, second)]
    assert [one.language for one in StoredFile.objects.about(first)] == ["en"]


def test_a_language_is_added_replaced_and_removed(convened, officer):
    paper = make_paper(convened, officer)
    only = make_text(paper, officer)
    with pytest.raises(RefusedError, match="the only text"):
        remove_paper_text(paper, by=officer, document=only)
    add_paper_text(paper, by=officer, document=stored(officer), language="ko")
    newer = add_paper_text(paper, by=officer, document=stored(officer), language="en")
    assert {(one.language, one.pk == newer.pk) for one in StoredFile.objects.about(paper)} == {
        ("ko", False),
        ("en", True),
    }
    remove_paper_text(paper, by=officer, document=newer)
    assert [one.language for one in StoredFile.objects.about(paper)] == ["ko"]


def met(client, url):
    """What is answered, to its end."""
    answer = client.get(url)
    if answer.streaming:
        b"".join(answer.streaming_content)
    return answer.status_code


def test_closed_papers_are_the_members_until_released(held, officer, client_of, client, director_kr):
    paper = make_paper(held, officer, is_closed=True, release_on=date(2999, 1, 1))
    url = make_text(paper, officer).get_absolute_url()
    assert (met(client, url), met(client_of(director_kr), url)) == (404, 200)
    edit_paper(paper, by=officer, title={"en": "Plan"}, is_closed=True, release_on=date(2020, 1, 1))
    assert met(client, url) == 200
    with pytest.raises(RefusedError, match="Only a paper for members"):
        edit_paper(paper, by=officer, title={"en": "Plan"}, release_on=date(2020, 1, 1))


def test_papers_of_a_closed_session_stay_but_may_be_released(held, officer):
    paper = make_paper(held, officer)
    held.status = "closed"
    held.save()
    row = edit_paper(paper, by=officer, title={"en": "Another title"}, is_closed=True)
    assert (str(row.title), row.is_closed) == ("Paper 1", True)
    with pytest.raises(RefusedError, match="its papers stay"):
        add_paper_text(paper, by=officer, document=stored(officer), language="ru")


@pytest.mark.parametrize("who", READERS)
def test_readers_lay_no_papers(cast, convened, officer, who):
    by, paper = cast.people[who], make_paper(convened, officer)
    text = make_text(paper, officer)
    for act in (
        lambda: add_paper(convened, by=by, title={"en": "A"}, document=stored(by), language="en"),
        lambda: edit_paper(paper, by=by, title={"en": "A"}),
        lambda: add_paper_text(paper, by=by, document=stored(by), language="en"),
        lambda: remove_paper_text(paper, by=by, document=text),
    ):
        with pytest.raises(PermissionDenied):
            act()


def test_the_form_keeps_the_file_while_something_else_is_put_right(convened, page):
    url = reverse("agreements:add_paper", args=[convened.reference])
    answer = page("officer", url, document=upload(), language="en", release_on="2030-01-01")
    assert sorted(answer.context["form"].errors) == ["release_on", "title"]
    token = answer.context["form"].fields["document"].widget.token
    sent = {"document-token": token, "language": "en", "title_en": "Plan of 2026"}
    assert page("officer", url, **sent).status_code == 302
    assert CommitteePaper.objects.get().symbol == "JSC-5/P1"


def test_officers_are_asked_once_for_papers_that_are_due(convened, officer, heard):
    convened.papers_due_on = date(2026, 3, 20)  # a Friday
    convened.save()
    assert chase_papers(convened, today=date(2026, 3, 16)) is False  # four joint working days
    assert chase_papers(convened, today=date(2026, 3, 17)) is True
    assert chase_papers(convened, today=date(2026, 3, 18)) is False
    assert heard == [("papers_due", {"session": convened, "by": None})]


def test_nobody_is_asked_for_papers_that_are_there(convened, officer, heard):
    for item in AgendaItem.objects.filter(session=convened):
        make_paper(convened, officer, item=item)
    convened.papers_due_on = datetime.now(tz=UTC).date()
    convened.save()
    assert (chase_missing_papers(), heard) == (0, [])
    CommitteePaper.objects.update(item=None)
    assert (chase_missing_papers(), [name for name, _said in heard]) == (1, ["papers_due"])
