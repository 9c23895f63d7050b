import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from core.refusal import RefusedError
from events.actions.minutes import edit_minutes
from events.models import Minutes
from tests.at_once import at_once
from tests.consultations.conftest import words
from tests.events.wrapup.conftest import CONTENT

NEW = {**CONTENT, "text": {"en": "Both sides met twice."}}


def test_each_saving_is_a_revision(draft, officer):
    row = edit_minutes(draft, by=officer, seen=1, **NEW)
    assert (row.revision, row.text, Minutes.objects.get().text) == (2, NEW["text"], NEW["text"])


def test_a_colleague_was_quicker(draft, officer):
    edit_minutes(draft, by=officer, seen=1, **NEW)
    with pytest.raises(RefusedError, match="Both texts stand below"):
        edit_minutes(draft, by=officer, seen=1, **CONTENT)
    assert Minutes.objects.get().text == NEW["text"]


def test_what_was_proposed_is_frozen(proposed, officer):
    with pytest.raises(RefusedError, match="cannot be changed any more"):
        edit_minutes(proposed, by=officer, seen=1, **NEW)


def test_only_officers(draft, cast):
    for who in ("director_by", "official_ge"):
        with pytest.raises(PermissionDenied):
            edit_minutes(draft, by=cast.people[who], seen=1, **NEW)


def test_the_page_shows_both_texts_and_saves_what_was_joined(draft, officer, page):
    edit_minutes(draft, by=officer, seen=1, **NEW)
    url = reverse("events:edit_minutes", args=[draft.event.reference, 1])
    typed = {
        "held_on": "2027-11-03",
        "text_en": "Both sides met in Seoul.",
        "text_ru": "Встреча.",
        "chair": "Lee",
        "seen": "1",
    }
    answer = page("officer", url, **typed)
    form = answer.context["form"]
    assert (form["text"].value()[:2], form["seen"].value()) == (["Both sides met in Seoul.", "Встреча."], "2")
    shown = words(answer)
    assert ("What your colleague has saved" in shown, "Both sides met twice." in shown) == (True, True)
    joined = {**typed, "text_en": "Both sides met twice, in Seoul.", "seen": form["seen"].value()}
    assert page("officer", url, **joined)["Location"] == draft.get_absolute_url()
    assert Minutes.objects.get().text == {"en": "Both sides met twice, in Seoul.", "ru": "Встреча."}


@pytest.mark.usefixtures("real_commits")
def test_two_who_save_at_once(cast, officer, draft):
    answers = at_once(
        lambda: edit_minutes(draft, by=officer, seen=1, **NEW),
        lambda: edit_minutes(draft, by=officer, seen=1, **CONTENT),
        holding=Minutes.objects.all(),
    )
    assert sorted(type(one).__name__ for one in answers) == ["Minutes", "RefusedError"]
    assert Minutes.objects.get().revision == 2
