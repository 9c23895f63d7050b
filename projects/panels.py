"""What projects have to say about records of the apps below: joint projects beside each."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from core.panels import Panel, register

# What a project is tied to, and the way from the project to it.
ABOUT = {
    "practice": ("practices.practice", "practices"),
    "request": ("consultations.consultation", "consultations"),
    "event": ("events.event", "events"),
    "agreement": ("agreements.agreement", "agreement"),
    "decision": ("agreements.decision", "decision"),
}


def _address(kind: str) -> Any:
    return lambda row: reverse("projects:beside", args=[kind, row.reference or row.handle])


for _kind, (_about, _way) in ABOUT.items():
    register(Panel(name=f"projects_{_kind}", about=_about, label=_("Joint projects"), url=_address(_kind)))
