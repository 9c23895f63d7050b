"""Files of every kind, good and bad, built from their parts; each is bytes."""

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping

from django.core.files.uploadedfile import SimpleUploadedFile, TemporaryUploadedFile

OOXML = "application/vnd.openxmlformats-officedocument."
MAIN = {
    "docx": ("word/document.xml", f"{OOXML}wordprocessingml.document.main+xml"),
    "xlsx": ("xl/workbook.xml", f"{OOXML}spreadsheetml.sheet.main+xml"),
    "pptx": ("ppt/presentation.xml", f"{OOXML}presentationml.presentation.main+xml"),
}
ODF = {
    "odt": "application/vnd.oasis.opendocument.text",
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
    "odp": "application/vnd.oasis.opendocument.presentation",
}


def pdf(filler: bytes = b"") -> bytes:
    return (
        b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj<</Type/Catalog>>endobj\n" + filler + b"\ntrailer<</Root 1 0 R>>\n%%EOF\n"
    )


def archive(parts: Mapping[str, bytes], *, stored: tuple[str, ...] = ("mimetype",)) -> bytes:
    """A container of these parts, in this order."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as container:
        for name, data in parts.items():
            container.writestr(name, data, zipfile.ZIP_STORED if name in stored else zipfile.ZIP_DEFLATED)
    return made.getvalue()


def office(kind: str = "docx", extra: Mapping[str, bytes] | None = None, *, main: str = "") -> bytes:
    """An Office document with the parts it cannot do without, and `extra` ones."""
    part, media_type = MAIN[kind]
    types = f'<Types><Override PartName="/{part}" ContentType="{main or media_type}"/></Types>'
    return archive({"[Content_Types].xml": types.encode(), part: b"<w/>", **(extra or {})})


def open_document(kind: str = "odt", extra: Mapping[str, bytes] | None = None, *, mimetype: str = "") -> bytes:
    return archive({"mimetype": (mimetype or ODF[kind]).encode(), "content.xml": b"<o/>", **(extra or {})})


def png(width: int = 2, height: int = 2) -> bytes:
    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0\0\0")) + chunk(b"IEND", b"")


def jpeg(width: int = 2, height: int = 2) -> bytes:
    frame = struct.pack(">HBHHB", 11, 8, height, width, 1) + b"\x01\x11\x00"
    return b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\0\0\1\0\1\0\0" + b"\xff\xc0" + frame + b"\xff\xda\0\2\0\xff\xd9"


def webp(width: int = 2, height: int = 2) -> bytes:
    body = b"WEBPVP8X" + struct.pack("<I", 10) + b"\0\0\0\0"
    body += (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little") + b"VP8 "
    return b"RIFF" + struct.pack("<I", len(body)) + body


GOOD = {
    "pdf": pdf(),
    **{kind: office(kind) for kind in MAIN},
    **{kind: open_document(kind) for kind in ODF},
    "png": png(),
    "jpg": jpeg(),
    "jpeg": jpeg(),
    "webp": webp(),
    "txt": "Пратакол\r\n".encode(),
    "csv": "기관;문서\n1;2\n".encode("cp949"),
}


def upload(data: bytes | None = None, name: str = "letter.pdf") -> SimpleUploadedFile:
    """As a form has it, in memory."""
    return SimpleUploadedFile(name, GOOD["pdf"] if data is None else data)


def upload_on_disk(data: bytes, name: str = "letter.pdf") -> TemporaryUploadedFile:
    """As a request brings it, in a temporary file."""
    made = TemporaryUploadedFile(name, "application/octet-stream", len(data), None)
    made.write(data)
    made.seek(0)
    return made
