"""What other rooms of the house know of files: the admin site, the export of one's own data, the clock."""

import json

from django.conf import settings

from core.models import JournalEntry
from files.actions import remove
from files.schedule import SCHEDULE
from files.tasks import sweep
from tests.cast import sign_in

NAME = "Тайныйчертёж.pdf"


def test_the_admin_site_shows_neither_names_nor_contents(stored, admin_user, client):
    file = stored(name=NAME)
    sign_in(admin_user, client=client)
    pages = [
        client.get(f"/admin/files/storedfile/{page}").content.decode()
        for page in ("", f"?q={file.public_id}", f"{file.pk}/change/", f"{file.pk}/history/")
    ]
    pages.append(client.get("/admin/core/journalentry/").content.decode())
    assert [f"F-{file.pk}" in page for page in (pages[0], pages[1], pages[4])] == [True] * 3
    assert [NAME in page or file.storage_name in page for page in pages] == [False] * 5
    assert client.get("/admin/files/storedfile/add/").status_code == 403
    assert client.post(f"/admin/files/storedfile/{file.pk}/delete/", {"post": "yes"}).status_code == 403


def test_the_journal_knows_no_names(stored, official_by):
    remove(stored(name=NAME), by=official_by, permission="toy.send")
    sweep()
    entries = JournalEntry.objects.filter(content_type__model="storedfile")
    assert [entry.verb for entry in entries.order_by("pk")] == ["store", "remove", "erase"]
    assert NAME not in json.dumps(list(entries.values("label", "reason", "data")), ensure_ascii=False)


def test_ones_own_files_are_taken_along_by_name(stored, official_by, officer, client):
    stored(name=NAME, language="ru")
    stored(name="somebody-elses.pdf", by=officer)
    answer = sign_in(official_by, client=client).post("/profile/privacy/export/")
    data = json.loads(b"".join(answer.streaming_content))
    assert [(row["name"], row["language"], row["about"]) for row in data["files_uploaded"]] == [(NAME, "ru", "paper")]
    assert "somebody-elses" not in json.dumps(data)


def test_the_clock_sweeps():
    assert [entry["task"] for entry in SCHEDULE.values()] == [sweep.name]
    assert set(SCHEDULE) <= set(settings.CELERY_BEAT_SCHEDULE)
