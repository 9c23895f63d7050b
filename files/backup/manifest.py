"""What a backup holds, in words that a later version of the portal can read.

    <folder>/
        2026-11-22T01-30-00Z/     a backup: whole once it bears this name
            manifest.json         what it holds, with the checksum of each part
            database.dump         pg_dump, custom format
        files/ab/ab12…            the bytes of all backups, each once, under their checksum

A file of the portal is never changed, so the second night copies only what is new.
"""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, Any

from files.backup.postgres import BackupError

FORMAT = 1
MANIFEST, DUMP, FILES = "manifest.json", "database.dump", "files"
STAMP = "%Y-%m-%dT%H-%M-%SZ"
PIECE = 1 << 20


@dataclass(frozen=True)
class Kept:
    """One file: under which name the portal knows it, and its bytes by their checksum."""

    name: str
    sha256: str
    size: int


@dataclass(frozen=True)
class Manifest:
    """All that is to be known of one backup before anything is touched."""

    taken_at: str
    version: str
    server: str
    migrations: dict[str, list[str]]
    rows: dict[str, int]
    dump_sha256: str
    dump_size: int
    files: list[Kept] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    format: int = FORMAT

    @property
    def moment(self) -> datetime:
        """When it was taken."""
        return datetime.strptime(self.taken_at, STAMP).replace(tzinfo=UTC)

    def write(self, folder: Path) -> None:
        text = json.dumps(asdict(self), ensure_ascii=False, indent=1)
        (folder / MANIFEST).write_text(text, encoding="utf-8")


def read(folder: Path) -> Manifest:
    """The manifest of a backup. Refused: none there, damaged, or of a format that this version cannot read."""
    try:
        found: dict[str, Any] = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise BackupError(f"{folder} is no whole backup: it has no {MANIFEST}.") from None
    except (OSError, ValueError) as error:
        raise BackupError(f"{folder / MANIFEST} cannot be read: {error}") from error
    if found.get("format") != FORMAT:
        raise BackupError(f"{folder / MANIFEST} has format {found.get('format')!r}; this version reads {FORMAT}.")
    try:
        return Manifest(**{**found, "files": [Kept(**one) for one in found["files"]]})
    except (KeyError, TypeError) as error:
        raise BackupError(f"{folder / MANIFEST} is damaged: {error}") from error


def backups(folder: Path) -> list[Path]:
    """The whole backups of a folder, oldest first."""
    return sorted(place.parent for place in folder.glob(f"*/{MANIFEST}") if _moment(place.parent.name))


def chosen(folder: Path) -> Path:
    """The backup that is meant: the folder itself, or the newest in it."""
    if (folder / MANIFEST).exists():
        return folder
    found = backups(folder)
    if not found:
        raise BackupError(f"There is no backup in {folder}.")
    return found[-1]


def shelf(folder: Path, sha256: str) -> Path:
    """Where the bytes with this checksum lie."""
    return folder / FILES / sha256[:2] / sha256


def pieces(file: IO[bytes]) -> Iterator[bytes]:
    """A file, a piece at a time."""
    while piece := file.read(PIECE):
        yield piece


def sha256_of(path: Path) -> str:
    """The checksum of a file on disk, read in pieces."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        for piece in pieces(file):
            digest.update(piece)
    return digest.hexdigest()


def _moment(name: str) -> datetime | None:
    try:
        return datetime.strptime(name, STAMP)  # noqa: DTZ007  the Z of the stamp says which
    except ValueError:
        return None
