"""Bring a backup back: everything is checked before anything is touched, and what was there stays aside."""

import hashlib
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath
from typing import IO
from uuid import uuid4

from django.core.cache import cache
from django.core.files.storage import FileSystemStorage, default_storage
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from redis.exceptions import RedisError

from files.actions import FOLDER
from files.backup import manifest, postgres
from files.backup.manifest import DUMP, STAMP, Kept, Manifest
from files.backup.postgres import BackupError

TABLES = "SELECT count(*) FROM pg_class WHERE relkind IN ('r', 'p') AND relnamespace = 'public'::regnamespace"
# What the portal has made, and only that: the schema stays, with the rights that were given on it.
EMPTY = """
DO $$
DECLARE
    one record;
BEGIN
    FOR one IN SELECT oid::regclass AS name FROM pg_class
        WHERE relkind IN ('r', 'p') AND relnamespace = 'public'::regnamespace AND NOT relispartition
    LOOP
        EXECUTE format('DROP TABLE IF EXISTS %s CASCADE', one.name);
    END LOOP;
    FOR one IN SELECT oid::regclass AS name FROM pg_class
        WHERE relkind = 'S' AND relnamespace = 'public'::regnamespace
    LOOP
        EXECUTE format('DROP SEQUENCE IF EXISTS %s CASCADE', one.name);
    END LOOP;
    FOR one IN SELECT oid::regprocedure AS name FROM pg_proc WHERE pronamespace = 'public'::regnamespace
        AND NOT EXISTS (SELECT FROM pg_depend WHERE objid = pg_proc.oid AND deptype = 'e')  -- of extensions
    LOOP
        EXECUTE format('DROP ROUTINE IF EXISTS %s CASCADE', one.name);
    END LOOP;
END $$;
"""


@dataclass(frozen=True)
class Restored:
    """What came back, where the files from before lie now, and whether the code has migrations that are not applied."""

    folder: Path
    manifest: Manifest
    aside: Path | None
    is_older: bool


def restore(folder: Path, *, replace: bool = False, say: Callable[[str], None] = lambda _sentence: None) -> Restored:
    """Bring back the backup in the folder, the newest where it holds several, into this database and these files.

    Refused before anything is touched: a part is missing or damaged; its migrations are newer than this code; the
    database has tables, unless they are to be replaced; files do not lie in a folder. The rows are one transaction.
    """
    place = manifest.chosen(folder)
    found = manifest.read(place)
    is_older = _expect_known_migrations(found)
    say(f"Checking {place.name}: {len(found.files)} files, {sum(found.rows.values())} rows.")
    _expect_whole(place, found)
    if _has_tables() and not replace:
        raise BackupError("The database is not empty. Restore into an empty one, or say --replace to lose its rows.")
    root = _root()
    ready = _lay_out(place, found, root)
    try:
        say("Restoring the database.")
        _restore_rows(place / DUMP)
    except BaseException:
        shutil.rmtree(ready)
        raise
    aside = _put_in_place(ready, root)
    _forget_what_was_known()
    return Restored(place, found, aside, is_older)


def _expect_known_migrations(found: Manifest) -> bool:
    """Refuse rows that this code cannot read; returns whether the code goes further than the rows."""
    known = set(MigrationLoader(None).disk_migrations)
    held = {(app, name) for app, names in found.migrations.items() for name in names}
    if newer := sorted(".".join(one) for one in held - known):
        raise BackupError(
            f"The backup was made by a newer version ({found.version}): this one does not know {', '.join(newer[:5])}."
        )
    return bool(known - held)


def _expect_whole(place: Path, found: Manifest) -> None:
    for file in found.files:
        parts = PurePosixPath(file.name).parts
        if parts[0] != FOLDER or ".." in parts:
            raise BackupError(f"The backup names a file outside its folder: {file.name}")
    _expect(place / DUMP, found.dump_sha256)
    for file in _once(found):
        _expect(manifest.shelf(place.parent, file.sha256), file.sha256)


def _expect(path: Path, sha256: str) -> None:
    try:
        seen = manifest.sha256_of(path)
    except OSError as error:
        raise BackupError(f"{path} is missing or cannot be read. Nothing was changed; take another backup.") from error
    if seen != sha256:
        raise BackupError(f"{path} is damaged: its checksum is another. Nothing was changed; take another backup.")


def _once(found: Manifest) -> list[Kept]:
    return list({file.sha256: file for file in found.files}.values())


def _has_tables() -> bool:
    with connection.cursor() as cursor:
        cursor.execute(TABLES)
        return bool(cursor.fetchone()[0])


def _root() -> Path:
    if not isinstance(storage := _storage(), FileSystemStorage):
        raise BackupError("Files are restored into a folder; those in an object store are restored there.")
    return Path(storage.path(""))


def _storage() -> object:
    default_storage.exists("")  # it is made when it is first asked for
    return getattr(default_storage, "_wrapped", default_storage)


def _lay_out(place: Path, found: Manifest, root: Path) -> Path:
    """Copy the files beside those that are there, each read once more: a disk may fail between two readings."""
    root.mkdir(parents=True, exist_ok=True)
    ready = root / f"{FOLDER}.restoring-{uuid4().hex}"
    ready.mkdir(mode=0o700)
    try:
        for file in found.files:
            target = ready / Path(file.name).relative_to(FOLDER)
            target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            _copy(manifest.shelf(place.parent, file.sha256), target, file.sha256)
    except BaseException:
        shutil.rmtree(ready)
        raise
    return ready


def _copy(source: Path, target: Path, sha256: str) -> None:
    digest = hashlib.sha256()
    with source.open("rb") as read, target.open("xb") as written:
        target.chmod(0o600)
        for piece in manifest.pieces(read):
            digest.update(piece)
            written.write(piece)
    if digest.hexdigest() != sha256:
        raise BackupError(f"{source} is damaged: its checksum is another. Nothing was changed; take another backup.")


def _restore_rows(dump: Path) -> None:
    """One transaction, committed only when the dump was read to its end: until then everything stands as it stood."""
    connection.close()
    surroundings = postgres.surroundings()
    with tempfile.TemporaryFile() as of_source, tempfile.TemporaryFile() as of_target:
        words = ("--no-psqlrc", "--quiet", "--set=ON_ERROR_STOP=1", "--file=-")
        source = subprocess.Popen(
            postgres.command("pg_restore", "--no-owner", "--file=-", str(dump)),
            env=surroundings,
            stdout=subprocess.PIPE,
            stderr=of_source,
        )
        target = subprocess.Popen(
            postgres.command("psql", *words),
            env=surroundings,
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=of_target,
        )
        with suppress(BrokenPipeError), _both_ends(source, target) as (read, write):
            write.write(f"BEGIN;\n{EMPTY}\n".encode())
            for piece in manifest.pieces(read):
                write.write(piece)
            if source.wait() == 0:
                write.write(b"\nCOMMIT;\n")
        codes = source.wait(), target.wait()
        for tool, code, file in zip(("pg_restore", "psql"), codes, (of_source, of_target), strict=True):
            if code:
                file.seek(0)
                raise postgres.failed(tool, file.read().decode(errors="replace"))


@contextmanager
def _both_ends(
    source: "subprocess.Popen[bytes]", target: "subprocess.Popen[bytes]"
) -> Iterator[tuple[IO[bytes], IO[bytes]]]:
    """Where the one speaks and the other listens; both are closed whatever happens, so that neither waits for ever."""
    if source.stdout is None or target.stdin is None:
        raise BackupError("The tools of PostgreSQL cannot be heard.")
    try:
        yield source.stdout, target.stdin
    finally:
        source.stdout.close()
        with suppress(BrokenPipeError):
            target.stdin.close()


def _put_in_place(ready: Path, root: Path) -> Path | None:
    """What was there goes aside, under a name that says when; nobody deletes it but a person."""
    place, aside = root / FOLDER, None
    if place.exists():
        aside = root / f"{FOLDER}.before-{datetime.now(UTC).strftime(STAMP)}"
        place.rename(aside)
    ready.rename(place)
    return aside


def _forget_what_was_known() -> None:
    """Processes that go on must not trust what they have read of rows that are gone."""
    try:
        cache.clear()
    except (RedisError, OSError):
        return  # without the shared cache a reading serves a minute
