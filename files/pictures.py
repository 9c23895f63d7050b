"""Width and height of a picture, from its header alone."""

import struct
from typing import IO

Size = tuple[int, int]
PNG_END = b"\0\0\0\0IEND\xaeB`\x82"
# Start of frame: of each way to code a JPEG, without the tables between them (DHT, JPG, DAC).
FRAMES = {*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC}
ALONE = {0x01, *range(0xD0, 0xD8)}  # markers without a length
SEGMENTS = 500
WEBP_HEAD = 30


def size_of(file: IO[bytes], label: str) -> Size | None:
    """Width and height, or None for what is no such picture, or ends before it says."""
    try:
        size = {"PNG": _png, "JPEG": _jpeg, "WEBP": _webp}[label](file)
    except struct.error:
        return None
    return size if size and all(size) else None


def _png(file: IO[bytes]) -> Size | None:
    file.seek(0)
    head = file.read(24)
    file.seek(-len(PNG_END), 2)
    whole = head.startswith(b"\x89PNG\r\n\x1a\n") and head[12:16] == b"IHDR" and file.read() == PNG_END
    return struct.unpack(">II", head[16:24]) if whole else None


def _jpeg(file: IO[bytes]) -> Size | None:
    file.seek(0)
    if file.read(2) != b"\xff\xd8":
        return None
    for _number in range(SEGMENTS):
        if file.read(1) != b"\xff":
            return None
        marker = file.read(1)
        while marker == b"\xff":  # filled up
            marker = file.read(1)
        if not marker:
            return None
        if marker[0] in ALONE:
            continue
        (length,) = struct.unpack(">H", file.read(2))
        if marker[0] in FRAMES:
            _precision, height, width = struct.unpack(">BHH", file.read(5))
            return width, height
        if length < 2 or marker[0] in {0xD9, 0xDA}:  # noqa: PLR2004  the length counts itself
            return None
        file.seek(length - 2, 1)
    return None


def _webp(file: IO[bytes]) -> Size | None:
    file.seek(0)
    head = file.read(WEBP_HEAD)
    if len(head) < WEBP_HEAD or not head.startswith(b"RIFF") or head[8:12] != b"WEBP":
        return None
    match head[12:16]:
        case b"VP8 " if head[23:26] == b"\x9d\x01\x2a":
            width, height = struct.unpack("<HH", head[26:30])
            return width & 0x3FFF, height & 0x3FFF
        case b"VP8L" if head[20] == 0x2F:  # noqa: PLR2004  the signature of the lossless form
            (bits,) = struct.unpack("<I", head[21:25])
            return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
        case b"VP8X":
            return int.from_bytes(head[24:27], "little") + 1, int.from_bytes(head[27:30], "little") + 1
    return None
