"""Entries side by side, beside what a country has, and what each country has."""

from django.urls import path

from practices.views import comparing, countries

urlpatterns = [
    path("compare/", comparing.compare, name="compare"),
    path("countries/", countries.countries, name="countries"),
    path("countries/<slug:code>/", countries.country, name="country"),
    path("countries/<slug:code>/<slug:key>/", countries.edit_profile, name="edit_profile"),
    path("<practice:reference>/here/", comparing.here, name="here"),
]
