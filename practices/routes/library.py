"""The list of the library."""

from django.urls import path

from practices.views import library

urlpatterns = [
    path("", library.list_practices, name="list"),
]
