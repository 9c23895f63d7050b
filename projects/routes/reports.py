"""Quarterly reports: their parts, their figures, their papers."""

from django.urls import path

from projects.views import reports as views

OF = "<project:reference>/reports/"
ONE = f"{OF}<int:year>/<int:quarter>/"

urlpatterns = [
    path(OF, views.reports, name="reports"),
    path(ONE, views.report, name="report"),
    path(f"{ONE}parts/<str:side>/", views.edit_part, name="edit_part"),
    path(f"{ONE}submit/", views.submit_report, name="submit_report"),
    path(f"{ONE}verify/", views.verify_report, name="verify_report"),
    path(f"{ONE}return/", views.return_report, name="return_report"),
    path(f"{ONE}sign/", views.sign_report, name="sign_report"),
    path(f"{ONE}object/", views.object_to_report, name="object_to_report"),
    path(f"{ONE}changes/", views.report_changes, name="report_changes"),
    path(f"{ONE}report.pdf", views.report_pdf, name="report_pdf"),
    path(f"{ONE}report.docx", views.report_docx, name="report_docx"),
]
