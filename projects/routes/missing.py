"""What is missing from whom."""

from django.urls import path

from projects.views import missing as views

urlpatterns = [
    path("missing/", views.missing_values, name="missing_values"),
    path("<project:reference>/results/missing/", views.project_missing, name="missing"),
]
