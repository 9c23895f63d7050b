"""An entry taken along: papers in its languages, the kit, the news, and where machines find it."""

import io
import json
import re
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from pypdf import PdfReader

from files.actions import attach, store
from practices.enums import Status
from practices.models import Collection, CollectionItem
from tests.practices.builders import make_practice, make_translation, sections_in


@pytest.fixture
def practice(cast, advisor_kr, official_by, contact_by):
    practice = make_practice(cast.centre, cast.organisations["nia"], advisor_kr, status=Status.PUBLISHED)
    make_translation(practice, "ru", official_by, contact_by, sections={**sections_in("ru"), "title": "Шлюз данных"})
    return practice


def address(practice, what):
    return practice.get_absolute_url() + what


def test_the_paper_speaks_the_language_that_was_asked_for(client, practice):
    answer = client.get(address(practice, "paper.pdf?language=ru"))
    assert answer["Content-Type"] == "application/pdf"
    document = PdfReader(io.BytesIO(answer.content))
    assert document.trailer["/Root"]["/Lang"] == "ru"
    assert "Шлюз данных" in document.pages[0].extract_text()


def test_a_word_document_is_one(client, practice):
    answer = client.get(address(practice, "paper.docx?language=ko"))
    assert "word/document.xml" in zipfile.ZipFile(io.BytesIO(answer.content)).namelist()


def test_a_paper_of_a_draft_is_not_for_strangers(client_of, cast, advisor_kr, official_ge):
    draft = make_practice(cast.centre, cast.organisations["nia"], advisor_kr)
    for what in ("paper.pdf", "paper.docx", "transfer-kit.zip"):
        assert client_of(official_ge).get(address(draft, what)).status_code == 404
    assert client_of(advisor_kr).get(address(draft, "paper.docx")).status_code == 200


def test_the_kit_holds_every_language_the_files_and_no_contact_for_a_visitor(
    client_of, practice, official_ge, focal_kr
):
    practice.contact = focal_kr
    practice.save()
    file = store(SimpleUploadedFile("terms.txt", b"terms of use"), by=focal_kr)
    attach(file, to=practice, permission="practices.view", by=focal_kr)
    reference = practice.reference

    def kit(reader):
        answer = client_of(reader).get(address(practice, "transfer-kit.zip"))
        return zipfile.ZipFile(io.BytesIO(b"".join(answer.streaming_content)))

    visitors = kit(None)
    assert sorted(visitors.namelist()) == [
        "README.txt",
        "files/01-terms.txt",
        *(f"text/{reference}-{code}.{kind}" for code in ("ko", "ru") for kind in ("docx", "md", "pdf")),
    ]
    assert visitors.read("files/01-terms.txt") == b"terms of use"
    assert visitors.read(f"text/{reference}-ru.md").decode().startswith("# Шлюз данных\n")
    assert focal_kr.email not in visitors.read("README.txt").decode()
    assert focal_kr.email in kit(official_ge).read("README.txt").decode()


def test_the_news_name_what_was_published(client, practice):
    answer = client.get("/practices/feed/?language=ru")
    assert answer["Content-Type"].startswith("application/atom+xml")
    assert "Шлюз данных" in answer.content.decode()


def test_machines_read_what_the_page_says(client, practice):
    content = client.get(address(practice, "?language=ru")).content.decode()
    block = re.search(r'<script type="application/ld\+json"[^>]*>(.*?)</script>', content, re.DOTALL)
    data = json.loads(block[1])
    assert (data["@type"], data["name"], data["inLanguage"]) == ("Report", "Шлюз данных", "ru")
    assert [one["inLanguage"] for one in data["workTranslation"]] == ["ko"]


def test_robots_find_what_is_public_and_nothing_else(client, cast, advisor_kr, practice):
    draft = make_practice(cast.centre, cast.organisations["nia"], advisor_kr)
    assert "sitemap.xml" in client.get("/robots.txt").content.decode()
    assert "sitemap-practices.xml" in client.get("/sitemap.xml").content.decode()
    listed = client.get("/sitemap-practices.xml").content.decode()
    assert practice.get_absolute_url() in listed
    assert draft.get_absolute_url() not in listed
    assert "/events/" in client.get("/sitemap-pages.xml").content.decode()


def test_several_entries_are_one_paper(client_of, cast, advisor_kr, practice, official_ge):
    second = make_practice(cast.centre, cast.organisations["nia"], advisor_kr, status=Status.PUBLISHED)
    draft = make_practice(cast.centre, cast.organisations["nia"], advisor_kr)
    named = "&".join(f"with={one.reference}" for one in (second, practice, draft))
    answer = client_of(advisor_kr).get(f"/practices/papers.pdf?{named}&language=ru")
    words = "".join(page.extract_text() for page in PdfReader(io.BytesIO(answer.content)).pages)
    assert words.index(second.reference) < words.index(practice.reference)
    assert draft.reference not in words
    assert client_of().get(f"/practices/papers.pdf?with={draft.reference}").status_code == 404


def test_a_collection_is_printed_by_whoever_sees_it(client_of, practice, official_ge, official_by):
    collection = Collection.objects.create(user=official_ge, name="For Tbilisi", note="Read first.")
    CollectionItem.objects.create(collection=collection, practice=practice)
    address = f"/practices/collections/{collection.pk}/paper.pdf"
    assert client_of(official_by).get(address).status_code == 404
    answer = client_of(official_ge).get(address)
    words = "".join(page.extract_text() for page in PdfReader(io.BytesIO(answer.content)).pages)
    assert "For Tbilisi" in words
    assert practice.reference in words
