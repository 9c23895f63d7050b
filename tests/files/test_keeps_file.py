"""Forms with a file: refusals stand at the field, and a good file outlives the mistakes of the other fields."""

import re
from datetime import timedelta

import pytest
import time_machine
from django import forms
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.test import RequestFactory
from django.utils import timezone
from django.utils.datastructures import MultiValueDict

from core.forms import LineField, attempt
from core.refusal import RefusedError
from files.actions import MOST_UNATTACHED, attach, remove, store
from files.forms import FileField, KeepsFile
from files.models import StoredFile
from tests.files import builders as build
from tests.files.conftest import words


class LetterForm(KeepsFile, forms.Form):
    subject = LineField(label="Subject", max_length=20)
    letter = FileField(label="Letter")
    annex = FileField(label="Annex", required=False)

    def clean(self):
        self.seen_in_clean = self.cleaned_data.get("letter")
        return super().clean()


class PlainForm(forms.Form):
    letter = FileField(label="Letter")


def send(by, *, kind=LetterForm, prefix=None, initial=None, files=None, **data):
    """A form as it is sent: files by field, everything else as text."""
    return kind(
        data,
        MultiValueDict({name: [file] for name, file in (files or {}).items()}),
        by=by,
        prefix=prefix,
        initial=initial,
    )


def mark(form, name="letter"):
    """The hidden mark that the page carries."""
    found = re.search(rf'name="([\w-]*{name}-token)" value="([^"]+)"', form.render())
    return {found[1]: found[2]} if found else {}


def test_a_plain_form_cleans_to_the_upload(db):
    file = build.upload(build.office(), "письмо.docx")
    form = PlainForm({}, {"letter": file})
    assert (form.is_valid(), form.cleaned_data) == (True, {"letter": file})


@pytest.mark.parametrize(
    ("data", "name", "sentence"),
    [
        (b"", "a.pdf", "The file is empty."),
        (b"MZ", "a.exe", "Files of this kind are not taken. Save it as: PDF, Word, Excel, PowerPoint, OpenDocument, PNG, JPEG, WEBP, plain text or CSV."),
        (b"MZ", "a.pdf", "The file ends in .pdf and is something else inside, or is damaged. Save it anew and choose it again."),
    ],
)  # fmt: skip
def test_a_refusal_stands_at_its_field(official_by, data, name, sentence):
    for form in (
        PlainForm({}, {"letter": build.upload(data, name)}),
        send(official_by, subject="x", files={"letter": build.upload(data, name)}),
    ):
        assert form.errors == {"letter": [sentence]}
    assert StoredFile.objects.count() == 0


def test_none_chosen(official_by):
    assert PlainForm({}, {}).errors == {"letter": ["Choose a file."]}
    assert send(official_by, subject="x").errors == {"letter": ["Choose a file."]}


def test_the_field_says_what_it_takes(db):
    drawn = PlainForm().render()
    assert 'accept=".pdf,.docx,.xlsx,.pptx,.odt,.ods,.odp,.png,.jpg,.jpeg,.webp,.txt,.csv"' in drawn
    assert "plain text or CSV; up to 25.0 MB." in words(drawn)
    assert PlainForm().is_multipart()


def test_a_good_file_is_stored_at_once(official_by):
    form = send(official_by, subject="Visit", files={"letter": build.upload(name="письмо.pdf")})
    assert form.is_valid()
    file = StoredFile.objects.get()
    assert (form.cleaned_data, form.seen_in_clean) == ({"subject": "Visit", "letter": file, "annex": None}, file)
    assert (file.name, file.by, file.is_attached) == ("письмо.pdf", official_by, False)


def test_it_outlives_a_mistake_elsewhere(official_by, paper):
    first = send(official_by, subject="", files={"letter": build.upload(name="письмо.pdf")})
    assert list(first.errors) == ["subject"]
    assert "Already uploaded: письмо.pdf (PDF, 76 bytes)." in words(first.render())
    second = send(official_by, subject="Visit", **mark(first))
    assert second.is_valid(), second.errors
    file = StoredFile.objects.get()
    assert second.cleaned_data["letter"] == file
    assert attach(file, to=paper, permission="toy.view", by=official_by).object_id == paper.pk


def test_it_outlives_many_mistakes(official_by):
    form = send(official_by, subject="", files={"letter": build.upload()})
    for _attempt in range(3):
        form = send(official_by, subject="", **mark(form))
        assert list(form.errors) == ["subject"]
    assert send(official_by, subject="Visit", **mark(form)).is_valid()
    assert StoredFile.objects.count() == 1


def test_it_outlives_a_refused_act(official_by, paper):
    @transaction.atomic
    def act(letter, **_values):
        attach(letter, to=paper, permission="toy.view", by=official_by)
        raise RefusedError("Too late.")

    form = send(official_by, subject="Visit", files={"letter": build.upload()})
    assert form.is_valid()
    assert attempt(form, act, **form.cleaned_data) is None
    assert form.non_field_errors() == ["Too late."]
    again = send(official_by, subject="Visit", **mark(form))
    assert (again.is_valid(), again.cleaned_data["letter"].is_attached) == (True, False)


def test_with_a_prefix(official_by):
    first = send(official_by, prefix="one", files={"one-letter": build.upload()})
    assert list(mark(first)) == ["one-letter-token"]
    second = send(official_by, prefix="one", **mark(first), **{"one-subject": "Visit"})
    assert second.is_valid()


def test_a_visitor_too(db, visitor):
    first = send(visitor, subject="", files={"letter": build.upload()})
    second = send(visitor, subject="Visit", **mark(first))
    assert (second.is_valid(), second.cleaned_data["letter"].by) == (True, None)


def test_another_file_takes_its_place(official_by):
    first = send(official_by, subject="", files={"letter": build.upload(name="one.pdf")})
    second = send(official_by, subject="Visit", files={"letter": build.upload(name="two.pdf")}, **mark(first))
    assert (second.is_valid(), second.cleaned_data["letter"].name) == (True, "two.pdf")


def test_a_bad_one_does_not_take_its_place(official_by):
    first = send(
        official_by,
        subject="Visit",
        files={"letter": build.upload(name="one.pdf"), "annex": build.upload(b"", "a.pdf")},
    )
    second = send(official_by, subject="Visit", files={"letter": build.upload(b"MZ", "two.pdf")}, **mark(first))
    assert list(second.errors) == ["letter"]
    third = send(official_by, subject="Visit", **mark(second))
    assert (third.is_valid(), third.cleaned_data["letter"].name) == (True, "one.pdf")


def test_an_optional_one_may_be_left_out_again(official_by):
    files = {"letter": build.upload(), "annex": build.upload(name="annex.pdf")}
    first = send(official_by, subject="", files=files)
    drawn = first.render()
    assert ('name="annex-drop"' in drawn, 'name="letter-drop"' in drawn) == (True, False)
    marks = {**mark(first), **mark(first, "annex")}
    second = send(official_by, subject="Visit", **marks, **{"annex-drop": "on"})
    assert (second.is_valid(), second.cleaned_data["annex"]) == (True, None)
    third = send(official_by, subject="Visit", **marks)
    assert (third.is_valid(), third.cleaned_data["annex"].name) == (True, "annex.pdf")


def test_a_mark_is_its_owners_and_cannot_be_made(official_by, officer, visitor):
    marks = mark(send(official_by, subject="", files={"letter": build.upload()}))
    for who, sent in (
        (officer, marks),
        (visitor, marks),
        (official_by, {"letter-token": "x:y"}),
        (official_by, {"letter-token": "1"}),
    ):
        assert send(who, subject="Visit", **sent).errors == {"letter": ["Choose a file."]}


def test_a_mark_is_worth_nothing_once_the_file_is_gone_or_given(official_by, paper):
    for act in (
        lambda file: remove(file, by=official_by),
        lambda file: attach(file, to=paper, permission="toy.view", by=official_by),
    ):
        marks = mark(send(official_by, subject="", files={"letter": build.upload()}))
        act(StoredFile.objects.kept().get(object_id=None))
        assert send(official_by, subject="Visit", **marks).errors == {"letter": ["Choose a file."]}


def test_a_mark_ends_after_a_day(official_by):
    marks = mark(send(official_by, subject="", files={"letter": build.upload()}))
    with time_machine.travel(timezone.now() + timedelta(hours=25)):
        assert send(official_by, subject="Visit", **marks).errors == {"letter": ["Choose a file."]}


def test_what_stands_there_already_stays(official_by, stored):
    """A form that edits: the file that belongs to the record needs no new one."""
    now = stored(name="now.pdf")
    form = send(official_by, subject="Visit", initial={"letter": now})
    assert (form.is_valid(), form.cleaned_data["letter"]) == (True, now)
    assert "Here now: now.pdf." in words(form.render())


def test_who_has_too_many_unused_is_told_at_the_field(official_by):
    for _number in range(MOST_UNATTACHED):
        store(build.upload(), by=official_by)
    form = send(official_by, subject="Visit", files={"letter": build.upload()})
    assert (list(form.errors), StoredFile.objects.count()) == (["letter"], MOST_UNATTACHED)


# --- How uploads arrive ----------------------------------------------------------------------------------------------


def test_an_upload_lies_in_a_temporary_file_and_never_more_of_it_than_is_taken(settings, official_by):
    settings.FILE_MAX_BYTES = 200_000
    large = SimpleUploadedFile("large.pdf", build.pdf(b"x" * 2_000_000))
    request = RequestFactory().post("/", {"subject": "Visit", "letter": large, "annex": build.upload()})
    arrived = request.FILES["letter"]
    assert (arrived.size, arrived.file.seek(0, 2) < 300_000) == (large.size, True)
    assert request.FILES["annex"].temporary_file_path().startswith("/")
    form = LetterForm(request.POST, request.FILES, by=official_by)
    assert list(form.errors) == ["letter"]
    assert form.errors["letter"][0].startswith("The file is larger than 195.3")
    assert (form["subject"].value(), list(mark(form, "annex"))) == ("Visit", ["annex-token"])
    request.close()
