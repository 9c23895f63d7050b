"""Templates are written and changed: slips are named, nobody's words are lost, strangers meet nothing."""

import pytest
from django.urls import reverse

from core.localised import LANGUAGES
from core.models import JournalEntry
from core.refusal import RefusedError
from letters.actions.templates import create_template, edit_template, restore_template, retire_template
from letters.models import LetterTemplate
from tests.letters.builders import BODIES, SUBJECTS

STRANGER = "There is no field “{%s}” in letters of this kind."


def verbs(row):
    return list(JournalEntry.objects.about(row).order_by("pk").values_list("verb", "actor__email"))


def sent(subject=SUBJECTS, body=BODIES, **more):
    """The form as a browser sends it: a field a language."""
    fields = {f"subject_{code}": subject.get(code, "") for code in LANGUAGES}
    return {"name": "Invitation", **fields, **{f"body_{code}": body.get(code, "") for code in LANGUAGES}, **more}


def test_an_officer_writes_a_template(cast, officer):
    row = create_template(cast.centre, by=officer, kind="invitation", name="I", subject=SUBJECTS, body=BODIES)
    assert (row.revision, row.is_active, row.languages()) == (1, True, ["en", "ru", "ko"])
    assert verbs(row) == [("create_template", officer.email)]


def test_a_name_is_given_once(cast, officer, template):
    with pytest.raises(RefusedError, match="a template of this kind and name"):
        create_template(cast.centre, by=officer, kind="invitation", name="Invitation", subject=SUBJECTS, body=BODIES)


def test_the_act_refuses_slips_too(officer, template):
    with pytest.raises(RefusedError) as refusal:
        edit_template(template, by=officer, seen=1, name="I", subject={"en": "{post}"}, body={"en": "x", "ru": "у"})
    assert str(refusal.value) == (f"English: {STRANGER % 'post'} Русский: write the subject and the text, or neither.")
    template.refresh_from_db()
    assert (template.revision, template.name) == (1, "Invitation")


def test_changed_words_are_a_new_revision_and_the_same_ones_are_not(officer, director_kr, template):
    same = edit_template(template, by=officer, seen=1, name="Invitation", subject=SUBJECTS, body=BODIES)
    assert same.revision == 1
    row = edit_template(template, by=director_kr, seen=1, name="Invitation", subject={"en": "S"}, body={"en": "B"})
    assert (row.revision, row.by, row.languages()) == (2, director_kr, ["en"])
    assert verbs(row) == [("edit_template", director_kr.email)]


def test_who_saves_second_sees_both_texts(client_of, officer, director_by, template):
    edit_template(template, by=director_by, seen=1, name="Invitation", subject={"en": "THEIRS"}, body={"en": "THEIRS"})
    url = reverse("letters:edit_template", args=[template.pk])
    page = client_of(officer).post(url, sent(body={**BODIES, "en": "MINE {quota}"}, seen="1"))
    said = page.content.decode()
    assert page.status_code == 200
    assert "Somebody has changed this template meanwhile." in said
    assert ("MINE {quota}" in said, "THEIRS" in said) == (True, True)
    assert LetterTemplate.objects.get().body == {"en": "THEIRS"}


def test_the_page_names_each_slip_and_keeps_what_was_typed(client_of, officer, template):
    url = reverse("letters:edit_template", args=[template.pk])
    typed = sent(body={"en": "Dear {minister}, {unclosed", "ru": "x"}, subject={"en": "S", "ko": "S"}, seen="1")
    page = client_of(officer).post(url, typed)
    assert page.context["form"].errors == {
        "body": [
            f"English: {STRANGER % 'minister'}",
            "English: “{unclosed” is not a field. A field is one name of the list in braces, such as {recipient}.",
            "한국어: the text is missing.",
        ],
        "subject": ["Русский: the subject is missing."],
    }
    assert "Dear {minister}, {unclosed" in page.content.decode()
    page = client_of(officer).post(url, {**typed, "body_en": "Dear"})
    assert page.context["form"].errors == {
        "subject": ["Русский: the subject is missing."],
        "body": ["한국어: the text is missing."],
    }


def test_a_preview_fills_in_examples_and_saves_nothing(client_of, officer, template):
    url = reverse("letters:edit_template", args=[template.pk])
    body = {**BODIES, "en": "Dear {recipient},\n\n<b>Bold</b> by {deadline}."}
    page = client_of(officer).post(url, sent(body=body, seen="1", preview="1"))
    said = page.content.decode()
    assert [one.language for one in page.context["previews"]] == ["en", "ru", "ko"]
    assert "Dear <u>Ministry of Digital Affairs</u>," in said
    assert ("&lt;b&gt;Bold&lt;/b&gt;" in said, "<b>Bold" in said) == (True, False)
    assert LetterTemplate.objects.get().body == BODIES


def test_saved_from_the_page(client_of, officer, template):
    url = reverse("letters:edit_template", args=[template.pk])
    answer = client_of(officer).post(url, sent(body={**BODIES, "en": "New {recipient}"}, seen="1"))
    assert (answer.status_code, answer["Location"]) == (302, template.get_absolute_url())
    assert LetterTemplate.objects.get().body["en"] == "New {recipient}"


def test_a_new_one_from_the_page(client_of, cast, officer):
    browser = client_of(officer)
    chosen = browser.get(reverse("letters:start_template"), {"kind": "visa", "centre": cast.centre.pk})
    assert chosen["Location"] == reverse("letters:create_template", args=[cast.centre.pk, "visa"])
    body = {"en": "{recipient} of {institution}"}
    answer = browser.post(chosen["Location"], sent(subject={"en": "Visa"}, body=body, name="Visa"))
    row = LetterTemplate.objects.get()
    assert (answer["Location"], row.kind, row.body) == (row.get_absolute_url(), "visa", body)
    assert browser.get(reverse("letters:create_template", args=[cast.centre.pk, "nothing"])).status_code == 302


def test_out_of_use_and_back(officer, template):
    assert retire_template(template, by=officer).is_active is False
    assert retire_template(template, by=officer).is_active is False
    assert restore_template(template, by=officer).is_active is True
    assert [verb for verb, _who in verbs(template)] == ["retire_template", "restore_template"]


def test_out_of_use_from_the_page(client_of, officer, template):
    for name, active in (("retire_template", False), ("restore_template", True)):
        answer = client_of(officer).post(reverse(f"letters:{name}", args=[template.pk]))
        template.refresh_from_db()
        assert (answer.status_code, template.is_active) == (302, active)


def test_a_sample_in_the_language_that_is_asked_for(client_of, officer, template):
    browser = client_of(officer)
    asked = {code: browser.get(template.get_absolute_url(), {"language": code}).context for code in ("ko", "be", "xx")}
    assert {code: page["preview"].language for code, page in asked.items()} == {"ko": "ko", "be": "en", "xx": "en"}
    assert asked["ko"]["missing"] == ["Беларуская"]


def test_nobody_else_acts(cast, template):
    from django.core.exceptions import PermissionDenied  # noqa: PLC0415

    stranger = cast.people["official_ge"]
    acts = [
        lambda: create_template(cast.centre, by=stranger, kind="visa", name="x", subject={"en": "x"}, body={"en": "x"}),
        lambda: edit_template(template, by=stranger, seen=1, name="x", subject={"en": "x"}, body={"en": "x"}),
        lambda: retire_template(template, by=stranger),
        lambda: restore_template(template, by=stranger),
    ]
    for act in acts:
        with pytest.raises(PermissionDenied):
            act()
