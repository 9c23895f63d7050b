"""What a file is, told by its bytes and not by its name. Nothing is read whole: heads, ends, and pieces."""

import codecs
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import IO, Any

import puremagic
from django.conf import settings
from django.core.files.base import File
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext_lazy as _

from core.refusal import RefusedError
from files.containers import look_into
from files.kinds import BY_ENDING, IN_WORDS, Kind, clean_name, ending_of
from files.pictures import size_of

HEAD = 4096
TAIL = 65_536
MAX_PIXELS = 40_000_000
# Formats that are written in letters too: a text that begins as one of them is not just a text.
WRITTEN_IN_LETTERS = {".html", ".htm", ".xhtml", ".xml", ".svg", ".rtf", ".pdf", ".ps", ".eps", ".php"}
BYTE_ORDER_MARKS = {codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16", codecs.BOM_UTF8: "utf-8"}
_CONTROLS = {*range(32), 127} - {9, 10, 12, 13}


@dataclass(frozen=True)
class Seen:
    """What was found: the name as it is kept, and the kind."""

    name: str
    kind: Kind


def look(upload: File) -> Seen:
    """Say what this is, or refuse it with a sentence. The answer stays with the upload, so a second look is free."""
    if seen := getattr(upload, "_seen", None):
        return seen
    name = clean_name(upload.name or "")
    if not upload.size:
        raise RefusedError(_("The file is empty."))
    if upload.size > settings.FILE_MAX_BYTES:
        raise RefusedError(
            _("The file is larger than %(limit)s. Make it smaller or send it in parts.")
            % {"limit": filesizeformat(settings.FILE_MAX_BYTES)}
        )
    kind = BY_ENDING.get(ending_of(name))
    if kind is None:
        raise RefusedError(_("Files of this kind are not taken. Save it as: %(kinds)s.") % {"kinds": IN_WORDS})
    file: Any = getattr(upload, "file", upload)
    _CHECKS[kind.media_type.partition("/")[0], kind.label](file, kind)
    file.seek(0)
    seen = Seen(name, kind)
    upload._seen = seen  # type: ignore[attr-defined]
    return seen


def other_than_named(kind: Kind) -> RefusedError:
    """The one sentence for whatever is not what its name says."""
    return RefusedError(
        _("The file ends in %(ending)s and is something else inside, or is damaged. Save it anew and choose it again.")
        % {"ending": kind.endings[0]}
    )


def _ends(file: IO[bytes]) -> tuple[bytes, bytes]:
    file.seek(0)
    head = file.read(HEAD)
    size = file.seek(0, 2)
    file.seek(max(0, size - TAIL))
    return head, file.read(TAIL)


def _expect_signature(head: bytes, kind: Kind) -> None:
    if not {match.extension for match in _matches(head)} & set(kind.endings):
        raise other_than_named(kind)


def _matches(head: bytes) -> list[puremagic.PureMagicWithConfidence]:
    try:
        return puremagic.magic_string(head)
    except (puremagic.PureError, ValueError):
        return []


def _pdf(file: IO[bytes], kind: Kind) -> None:
    head, tail = _ends(file)
    _expect_signature(head, kind)
    if not head.startswith(b"%PDF-") or b"%%EOF" not in tail or _is_archive_too(file):
        raise other_than_named(kind)


def _picture(file: IO[bytes], kind: Kind) -> None:
    head, _tail = _ends(file)
    _expect_signature(head, kind)
    if _is_archive_too(file):
        raise other_than_named(kind)
    size = size_of(file, kind.label)
    if size is None:
        raise other_than_named(kind)
    if size[0] * size[1] > MAX_PIXELS:
        raise RefusedError(_("The picture has more than 40 million pixels. Make it smaller."))


def _is_archive_too(file: IO[bytes]) -> bool:
    """A picture with an archive behind it is two files in one, and one of them was not looked at."""
    file.seek(0)
    return zipfile.is_zipfile(file)


def _text(file: IO[bytes], kind: Kind) -> None:
    """Letters of any encoding that is in use here, without the controls that no text has."""
    file.seek(0)
    head = file.read(HEAD)
    named = {match.extension for match in _matches(head.lstrip(codecs.BOM_UTF8).lstrip())}
    if named & WRITTEN_IN_LETTERS:
        raise other_than_named(kind)
    encoding = next((name for mark, name in BYTE_ORDER_MARKS.items() if head.startswith(mark)), "latin-1")
    decoder = codecs.getincrementaldecoder(encoding)()
    controls = dict.fromkeys(_CONTROLS)
    file.seek(0)
    while True:
        chunk = file.read(TAIL)
        try:
            letters = decoder.decode(chunk, final=not chunk)
        except UnicodeDecodeError:
            raise other_than_named(kind) from None
        if len(letters.translate(controls)) != len(letters):
            raise other_than_named(kind)
        if not chunk:
            return


def _container(file: IO[bytes], kind: Kind) -> None:
    head, _tail = _ends(file)
    if not head.startswith(b"PK\x03\x04"):
        raise other_than_named(kind)
    try:
        is_what_it_says = look_into(file, kind)
    except (zipfile.BadZipFile, zlib.error, RuntimeError, EOFError, OSError, ValueError):
        is_what_it_says = False
    if not is_what_it_says:
        raise other_than_named(kind)


_CHECKS: dict[tuple[str, str], Callable[[IO[bytes], Kind], None]] = {
    ("application", "PDF"): _pdf,
    **{("application", label): _container for label in ("DOCX", "XLSX", "PPTX", "ODT", "ODS", "ODP")},
    **{("image", label): _picture for label in ("PNG", "JPEG", "WEBP")},
    **{("text", label): _text for label in ("TXT", "CSV")},
}
