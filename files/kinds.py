"""The kinds of files that are taken, and names as they are kept."""

import re
import unicodedata
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

NAME_LENGTH = 150


@dataclass(frozen=True)
class Kind:
    """One kind: the endings people give it, the media type it is served as, the word on its row."""

    endings: tuple[str, ...]
    media_type: str
    label: str


KINDS = (
    Kind((".pdf",), "application/pdf", "PDF"),
    Kind((".docx",), "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "DOCX"),
    Kind((".xlsx",), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "XLSX"),
    Kind((".pptx",), "application/vnd.openxmlformats-officedocument.presentationml.presentation", "PPTX"),
    Kind((".odt",), "application/vnd.oasis.opendocument.text", "ODT"),
    Kind((".ods",), "application/vnd.oasis.opendocument.spreadsheet", "ODS"),
    Kind((".odp",), "application/vnd.oasis.opendocument.presentation", "ODP"),
    Kind((".png",), "image/png", "PNG"),
    Kind((".jpg", ".jpeg"), "image/jpeg", "JPEG"),
    Kind((".webp",), "image/webp", "WEBP"),
    Kind((".txt",), "text/plain", "TXT"),
    Kind((".csv",), "text/csv", "CSV"),
)
BY_ENDING = {ending: kind for kind in KINDS for ending in kind.endings}
BY_MEDIA_TYPE = {kind.media_type: kind for kind in KINDS}
ACCEPT = ",".join(BY_ENDING)  # what the browser offers to choose from
IN_WORDS = _("PDF, Word, Excel, PowerPoint, OpenDocument, PNG, JPEG, WEBP, plain text or CSV")

# Categories of characters that show nothing, turn the writing, or mean something to a system: controls, formats
# (marks of direction, of width nought), surrogates, unassigned, private, line and paragraph separators.
_INVISIBLE = {"Cc", "Cf", "Cs", "Cn", "Co", "Zl", "Zp"}
_RESERVED = re.compile(r'[<>:"|?*]')


def ending_of(name: str) -> str:
    """`.pdf` of `Report.PDF`; "" when there is none."""
    stem, dot, ending = name.rpartition(".")
    return f".{ending.lower()}" if stem and dot else ""


def clean_name(name: str) -> str:
    """The name as people read it: letters of any script, no path, nothing invisible, nothing a disk refuses.

    It is shown and offered when the file is saved; on our own disk no file bears it.
    """
    name = unicodedata.normalize("NFC", name).replace("\\", "/").rpartition("/")[2]
    name = "".join(one for one in name if one in "\t\n\r" or unicodedata.category(one) not in _INVISIBLE)
    name = " ".join(_RESERVED.sub("_", name).split()).strip(". ")
    ending = ending_of(name)
    stem = name[: len(name) - len(ending)] if ending else name
    stem = stem.strip(". ") or "file"
    ending = ending[:20]
    return stem[: NAME_LENGTH - len(ending)].rstrip(". ") + ending
