"""The report of an edition."""

from django.urls import path

from events.views import report

urlpatterns = [
    path("<event:reference>/report/", report.report, name="report"),
    path("<event:reference>/report.pdf", report.report_pdf, name="report_pdf"),
    path("<event:reference>/report.docx", report.report_docx, name="report_docx"),
]
