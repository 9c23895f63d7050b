"""The results of a project."""

from django.urls import path

from projects.views import results as views

urlpatterns = [
    path("<project:reference>/results/", views.results, name="results"),
    path("<project:reference>/indicators/<int:pk>/", views.measure, name="measure"),
]
