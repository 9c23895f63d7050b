"""Files on their way out: asked of the rule at each request, in pieces, as attachments that run nothing."""

import re
from typing import Any

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.utils.http import content_disposition_header, parse_etags
from django.views.decorators.http import require_safe

from files.models import StoredFile
from files.policies import readable_by
from people.requests import ReadRequest

PIECE = 65_536
PUBLIC_FOR = 300  # seconds that a file which visitors may read stays in caches
RANGE = re.compile(r"^bytes=(\d{0,18})-(\d{0,18})$")


class Part:
    """A stretch of an open file, read as if it were the whole."""

    def __init__(self, file: Any, first: int, length: int) -> None:
        self.file, self.left = file, length
        file.seek(first)

    def read(self, size: int = -1) -> bytes:
        """The next bytes, as many as asked for and left."""
        piece: bytes = self.file.read(self.left if size < 0 else min(size, self.left))
        self.left -= len(piece)
        return piece

    def close(self) -> None:
        self.file.close()


class PiecesResponse(FileResponse):
    """In pieces that suit a disk."""

    block_size = PIECE


@require_safe
def download(request: ReadRequest, public_id: Any, name: str) -> HttpResponseBase:
    """The bytes, for whoever may read what they belong to; for everybody else there is nothing here."""
    file = get_object_or_404(StoredFile.objects.kept().select_related("content_type"), public_id=public_id)
    if not readable_by(request.user, file):
        raise Http404
    if name != file.name:
        return redirect(file)
    response = _answer(request, file)
    response["ETag"] = _tag(file)
    response["Accept-Ranges"] = "bytes"
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=file.name) or "attachment"
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    # Whom the rule lets in without an account is everybody.
    is_public = not request.user.is_authenticated
    response["Cache-Control"] = f"public, max-age={PUBLIC_FOR}" if is_public else "private, no-store"
    if file.language:
        response["Content-Language"] = file.language
    return response


def _tag(file: StoredFile) -> str:
    return f'"{file.sha256}"'


def _answer(request: HttpRequest, file: StoredFile) -> HttpResponseBase:
    known = parse_etags(request.headers.get("If-None-Match", ""))
    if _tag(file) in known or known == ["*"]:
        return HttpResponse(status=304)
    first, last = 0, file.size - 1
    asked = _range(request, file)
    if asked == ():
        return HttpResponse(status=416, headers={"Content-Range": f"bytes */{file.size}"})
    if asked:
        first, last = asked
    headers = {"Content-Length": str(last - first + 1)}
    if asked:
        headers["Content-Range"] = f"bytes {first}-{last}/{file.size}"
    status = 206 if asked else 200
    if request.method == "HEAD":
        return HttpResponse(status=status, content_type=file.kind, headers=headers)
    try:
        part = Part(file.open(), first, last - first + 1)
    except FileNotFoundError:  # restored without its volume: the row speaks of bytes that are not there
        raise Http404 from None
    return PiecesResponse(part, status=status, content_type=file.kind, headers=headers)


def _range(request: HttpRequest, file: StoredFile) -> tuple[int, int] | tuple[()] | None:
    """The stretch that is asked for: None for the whole, an empty tuple for one that lies beyond the end.

    Several stretches at once, and one of another version of the file, are answered with the whole, as HTTP allows.
    """
    match = RANGE.match(request.headers.get("Range", ""))
    if not match or match[0] == "bytes=-" or request.headers.get("If-Range", _tag(file)) != _tag(file):
        return None
    if not match[1]:
        length = min(int(match[2]), file.size)
        return (file.size - length, file.size - 1) if length else ()
    first = int(match[1])
    last = min(int(match[2]), file.size - 1) if match[2] else file.size - 1
    if match[2] and int(match[2]) < first:
        return None
    return (first, last) if first < file.size else ()
