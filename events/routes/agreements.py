"""What is held under an agreement."""

from django.urls import path

from agreements import converters  # noqa: F401  registers the number of an agreement
from events.views import agreements

urlpatterns = [
    path("under/<agreement:agreement>/", agreements.held_under, name="held_under"),
]
