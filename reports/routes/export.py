"""Where a list is asked for as a file."""

from django.urls import path

from reports.views import export as views

urlpatterns = [
    path("export/<str:name>/", views.export, name="export"),
]
