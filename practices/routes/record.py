"""The record of an entry."""

from django.urls import path

from practices.views import record

urlpatterns = [
    path("<practice:reference>/", record.detail, name="detail"),
]
