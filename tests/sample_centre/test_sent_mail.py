"""The page on which a newcomer reads every message."""

import os
import subprocess
import sys
from datetime import UTC, datetime
from email.utils import format_datetime

import pytest
from django.core.mail import EmailMultiAlternatives
from django.urls import reverse

from cooperation_center import env
from notifications.backends import write

LIST = reverse("sample_centre:sent_mail")


@pytest.fixture
def folder(settings, tmp_path):
    settings.SITE_URL, settings.EMAIL_FILE_PATH = "http://portal.example:8001", str(tmp_path / "mail")
    (tmp_path / "mail").mkdir()
    return tmp_path / "mail"


def lay(folder, number=1, text="Text", language="ru", **headers):
    at = datetime(2026, 11, 20, 9, number, tzinfo=UTC)
    named = {
        "Message-ID": f"<delivery.{number}@portal.example>",
        "Date": format_datetime(at),
        "Content-Language": language,
    }
    mail = EmailMultiAlternatives(
        f"Письмо {number}", text, "portal@centre.example", ["official@by.example"], headers={**named, **headers}
    )
    mail.attach_alternative("<p>only in <b>HTML</b></p>", "text/html")
    return write(folder, mail).name


def shown(page) -> str:
    text = page.content.decode()
    return text[text.index("<main") : text.index("</main>")]


def test_a_visitor_sees_the_list(client, db, folder):
    name = lay(folder)
    page = client.get(LIST)
    assert page.status_code == 200
    assert f'<a href="{LIST}{name}/" lang="ru" hreflang="ru">Письмо 1</a>' in shown(page)
    assert "To official@by.example" in shown(page)


def test_newest_first_twenty_five_a_page(client, db, folder):
    names = [lay(folder, number) for number in range(1, 32)]
    first = client.get(LIST).context["page"]
    assert [mail.name for mail in first.rows] == names[:5:-1]
    second = client.get(f"{LIST}?{first.older}").context["page"]
    assert [mail.name for mail in second.rows] == names[5::-1]
    assert (first.newer, second.older) == ("", "")
    again = client.get(f"{LIST}?{second.newer}").context["page"]
    assert [mail.name for mail in again.rows] == [mail.name for mail in first.rows]


def test_a_letter_shows_its_text_with_links_to_this_site(client, db, folder):
    name = lay(
        folder,
        text="Открыть: http://portal.example:8001/inbox/open/7/.\n<script>alert(1)</script> https://elsewhere.example/x",
        **{"List-Unsubscribe": "<http://portal.example:8001/inbox/unsubscribe/t/>"},
    )
    text = shown(client.get(reverse("sample_centre:letter", args=[name])))
    assert '<a href="/inbox/open/7/">http://portal.example:8001/inbox/open/7/</a>.' in text
    assert '<a href="/inbox/unsubscribe/t/">' in text
    assert '<a href="https://elsewhere.example/x">' in text
    assert "&lt;delivery.1@portal.example&gt;" in text
    assert "&lt;script&gt;" in text
    assert "only in" not in text


def test_an_empty_folder_and_none_at_all(client, db, folder, settings):
    assert "No message has gone out yet." in shown(client.get(LIST))
    del settings.EMAIL_FILE_PATH
    assert "No message has gone out yet." in shown(client.get(LIST))


@pytest.mark.parametrize(
    "name",
    ["../secret.eml", "..%2Fsecret.eml", "%2E%2E%2Fsecret.eml", "secret.txt", ".hidden.eml", "missing.eml", "link.eml"],
)
def test_only_messages_of_the_folder_are_read(client, db, folder, name):
    for path in (folder.parent / "secret.eml", folder / "secret.txt", folder / ".hidden.eml"):
        path.write_text("Subject: secret\n\nsecret\n")
    (folder / "link.eml").symlink_to(folder.parent / "secret.eml")
    assert client.get(f"{LIST}{name}/").status_code == 404


def test_the_page_is_absent_outside_the_sample_centre():
    code = "import django; django.setup(); from django.urls import resolve; resolve('/mail/')"
    outside = os.environ | {"SAMPLE_CENTRE": "0", "DJANGO_SETTINGS_MODULE": "cooperation_center.settings"}
    outcome = subprocess.run(
        [sys.executable, "-c", code], check=False, cwd=env.BASE, env=outside, capture_output=True, text=True
    )
    assert "Resolver404" in outcome.stderr
