"""What events have to say about records of the apps below."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from core.panels import Panel, register

register(
    Panel(
        name="events_held",
        about="agreements.agreement",
        label=_("Events held under it"),
        url=lambda agreement: reverse("events:held_under", args=[agreement.reference]),
    )
)
register(
    Panel(
        name="events",
        about="practices.practice",
        label=_("Where it was presented"),
        url=lambda practice: reverse("events:presented_at", args=[practice.reference]),
    )
)
