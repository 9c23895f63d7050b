"""The library of indicators, and the values behind its figures."""

from django.urls import path

from projects.views import library as views

urlpatterns = [
    path("indicators/", views.indicators, name="indicators"),
    path("indicators/add/", views.add_indicator, name="add_indicator"),
    path("indicators/<slug:code>/", views.indicator, name="indicator"),
    path("indicators/<slug:code>/edit/", views.edit_indicator, name="edit_indicator"),
    path("values/", views.values, name="values"),
]
