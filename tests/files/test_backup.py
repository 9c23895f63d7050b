"""A backup is restored for real: another database, another folder, and the work goes on there."""

import json
import os
import shutil
import subprocess
import sys
from contextlib import contextmanager
from datetime import timedelta
from io import StringIO
from pathlib import Path

import pytest
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command
from django.db import connection
from django.test import Client, override_settings
from django.utils import timezone

from consultations.actions.documents import add_document
from consultations.models import Consultation
from cooperation_center import env
from core.models import JournalEntry
from files.actions import store
from files.backup import manifest
from files.models import Backup, StoredFile
from people.models import User
from tests.cast import sign_in
from tests.consultations import builders as build
from tests.elsewhere import connected_to, own_name
from tests.files.builders import pdf, upload
from tests.test_main_job import test_a_ministry_gets_its_answer as main_job
from tools import databases

pytestmark = pytest.mark.usefixtures("real_commits")
RESTORE = "import pytest; from django.core.management import execute_from_command_line as run; run(['manage.py', 'restore', '{}'])"


@contextmanager
def elsewhere():
    """An empty database of one's own, and its name."""
    name = own_name("restored")
    with databases._server() as say:
        say(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
        say(f"CREATE DATABASE {name} TEMPLATE template0")
    try:
        yield name
    finally:
        connection.close()
        with databases._server() as say:
            say(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "backups"


@pytest.fixture
def back_up(folder):
    """`back_up()`: what the command says."""

    def take(**options):
        said = StringIO()
        call_command("backup", str(folder), stdout=said, **options)
        return said.getvalue()

    return take


def restored(folder, **options):
    said = StringIO()
    call_command("restore", str(folder), stdout=said, **options)
    return said.getvalue()


def read(file):
    with file.open() as kept:
        return kept.read()


def request_with_paper(cast):
    row = build.registered(cast)
    paper = store(upload(pdf(b"Annex"), "Приложение.pdf"), by=cast.people["official_by"])
    return row, add_document(build.draft(cast), by=cast.people["official_by"], document=paper)


def test_everything_comes_back_and_goes_on(cast, folder, back_up, media, tmp_path):
    row, paper = request_with_paper(cast)
    journal = list(JournalEntry.objects.order_by("pk").values())
    people = list(User.objects.order_by("pk").values())
    address = paper.get_absolute_url()
    assert "1 files" in back_up()
    shutil.rmtree(media)

    with elsewhere() as name, override_settings(MEDIA_ROOT=tmp_path / "other"):
        surroundings = {
            "DATABASE_URL": databases.address(name),
            "DJANGO_SETTINGS_MODULE": "tests.portal_settings",
            "TEST_MEDIA": str(tmp_path / "other"),
        }
        done = subprocess.run(
            [sys.executable, "-c", RESTORE.format(folder)],
            cwd=env.BASE,
            env=os.environ | surroundings,
            capture_output=True,
            text=True,
            check=False,
        )
        assert (done.returncode, done.stderr) == (0, "")
        with connected_to(name):
            assert list(JournalEntry.objects.order_by("pk").values()) == journal
            assert list(User.objects.order_by("pk").values()) == people
            assert Consultation.objects.get(pk=row.pk).reference == row.reference
            assert read(StoredFile.objects.get()) == pdf(b"Annex")
            stranger, owner = sign_in(cast.people["official_ge"]), sign_in(cast.people["official_by"])
            assert (stranger.get(address).status_code, Client().get(address).status_code) == (404, 404)
            answer = owner.get(address)
            assert (answer.status_code, b"".join(answer.streaming_content)) == (200, pdf(b"Annex"))
            following = build.registered(cast)
            year, number = row.reference.rsplit("-", 1)
            assert (following.pk > row.pk, following.reference) == (True, f"{year}-{int(number) + 1:03}")
            with pytest.raises(Exception, match="append-only"), connection.cursor() as cursor:
                cursor.execute("DELETE FROM core_journalentry")


def test_the_main_job_is_done_on_what_was_restored(cast, folder, back_up, tmp_path):
    back_up()
    with elsewhere() as name, connected_to(name), override_settings(MEDIA_ROOT=tmp_path / "other"):
        restored(folder)
        people = {who: User.objects.get(pk=person.pk) for who, person in cast.people.items()}
        names = ("official_by", "contact_by", "director_by", "director_kr", "officer", "advisor_kr")
        main_job(**{who: people[who] for who in names})


def test_a_backup_is_on_record_and_says_what_it_holds(cast, folder, back_up):
    request_with_paper(cast)
    said = back_up()
    (place,) = manifest.backups(folder)
    found = manifest.read(place)
    assert said.startswith(f"{place}: {sum(found.rows.values())} rows, 1 files, ")
    assert found.rows["people_user"] == User.objects.count()
    assert [(one.name, one.size) for one in found.files] == list(StoredFile.objects.values_list("storage_name", "size"))
    assert ("0001_files" in found.migrations["files"], found.version != "") == (True, True)
    row = Backup.objects.get()
    assert (row.taken_at, row.rows, row.files) == (found.moment, sum(found.rows.values()), 1)
    assert row.size == found.dump_size + found.files[0].size
    assert oct(place.stat().st_mode & 0o777) == "0o700"


def test_the_second_night_copies_only_what_is_new_and_the_oldest_go(cast, folder, back_up, monkeypatch):
    _row, paper = request_with_paper(cast)
    back_up()
    shelf = manifest.shelf(folder, paper.sha256)
    written = shelf.stat().st_mtime_ns
    (first,) = manifest.backups(folder)
    older = first.rename(first.with_name("2026-01-01T01-00-00Z"))
    (folder / ".part-left").mkdir()
    back_up()
    assert shelf.stat().st_mtime_ns == written
    assert [older in manifest.backups(folder), len(manifest.backups(folder))] == [True, 2]
    assert not (folder / ".part-left").exists()

    StoredFile.objects.update(removed_at=timezone.now(), erased_at=timezone.now())
    newest = manifest.backups(folder)[-1]
    newest.rename(newest.with_name("2026-01-02T01-00-00Z"))
    back_up(keep=2)
    assert manifest.backups(folder)[0].name == "2026-01-02T01-00-00Z"
    assert shelf.exists()
    newest = manifest.backups(folder)[-1]
    newest.rename(newest.with_name("2026-01-03T01-00-00Z"))
    back_up(keep=1)
    assert (len(manifest.backups(folder)), shelf.exists()) == (1, False)


def test_to_keep_none_is_refused(folder):
    with pytest.raises(CommandError, match="1 or more"):
        call_command("backup", str(folder), "--keep", "0")


def test_bytes_that_are_gone_are_named(cast, folder, back_up):
    _row, paper = request_with_paper(cast)
    default_storage.delete(paper.storage_name)
    with pytest.raises(CommandError, match=f"bytes of 1 files were not found.*{paper.storage_name}"):
        back_up()
    (place,) = manifest.backups(folder)
    assert (manifest.read(place).files, manifest.read(place).missing) == ([], [paper.storage_name])
    assert Backup.objects.count() == 1


def test_bytes_that_were_changed_are_not_kept_as_if_they_were_not(cast, folder, back_up):
    _row, paper = request_with_paper(cast)
    Path(default_storage.path(paper.storage_name)).write_bytes(b"something else")
    with pytest.raises(CommandError, match="not what was handed in"):
        back_up()


def damage_file(place, found):
    manifest.shelf(place.parent, found.files[0].sha256).write_bytes(b"x")
    return "is damaged"


def lose_file(place, found):
    manifest.shelf(place.parent, found.files[0].sha256).unlink()
    return "is missing"


def damage_dump(place, found):
    with (place / manifest.DUMP).open("ab") as dump:
        dump.write(b"x")
    return "is damaged"


def lose_manifest(place, found):
    (place / manifest.MANIFEST).unlink()
    return "There is no backup in"


def damage_manifest(place, found):
    (place / manifest.MANIFEST).write_text("{", encoding="utf-8")
    return "cannot be read"


def changed(place, **values):
    path = place / manifest.MANIFEST
    path.write_text(json.dumps({**json.loads(path.read_text(encoding="utf-8")), **values}), encoding="utf-8")


def other_format(place, found):
    changed(place, format=2)
    return "has format 2; this version reads 1"


def newer(place, found):
    changed(place, migrations={**found.migrations, "files": ["0001_files", "9999_later"]})
    return r"made by a newer version \(.*\): this one does not know files.9999_later"


def lead_out(place, found):
    changed(place, files=[{"name": "files/../../secret", "sha256": found.files[0].sha256, "size": 1}])
    return "names a file outside its folder"


@pytest.mark.parametrize(
    "harm",
    [damage_file, lose_file, damage_dump, lose_manifest, damage_manifest, other_format, newer, lead_out],
    ids=lambda one: one.__name__,
)
def test_what_is_damaged_is_refused_before_anything_is_touched(cast, folder, back_up, media, harm):
    request_with_paper(cast)
    back_up()
    (place,) = manifest.backups(folder)
    said = harm(place, manifest.read(place))
    with pytest.raises(CommandError, match=said):
        restored(folder, replace=True)
    assert (User.objects.count(), read(StoredFile.objects.get())) == (len(cast.people), pdf(b"Annex"))
    assert [one.name for one in media.iterdir()] == ["files"]


def test_a_database_with_tables_is_refused_unless_it_is_to_be_replaced(cast, folder, back_up, tmp_path):
    _row, paper = request_with_paper(cast)
    back_up()
    with elsewhere() as name, connected_to(name), override_settings(MEDIA_ROOT=tmp_path / "other"):
        restored(folder)
        User.objects.update(given_name="Somebody")
        Path(default_storage.path(paper.storage_name)).write_bytes(b"of later")
        with pytest.raises(CommandError, match="The database is not empty"):
            restored(folder)
        assert set(User.objects.values_list("given_name", flat=True)) == {"Somebody"}
        said = restored(folder, replace=True)
        assert set(User.objects.values_list("given_name", flat=True)) == {p.given_name for p in cast.people.values()}
        assert read(StoredFile.objects.get()) == pdf(b"Annex")
        (aside,) = (tmp_path / "other").glob("files.before-*")
        assert str(aside) in said
        assert [one.read_bytes() for one in aside.rglob("*") if one.is_file()] == [b"of later"]


def test_rows_that_cannot_be_restored_leave_everything_as_it_was(cast, folder, back_up, tmp_path):
    """What the dump holds is read to its end or not at all: here its own checksum was written anew."""
    request_with_paper(cast)
    back_up()
    with elsewhere() as name, connected_to(name), override_settings(MEDIA_ROOT=tmp_path / "other"):
        restored(folder)
        (place,) = manifest.backups(folder)
        dump = place / manifest.DUMP
        dump.write_bytes(dump.read_bytes()[: dump.stat().st_size // 2])
        changed(place, dump_sha256=manifest.sha256_of(dump))
        with pytest.raises(CommandError, match="pg_restore gave up"):
            restored(folder, replace=True)
        assert User.objects.count() == len(cast.people)
        assert read(StoredFile.objects.get()) == pdf(b"Annex")
        assert [one.name for one in (tmp_path / "other").iterdir()] == ["files"]


def test_an_older_backup_asks_for_migrate(cast, folder, back_up, tmp_path):
    back_up()
    (place,) = manifest.backups(folder)
    found = manifest.read(place)
    changed(place, migrations={app: names for app, names in found.migrations.items() if app != "files"})
    with elsewhere() as name, connected_to(name), override_settings(MEDIA_ROOT=tmp_path / "other"):
        assert "run `manage.py migrate` now" in restored(folder)


def test_there_is_nothing_to_restore(tmp_path):
    with pytest.raises(CommandError, match="There is no backup in"):
        restored(tmp_path)


def test_administrators_read_which_backups_there_are(admin_user, official_by):
    Backup.objects.create(taken_at=timezone.now() - timedelta(days=1), rows=5, files=2, size=9)
    page = sign_in(admin_user).get("/admin/files/backup/")
    assert [row.rows for row in page.context["cl"].result_list] == [5]
    assert sign_in(official_by).get("/admin/files/backup/", follow=True).status_code == 403
    assert sign_in(admin_user).post("/admin/files/backup/add/").status_code == 403
