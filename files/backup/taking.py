"""Make a backup: rows and files as they were at one moment, while people work."""

import fcntl
import hashlib
import os
import shutil
import time
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

from django.conf import settings
from django.core.files.storage import default_storage
from django.db import connection, transaction
from django.db.migrations.recorder import MigrationRecorder

from files.backup import manifest, postgres
from files.backup.manifest import DUMP, FILES, STAMP, Kept, Manifest
from files.backup.postgres import BackupError
from files.models import Backup, StoredFile

COUNT = """
SELECT relname FROM pg_class
WHERE relkind IN ('r', 'p') AND relnamespace = 'public'::regnamespace AND NOT relispartition ORDER BY relname
"""
PART = ".part-"


@dataclass(frozen=True)
class Taken:
    """A backup that is whole: where it lies, what it holds, and how long it took."""

    folder: Path
    manifest: Manifest
    seconds: float

    @property
    def size(self) -> int:
        return self.manifest.dump_size + sum(file.size for file in self.manifest.files)


def take(folder: Path, *, keep: int | None = None) -> Taken:
    """Write a backup into the folder, and let go of all but the newest `keep`.

    It has its name only when it is whole: what was interrupted is taken away by the next one. The dump, the counts and
    the list of files are read from one snapshot. Refused: another backup writes into the folder.
    """
    began = time.monotonic()
    folder.mkdir(parents=True, exist_ok=True)
    with _alone_in(folder):
        for left in folder.glob(f"{PART}*"):
            shutil.rmtree(left)
        part = folder / f"{PART}{uuid4().hex}"
        part.mkdir(mode=0o700)
        try:
            found = _read_into(part, folder)
            found.write(part)
            _to_disk(part)
            place = folder / found.taken_at
            part.rename(place)
            _sync(folder)
        except BaseException:
            shutil.rmtree(part, ignore_errors=True)
            raise
        if keep:
            forget(folder, keep)
    return Taken(place, found, time.monotonic() - began)


def note(taken: Taken) -> Backup:
    """Write down that a backup was made, so that administrators are told when none was for days."""
    found = taken.manifest
    return Backup.objects.create(
        taken_at=found.moment, rows=sum(found.rows.values()), files=len(found.files), size=taken.size
    )


def forget(folder: Path, keep: int) -> list[str]:
    """Take the oldest backups away, and the bytes that no other one names; returns their names."""
    whole = manifest.backups(folder)
    old = whole[:-keep]
    needed = {file.sha256 for one in whole[-keep:] for file in manifest.read(one).files}
    for one in old:
        shutil.rmtree(one)
    for path in (folder / FILES).glob("*/*"):
        if path.name not in needed:
            path.unlink()
    return [one.name for one in old]


def _read_into(part: Path, folder: Path) -> Manifest:
    dump = part / DUMP
    with _snapshot() as snapshot:
        now = datetime.now(UTC)
        postgres.run("pg_dump", "--format=custom", "--no-owner", f"--snapshot={snapshot}", f"--file={dump}")
        rows = _counts()
        migrations: dict[str, list[str]] = {}
        for app, name in sorted(MigrationRecorder(connection).applied_migrations()):
            migrations.setdefault(app, []).append(name)
        listed = list(
            StoredFile.objects.filter(erased_at=None).order_by("pk").values_list("storage_name", "sha256", "size")
        )
        server = connection.cursor().connection.server_version
    files, missing = _copy(listed, folder)
    return Manifest(
        taken_at=now.strftime(STAMP),
        version=_version(),
        server=str(server),
        migrations=migrations,
        rows=rows,
        dump_sha256=manifest.sha256_of(dump),
        dump_size=dump.stat().st_size,
        files=files,
        missing=missing,
    )


@contextmanager
def _snapshot() -> Iterator[str]:
    """What was committed at one moment: for this connection as long as the `with` lasts, and for the tool beside it."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
        cursor.execute("SELECT pg_export_snapshot()")
        yield cursor.fetchone()[0]


def _counts() -> dict[str, int]:
    with connection.cursor() as cursor:
        cursor.execute(COUNT)
        names = [name for (name,) in cursor.fetchall()]
        found = {}
        for name in names:
            cursor.execute(f"SELECT count(*) FROM {connection.ops.quote_name(name)}")  # noqa: S608  names of tables
            found[name] = cursor.fetchone()[0]
    return found


def _copy(listed: list[tuple[str, str, int]], folder: Path) -> tuple[list[Kept], list[str]]:
    """Put the bytes of each file on its shelf unless they stand there; returns what is kept, and what was not found.

    A shelf with bytes of another size was damaged and is filled again; the rest is asked when it is restored. Bytes
    that are not what their row says are not kept as if they were: they count as not found.
    """
    kept, missing = [], []
    for name, sha256, size in listed:
        shelf = manifest.shelf(folder, sha256)
        stands = shelf.exists() and shelf.stat().st_size == size
        if not stands and not _put(name, sha256, shelf):
            if not _erased_meanwhile(name):
                missing.append(name)
            continue
        kept.append(Kept(name, sha256, size))
    return kept, missing


def _put(name: str, sha256: str, shelf: Path) -> bool:
    shelf.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    part = shelf.with_name(f"{PART}{uuid4().hex}")
    digest = hashlib.sha256()
    try:
        with default_storage.open(name) as source, part.open("xb") as target:
            for piece in manifest.pieces(source):
                digest.update(piece)
                target.write(piece)
            target.flush()
            os.fsync(target.fileno())
    except FileNotFoundError:
        part.unlink(missing_ok=True)
        return False
    if digest.hexdigest() != sha256:
        part.unlink()
        return False
    part.rename(shelf)
    return True


def _erased_meanwhile(name: str) -> bool:
    return StoredFile.objects.filter(storage_name=name, erased_at__isnull=False).exists()


@contextmanager
def _alone_in(folder: Path) -> Iterator[None]:
    with (folder / ".lock").open("a") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise BackupError(f"Another backup writes into {folder}.") from None
        yield


def _to_disk(part: Path) -> None:
    for path in part.iterdir():
        _sync(path)
    _sync(part)


def _sync(path: Path) -> None:
    number = os.open(path, os.O_RDONLY)
    try:
        os.fsync(number)
    finally:
        os.close(number)


def _version() -> str:
    return str(tomllib.loads((settings.BASE_DIR / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"])
