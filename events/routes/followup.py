"""Plans, reports of journeys, and who owes what."""

from django.urls import path

from events.views import owed, plans, trip_reports

OF = "<event:reference>/participants/<int:pk>"
BY = "r/<str:secret>"

urlpatterns = [
    path("owed/", owed.owed, name="owed"),
    path("<event:reference>/follow-up/", owed.follow_up, name="follow_up"),
    path("<event:reference>/follow-up/remind/", owed.remind_follow_up, name="remind_follow_up"),
    path(f"{OF}/plan/", plans.plan, name="plan"),
    path(f"{OF}/plan.pdf", plans.plan_pdf, name="plan_pdf"),
    path(f"{OF}/plan/edit/", plans.edit_plan, name="edit_plan"),
    path(f"{OF}/plan/send/", plans.submit_plan, name="submit_plan"),
    path(f"{OF}/plan/endorse/", plans.endorse_plan, name="endorse_plan"),
    path(f"{OF}/plan/after/<int:months>/", plans.report_progress, name="report_progress"),
    path(f"{OF}/trip-report/", trip_reports.trip_report, name="trip_report"),
    path(f"{OF}/trip-report.pdf", trip_reports.trip_report_pdf, name="trip_report_pdf"),
    path(f"{OF}/trip-report/edit/", trip_reports.edit_trip_report, name="edit_trip_report"),
    path(f"{BY}/plan/", plans.plan_by_link, name="plan_by_link"),
    path(f"{BY}/plan.pdf", plans.plan_pdf_by_link, name="plan_pdf_by_link"),
    path(f"{BY}/plan/edit/", plans.edit_plan_by_link, name="edit_plan_by_link"),
    path(f"{BY}/plan/send/", plans.submit_plan_by_link, name="submit_plan_by_link"),
    path(f"{BY}/plan/after/<int:months>/", plans.report_progress_by_link, name="report_progress_by_link"),
    path(f"{BY}/trip-report/", trip_reports.trip_report_by_link, name="trip_report_by_link"),
    path(f"{BY}/trip-report.pdf", trip_reports.trip_report_pdf_by_link, name="trip_report_pdf_by_link"),
    path(f"{BY}/trip-report/edit/", trip_reports.edit_trip_report_by_link, name="edit_trip_report_by_link"),
    path("endorse/<str:secret>/", plans.endorse_by_link, name="endorse_by_link"),
]
