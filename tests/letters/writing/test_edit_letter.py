"""One draft is changed, left out, taken in again; a run is given up."""

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from core.models import JournalEntry
from core.refusal import RefusedError
from letters.actions.issuing import issue_run
from letters.actions.preparing import discard_run, edit_letter, leave_out, put_back
from letters.models import Letter, LetterRun
from tests.letters.builders import prepared

WORDS = {"addressee": "Agency\nGeorgia", "subject": "To you", "body": "Dear {recipient},\n\ncome."}


@pytest.fixture
def run(cast, event, template):
    return prepared(cast, event)


@pytest.fixture
def letter(run):
    return run.letters.get(position=2)


def test_the_words_of_one_draft(letter, officer):
    row = edit_letter(letter, by=officer, seen=1, **WORDS)
    assert (row.revision, row.body, row.addressee) == (2, WORDS["body"], WORDS["addressee"])
    assert JournalEntry.objects.about(row).get().verb == "edit_letter"


def test_somebody_else_was_quicker(client_of, letter, officer, director_by):
    edit_letter(letter, by=director_by, seen=1, **{**WORDS, "body": "THEIRS"})
    page = client_of(officer).post(
        reverse("letters:edit_letter", args=[letter.handle]), {**WORDS, "body": "MINE", "seen": "1"}
    )
    said = page.content.decode()
    assert "Somebody has changed this letter meanwhile." in said
    assert ("MINE" in said, "THEIRS" in said) == (True, True)
    assert Letter.objects.get(pk=letter.pk).body == "THEIRS"


def test_slips_are_named(client_of, letter, officer):
    url = reverse("letters:edit_letter", args=[letter.handle])
    page = client_of(officer).post(url, {**WORDS, "body": "{event.name} {their_day}", "seen": "1"})
    assert page.context["form"].errors == {
        "body": [
            "There is no field “{their_day}” in letters of this kind.",
            "“{event.name}” is not a field. A field is one name of the list in braces, such as {recipient}.",
        ]
    }
    with pytest.raises(RefusedError, match="their_day"):
        edit_letter(letter, by=officer, seen=1, **{**WORDS, "body": "{their_day}"})


def test_saved_from_the_page(client_of, letter, officer):
    url = reverse("letters:edit_letter", args=[letter.handle])
    answer = client_of(officer).post(url, {**WORDS, "seen": "1"})
    assert answer["Location"] == letter.get_absolute_url()
    assert Letter.objects.get(pk=letter.pk).subject == "To you"


def test_left_out_with_reasons_and_taken_in_again(letter, officer):
    with pytest.raises(RefusedError, match="Say why this recipient is left out"):
        leave_out(letter, by=officer, reason=" ")
    row = leave_out(letter, by=officer, reason="Invited by telephone.")
    assert (row.state, row.why) == ("left_out", "Invited by telephone.")
    with pytest.raises(RefusedError, match="Only a draft is changed"):
        edit_letter(row, by=officer, seen=1, **WORDS)
    row = put_back(row, by=officer)
    assert (row.state, row.why) == ("draft", "")
    assert list(JournalEntry.objects.about(row).order_by("pk").values_list("verb", "reason")) == [
        ("leave_out", "Invited by telephone."),
        ("put_back", ""),
    ]


def test_both_from_the_page(client_of, letter, officer):
    browser = client_of(officer)
    browser.post(reverse("letters:leave_out", args=[letter.handle]), {"reason": "Not this year."})
    assert Letter.objects.get(pk=letter.pk).state == "left_out"
    assert "Not this year." in browser.get(letter.get_absolute_url()).content.decode()
    browser.post(reverse("letters:put_back", args=[letter.handle]))
    assert Letter.objects.get(pk=letter.pk).state == "draft"


def test_nothing_is_changed_once_it_is_issued(letter, run, officer):
    issue_run(run, by=officer)
    for act in (
        lambda: edit_letter(letter, by=officer, seen=1, **WORDS),
        lambda: leave_out(letter, by=officer, reason="x"),
        lambda: put_back(letter, by=officer),
    ):
        with pytest.raises(RefusedError, match="no longer in preparation"):
            act()


def test_a_run_is_given_up_and_leaves_no_draft(client_of, run, officer, told):
    answer = client_of(officer).post(reverse("letters:discard", args=[run.pk]))
    assert (answer["Location"], LetterRun.objects.get().state) == (reverse("letters:runs"), "discarded")
    assert (Letter.objects.count(), told()) == (0, [])
    with pytest.raises(RefusedError):
        discard_run(run, by=officer)
    assert client_of(officer).get(run.get_absolute_url()).status_code == 200


def test_nobody_else_acts(cast, letter, run):
    stranger = cast.people["official_by"]
    for act in (
        lambda: edit_letter(letter, by=stranger, seen=1, **WORDS),
        lambda: leave_out(letter, by=stranger, reason="x"),
        lambda: discard_run(run, by=stranger),
    ):
        with pytest.raises(PermissionDenied):
            act()
    Letter.objects.filter(pk=letter.pk).update(state="left_out", why="x")
    with pytest.raises(PermissionDenied):
        put_back(letter, by=stranger)
