"""What of the library is presented."""

from django.urls import path

from events.views import practices
from practices import converters  # noqa: F401  registers the number of an entry

PRACTICES = "<event:reference>/sessions/<int:pk>/practices"

urlpatterns = [
    path("presented/<practice:practice>/", practices.presented_at, name="presented_at"),
    path(f"{PRACTICES}/add/", practices.link_practice, name="link_practice"),
    path(f"{PRACTICES}/<int:link>/remove/", practices.unlink_practice, name="unlink_practice"),
]
