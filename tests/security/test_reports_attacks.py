"""Reports, news and the pages that are kept, as those meet them who are after more than is theirs."""

import zipfile
from datetime import UTC, datetime, timedelta
from io import BytesIO

import pytest
import time_machine
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from openpyxl import Workbook

from cooperation_center import page_cache
from core.refusal import RefusedError
from pages.actions.publishing import propose, publish, reading_mark, reopen, withdraw
from pages.actions.writing import edit_text
from pages.models import Page, PageText
from people.importing.reading import read
from people.models import User
from tests.cast import Cast, sign_in
from tests.pages.builders import fresh, make_draft, make_release, words

ABOUT = "/about/"
NOON = datetime(2026, 11, 23, 9, 0, 10, tzinfo=UTC)


# --- News: nobody publishes his own words ----------------------------------------------------------------------------


@pytest.mark.django_db
def test_a_writer_does_not_publish_alone_what_was_withdrawn(cast: Cast) -> None:
    """A director has withdrawn it with reasons; its writer takes it up again, and meets the second person once more."""
    officer, director = cast.people["officer"], cast.people["director_by"]
    row = make_release(cast)
    withdraw(row, by=director, reason="A figure is wrong.")
    reopen(row, by=officer)
    propose(row, by=officer)
    with pytest.raises(PermissionDenied):
        publish(row, by=officer)
    client = sign_in(officer)
    assert client.post(reverse("pages:publish", args=[row.reference]), {"seen": "en1"}).status_code == 403
    assert fresh(row).status == "proposed"


@pytest.mark.django_db
def test_what_is_taken_up_again_is_read_before_it_is_published(cast: Cast) -> None:
    """The page that asks for the second person shows the words that readers will have, and is marked with them."""
    officer, director = cast.people["officer"], cast.people["director_by"]
    User.objects.update(language="en")
    row = make_release(cast, "en", "ru")
    withdraw(row, by=officer, reason="Too early.")
    reopen(row, by=officer)
    edit_text(row, by=officer, language="ru", seen=1, shown=1, **words("ru", " снова"))
    propose(row, by=officer)
    client, url = sign_in(director), reverse("pages:publish", args=[row.reference])
    answer = client.get(url)
    text, seen = answer.content.decode(), answer.context["form"]["seen"].value()
    assert [part in text for part in ("A centre opens: text.", "Открывается центр снова: text.")] == [True, True]
    english, russian = row.texts.get(language="en"), row.texts.get(language="ru", revision=2)
    row = fresh(row)
    assert seen == reading_mark(row, [english, russian])
    assert client.post(url, {"seen": reading_mark(row, [russian])}).status_code == 200
    assert client.post(url, {"seen": seen}).status_code == 302
    row = fresh(row)
    texts = row.texts.order_by("language", "revision").values_list("language", "revision", "state")
    assert (row.status, list(texts)) == (
        "published",
        [("en", 1, "published"), ("ru", 1, "past"), ("ru", 2, "published")],
    )


@pytest.mark.django_db
def test_the_comma_of_a_colleague_does_not_make_it_his_text(cast: Cast) -> None:
    """The row names its last writer; whoever wrote the rest does not publish it for that."""
    officer, director = cast.people["officer"], cast.people["director_by"]
    row = make_draft(cast)
    edit_text(row, by=director, language="en", seen=1, **words("en", ","))
    assert list(PageText.objects.filter(page=row).values_list("by", flat=True)) == [director.pk]
    propose(row, by=officer)
    for writer in (officer, director):
        with pytest.raises(PermissionDenied):
            publish(row, by=writer)
    assert publish(row, by=cast.people["director_kr"]).status == "published"


@pytest.mark.django_db
def test_who_wrote_what_readers_have_publishes_the_change_of_another(cast: Cast) -> None:
    """Only what waits counts: the words that were published before had their second person."""
    officer, director = cast.people["officer"], cast.people["director_by"]
    row: Page = make_release(cast)
    edit_text(row, by=director, language="en", seen=1, **words("en", " again"))
    propose(row, by=director)
    assert publish(row, by=officer).status == "published"


# --- Figures: days at the end of the calendar ------------------------------------------------------------------------


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("since", "until"), [("0001-01-01", "2026-12-31"), ("2026-01-01", "9999-12-31"), ("0001-01-01", "9999-12-31")]
)
def test_days_beyond_the_calendar_are_no_page(cast: Cast, since: str, until: str) -> None:
    url = reverse("reports:figure_rows", args=["requests", "received"])
    asked = {"centre": cast.centre.pk, "since": since, "until": until}
    client = sign_in(cast.people["officer"])
    assert client.get(url, asked).status_code == 404
    assert client.get(url, {**asked, "since": "2026-01-01", "until": "2026-12-31"}).status_code == 200


# --- Search: asked with measure ---------------------------------------------------------------------------------------


@pytest.mark.django_db
def test_a_visitor_does_not_look_through_everything_without_end(client: Client, cast: Cast, settings) -> None:
    settings.ACCOUNT_RATE_LIMITS = {**settings.ACCOUNT_RATE_LIMITS, "search": "2/m/ip"}
    answers = [client.get("/search/", {"q": f"records {number}"}).status_code for number in range(3)]
    assert answers == [200, 200, 429]
    assert client.get("/search/").status_code == 200
    known = sign_in(cast.people["officer"])
    assert [known.get("/search/", {"q": f"records {number}"}).status_code for number in range(3)] == [200, 200, 200]


# --- Import: entities that swell -------------------------------------------------------------------------------------


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_behind_a_long_comment_are_refused_unread(encoding: str) -> None:
    """Four kilobytes that would be read as ten megabytes, and five megabytes as half a thousand."""
    name = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    sheet = (
        f"<?xml version='1.0' encoding='{encoding}'?><!--{'p' * 200_000}-->"
        f"<!DOCTYPE worksheet [<!ENTITY e '{'x' * 100_000}'>]><worksheet xmlns='{name}'><sheetData><row r='1'>"
        f"<c r='A1' t='inlineStr'><is><t>{'&e;' * 100}</t></is></c></row></sheetData></worksheet>"
    ).encode(encoding)
    plain, swelling = BytesIO(), BytesIO()
    book = Workbook()
    book.active.append(["email"])
    book.active.append(["a@example.org"])
    book.save(plain)
    assert read(SimpleUploadedFile("plain.xlsx", plain.getvalue())).header == ["email"]
    with zipfile.ZipFile(plain) as old, zipfile.ZipFile(swelling, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            new.writestr(part, sheet if part.endswith("sheet1.xml") else old.read(part))
    with pytest.raises(RefusedError, match="not written as Excel writes it"):
        read(SimpleUploadedFile("entities.xlsx", swelling.getvalue()))


# --- Kept pages: no end of addresses ---------------------------------------------------------------------------------


def _queries(path: str, **headers: str) -> int:
    client = Client(headers={"accept-language": "en"} | headers)
    with CaptureQueriesContext(connection) as asked:
        assert client.get(path).status_code == 200
    return len(asked)


@pytest.mark.usefixtures("real_commits")
def test_endless_addresses_do_not_fill_the_memory(real_commits: None, cast: Cast, monkeypatch) -> None:
    """One page under ever new queries, and under ever new ports: some are kept, the rest is made anew each time."""
    User.objects.update(language="en")
    monkeypatch.setattr(page_cache, "MOST_OTHERS", 3)
    others = [*(f"{ABOUT}?a={number}" for number in range(4)), f"{ABOUT}?lang=xx"]
    with time_machine.travel(NOON, tick=False):
        for path in others:
            _queries(path)
        assert [_queries(path) == 1 for path in others] == [True, True, True, False, False]
        port = {"host": "testserver:81"}
        _queries(ABOUT, **port)
        assert _queries(ABOUT, **port) > 1
        for path in (ABOUT, f"{ABOUT}?lang=ko"):
            _queries(path)
            assert _queries(path) == 1
    with time_machine.travel(NOON + timedelta(seconds=page_cache.OTHERS_STAY + 1), tick=False):
        assert (_queries(ABOUT), _queries(others[0]) > 1) == (1, True)
