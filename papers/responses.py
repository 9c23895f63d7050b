"""A paper as an answer: saved by the browser, kept by nobody in between."""

from django.http import HttpResponse
from django.utils.http import content_disposition_header

PDF = "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def pdf_response(content: bytes, filename: str) -> HttpResponse:
    return _attachment(content, filename, PDF)


def docx_response(content: bytes, filename: str) -> HttpResponse:
    return _attachment(content, filename, DOCX)


def _attachment(content: bytes, filename: str, kind: str) -> HttpResponse:
    return HttpResponse(
        content,
        content_type=kind,
        headers={
            "Content-Disposition": content_disposition_header(as_attachment=True, filename=filename) or "attachment",
            "Cache-Control": "private, no-store",
            "X-Content-Type-Options": "nosniff",
        },
    )
