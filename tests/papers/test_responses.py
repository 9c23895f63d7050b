"""A paper is saved by the browser and kept by nobody in between."""

from papers.responses import DOCX, docx_response, pdf_response


def test_a_pdf_is_an_attachment_that_nobody_keeps():
    response = pdf_response(b"%PDF", "Ліст 7.pdf")
    assert (response.status_code, response.content, dict(response.headers)) == (
        200,
        b"%PDF",
        {
            "Content-Type": "application/pdf",
            "Content-Disposition": "attachment; filename*=utf-8''%D0%9B%D1%96%D1%81%D1%82%207.pdf",
            "Cache-Control": "private, no-store",
            "X-Content-Type-Options": "nosniff",
        },
    )


def test_a_docx_says_what_it_is():
    response = docx_response(b"PK", "report.docx")
    assert (response["Content-Type"], response["Content-Disposition"]) == (DOCX, 'attachment; filename="report.docx"')
