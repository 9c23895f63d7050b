"""What requests have to say about records of the apps below."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from core.panels import Panel, register

register(
    Panel(
        name="consultations",
        about="practices.practice",
        label=_("What was asked about it"),
        url=lambda practice: reverse("consultations:about_practice", args=[practice.reference]),
        is_public=False,
    )
)
