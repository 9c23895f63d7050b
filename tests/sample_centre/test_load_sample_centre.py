"""The command: what it refuses, and what it prints."""

from io import StringIO

import pytest
from django.core.mail import EmailMessage
from django.core.management import CommandError, call_command

from people.models import Country, User
from sample_centre import post
from sample_centre.content.people import PASSWORD
from tests.factories import make_user


def run(*arguments: str) -> str:
    out = StringIO()
    call_command("load_sample_centre", *arguments, stdout=out, stderr=StringIO())
    return out.getvalue()


def test_real_accounts_are_left_alone(db):
    make_user(email="somebody@ministry.gov.by")
    with pytest.raises(CommandError, match="real accounts"):
        run()
    assert (User.objects.count(), Country.objects.count()) == (1, 0)


def test_production_refuses(db, settings):
    settings.PRODUCTION = True
    with pytest.raises(CommandError, match="Production refuses"):
        run()
    assert Country.objects.count() == 0


def test_accounts_are_printed_and_nothing_is_loaded(db):
    lines = run("--accounts").splitlines()
    assert [lines[0], lines[1], lines[-1]] == [
        "Sample accounts; all people are fictional:",
        "  official@by.example          member of staff, National Centre of Electronic Services",
        f"The password of every account: {PASSWORD}",
    ]
    assert User.objects.count() == 0


def test_what_is_loaded_stays_and_is_printed_again(db):
    make_user(email="official@by.example")
    assert run() == run("--accounts")
    assert User.objects.count() == 1


def send() -> None:
    EmailMessage("Subject", "Text", "portal@centre.example", ["official@by.example"]).send()


def test_letters_land_in_the_folder_after_the_commit(db, settings, tmp_path, django_capture_on_commit_callbacks):
    settings.EMAIL_BACKEND, settings.EMAIL_FILE_PATH = post.FOLDER, str(tmp_path)
    with django_capture_on_commit_callbacks(execute=True), post.kept():
        send()
        assert list(tmp_path.iterdir()) == []
    assert len(list(tmp_path.glob("*.eml"))) == 1


def test_a_mail_server_never_sees_them(db, mailoutbox, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True), post.kept():
        send()
    assert mailoutbox == []
