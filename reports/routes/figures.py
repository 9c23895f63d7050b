"""The rows behind figures."""

from django.urls import path

from reports.views import figures as views

urlpatterns = [
    path("figures/<slug:table>/<slug:measure>/", views.figure_rows, name="figure_rows"),
]
