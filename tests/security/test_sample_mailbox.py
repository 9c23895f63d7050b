"""The mailbox of the sample centre shows what strangers made the portal write: its links stay harmless."""

import pytest

from sample_centre.mailbox import find, pieces


@pytest.mark.parametrize(
    ("address", "leads"),
    [
        ("https://portal.example/desk/", "/desk/"),
        ("https://portal.example", "/"),
        ("https://portal.example//evil.example/x", "/evil.example/x"),
        ("https://portal.example.evil.example/", "https://portal.example.evil.example/"),
    ],
)
def test_an_address_of_the_portal_leads_into_the_portal(settings, address, leads):
    settings.SITE_URL = "https://portal.example"
    assert [piece.url for piece in pieces(address)] == [leads]


@pytest.mark.parametrize("text", ["javascript:alert(1)", "data:text/html,x", "//evil.example"])
def test_nothing_else_is_a_link(text):
    assert [piece.url for piece in pieces(text)] == [""]


@pytest.mark.parametrize(
    "name", ["../manage.py", "..eml", "a/../b.eml", "\x00.eml", "a.eml\n", "/etc/passwd", ".x.eml"]
)
def test_no_path_leads_out_of_the_folder(tmp_path, settings, name):
    settings.EMAIL_FILE_PATH = str(tmp_path)
    assert find(name) is None
