"""A change to what is published: begun, written, compared, proposed, checked, accepted, declined, taken back, given up."""

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from core.models import JournalEntry
from core.refusal import RefusedError
from practices.actions.changing import (
    accept_change,
    begin_change,
    check_change,
    decline_change,
    give_up_change,
    reopen_change,
    submit_change,
)
from practices.actions.drafting import save_draft
from practices.enums import Status, VersionState
from practices.models import Practice, Version
from practices.presentation.changes import before_of, changes_of
from practices.texts import parts_of
from tests.cast import cost
from tests.practices.builders import make_capability, make_practice, make_translation
from tests.practices.writing.conftest import page, version_of, words

REASONS = {"ko": "자료가 없다.", "en": "There is no source."}


@pytest.fixture
def begun(published, advisor_kr):
    live = published.versions.live().get()
    live.preconditions.create(capability=make_capability())
    live.links.create(label="Site", url="https://nia.example")
    version = begin_change(published, by=advisor_kr)
    version.practice = published
    return version


@pytest.fixture
def written(begun, advisor_kr):
    return save_draft(begun, by=advisor_kr, seen=0, lessons="새로 배웠다.", since_year=2015)


@pytest.fixture
def submitted(written, advisor_kr):
    return submit_change(written, by=advisor_kr, change_reason="연도를 바로잡는다.")


@pytest.fixture
def checked(submitted, focal_kr):
    return check_change(submitted, by=focal_kr)


def fresh(version):
    return version_of(version.practice)


# --- begin_change ---


def test_a_copy_of_all_that_is_published(published, begun, heard):
    live = published.versions.live().get()
    live.practice = published
    assert parts_of(begun) == parts_of(live)
    assert (begun.number, begun.state, live.links.count(), live.preconditions.count()) == (2, "working", 1, 1)
    entry = JournalEntry.objects.about(published).filter(verb="begin_change").get()
    assert entry.data == {"version": 2}


def test_what_is_read_stays_while_one_writes(published, written):
    assert published.versions.live().get().sections["lessons"] != written.sections["lessons"]
    assert Practice.objects.get().title == published.title


def test_one_change_at_a_time(begun, published, officer):
    with pytest.raises(RefusedError, match="under way already"):
        begin_change(published, by=officer)


def test_who_may_propose_one(cast, published, draft, focal_kr, official_ge, official_by, advisor_kr):
    for stranger in (official_ge, official_by):
        with pytest.raises(PermissionDenied):
            begin_change(published, by=stranger)
    with pytest.raises(PermissionDenied):  # a draft is simply written
        begin_change(draft, by=advisor_kr)
    assert begin_change(published, by=focal_kr).author == focal_kr


def test_the_page_says_what_happens_and_begins(published, screen):
    assert screen("official_ge", "begin_change", published).status_code == 403
    assert screen(None, "begin_change", published).status_code == 302
    assert "Begin the change" in words(screen("advisor_kr", "begin_change", published))
    answer = screen("advisor_kr", "begin_change", published, sure="1")
    assert answer["Location"] == f"/practices/{published.reference}/edit/"
    said = words(screen("advisor_kr", "begin_change", published))
    assert ("under way already" in said, "See the change" in said) == (True, True)
    assert screen("advisor_kr", "begin_change", published, sure="1").status_code == 409


# --- Written by the same pages ---


def test_it_is_written_like_a_draft(begun, screen):
    opened = page(screen("advisor_kr", "edit", begun.practice, "story"))
    screen("advisor_kr", "edit", begun.practice, "story", data={**opened, "lessons": "New."})
    assert (fresh(begun).sections["lessons"], fresh(begun).state) == ("New.", "working")
    opened = page(screen("advisor_kr", "edit", begun.practice, "home"))
    last = screen("advisor_kr", "edit", begun.practice, "home", data=opened)
    assert last["Location"] == f"/practices/{begun.practice.reference}/versions/2/submit/"
    assert screen("official_ge", "edit", begun.practice, "story").status_code == 404


def test_a_published_entry_without_a_change_has_nothing_to_write(published, screen):
    assert screen("advisor_kr", "edit", published, "story").status_code == 404


# --- What differs ---


def test_texts_differ_word_by_word_and_facts_side_by_side(begun, advisor_kr):
    before = before_of(begun)
    lessons = before.sections["lessons"]
    row = {
        "value": "91",
        "what": "등록부",
        "source": "감사",
        "source_url": "",
        "dated_on": before.evidence.get().dated_on,
    }
    version = save_draft(
        begun, by=advisor_kr, seen=0, lessons=f"{lessons} 더.", since_year=2015, needs_law=True, evidence=[row]
    )
    version.practice = begun.practice
    found = changes_of(before, version)
    assert [(one.section.key, one.pieces) for one in found.texts] == [
        ("lessons", [("same", lessons), ("added", " 더.")])
    ]
    assert [(str(one.label), one.before, one.after) for one in found.facts] == [
        ("In use since", ["2014"], ["2015"]),
        ("Needed a new law", ["No"], ["Yes"]),
        ("Figures", ["84 registers: Audit, 31 Dec 2024"], ["91 등록부: 감사, 31 Dec 2024"]),
    ]


def test_the_comparison_is_for_those_concerned_until_it_is_published(written, screen):
    path = (written.practice, 2)
    assert screen(None, "changes", *path).status_code == 404
    assert screen("official_ge", "changes", *path).status_code == 404
    answer = screen("advisor_kr", "changes", *path)
    assert ("새로 배웠다." in answer.content.decode(), "Go on writing" in words(answer)) == (True, True)


# --- submit_change ---


def test_it_goes_to_those_who_answer_for_the_facts(written, advisor_kr, heard):
    version = submit_change(written, by=advisor_kr, change_reason="연도를 바로잡는다.")
    assert (version.state, version.change_reason) == ("proposed", "연도를 바로잡는다.")
    assert heard() == [("change_proposed", {"version": version, "by": advisor_kr})]


def test_nothing_changed_is_no_change(begun, advisor_kr):
    with pytest.raises(RefusedError, match="Nothing differs"):
        submit_change(begun, by=advisor_kr, change_reason="x")


def test_what_became_incomplete_is_refused(written, advisor_kr):
    save_draft(written, by=advisor_kr, seen=1, evidence=[])
    with pytest.raises(RefusedError, match="at least one figure"):
        submit_change(written, by=advisor_kr, change_reason="x")


def test_the_page_asks_why(written, screen):
    answer = screen("advisor_kr", "submit_change", written.practice, 2, reason="")
    assert (answer.status_code, list(answer.context["form"].errors)) == (200, ["reason"])
    answer = screen("advisor_kr", "submit_change", written.practice, 2, reason="The year was wrong.")
    assert answer["Location"] == f"/practices/{written.practice.reference}/versions/2/changes/"
    assert fresh(written).change_reason == "The year was wrong."
    assert screen("advisor_kr", "submit_change", written.practice, 2, reason="x").status_code == 409
    assert screen("official_ge", "submit_change", written.practice, 2).status_code == 404
    assert screen("officer", "submit_change", written.practice, 2).status_code == 403


# --- check_change ---


def test_the_owner_confirms_the_facts(submitted, focal_kr, heard):
    version = check_change(submitted, by=focal_kr)
    assert version.state == "checked"
    assert heard() == [("change_checked", {"version": version, "by": focal_kr})]


def test_nobody_checks_his_own_change(published, focal_kr):
    version = begin_change(published, by=focal_kr)
    version = save_draft(version, by=focal_kr, seen=0, lessons="새로")
    version = submit_change(version, by=focal_kr, change_reason="x")
    with pytest.raises(PermissionDenied):
        check_change(version, by=focal_kr)


def test_who_only_reads_meets_403(submitted, screen):
    assert screen("advisor2_kr", "check_change", submitted.practice, 2, sure="1").status_code == 403
    assert screen("official_ge", "check_change", submitted.practice, 2, sure="1").status_code == 404
    assert screen("officer", "accept_change", submitted.practice, 2, sure="1").status_code == 409
    assert screen("advisor_kr", "accept_change", submitted.practice, 2, sure="1").status_code == 403


# --- accept_change ---


def test_readers_see_it_and_translations_of_it_are_outdated(
    checked, officer, official_by, contact_by, heard, published
):
    russian = make_translation(published, "ru", official_by, contact_by)
    heard()
    version = accept_change(checked, by=officer)
    states = dict(published.versions.values_list("number", "state"))
    assert states == {1: VersionState.PAST, 2: VersionState.LIVE}
    assert (version.revisions["lessons"], version.revisions["problem"]) == (2, 1)
    russian.refresh_from_db()
    assert russian.outdated == 1
    assert [name for name, _said in heard()] == ["entry_changed", "change_accepted"]


def test_a_new_title_is_the_entry_s(begun, advisor_kr, focal_kr, officer):
    version = save_draft(begun, by=advisor_kr, seen=0, title="새 이름")
    version = submit_change(version, by=advisor_kr, change_reason="x")
    accept_change(check_change(version, by=focal_kr), by=officer)
    assert Practice.objects.get().title == {"ko": "새 이름"}


def test_another_can_begin_then(checked, officer, focal_kr):
    accept_change(checked, by=officer)
    assert begin_change(checked.practice, by=focal_kr).number == 3


def test_from_page_to_page(submitted, focal_kr, screen):
    at = f"/practices/{submitted.practice.reference}"
    assert "Confirm the facts" in words(screen("focal_kr", "changes", submitted.practice, 2))
    sent = {"seen": submitted.lock}
    answer = screen("focal_kr", "check_change", submitted.practice, 2, data=sent)
    assert answer["Location"] == f"{at}/versions/2/changes/"
    assert "Publish the change" in words(screen("officer", "changes", submitted.practice, 2))
    assert screen("officer", "accept_change", submitted.practice, 2, data=sent)["Location"] == f"{at}/"
    answer = screen(None, "changes", submitted.practice, 2)
    assert ("연도를 바로잡는다." in words(answer), "새로 배웠다." in words(answer)) == (True, True)


# --- decline_change ---


def test_it_is_not_taken_with_reasons(checked, officer, advisor_kr, heard):
    version = decline_change(checked, by=officer, reasons=REASONS)
    assert (version.state, version.decline_reason) == ("declined", REASONS)
    assert heard() == [("change_declined", {"version": version, "by": officer, "reasons": REASONS})]
    entry = JournalEntry.objects.about(version).order_by("pk").last()
    assert (entry.verb, entry.reason) == ("decline", "자료가 없다.")


def test_reasons_are_in_the_language_of_the_author(checked, officer):
    with pytest.raises(RefusedError, match="The author reads 한국어"):
        decline_change(checked, by=officer, reasons={"en": "No."})
    assert fresh(checked).state == "checked"


def test_the_owner_declines_while_he_checks_and_the_officer_after(submitted, focal_kr, officer):
    with pytest.raises(PermissionDenied):
        decline_change(submitted, by=officer, reasons=REASONS)
    checked = check_change(submitted, by=focal_kr)
    with pytest.raises(PermissionDenied):
        decline_change(checked, by=focal_kr, reasons=REASONS)


def test_the_page_keeps_what_was_typed(checked, advisor_kr, screen):
    advisor_kr.language = "ko"
    advisor_kr.save()
    answer = screen("officer", "decline_change", checked.practice, 2, reasons_en="No source.")
    assert (answer.status_code, list(answer.context["form"].errors)) == (200, ["reasons"])
    assert "No source." in answer.content.decode()
    answer = screen("officer", "decline_change", checked.practice, 2, reasons_en="No source.", reasons_ko="자료 없음.")
    assert answer["Location"] == f"/practices/{checked.practice.reference}/versions/2/changes/"
    assert "자료 없음." in words(screen("advisor_kr", "changes", checked.practice, 2))


# --- reopen_change, give_up_change ---


def test_taken_back_it_is_a_draft_again(checked, advisor_kr, advisor2_kr):
    with pytest.raises(PermissionDenied):
        reopen_change(checked, by=advisor2_kr)
    version = reopen_change(checked, by=advisor_kr)
    assert version.state == "working"
    assert save_draft(version, by=advisor_kr, seen=1, lessons="또").lock == 2


def test_taken_back_by_a_button(submitted, screen):
    answer = screen("advisor_kr", "reopen_change", submitted.practice, 2, sure="1")
    assert answer["Location"] == f"/practices/{submitted.practice.reference}/edit/"
    assert screen("advisor_kr", "reopen_change", submitted.practice, 2, sure="1").status_code == 409


def test_given_up_it_bars_nobody(begun, officer, advisor_kr, advisor2_kr):
    with pytest.raises(PermissionDenied):
        give_up_change(begun, by=advisor2_kr)
    assert give_up_change(begun, by=officer).state == "declined"
    assert begin_change(begun.practice, by=advisor_kr).number == 3


def test_a_draft_is_not_given_up_but_withdrawn(draft, advisor_kr):
    with pytest.raises(PermissionDenied):
        give_up_change(version_of(draft), by=advisor_kr)


def test_given_up_after_asking_once_more(begun, screen):
    assert "cannot be taken up again" in words(screen("advisor_kr", "give_up_change", begun.practice, 2))
    assert screen("advisor_kr", "give_up_change", begun.practice, 2, sure="1").status_code == 302
    assert screen("advisor_kr", "give_up_change", begun.practice, 2).status_code == 409


# --- Versions ---


def test_everybody_reads_what_was_published_and_nobody_else_the_rest(checked, officer, screen, client_of):
    accept_change(checked, by=officer)
    begin_change(checked.practice, by=officer)
    seen = {
        who: [row.number for row in screen(who, "versions", checked.practice).context["page"].rows]
        for who in (None, "official_ge", "officer")
    }
    assert seen == {None: [2, 1], "official_ge": [2, 1], "officer": [3, 2, 1]}
    assert {number: screen(None, "version", checked.practice, number).status_code for number in (1, 2, 3, 9)} == {
        1: 200,
        2: 200,
        3: 404,
        9: 404,
    }


def test_an_earlier_version_says_that_it_is_one(checked, officer, screen):
    accept_change(checked, by=officer)
    said = words(screen(None, "version", checked.practice, 1))
    assert "Version 1 is an earlier one." in said
    assert "Version 2 is what readers read now" in words(screen(None, "version", checked.practice, 2))
    assert "새로 배웠다." not in said


def test_drafts_have_no_public_versions(draft, screen):
    assert screen(None, "versions", draft).status_code == 404


def test_three_versions_cost_what_one_does(cast, advisor_kr, focal_kr, officer, client_of):
    practice = make_practice(cast.centre, cast.organisations["nia"], advisor_kr, status=Status.PUBLISHED)
    client, url = client_of(officer), reverse("practices:versions", args=[practice.reference])
    client.get(url)
    one = cost(client, url)
    for word in ("하나", "둘"):
        version = begin_change(practice, by=advisor_kr)
        version = save_draft(version, by=advisor_kr, seen=0, lessons=word)
        version = submit_change(version, by=advisor_kr, change_reason=word)
        accept_change(check_change(version, by=focal_kr), by=officer)
    assert (cost(client, url), one <= 12) == (one, True)
    for name in ("version", "changes"):
        assert cost(client, reverse(f"practices:{name}", args=[practice.reference, 3])) <= 20
    assert Version.objects.count() == 3
