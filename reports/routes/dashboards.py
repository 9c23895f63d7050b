"""The dashboards of the staff."""

from django.urls import path

from reports.views import dashboards as views

urlpatterns = [
    path("dashboard/", views.dashboard, name="dashboard"),
    path("dashboard/download/", views.download_dashboard, name="download_dashboard"),
]
