"""Inside the containers of office documents: what they hold, what they must not hold, and how large they unpack."""

import zipfile
from pathlib import PurePosixPath
from typing import IO

from django.utils.translation import gettext_lazy as _

from core.refusal import RefusedError
from files.kinds import Kind

MAX_PARTS = 5000
MAX_UNPACKED = 200 * 1024 * 1024
MAX_RATIO = 200  # of a part that is large enough to matter; tables of numbers shrink to a fiftieth
SMALL = 4 * 1024 * 1024
PIECE = 65_536
CONTENT_TYPES = "[Content_Types].xml"
# What the list of parts must name as the main one; a document with macros names another.
MAIN_PART = {
    "DOCX": b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
    "XLSX": b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
    "PPTX": b"application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml",
}
MACRO_PARTS = {"vbaproject.bin", "vbadata.xml", "vbaprojectsignature.bin"}
MACRO_FOLDERS = {"macrosheets", "basic", "scripts", "activex"}


def look_into(file: IO[bytes], kind: Kind) -> bool:
    """Whether this container is what it says, whole and harmless. Refused in words: macros, passwords, bombs."""
    file.seek(0)
    with zipfile.ZipFile(file) as archive:
        parts = archive.infolist()
        _expect_reasonable(parts)
        if not _is_in_order(parts):
            return False
        if any(_is_macro(part.filename) for part in parts):
            raise RefusedError(_("The document holds macros. Save it without them."))
        if not (_is_ooxml(archive, kind) if kind.label in MAIN_PART else _is_odf(archive, parts, kind)):
            return False
        for part in parts:
            _unpack(archive, part)
    return True


def _expect_reasonable(parts: list[zipfile.ZipInfo]) -> None:
    if any(part.flag_bits & 1 for part in parts):
        raise RefusedError(_("The document is protected by a password. Save it without one."))
    swollen = any(part.file_size > max(SMALL, part.compress_size * MAX_RATIO) for part in parts)
    if swollen or len(parts) > MAX_PARTS or sum(part.file_size for part in parts) > MAX_UNPACKED:
        raise RefusedError(_("The document unpacks to far more than a document needs. Save it anew, or as PDF."))


def _is_in_order(parts: list[zipfile.ZipInfo]) -> bool:
    """Parts stand one after the other from the very first byte, each name once, none leads out of the container."""
    names = [part.filename for part in parts]
    if len(set(names)) != len(names) or any(_leads_out(name) for name in names):
        return False
    ends = 0
    for number, part in enumerate(sorted(parts, key=lambda part: part.header_offset)):
        if part.header_offset < ends or (number == 0 and part.header_offset):
            return False
        ends = part.header_offset + 30 + part.compress_size
    return bool(parts)


def _leads_out(name: str) -> bool:
    return name.startswith("/") or "\\" in name or ".." in PurePosixPath(name).parts or ":" in name.partition("/")[0]


def _is_macro(name: str) -> bool:
    path = PurePosixPath(name.lower())
    return path.name in MACRO_PARTS or bool(MACRO_FOLDERS & set(path.parts[:-1]))


def _is_ooxml(archive: zipfile.ZipFile, kind: Kind) -> bool:
    if CONTENT_TYPES not in archive.namelist():
        return False
    with archive.open(CONTENT_TYPES) as listed:
        types = listed.read(SMALL)
    if b"macroEnabled" in types:
        raise RefusedError(_("The document holds macros. Save it without them."))
    return MAIN_PART[kind.label] in types


def _is_odf(archive: zipfile.ZipFile, parts: list[zipfile.ZipInfo], kind: Kind) -> bool:
    if parts[0].filename != "mimetype" or "content.xml" not in archive.namelist():
        return False
    with archive.open("mimetype") as named:
        return named.read(200).strip() == kind.media_type.encode()


def _unpack(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> None:
    """Read it through, piece by piece, and forget it: a part that lies about its size or is damaged raises."""
    with archive.open(part) as unpacked:
        while unpacked.read(PIECE):
            pass
